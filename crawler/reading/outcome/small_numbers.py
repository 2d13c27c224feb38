"""Whether a sentence keeps back a small number: `Fewer than 5`, `the others were below five`."""

import re

from crawler.reading.sentences.signals import signals

_SMALL = re.compile(
    r"\W{0,3}(?:(?:fewer|less) than|below|under) (?:\d{1,2}|three|four|five|six|ten)\b|\W{0,3}[<≤]\s?\d{1,2}\b"
    r"|\*{1,3}\.?$|x{2,3}\.?$",
    re.I,
)
_KEPT_SMALL = signals(
    r"(?:(?:fewer|less) than|\bbelow|[<≤])\s?(?:\d{1,2}|three|four|five|six|ten)\b"
    r"(?! (?:hours|minutes|(?:working )?days|weeks|months|years|miles|per cent|%))"
)


def keeps_small(sentence: str) -> bool:
    """Whether it keeps back a small number: `Fewer than 5`, `the others were below five`."""
    return bool(_KEPT_SMALL.search(sentence) or _SMALL.match(sentence))
