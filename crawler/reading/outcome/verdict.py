"""The sentence by which a force decides on the whole request: all of it given, a part, or none.

Such a sentence weighs more than all that is explained around it. One that supposes, argues or tells what the law says
decides nothing.
"""

from collections.abc import Iterable
from functools import lru_cache

from crawler.reading.outcome import cost_words, decision
from crawler.reading.outcome.standing import standing
from crawler.reading.outcome.verdict_words import gives_all

_INTEREST = "public interest"


def verdict(sentences: Iterable[str]) -> str:
    """The outcome that the deciding sentences give the whole; empty when none decides.

    A part outweighs all and nothing; of these two the later wins, as a review does.
    """
    said = ""
    for sentence in sentences:
        if "reverses" in standing(sentence):
            said = ""
        found = _of(sentence)
        said = found if found and said != "part_disclosed" and not (said and found in ("not_held", "ncnd")) else said
    return said


@lru_cache(maxsize=1024)
def _of(sentence: str) -> str:
    if decision.no_decision(sentence):
        return ""
    if _INTEREST in sentence.lower():
        return "ncnd" if decision.NCND in decision.says(sentence) else ""
    if "part" in standing(sentence):
        return "part_disclosed"
    if gives_all(sentence):
        return "disclosed"
    told = decision.says(sentence)
    if decision.NCND in told:
        return "" if decision.of_the_rest(sentence) else "ncnd"
    if decision.NOT_HELD in told and (decision.for_want(sentence) or cost_words.NOT_HELD_ALL.search(sentence)):
        return "" if decision.of_the_rest(sentence) else "not_held"
    return "refused" if standing(sentence) & {"none", "all_refused"} else ""
