"""The name, post and address below an answer that no greeting leads up to: nobody's answer, so they go."""

import re
from collections.abc import Sequence
from itertools import pairwise

from crawler.reading.facts.dates import dates_in
from crawler.reading.facts.lone_dates import is_lone_date

_MOST = 5  # lines: a name, a post, a department, an address, a date
_LONGEST = 120  # characters
_WORDS = 14
_CAPITAL = r"[^\W\d_a-zß-ÿ]"
_NAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|PC|DC|DS|DI|PS|Sgt|Insp|Sergeant|Inspector)\.? )?"
    rf"{_CAPITAL}[\w.’'-]*(?: (?:{_CAPITAL}[\w.’'-]*|de|der|van|von|ap|ab|ferch|al|el|bin)){{1,3}},?"
)
_OF_A_POST = re.compile(
    r"\b(?:information|disclosures?|f\.?o\.?i\.?|freedom|records?|data protection|rights|governance|access|compliance"
    r"|decision|reviews?|legal|correspondence|officer|manager|management|lead|leader|advis[eo]r|clerk|head|maker"
    r"|co-?ordinator|analyst|assistant|administrator|specialist|supervisor|solicitor|unit|team|department|bureau|hub"
    r"|desk|swyddog|rheolwr|uned|rhyddid|gwybodaeth|datgelu)\b",
    re.I,
)
_PLACE = re.compile(
    r"\b(?:house|road|street|lane|avenue|way|hq|headquarters|p\.?o\.? box|hall|square|drive|park|close|station|"
    r"pencadlys|(?-i:[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}))\b",
    re.I,
)
_SAYS = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|cannot|could|may|do|does|did|holds?|held|not|no|none"
    r"|you|your|we|us|it|they|this|that|these|which|who|please|see|refused|exempt|withheld)\b|[.?!;:|]\s*$|^\W|\d%"
    r"|^(?:No|Not|None|Nobody|We|It|They|You|This|That|These|Please|See|Held|Refused|Exempt|Withheld|The|All|Any)\b"
)
_NUMBERED = re.compile(r"\W*(?:[Qq] ?)?(?:\d{1,2}[a-z]?|[a-z])[.):]\s")
_DATE = re.compile(r"\d{1,2}(?:st|nd|rd|th)? [^\W\d]+(?: ?/ ?[^\W\d]+)? (?:19|20)\d\d")
_DATED_NAME = re.compile(rf"{_NAME.pattern}\s*[|,–-]?\s+{_DATE.pattern}")

# Who answers, and the number of the reply, beside its day in the last line of a page: `Anyshire Police, file 31/25`.
_FORCE = re.compile(rf"(?:{_CAPITAL}[\w’'&-]* (?:(?:and|of) )?){{1,4}}(?:Police|Constabulary)\b(?: Service)?")
_FILE = re.compile(r"\b(?:foi|file|ref(?:erence)?|case|request|reply)\b(?: (?:no|number))?[.:]? *\S*\d\S*", re.I)
_BETWEEN = re.compile(r"[\W_]+|\b(?:our|this|on|of|dated|answered|replied|sent|issued|reply|response)\b", re.I)


def unsigned(lines: Sequence[str]) -> list[str]:
    """The lines of an answer up to the name and post, or the post alone, with which they end; never all of them."""
    at = len(lines)
    while at > 1 and len(lines) - at < _MOST and _may_sign(lines[at - 1]):
        at -= 1
    if at == len(lines):
        return list(lines)
    block = lines[at:]
    dated = sum(map(_is_dated, lines)) == 1  # several names with dates are an answer
    opens = (
        n for n, line in enumerate(block) if _opens(block[n : n + 2]) or (dated and _is_dated(line)) or _is_foot(line)
    )
    return list(lines[: at + next(opens, len(block))])


def signer(lines: Sequence[str]) -> int:
    """The line with the name of the one person who signs, a post beside or below it; -1 for none or for several."""
    places = [at for at, (line, below) in enumerate(pairwise([*lines, ""])) if _is_signed(line, below)]
    return places[0] if len(places) == 1 else -1


def _is_signed(line: str, below: str) -> bool:
    name, comma, post = line.partition(",")
    return _is_name(name) and (_is_post(post.strip()) if comma else _is_post(below))


def is_address(line: str) -> bool:
    """Whether a line is of an address: a street, a building or a post code between commas."""
    return _is_plain(line) and "," in line and bool(_PLACE.search(line))


def _may_sign(line: str) -> bool:
    dates = is_lone_date(line) or bool(_DATE.fullmatch(line)) or _is_dated(line)
    return dates or _is_name(line) or _is_post(line) or is_address(line) or _is_foot(line)


def _is_dated(line: str) -> bool:
    return len(line) < _LONGEST and bool(_DATED_NAME.fullmatch(line))


def _is_foot(line: str) -> bool:
    """Whether a line is a day with the force's name or the reference beside it, and nothing else."""
    dates = dates_in(line) if len(line) < _LONGEST and "|" not in line else ()
    if not any(found.day for found in dates):
        return False
    rest = line
    for found in reversed(dates):
        rest = f"{rest[: found.start]} {rest[found.end :]}"
    rest, many = _FORCE.subn("", rest)
    rest, more = _FILE.subn("", rest)
    return many + more > 0 and not _BETWEEN.sub("", rest)


def _opens(two: Sequence[str]) -> bool:
    """Whether a signature begins with the first line: a post, perhaps after a name, or a name with a post below it."""
    return _is_post(two[0]) or (len(two) > 1 and _is_name(two[0]) and _is_post(two[1]))


def _is_name(line: str) -> bool:
    return bool(_NAME.fullmatch(line)) and _is_plain(line) and not _OF_A_POST.search(line)


def _is_post(line: str) -> bool:
    """Whether a line calls a post or an office of those who answer requests, or a person and such a post."""
    return line[:1].isupper() and _is_plain(line) and len({one.lower() for one in _OF_A_POST.findall(line)}) > 1


def _is_plain(line: str) -> bool:
    if len(line) > _LONGEST or len(line.split()) > _WORDS or _NUMBERED.match(line):
        return False
    return not _SAYS.search(line)
