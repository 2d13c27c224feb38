"""The numbered questions of a request and the answers given under the same numbers."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

Numbered = dict[str, str | None]

ITEM = re.compile(
    r"(?:q(?:uestion)?\s*\.?\s*)?\(?(?P<number>\d{1,2}\s?[a-z]?|[a-z]|[ivx]{1,4})\s?[.):/]\s*(?=\S)"
    r"|(?P<bullet>[-–•*])\s+(?=\w)",
    re.I,
)
_GROUP = re.compile(r"(?P<group>(?:request|question set|part)\s+\d{1,2})\s*[:–-]?\s*", re.I)
_ANSWER = re.compile(
    r"(?:q|a|ans|answer|question|response to q(?:uestion)?)?\s*\.?\s*\(?(?P<number>\d{1,2}\s?[a-z]?|[a-z])"
    r"\s?(?:(?:response|answer)\s?)?(?:[.):/]|\s?[–-](?=\s))\s*(?=\S)",
    re.I,
)
_HEADED = re.compile(r"(?:request|question|cais|q)\s?(?P<number>\d{1,2})\s*[:.–-]?", re.I)
_INLINE = re.compile(r"(?:^|(?<=[.;:!?] ))\(?(?P<number>\d{1,2}|[a-z])[/).] (?=\S)", re.I)
_IN_TURN = re.compile(r"(?:a|answer|a\d+)\s*(?:\d+\s*)?[.):–-]\s*(?=\S)", re.I)
_ASKS = re.compile(
    r"^(?:please|how|what|when|where|which|who|why|could|can|would|do|does|did|is|are|was|were|has"
    r"|have|provide|give|list|state)\b",
    re.I,
)


def is_question(line: str) -> bool:
    """Whether a line asks: it ends in a question mark, foot-note marks aside."""
    return line.rstrip(" *†\"'”’)").endswith("?")


def questions(lines: Sequence[str]) -> tuple[Numbered, ...]:
    """Each as {"number", "text", "parent"}: number "1", "1a" or None; parent a number or group, or None."""
    found: list[Numbered] = []
    group, outer = "", ""
    for line in lines:
        text = line.strip()
        if (start := _GROUP.match(text)) and len(text) - start.end() < 3:
            group, outer = start.group("group").upper(), ""
        elif item := ITEM.match(text):
            number = re.sub(r"\s", "", item.group("number") or "").lower()
            nested = bool(outer) and number.isalpha()
            outer = outer if nested or not number.isdecimal() else number
            full = f"{outer}{number}" if nested else number
            parent = outer if nested else group
            found.append({"number": full or None, "text": text[item.end() :], "parent": parent or None})
    if found:
        return tuple(found)
    return _unnumbered(lines)


def _unnumbered(lines: Sequence[str]) -> tuple[Numbered, ...]:
    """The lines that ask; under a heading `Request 2`, the heading's number is theirs."""
    found: list[Numbered] = []
    number = None
    for line in lines:
        if heading := _HEADED.fullmatch(line.strip()):
            number = heading.group("number")
        elif is_question(line):
            found.append({"number": number, "text": line, "parent": None})
    return tuple(found)


def answers(lines: Sequence[str], asked: Sequence[Numbered]) -> tuple[Numbered, ...]:
    """Each answer as {"number", "text"}; only under numbers that were asked, the first answer under each."""
    known = {question["number"] for question in asked if question["number"]}
    texts = {_words(question["text"] or "") for question in asked}
    found: dict[str, Numbered] = {}
    group = ""
    lines = [piece for line in lines for piece in _pieces(line.strip(), known)]
    for at, text in enumerate(lines):
        if (start := _GROUP.match(text)) and len(text) - start.end() < 3:
            group = start.group("group").upper() + " "
        elif item := _ANSWER.match(text):
            number, words = re.sub(r"\s", "", item.group("number")).lower(), text[item.end() :]
            # A reply often repeats the question and answers on the next line.
            words = lines[at + 1] if _words(words) in texts and at + 1 < len(lines) else words
            if words and number in known and not _ASKS.match(words):
                name = group + ("Q" if group else "") + number
                found.setdefault(name, {"number": name, "text": words})
    return tuple(found.values())


def _pieces(line: str, known: Collection[str | None]) -> list[str]:
    """A line that answers several numbers one after another, cut before each: `a/ 143. b/ 17 failed.`"""
    marks = [mark for mark in _INLINE.finditer(line) if mark.group("number").lower() in known]
    if len(marks) < 2:
        return [line]
    cuts = [0, *(mark.start("number") for mark in marks if mark.start("number")), len(line)]
    return [line[start:end].strip() for start, end in pairwise(cuts)]


def answers_in_turn(lines: Sequence[str], asked: Sequence[Numbered]) -> tuple[Numbered, ...]:
    """The answers of a reply that puts `a)` or `Answer:` under each question, in their order."""
    numbers = [question["number"] for question in asked if question["number"]]
    starts = [(line.strip(), re.match(_IN_TURN, line.strip())) for line in lines]
    texts = [line[start.end() :] for line, start in starts if start]
    return tuple({"number": number, "text": text} for number, text in zip(numbers, texts, strict=False))


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
