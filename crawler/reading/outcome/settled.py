"""What all that was said of one question comes to."""

from collections.abc import Collection, Mapping

from crawler.reading.outcome.answer_signals import ASSUMED, CANNOT, SMALL
from crawler.reading.outcome.decision import GIVEN, NCND, NOT_HELD, NOUGHT, REFUSED


def one(signals: Collection[str]) -> str:
    """One outcome for what was said: anything given beside anything kept back is a part.

    Nothing that is not held can be kept back: given and not held is disclosed. Without anything given a refusal
    weighs more than `neither confirm nor deny`, and that more than `not held`. `None were found` says why nothing is
    held where both are said, and is an answer elsewhere.
    """
    said = settled(signals)
    if SMALL in said or (GIVEN in said and (REFUSED in said or NCND in said)):
        return "part_disclosed"
    return next((signal for signal in (GIVEN, REFUSED, NCND, NOT_HELD) if signal in said), "unknown")


def settled(signals: Collection[str]) -> set[str]:
    given = NOUGHT in signals and NOT_HELD not in signals
    given = given or (ASSUMED in signals and not set(signals) & {REFUSED, CANNOT, NCND, NOT_HELD})
    refused = CANNOT in signals and NOT_HELD not in signals
    return (
        (set(signals) - {NOUGHT, CANNOT, ASSUMED}) | ({GIVEN} if given else set()) | ({REFUSED} if refused else set())
    )


def unexplained(told: Mapping[str, set[str]], decided: str) -> dict[str, set[str]]:
    """Without an exemption `overtime has been left out` explains a figure; where all is given nothing is refused."""
    drops = {REFUSED, CANNOT} if decided == GIVEN else {CANNOT}
    return {n: said - drops if decided == GIVEN or GIVEN in said else set(said) for n, said in told.items()}
