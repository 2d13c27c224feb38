"""How replies write sections: chained, spaced, malformed, in Welsh; each brought into normal form.

Every pattern is bounded, so that reading takes time in proportion to the text.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from crawler.reading.law.law import numbers
from crawler.reading.law.normal_form import chains
from crawler.reading.sentences.heads import heads_of

_TENS = {"ten": 10, "twenty": 20, "thirty": 30, "forty": 40}
_UNITS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_WORDS = {f"{ten}-{unit}".rstrip("-"): str(n + at) for ten, n in _TENS.items() for at, unit in enumerate(_UNITS)} | {
    "eleven": "11", "twelve": "12", "fourteen": "14", "sixteen": "16", "seventeen": "17",
}  # fmt: skip
_SPELT = "|".join(sorted((word.replace("-", "[ -]") for word in _WORDS), key=len, reverse=True))
_HEAD = re.compile(
    r"(?<![\w'’./-])(?:(?P<reg>regulations?|regs?|rheoliad(?:au)?|exceptions?)|(?P<loose>exemptions?(?: (?:is"
    r"|are|used|applied|at|cited)){0,2})"
    r"|sections?|sects?|secs?|ss?|adran(?:nau)?|exempt(?:ed)? under|§§?"
    r"|(?:under|by|of|in|with|within|per|\()(?=\s?\d\d[A-Za-z]?\(\d[A-Za-z]?\)))[ .:]{0,3}"
    rf"(?:(?=\d)|(?P<spelt>{_SPELT})\b)",
    re.I,
)
_HEADS = frozenset(("s", "ss", "sec", "adr", "reg", "rhe", "exc", "exe"))  # of its words, but for those before brackets
_NUMBER = re.compile(r"\d{1,2}(?:[A-Za-z](?![A-Za-z]))?(?![\d%£])(?!/\d)(?!\.\d\d)")
_TOKEN = re.compile(
    r"\s{0,2}(?:[(\[]\s?){1,2}(?P<part>\d{1,2}[A-Za-z]?|[a-z]{1,4}|[A-Z])\s?"
    r"(?:[()\]]{0,2}\s?[)\]]|(?=\s?[(\[])|(?=[\s,.;:]|$))"
)
_DOTTED = re.compile(r"\.(?P<part>\d[A-Z]?)(?=[(,;\s]|$)")
_WORDED = re.compile(r",?\s(?:sub-?section|sub-?s|paragraph|para)s?\.?\s?[(\[]?(?P<part>\d{1,2}[A-Za-z]?)[)\]]?", re.I)
_JOIN = re.compile(
    r"\s{0,2}(?:(?:[,;&+/]|[–—-]|and\b|or\b|to\b|ac?\b|(?:read )?with\b"
    r"|(?:the (?:latter|last|second) )?by (?:virtue of|way of|means of|reference to)\b|in conjunction with\b|through\b)"
    r"\s?){1,2}"
    r"(?P<sub>sub-?sections?\s|paragraphs?\s)?",
    re.I,
)
_AFTER_BARE = re.compile(
    r"\s{0,2}(?:$|[,.;:)\]&/|+–—-]|(?:of|and|or|appl\w{1,5}|exempt\w{0,6}|engag\w{0,4}|is|are|was|were|has|have"
    r"|do|does"
    r"|in|to|as|under|both|which|because|since|for|by|with|on|will|would|may|could|being|FOIA?|cover\w{0,3}"
    r"|protect\w{0,2}|relat\w{0,4}|refer\w{0,4}|the|ac?|respectively)\b)",
    re.I,
)
_NAKED = re.compile(r"(?<![\w(./£:-])[(\[]?(?P<number>\d\d[A-Z]?)(?=\s?\(\s?\d)")
_ROMAN = frozenset(("ii", "iii", "iv", "vi", "vii", "viii", "ix", "aa", "ab", "ac", "ad"))
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MOST = 20  # places of a sentence: no letter names sections at more
_ANY = numbers("FOIA") | numbers("FOISA")


class Mention(NamedTuple):
    """Where a sentence names sections, and these as (number, brackets): `40`, `("2",)`."""

    start: int
    end: int
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    regulation: bool
    number: str

    def sections(self) -> list[str]:
        """In normal form; a new subsection begins a new section: (2)(3A)(a) is two."""
        mark = "reg " if self.regulation else "s"
        found = [f"{mark}{text}" for number, brackets in self.parts for text in chains(number, brackets)]
        return list(dict.fromkeys(found))


def may_name(text: str) -> bool:
    """Whether any word or sign stands in the text without which it names no section: in most it does not."""
    low, known = heads_of(text)
    return not known.isdisjoint(_HEADS) or "(" in low or "§" in low


def mentions(text: str) -> list[Mention]:
    """The places of a sentence that name sections or regulations, in order; they do not overlap."""
    if not may_name(text):
        return []
    found: list[Mention] = []
    at = 0
    while len(found) < _MOST and (head := _HEAD.search(text, at)):
        mention = _mention(text, head)
        at = mention.end if mention else head.end()
        if mention:
            found.append(mention)
    return _with_naked(text, found) if found else found


def beside(text: str, found: Sequence[Mention]) -> int:
    """How many words of a sentence stand beside the sections that it names."""
    starts, ends = [one.start for one in found], [one.end for one in found]
    return sum(len(text[end:start].split()) for end, start in zip([0, *ends], [*starts, len(text)], strict=True))


def _mention(text: str, head: re.Match[str]) -> Mention | None:
    first = _item(text, head.end(), _WORDS.get((head["spelt"] or "").lower().replace(" ", "-"), ""))
    if first is None or first[0][0] == "0" or (head["loose"] and not _bare_ok(text, first)):
        return None
    number, parts, end = first[0], [(first[0], first[1])], first[2]
    while more := _more(text, end, number, parts[-1][1]):
        item, end = more
        parts.append(item)
        number = item[0]
    return Mention(head.start(), end, tuple(parts), bool(head["reg"]), first[0])


def _item(text: str, at: int, spelt: str) -> tuple[str, tuple[str, ...], int] | None:
    """A number with its brackets, and where they end."""
    if spelt:
        return spelt, *_brackets(text, at)
    number = _NUMBER.match(text, at)
    return (number.group().upper(), *_brackets(text, number.end())) if number else None


def _brackets(text: str, at: int) -> tuple[tuple[str, ...], int]:
    found: list[str] = []
    if opened := _DOTTED.match(text, at) or _WORDED.match(text, at):
        found, at = [opened["part"]], opened.end()
    while (token := _TOKEN.match(text, at)) and _is_part(token["part"]):
        found.append(token["part"])
        at = token.end()
    return tuple(part.upper() if part[0].isdigit() else part.lower() for part in found), at


def _is_part(part: str) -> bool:
    if part[0].isdigit():
        return int(part.rstrip(_LETTERS)) <= 12
    return len(part) == 1 or part in _ROMAN


def _more(text: str, at: int, number: str, before: Sequence[str]) -> tuple[tuple[str, tuple[str, ...]], int] | None:
    """What a joining word adds to the chain: another number, or brackets that belong to the last one."""
    join = _JOIN.match(text, at)
    if not join:
        return None
    brackets, end = _brackets(text, join.end())
    if brackets:
        if brackets[0][0].isdigit():
            return (number, brackets), end
        head = _stem(before, brackets[0])
        span = re.fullmatch(r"\s?[–—-]\s?|\s?to\s", join.group())
        letters = _letters(before[-1], brackets[0]) if span and head and len(brackets) == 1 else [*brackets]
        return ((number, (*head, *letters)), end) if head else None
    item = None if join["sub"] else _item(text, join.end(), "")
    if item is None or item[0] not in _ANY or not (item[1] or _bare_ok(text, item)):
        return None
    return (item[0], item[1]), item[2]


def _stem(brackets: Sequence[str], more: str) -> tuple[str, ...]:
    """What `and (b)` goes on from: the (1) of (1)(a), and of (1)(a)(ii)."""
    letters = [at for at, part in enumerate(brackets) if not part[0].isdigit()]
    while len(letters) > 1 and more not in _ROMAN and brackets[letters[-1]] in _ROMAN:
        letters.pop()
    return tuple(brackets[: letters[-1]]) if letters and letters[-1] else ()


def _letters(first: str, last: str) -> list[str]:
    """The letters of a range after its first: (a)-(c) adds b and c."""
    if len(first) == len(last) == 1 and 0 < ord(last) - ord(first) < 12:
        return [chr(code) for code in range(ord(first) + 1, ord(last) + 1)]
    return [last]


def _bare_ok(text: str, item: tuple[str, tuple[str, ...], int]) -> bool:
    """Whether a number without a word `section` of its own is one: `40 and 38 apply`, not `40 and 38 officers`."""
    return bool(item[1]) or bool(_AFTER_BARE.match(text, item[2]))


def _with_naked(text: str, found: list[Mention]) -> list[Mention]:
    """Numbers with brackets that stand alone beside a section: `Section 40 - Personal information (40(2))`."""
    extra = []
    for hit in _NAKED.finditer(text) if "(" in text else ():
        number, at = hit["number"], hit.start("number")
        if number in _ANY and not any(one.start <= at < one.end for one in found):
            brackets, end = _brackets(text, hit.end())
            extra.append(Mention(at, end, ((number, brackets),), regulation=False, number=number))
    return sorted([*found, *extra]) if extra else found
