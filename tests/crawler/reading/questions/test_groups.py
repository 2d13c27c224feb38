"""Several requests in one, and the headings of their questions and answers."""

import pytest

from crawler.reading.questions.groups import answers_group, group_of, groups_in, heads_group, in_group, is_group


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Request 2:", "REQUEST 2"),
        ("REQUEST 2 (000112/24)", "REQUEST 2"),
        ("Second request (owls)", "SECOND REQUEST"),
        ("1st  enquiry", "1ST ENQUIRY"),
        ("Enquiry B", "ENQUIRY B"),
    ],
)
def test_a_heading_names_its_request(line: str, name: str) -> None:
    assert heads_group(line) == name
    assert is_group(name)


@pytest.mark.parametrize(
    "line",
    [
        "Request 2: How many owls?",
        "Second request for owls",
        "Request a review",
        "The second request",
        "Request 2 (owls) and more",
        "REQUEST 2 - our answer",
    ],
)
def test_a_line_that_says_more_heads_no_request(line: str) -> None:
    assert heads_group(line) == ""


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("FIRST REQUEST - how we reply", "FIRST REQUEST"),
        ("Request 2 (owls): Answer", "REQUEST 2"),
        ("Our response to the second enquiry", "SECOND ENQUIRY"),
        ("Reply to Request B:", "REQUEST B"),
        ("Request 1", ""),
        ("First request: none is held", ""),
        ("Response to your request", ""),
    ],
)
def test_a_heading_of_the_answers_to_one_request(line: str, name: str) -> None:
    assert answers_group(line) == name


def test_the_name_of_a_question_and_back() -> None:
    assert in_group("REQUEST 2", "1") == "REQUEST 2 Q1"
    assert in_group("SECOND REQUEST", "a") == "SECOND REQUEST a"
    assert in_group("", "1") == "1"
    names = ("REQUEST 2 Q1", "REQUEST A Q1a", "SECOND REQUEST b", "REQUEST 2", "1a", "b")
    assert list(map(group_of, names)) == ["REQUEST 2", "REQUEST A", "SECOND REQUEST", "REQUEST 2", "", ""]


def test_the_parent_of_a_part_is_no_request() -> None:
    assert not is_group("1") and not is_group("b") and not is_group("")


def test_requests_within_a_sentence() -> None:
    said = "Request 1 is refused, and the second request too."
    assert [(name, said[start:end]) for name, start, end in groups_in(said)] == [
        ("REQUEST 1", "Request 1"),
        ("SECOND REQUEST", "second request"),
    ]
