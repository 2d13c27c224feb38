"""What became of each question."""

import pytest

from crawler.reading.outcome.outcome_parts import Relied, by_question

ASKED = tuple({"number": str(n), "text": "How many?", "parent": None} for n in range(1, 5))


def _parts(lines: list[str], *answers: str, relied: tuple[str, ...] = ()) -> dict[str, str]:
    given = tuple({"number": str(n), "text": text} for n, text in enumerate(answers, 1) if text)
    return by_question(lines, ASKED, given, Relied(relied)).outcomes


def test_own_answers() -> None:
    found = _parts([], "9", "Not held", "This is exempt.", "Fewer than 5")
    assert found == {"1": "disclosed", "2": "not_held", "3": "refused", "4": "part_disclosed"}


def test_none_and_nil_are_answers() -> None:
    assert _parts([], "None", "Nil", "0", "No.") == dict.fromkeys("1234", "disclosed")


def test_a_sentence_for_several() -> None:
    lines = ["1. 9", "Questions 2 and 3 are exempt under s40(2).", "Q4: no information held."]
    assert _parts(lines, "9") == {"1": "disclosed", "2": "refused", "3": "refused", "4": "not_held"}


def test_a_figure_and_a_refusal_of_the_rest_are_a_part() -> None:
    lines = ["For Q2 the split is not given, Section 40(2)."]
    assert _parts(lines, "9", "8", relied=(lines[0],))["2"] == "part_disclosed"


def test_as_above() -> None:
    assert _parts([], "This would need a manual search.", "As above.") == {"1": "refused", "2": "refused"}


def test_under_a_heading_and_in_the_rest_of_a_line() -> None:
    lines = ["Question 1", "The information is withheld.", "Question 2 is for the courts. We hold nothing."]
    assert _parts(lines) == {"1": "refused", "2": "not_held"}


def test_a_heading_that_only_names_a_question_says_nothing_of_it() -> None:
    lines = ["Staff are not obliged to tell us: questions 1 and 2 are refused.", "Point 3", "Nothing is held."]
    given = ({"number": "3", "text": "No such report was written and nothing is held."},)
    assert by_question(lines, ASKED, given).outcomes["3"] == "not_held"


def test_the_reasons_behind_a_verdict_give_nothing() -> None:
    given = ({"number": "1", "text": "Not held. Training on this is given on the job and nobody notes the time."},)
    assert by_question([], ASKED, given).outcomes["1"] == "not_held"
    given = ({"number": "1", "text": "Not held. The totals of 2024 are attached all the same."},)
    assert by_question([], ASKED, given).outcomes["1"] != "not_held"


def test_what_is_said_of_every_answer_gives_none_of_them() -> None:
    answers = ("14", "Not held.", "9", "Refused under section 40(2).")
    found = _parts(["Each question appears beside its answer."], *answers)
    assert found == {"1": "disclosed", "2": "not_held", "3": "disclosed", "4": "refused"}


@pytest.mark.parametrize(
    "text",
    [
        "As question 1.",
        "As Q1 above.",
        "Included in the answer to question 1.",
        "Answered at Q1.",
        "Question 1 refers.",
        "Our answer is the same as for question 1.",
        "The same applies as to 1.",
        "As explained under question 1.",
    ],
)
def test_an_answer_that_points_to_another(text: str) -> None:
    told = ["This is refused.", "9", text, "9"]
    assert _parts([], *told)["3"] == "refused"
    assert _parts([], "Not held.", *told[1:])["3"] == "not_held"


@pytest.mark.parametrize("text", ["As a sergeant, 14.", "The same 14.", "Included in the table: 4", "Answered by 14."])
def test_an_answer_of_its_own_points_nowhere(text: str) -> None:
    assert _parts([], "This is refused.", text)["2"] == "disclosed"


def test_the_reason_may_stand_under_another_number() -> None:
    small = "Eleven. The number of sergeants is fewer than four, for the reason given at question 1."
    assert _parts([], "This is exempt.", small)["2"] == "part_disclosed"
    assert _parts([], "This is exempt.", "Eleven. It took fewer than six weeks.")["2"] == "disclosed"


def test_a_figure_kept_back_in_the_table_of_several_questions() -> None:
    text = "They are counted by the day of the report."
    table = ["| Year | Horses | Ridden | Sold | Lame |", "| 2023 | 31 | 9 | 7 | <5 |"]
    asked = ("How many horses are there?", "How many are ridden?", "What became of each?", "What do they eat?")
    asked = [{"number": str(n), "text": one, "parent": None} for n, one in enumerate(asked, 1)]
    given = [*({"number": n, "text": text} for n in "123"), {"number": "4", "text": "Hay."}]
    found = by_question([f"Questions 1 to 3. {text}", *table, "Question 4. Hay."], asked, given).outcomes
    assert found == {"1": "disclosed", "2": "disclosed", "3": "part_disclosed", "4": "disclosed"}


def test_a_sentence_on_this_part_and_another_is_of_this_part_too() -> None:
    reason = "The exemption for this part, and for the grooms in question 2, is section 40(2)."
    answers = ("9", "12, without the grooms", f"Section 17 asks us to name it. {reason}")
    assert _parts([], *answers, relied=(reason,))["3"] == "refused"
    other = "The exemption for the grooms in question 2 is section 40(2)."
    assert (
        _parts(
            [],
            *answers[:2],
            f"Fourteen pounds a week for each of them, by the books of the stables. {other}",
            relied=(other,),
        )["3"]
        == "disclosed"
    )


def test_the_reasons_behind_an_exemption_give_nothing() -> None:
    told = "This is exempt under section 40(2). Seven grooms is a small number."
    assert _parts([], told)["1"] == "refused"
    assert _parts([], "The grooms are exempt under section 40(2). Seven horses were bought.")["1"] == "part_disclosed"
