"""Which letters of a correspondence answer, and which put off."""

import pytest

from crawler.reading.letters.interim import is_number, kind


@pytest.mark.parametrize(
    "text",
    [
        "It has come to the right place and is now on our register; the law gives us until 23/02/2026.",
        "Your questions raise qualified exemptions and we need longer to balance the public interest.",
        "Sadly the deadline will be missed because the department concerned has not yet come back to us.",
        "Someone will write to you once the papers have been found.",
    ],
)
def test_it_puts_off(text: str) -> None:
    assert kind(["Dear Mr Tester", "HC/002208/26", text, "Public Access Team"]) == "receipt"


@pytest.mark.parametrize(
    "text",
    [
        "The review took up your idea. The day books were compared and there are no entries for any injury.",
        "We are sorry that this is late. None of it will be disclosed, since section 31(1)(a) is engaged.",
        "Finders are sent to a website, with which we share no data, so there is nothing that would meet your request.",
    ],
)
def test_it_answers(text: str) -> None:
    assert kind(["Dear Mr Tester", "HC/002208/26", text, "Public Access Team"]) == "answer"


def test_a_number_of_reference_is_no_figure() -> None:
    assert all(map(is_number, ("DC/FOI 1043/22", "Review of HQ/PA/004417/24", "Outcome of internal review - 2517")))
    assert not any(map(is_number, ("We hold 143", "2023 - 41", "b) 17", "Total: 1204")))


@pytest.mark.parametrize(
    "text",
    [
        "We need to ask you for a little more detail about the M4.",
        "It would help to know which of them you have in mind.",
        "Please say whether you mean every site.",
        "Before we can start on this there are three things that we need.",
    ],
)
def test_it_asks_back(text: str) -> None:
    assert kind([text]) == "clarification"


def test_what_puts_off_outweighs_one_sentence_in_doubt() -> None:
    late = [
        "We are writing because we have not been able to finish work on your request within twenty working days.",
        "Section 10(3) of the Act allows a reasonable time in which to weigh the public interest.",
        "We hope to be in a position to write to you by 5 January 2026.",
        "At this stage nothing has been refused.",
    ]
    assert kind(late) == "receipt"
    assert kind([*late, "14 officers were dismissed."]) == "answer"


def test_what_comes_before_an_answer_is_no_question_back() -> None:
    assert kind(["Before we can begin a search of that kind, 41 boxes would have to be opened."]) == "answer"
