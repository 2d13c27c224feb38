"""Whether a sentence answers by what it states."""

from crawler.reading.outcome.alignment import said_in_order
from crawler.reading.outcome.answering import answering
from crawler.reading.outcome.stems import stems_of
from crawler.reading.outcome.weighing import answer

ASKED = stems_of("How many vehicles does the unit have, and when were they bought?")
REASON = "To say more would help criminals, and Section 31(1)(a) applies."


def _answers(*lines: str, relied: tuple[str, ...] = ()) -> list[float]:
    said = said_in_order(lines, {}, ())
    return list(map(answer, answering(said, ASKED, relied, [one.text in relied for one in said])))


def test_a_fact_about_what_was_asked_answers_and_a_reason_does_not() -> None:
    fact, reason = _answers(f"The unit has eleven vehicles. {REASON}", relied=(REASON,))
    assert fact > 0.7
    assert reason < 0.1


def test_a_fact_after_a_refusal_answers_less_likely() -> None:
    fact = "The vehicles were bought in 2019."
    before, _ = _answers(fact, REASON, relied=(REASON,))
    _, after = _answers(REASON, fact, relied=(REASON,))
    assert before > after


def test_signs_are_shares() -> None:
    for signs in answering(said_in_order(["Yes.", REASON, "Would it?"], {}, ()), ASKED, (), [False, True, False]):
        assert all(0.0 <= size <= 1.0 for size in signs.values())
