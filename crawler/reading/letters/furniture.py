"""Lines of a letter that say nothing of their own: headings, salutations, dates, empty fields."""

import re
from functools import lru_cache

from crawler.reading.facts.lone_dates import is_lone_date
from crawler.reading.letters import phrases

_ACT = re.compile(
    r"(?:(?:request|provision) .{0,80})?freedom of information (?:\(scotland\) )?act(?: 20\d\d)?.{0,60}"
    r"|(?:freedom of information|foi) request",
    re.I,
)
_HEADING = re.compile(
    "|".join(f"(?:{one.pattern})" for one in (phrases.REQUEST_HEADING, phrases.SALUTATION, _ACT)), re.I
)
_LABELS = re.compile(
    r"(?:[^\W\d]+ ){1,4}ref(?:erence)?\s?:\s?\S*\d\S*"
    r"|(?:(?:our |your |foi |request )?(?:ref(?:erence)?|number|no)\.?(?: (?:number|no)\.?)?\s?:\s?\S{3,20}\.?\s?)"
    r"(?:date(?: \w+)?\s?:.{4,30})?",
    re.I,
)
_LONGEST_HEADING = 220  # characters


@lru_cache(maxsize=512)  # a line of one letter is asked about by several readers
def is_furniture(line: str) -> bool:
    """Whether the line is a heading, a salutation, a date or an empty field, and says nothing of its own."""
    text = line.strip(" |")
    if len(text) > _LONGEST_HEADING:
        return False
    response = phrases.heads_response(text)
    if (response or _HEADING.fullmatch(text)) and text.lower() != "foi duty":
        # A heading that numbers what follows says whose answer it is; `Position at 18 November` numbers nothing.
        numbers = any(map(str.isdigit, text)) and not phrases.STANDS_HEADING.fullmatch(text)
        return not (numbers and response)
    return text.upper() in ("N/A", "NA") or is_lone_date(text) or (":" in text and bool(_LABELS.fullmatch(text)))
