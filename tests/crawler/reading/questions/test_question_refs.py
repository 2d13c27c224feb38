"""Which questions a sentence names."""

import pytest

from crawler.reading.questions.question_refs import keys, named, texts_of

KNOWN = ("1", "2", "3", "4a", "4b")


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Questions 2 and 3 are exempt.", ["2", "3"]),
        ("Q1-3: no information held.", ["1", "2", "3"]),
        ("Q1, Q2 & Q3", ["1", "2", "3"]),
        ("Question 4 is refused.", ["4a", "4b"]),
        ("For question 4(b) see below.", ["4b"]),
        ("All questions are answered.", list(KNOWN)),
        ("The balance lies in withholding both items.", []),
        ("The remaining questions are refused.", ["*"]),
        ("Question four is refused.", ["4a", "4b"]),
        ("As to the second point, we hold nothing.", ["2"]),
        ("The first two questions had been answered.", ["1", "2"]),
        ("The last question is refused.", ["4a", "4b"]),
        ("The third is refused.", ["3"]),
        ("The first is absolute and class based.", []),
        ("We hold nothing on any of your four points.", list(KNOWN)),
        ("Request 1234/25 was answered in 3 days.", []),
        ("Section 40(2) (Question 2, and one figure in Question 3)", ["2", "3"]),
        ("Questions one and two are exempt.", ["1", "2"]),
        ("Nothing is named.", []),
        ("On 1) the count is 318.", ["1"]),
        ("The answers to 1 and 2 are 614 and 37.", ["1", "2"]),
        ("As for 3), nobody could watch that much film.", ["3"]),
        ("Number 3 would let criminals spot our teams.", ["3"]),
        ("On 1 May we wrote to you.", []),
        ("There were marches on 2 and 3 June.", []),
        ("It was lent to 3 people.", []),
    ],
)
def test_named(sentence: str, names: list[str]) -> None:
    assert named(sentence, KNOWN) == names


@pytest.mark.parametrize("known", [(), ("1",), ("1", "2")])
def test_a_place_beyond_the_questions_names_none(known: tuple[str, ...]) -> None:
    assert named("The last three questions, and then the fifth question, were in January.", known) == list(known)
    assert named("The last was in January.", known) == list(known[-1:])


def test_both_are_all_where_there_are_two() -> None:
    assert named("Both questions are answered.", ("1", "2")) == ["1", "2"]
    assert named("Neither of these parts is held.", ("1", "2a", "2b")) == ["1", "2a", "2b"]


def test_in_groups() -> None:
    asked = [{"number": n, "text": "?", "parent": g} for g in ("REQUEST 1", "REQUEST 2") for n in ("1", "2")]
    known = keys(asked, ())
    assert known == ("REQUEST 1 Q1", "REQUEST 1 Q2", "REQUEST 2 Q1", "REQUEST 2 Q2")
    assert named("Section 40(2) (Request 2, Q1)", known) == ["REQUEST 2 Q1"]
    assert named("Section 21 (Request 1)", known) == ["REQUEST 1"]
    assert named("Q2 – nil", known, "REQUEST 2") == ["REQUEST 2 Q2"]
    assert named("Both questions are refused.", known, "REQUEST 2") == ["REQUEST 2 Q1", "REQUEST 2 Q2"]
    assert not named("The file is of all FOI requests received of late.", known, "REQUEST 2")
    assert named("All questions are answered.", known) == list(known)


def test_requests_by_their_place() -> None:
    asked = [{"number": n, "text": "?", "parent": g} for g in ("FIRST REQUEST", "SECOND REQUEST") for n in ("a", "b")]
    known = keys(asked, ())
    assert known == ("FIRST REQUEST a", "FIRST REQUEST b", "SECOND REQUEST a", "SECOND REQUEST b")
    assert named("The second request is refused.", known) == ["SECOND REQUEST"]
    assert named("Part b of the first request is refused.", known) != ["SECOND REQUEST b"]


def test_unnumbered_questions_are_known_by_their_place() -> None:
    assert keys([{"number": None, "text": "?"}, {"number": None, "text": "?"}], ()) == ("1", "2")


def test_letters_and_roman_numbers() -> None:
    assert named("Parts (b) and (c) are refused.", ("a", "b", "c")) == ["b", "c"]
    assert named("The second point is refused.", ("i", "ii", "iii")) == ["ii"]
    assert named("There is nobody to count at part b.", ("a", "b", "c")) == ["b"]


def test_the_texts_of_questions_by_their_names() -> None:
    asked = [{"number": n, "text": f"{n}?", "parent": g} for n, g in (("1", "REQUEST 1"), ("1", "REQUEST 2"))]
    assert texts_of([*asked, {"number": None, "text": "Why?"}]) == {"REQUEST 1 Q1": "1?", "REQUEST 2 Q1": "1?"}
