"""The legal annex at a letter's end: what it explains of the law, it does not apply."""

import re
from functools import lru_cache

_HEADING = re.compile(
    r"\W*(?:legal annex\b|(?:annex|appendix)\b.{0,12}\b(?:legislation|exemptions?|extracts?|law)\b"
    r"|(?:relevant |extracts? from the |the )?legislation\W*$"
    r"|(?:explanation|guide|glossary|summary|notes?) (?:of|to|on) (?:the )?(?:foi )?exemptions?\b"
    r"|(?:the )?exemptions? explained\b|about (?:the )?(?:foi )?exemptions?\b"
    r"|what (?:the|each) exemptions? means?\b|exemptions? (?:that|which) (?:may|can|could) (?:be )?appl)",
    re.I,
)
_LONGEST = 120  # characters of a heading


@lru_cache(maxsize=1)  # of a page it is asked for its citations and for its outcome
def annexed(page: tuple[str, ...]) -> frozenset[str]:
    """The lines of a page from the heading of a legal annex on; none where the page has no such heading."""
    at = next((at for at, line in enumerate(page) if len(line) < _LONGEST and _HEADING.match(line)), len(page))
    return frozenset(page[at:])
