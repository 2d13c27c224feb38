"""The digest: markup, addresses and derived fields do not sway it, words and files do."""

from dataclasses import replace

import pytest

from store.digest import digest_of, fold, fully_known, plain
from store.records import AttachmentSeen, Sighting

SEEN = Sighting(
    "essex",
    "https://example.org/a",
    "Dismissals 2024",
    "How many officers were dismissed?\n\n| Year | Total |\n|---|---|\n| 2024 | <5 |",
    attachments=(AttachmentSeen("https://example.org/a.pdf?v=1", "Table (PDF)", "a" * 64),),
)


@pytest.mark.parametrize(
    "other",
    [
        replace(SEEN, title=" Dismissals\u00a02024 "),
        replace(SEEN, words="**How many** officers were *dismissed*?\n\n- Year Total\n\n2024 <5"),
        replace(SEEN, words="[How many](https://example.org/x) officers were dismissed? Year Total 2024 \\<5"),
        replace(SEEN, ref="FOI 1", outcome="refused", published="2024", forces=("Essex Police",)),
        replace(SEEN, request_text="other", extra={"alt_refs": ["2"]}, address="https://example.org/b"),
        replace(SEEN, attachments=(replace(SEEN.attachments[0], address="https://example.org/a.pdf?v=2"),)),
    ],
)
def test_what_a_reader_does_not_see_leaves_the_digest(other: Sighting) -> None:
    assert digest_of(other) == digest_of(SEEN)


@pytest.mark.parametrize(
    "other",
    [
        replace(SEEN, title="Dismissals 2025"),
        replace(SEEN, words=SEEN.words.replace("<5", "7")),
        replace(SEEN, words=SEEN.words.replace("<5", "*")),
        replace(SEEN, words=SEEN.words.replace("<5", ">5")),
        replace(SEEN, attachments=()),
        replace(SEEN, attachments=(replace(SEEN.attachments[0], sha256="b" * 64),)),
        replace(SEEN, attachments=(replace(SEEN.attachments[0], label="Table, revised (PDF)"),)),
    ],
)
def test_what_a_reader_sees_moves_the_digest(other: Sighting) -> None:
    assert digest_of(other) != digest_of(SEEN)


def test_a_lone_star_is_a_suppressed_figure_and_stays() -> None:
    assert plain("| Devon | * | 3 | * |") == "Devon * 3 *"


def test_ranges_and_negative_numbers_stay() -> None:
    assert plain("2015-2017: -5 and 3 - 2") == "2015-2017: -5 and 3 - 2"


def test_fold_drops_what_cannot_be_seen() -> None:
    assert fold("mis\u00adconduct\u200b  cafe\u0301\ufeff") == "misconduct café"


def test_hostile_markup_does_not_take_long() -> None:
    assert plain("_" * 200_000 + "[" * 50_000 + "*a" * 50_000)


def test_words_that_were_not_all_had_do_not_make_two_addresses_one() -> None:
    assert fully_known(SEEN)
    assert not fully_known(replace(SEEN, words=" ", attachments=()))
    assert not fully_known(replace(SEEN, attachments=(AttachmentSeen("x", "Table", problem="HTTP 500"),)))
