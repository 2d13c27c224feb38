"""The index of duplicates: it finds what was edited, and its lists stay short whatever the record holds."""

import random
from collections import Counter

import pytest

from store.database import Store
from store.keeping import keep
from store.merging.nearby import FULL, MOST, nearby, note
from store.merging.sides import reference
from store.merging.wording import KEYS, Wording, alike, figures, shingles, without, words
from store.records import Sighting

dice = random.Random(1)
WORDS = [f"{a}{b}{c}" for a in "bcdfg" for b in "aeiou" for c in "lmnrst"]


def prose(length: int = 300) -> list[str]:
    return dice.choices(WORDS, k=length)


def edited(text: list[str], share: float) -> str:
    return " ".join(dice.choice(WORDS) if dice.random() < share else word for word in text)


def kept(store: Store, text: str, number: int) -> int:
    sighting = Sighting("essex", f"https://essex.example/{number}", f"Page {number}", text, kind="news")
    id = keep(store, sighting, seen="2026-11-21T12:00:00+00:00", run=None).disclosure
    note(store.db.conn, id, Wording("", text))
    return id


@pytest.mark.parametrize("share", [0.02, 0.1, 0.2])
def test_what_was_edited_is_found_among_others(store: Store, share: float) -> None:
    texts = [prose() for _ in range(30)]
    ids = [kept(store, " ".join(text), number) for number, text in enumerate(texts)]
    missed = [
        id
        for id, text in zip(ids, texts, strict=True)
        if nearby(store.db.conn, Wording("", edited(text, share)), "")[:1] != [id]
    ]
    assert len(missed) <= 2


def test_a_phrase_that_all_have_fills_no_list_and_finds_nobody(store: Store, rows) -> None:
    phrase = " ".join(prose(60))
    for number in range(FULL + 20):
        kept(store, f"{phrase} {' '.join(prose(200))}", number)
    assert max(count for (count,) in rows("SELECT count(*) FROM wording_keys GROUP BY key")) <= FULL
    assert max(count for (count,) in rows("SELECT count(*) FROM wording_keys GROUP BY disclosure")) <= KEYS
    assert nearby(store.db.conn, Wording("", f"{phrase} {' '.join(prose(200))}"), "") == []


def test_however_many_copies_there_are_a_few_are_compared(store: Store) -> None:
    text = prose()
    for number in range(FULL + 5):
        kept(store, edited(text, 0.02), number)
    assert 0 < len(nearby(store.db.conn, Wording("", edited(text, 0.02)), "")) <= MOST


def test_what_says_something_else_is_no_longer_found_by_what_it_said(store: Store, rows) -> None:
    first, then = " ".join(prose()), " ".join(prose())
    id = kept(store, first, 1)
    note(store.db.conn, id, Wording("", then))
    assert nearby(store.db.conn, Wording("", first), "") == []
    assert nearby(store.db.conn, Wording("", then), "") == [id]
    assert nearby(store.db.conn, Wording("", then), "", but=id) == []
    assert len(rows("SELECT 1 FROM wording_keys")) == KEYS


@pytest.mark.parametrize("text", ["", "one", "one two", "\ud800 \U0001f600 x", "...", "1,2"])
def test_any_text_has_keys_and_a_digest(text: str) -> None:
    wording = Wording("", text)
    assert len(wording.digest) == 16
    assert all(len(key) == 4 for key in wording.keys)
    assert bool(wording.keys) == bool(words(text))


def test_the_keys_are_those_of_any_machine_and_year() -> None:
    assert Wording("", "How many officers were dismissed").keys[0].hex() == "c2a59e9d"
    assert (
        Wording("", "how many OFFICERS, were dismissed?").keys == Wording("", "How many officers were dismissed").keys
    )


def test_figures_keep_their_signs_and_lose_their_commas() -> None:
    said = figures("1,200 in 2023 (<5 of them), 12.5% on 03/06/2025; seven, s40(2).")
    assert set(said) == {"1200", "2023", "<5", "12.5%", "03/06/2025", "seven", "40", "2"}


def test_likeness_is_the_share_of_sequences_in_common() -> None:
    one, other = (Counter(shingles(text.split())) for text in ("a b c d", "a b c e"))
    assert alike(one, one) == 1.0
    assert alike(one, other) == pytest.approx(1 / 3)
    assert alike(Counter(), Counter()) == 0.0


def test_boilerplate_is_left_out_however_it_is_marked() -> None:
    assert without("**Thank you** for writing.\n\nSeven.", ["Thank you for writing."]).split() == ["Seven."]


@pytest.mark.parametrize(
    ("ref", "expected"),
    [
        ("FOI 123/24", "12324"),
        ("foi-123-24", "12324"),
        ("Ref no: 123/24", "12324"),
        ("FOI", "FOI"),
        ("165A/23", "165A23"),
    ],
)
def test_a_reference_is_compared_without_what_says_that_it_is_one(ref: str, expected: str) -> None:
    assert reference(ref) == expected
