"""Headings of a letter in the one form that its readers know: in one language, and without numbers."""

import re
from collections.abc import Sequence

from crawler.reading.letters import phrases

_SOME = r"(?: ?\d{1,2}(?:\s?(?:,|&|a|and|to|-|–)\s?\d{1,2})*(?!\d|/\d))"
_WELSH = r"(?:(?:eich|ein|yr?) )?(?:h?(?:ymateb|ateb)(?:ion)?|chais|cais|(?:ch|g)?cwestiwn|cwestiynau|ceisiadau)"
_ENGLISH = r"(?:(?:your|our|the) )?(?:requests?|questions?|responses?|answers?|repl(?:y|ies))"
_BOTH = re.compile(
    rf"(?:{_WELSH}{_SOME}?\s?[/|–-]\s?(?P<last>{_ENGLISH})"
    rf"|(?P<first>{_ENGLISH})(?P<before>{_SOME})?\s?[/|–-]\s?{_WELSH})"
    rf"(?P<after>{_SOME})?(?P<end>\s*[:.–-]?$|[:.]\s+(?=\S))",
    re.I,
)
_NUMBERED = re.compile(
    r"(?:(?:section|part) )?\(?(?P<n>\d{1,2})\s?(?:[.):]|[–—-](?=\s))(?!\d)\s*(?P<head>\S.{0,80})", re.I
)
# Of one of these is each such heading.
_IN_WELSH = ("ateb", "cais", "chais", "cwesti", "ceisiadau")
_HEADS = (phrases.REQUEST_HEADING, phrases.RESPONSE_HEADING, phrases.SECTION_HEADING)


def headings_plain(lines: Sequence[str]) -> list[str]:
    """The lines, the numbers taken from the headings of a letter in sections: `1. Your request`, `2. Our decision`.

    Only where one section is the request, and no answer bears its number: `1. Request`, `1. Response`.
    """
    found = list(lines)
    items = [(at, int(mark["n"]), mark["head"]) for at, line in enumerate(lines) if (mark := _NUMBERED.fullmatch(line))]
    if sum(_is_known(head, phrases.REQUEST_HEADING) for _, _, head in items) != 1:
        return found
    known = {at: number for at, number, head in items if _is_known(head, *_HEADS)}
    if len(set(known.values())) < len(known):
        return found
    last, since = 0, set[int]()
    for at, number, head in items:
        # A title with the next number is a section as well, unless the list before it has come so far.
        if at in known or (0 < last == number - 1 and last not in since and phrases.is_title(head)):
            found[at], last, since = head, number, set()
        else:
            since.add(number)
    return found


def _is_known(text: str, *heads: re.Pattern[str]) -> bool:
    return any(head.fullmatch(text.strip(" |")) for head in heads)


def in_one_language(lines: Sequence[str]) -> list[str]:
    """The lines, each heading or label in Welsh and English in English alone: `Ymateb / Response 3` as `Response 3`."""
    low = "\n".join(lines).lower()
    if not any(map(low.__contains__, _IN_WELSH)):
        return list(lines)  # as most letters
    found = [_BOTH.match(line) if line[:1] != "|" else None for line in lines]
    return [_english(both, line) if both else line for both, line in zip(found, lines, strict=True)]


def _english(both: re.Match[str], line: str) -> str:
    numbers = (both["after"] or both["before"] or "").strip().replace(" a ", " & ")
    return f"{both['last'] or both['first']} {numbers}".rstrip() + both["end"] + line[both.end() :]
