"""The sentences of a message: how fresh a disclosure is, and which words of its quote are marked."""

import pytest

from alerts.faces.pieces import Kind, Piece, inline, quoted
from alerts.faces.wording import attached, day, facts, fresh, unlisted

MADE = "2026-03-09T09:00:00+00:00"
MARKS: dict[Kind, str] = {"plain": "", "marked": "*", "removed": "~", "added": "+"}


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-03-09T00:30:00+00:00", "today"),
        ("2026-03-09", "today"),
        ("2026-03-08T23:59:00+00:00", "yesterday"),
        ("2026-03-03", "3 March"),
        ("2025-12-31", "31 December 2025"),
        ("2025-07", "July 2025"),
        ("2025", "in 2025"),
        ("", ""),
    ],
)
def test_a_day_is_said_as_on_the_day_of_the_message(moment: str, said: str) -> None:
    assert day(moment, MADE) == said


def test_how_fresh_it_is() -> None:
    item = {"published": "2026-03-03", "seen": "2026-03-09T06:00:00+00:00"}
    assert fresh(item, MADE) == "published 3 March, seen today"
    assert fresh({"responded": "2025-11-02", "seen": "2026-03-08"}, MADE) == "answered 2 November 2025, seen yesterday"
    assert fresh({"date": "2026-03-03", "seen": MADE}, "") == "3 March 2026, seen 9 March 2026"


def test_the_topic_of_all_topics_goes_without_saying() -> None:
    item = {"forces": ["Kent Police"], "ref": "1/26", "topics": ["vetting", "misconduct"], "published": "2026-03-03"}
    assert facts(item, MADE) == ["Kent Police", "1/26", "published 3 March", "vetting"]
    assert facts({**item, "topics": ["misconduct"]}, MADE)[-1] == "misconduct"


def test_many_attachments_are_counted() -> None:
    item = {"attachments": [{"label": "", "address": f"https://a.example/{number}.pdf"} for number in range(20)]}
    assert [label for label, _ in attached(item)][:2] == ["0.pdf", "1.pdf"]
    assert (len(attached(item)), unlisted(item)) == (12, 8)


@pytest.mark.parametrize(
    ("quote", "words", "said"),
    [
        ("Gross misconduct, and misconduct.", "misconduct", "Gross *misconduct*, and *misconduct*."),
        ("Misconducts and misconduct", "misconduct", "Misconducts and *misconduct*"),
        ("Officers who were sacked", "sacked … officers", "*Officers* who were *sacked*"),
        ("No such words", "others", "No such words"),
        ("", "others", ""),
    ],
)
def test_the_words_that_matched_are_marked(quote: str, words: str, said: str) -> None:
    assert inline(quoted({"quote": quote, "words": words}), MARKS, str) == said


def test_a_mark_touches_no_letter_outside() -> None:
    pieces = [Piece("plain", "held"), Piece("removed", "7"), Piece("added", "9"), Piece("plain", "times (")]
    assert inline([*pieces, Piece("marked", "x"), Piece("plain", ")")], MARKS, str) == "held ~7~ +9+ times (*x*)"
