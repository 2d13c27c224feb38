"""What tables and sentences say of the questions that they are attributed to."""

from crawler.reading.outcome.outcome_parts import Relied, by_question

ASKED = tuple(
    {"number": str(number), "text": text, "parent": None}
    for number, text in enumerate(
        ("How many horses were bought?", "How many horses were sold?", "What was paid for each horse?"), 1
    )
)
TABLE = ["Questions 1 and 2", "| Year | Bought | Sold |", "| 2023 | 31 | <5 |", "| 2024 | 28 | 6 |"]


def _parts(lines: list[str], *relied: str, small: bool = False) -> dict[str, str]:
    return by_question(lines, ASKED, (), Relied(relied), small=small).outcomes


def test_the_reasons_behind_a_question_refused_outright_give_nothing() -> None:
    why = "Twelve sellers is a small trade."
    assert _parts([f"Question 3 is refused under section 43(2). {why}"])["3"] == "refused"
    assert _parts(["Question 3 is refused under section 43(2).", why])["3"] == "refused"
    assert _parts([f"The names at question 3 are withheld under section 43(2). {why}"])["3"] == "part_disclosed"


def test_the_next_question_has_numbers_of_its_own() -> None:
    found = _parts(["Question 2 is exempt under section 43(2). Question 3: there were fourteen."])
    assert found == {"2": "refused", "3": "disclosed"}


def test_what_refuses_below_a_table_is_of_the_question_whose_figure_it_keeps_back() -> None:
    note = "The figure is withheld under section 40(2)."
    assert _parts([*TABLE, note], note, small=True) == {"1": "disclosed", "2": "part_disclosed"}
    both = "For questions 1 and 2 the stables are withheld under section 40(2)."
    assert _parts([*TABLE, both], both, small=True) == {"1": "part_disclosed", "2": "part_disclosed"}


def test_no_figure_is_kept_back_of_what_was_refused_whole() -> None:
    given = ({"number": "2", "text": "Refused under section 43(2)."},)
    table = ["| Year | Horses |", "| 2023 | <5 |", "| 2024 | 9 |"]
    found = by_question(table, ASKED[:2], given, Relied(("Refused under section 43(2).",)), small=True).outcomes
    assert found == {"1": "part_disclosed", "2": "refused"}
    given = ({"number": "2", "text": "The buyers are withheld under section 43(2). There were 9."},)
    assert by_question(TABLE, ASKED, given, small=True).outcomes["2"] == "part_disclosed"
