"""Words and addresses made fit for a feed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from store.feeds.plain import flat, link, moment, plain


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=40))
def test_any_text_becomes_one_that_xml_takes(text: str) -> None:
    element = etree.Element("title")
    element.text = plain(text)  # lxml raises for a character that XML refuses
    assert etree.fromstring(etree.tostring(element, encoding="utf-8")).text in (
        plain(text).replace("\r\n", "\n").replace("\r", "\n") or None,
        plain(text) or None,
    )


@pytest.mark.parametrize("text", ["Heddlu Gwent: camymddŵyn", "£5,000 – “dismissed” 👮", "line\nline\ttab"])
def test_real_words_are_left_alone(text: str) -> None:
    assert plain(text) == text


def test_no_turn_of_direction_is_left() -> None:
    assert plain("report\u202efdp.exe\u202c \u2066x\u2069 \ud800\x00") == "reportfdp.exe x "


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("https://x.example/a?b=c&d=%20#e", "https://x.example/a?b=c&d=%20#e"),
        ("https://x.example/a b<c>\"d'", "https://x.example/a%20b%3Cc%3E%22d'"),
        ("https://x.example/ŵ", "https://x.example/%C5%B5"),
        ("javascript:alert(1)", ""), ("data:text/html,x", ""), ("file:0123/letter.txt", ""), ("//x.example/", ""),
        ("https://", ""), ("https://[broken", ""), ("", ""),
    ],
)  # fmt: skip
def test_only_web_addresses_become_links(address: str, own: str) -> None:
    assert link(address) == own


@pytest.mark.parametrize(
    ("seen", "own"),
    [
        ("2026-11-02T09:00:00+00:00", "2026-11-02T09:00:00Z"),
        ("2026-06-02T09:00:00.5+01:00", "2026-06-02T08:00:00Z"),
        ("2026-06-02 09:00:00", "2026-06-02T09:00:00Z"),
    ],
)
def test_moments_are_as_rfc_3339_has_them(seen: str, own: str) -> None:
    assert moment(seen) == own


def test_long_words_are_cut_at_a_word() -> None:
    assert flat("one  two\nthree", 9) == "one two …"
