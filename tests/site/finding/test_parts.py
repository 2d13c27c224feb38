"""A query is taken apart only where the parts together find what the whole finds."""

from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.search import check_query
from store.site.finding.parts import key, parts, stems
from store.spelling import indexed

WORDS = ("officers", "officer", "vetting", "dogs", "and", "Not", "near", "e\u0301t\u00e9", "2024", "body_worn")
TEXTS = [" ".join(WORDS[at : at + 4]) for at in range(len(WORDS))] + ["an officer of vetting", "Dog and \u00e9t\u00e9"]


@pytest.mark.parametrize(
    ("match", "expected"),
    [
        ("vetting officers", ("vetting", "officers")),
        ('  "gross misconduct"\tpolice ', ('"gross misconduct"', "police")),
        ("dogs dogs", ("dogs",)),
        ("not and", ("not", "and")),
        *((whole, (whole,)) for whole in (
            "a OR b", "a NOT b", "NEAR(a b)", "title : a b", "{title ref} : a", "misc*", '"a" * b', "^a b", "a + b",
            "(a b)", '"a""b" c', '"-" a', "_", "",
        )),
    ],
)  # fmt: skip
def test_words_and_phrases_are_parts_and_all_else_is_whole(match: str, expected: tuple[str, ...]) -> None:
    assert parts(match) == expected


def test_what_finds_the_same_has_one_key() -> None:
    assert key("Officers") == key('"officer"') == key("officer") == "offic"
    assert key('"Vetting of officers"') == key('"vetted of officer"') != key("vetting")
    assert key("dogs OR cats") not in {stems("dogs OR cats"), stems('"dogs or cats"')}


@given(st.lists(st.sampled_from([*WORDS, "OR", "NOT", '"', "*", ":", "(", ")", "-", " ", "\u00b2"]), max_size=6))
def test_all_parts_together_find_what_the_whole_finds(pieces: list[str]) -> None:
    match = " ".join(pieces)
    if check_query(match):
        return
    with closing(indexed(TEXTS)) as index:
        asked = [
            {id for (id,) in index.execute("SELECT rowid FROM stemmed WHERE stemmed MATCH ?", (part,))}
            for part in (match, *parts(match))
        ]
    assert asked[0] == set.intersection(*asked[1:])
