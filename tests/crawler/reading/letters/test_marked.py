"""Where marked letters begin, and that the mark goes before the words."""

from crawler.reading.fields import Marked
from crawler.reading.letters.marked import marked_heads
from crawler.reading.letters.message_heads import Head
from crawler.reading.letters.messages import messages

LINES = [
    "The request was refused.",
    "R. Quill",
    "4 March 2025",
    "How many dogs?",
    "FOI, Kent Police",
    "2 April 2025",
    "You ought to have nine by",
    "3 May 2025",
    "9 April 2025",
    "A dog is no secret.",
]
MARKS = (
    Marked(False, ("R. Quill", "4 March 2025")),
    Marked(True, ("FOI, Kent Police", "2 April 2025")),
    Marked(False, ("9 April 2025", "2 Attachments")),
)


def test_the_lines_above_the_day_head_the_letter() -> None:
    assert marked_heads(LINES, MARKS) == [
        Head(1, 3, "2025-03-04", ""),
        Head(4, 6, "2025-04-02", ""),
        Head(8, 9, "2025-04-09", ""),
    ]


def test_a_day_within_a_letter_heads_none() -> None:
    found = messages(LINES, MARKS)
    assert [(one.date, one.incoming) for one in found] == [
        ("2025-03-04", False),
        ("2025-04-02", True),
        ("2025-04-09", False),
    ]
    assert found[0].lines == ("How many dogs?",)


def test_the_mark_goes_before_the_words() -> None:
    lines = ["4 March 2025", "How many dogs?", "2 April 2025", "I ask for a review.", "3 April 2025", "Yours, R. Quill"]
    sides = (False, True, True)
    marks = [Marked(side, (day,)) for side, day in zip(sides, lines[::2], strict=True)]
    assert tuple(one.incoming for one in messages(lines, marks)) == sides
    assert not messages(lines)[1].incoming


def test_one_that_is_not_found_or_bears_no_day_leaves_all_to_the_words() -> None:
    assert marked_heads(LINES, [*MARKS, Marked(True, ("Kent Police", "12 May 2025"))]) == []
    assert marked_heads(LINES, [Marked(True, ("A dog is no secret.",))]) == []
    assert marked_heads(LINES, [Marked(True, ())]) == []
    assert marked_heads([], MARKS) == []
    assert messages(LINES, [Marked(True, ("Nine.",))]) == messages(LINES)


def test_the_head_may_be_that_of_a_mail_and_stand_in_a_list() -> None:
    lines = ["From: R. Quill", "Date: 4 March 2025", "How many?", "2. Kent Police 2 April 2025", "Nine."]
    marks = [Marked(False, ("From: R. Quill", "Date: 4 March 2025")), Marked(True, ("1. Kent Police 2 April 2025",))]
    assert [head.date for head in marked_heads(lines, marks)] == ["2025-03-04", "2025-04-02"]
