"""The mark that an item of a list opens with, most often a question: `1.`, `(a)`, `Q2`, `3 –` or a dot."""

import re
from functools import lru_cache

from crawler.reading.questions.list_numbers import BULLETS

_NAMES = r"q(?:uestion)?|request|point|item|query|cwestiwn|cais"
_ITEM = re.compile(
    rf"(?:(?:{_NAMES})\s*\.?\s*)?[(\[]?(?P<number>\d{{1,2}}\s?[a-z]?[ivx]{{0,4}}"
    rf"|\d{{1,2}}[.)]?\s?\(?[a-z]{{1,3}}(?=\)[^\w]?\s)|[a-z]"
    rf"|[ivx]{{1,4}})"
    r"\s?(?:\.\)|[.):/\]])(?!\d)\s*(?=\S)"
    rf"|(?:[{BULLETS}]\s+)?q(?:uestion)?\s?(?P<bare>\d{{1,2}}[a-z]?)(?!\s*(?:response|answer))\s*(?:[–-]\s*|\s)(?=\w)"
    rf"|(?:(?:{_NAMES}|part)\s)?(?P<dashed>\d{{1,2}})\s[–—-]\s(?=[A-Z])"
    rf"|(?P<bullet>[{BULLETS}])\s+(?=\w)",
    re.I,
)

# Each line is asked about by several readers.
item_of = lru_cache(maxsize=256)(_ITEM.match)
