"""The outcome of the whole by rules."""

from crawler.reading.law.exemptions import citations
from crawler.reading.outcome.answer_signals import Relied
from crawler.reading.outcome.outcome_parts import by_question
from crawler.reading.outcome.whole import by_rules

ASKED = [{"number": "1", "text": "How many dogs?"}, {"number": "2", "text": "How many cats?"}]
EXEMPT = "Question 1: This is exempt under Section 22(1)."


def ruled(*lines: str, goodwill: bool = False) -> str:
    found = citations(lines)
    relied = Relied(frozenset(one.quote for one in found if one.relied_on), frozenset())
    parts = by_question(list(lines), ASKED, (), relied, small=False)
    return by_rules(lines, parts, {"disclosed", *parts.said}, found, goodwill=goodwill, has_data=True)


def test_a_table_is_no_data_where_each_question_was_told_apart_and_nothing_given() -> None:
    assert ruled(EXEMPT, "Question 2: No information held.") == "refused"
    assert ruled(EXEMPT, "Question 2: Nine.") == "part_disclosed"
    assert ruled(EXEMPT) == "part_disclosed"
    assert ruled(EXEMPT, "Question 2: No information held.", goodwill=True) == "part_disclosed"
