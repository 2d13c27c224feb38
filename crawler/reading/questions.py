"""The numbered questions of a request and the answers given under the same numbers."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from crawler.reading.numbering import Series

Numbered = dict[str, str | None]

ITEM = re.compile(
    r"(?:q(?:uestion)?\s*\.?\s*)?\(?(?P<number>\d{1,2}\s?[a-z]?|[a-z]|[ivx]{1,4})\s?[.):/](?!\d)\s*(?=\S)"
    r"|q(?:uestion)?\s?(?P<bare>\d{1,2}[a-z]?)(?!\s*(?:response|answer))\s*(?:[–-]\s*|\s)(?=\w)"
    r"|(?P<bullet>[-–•*])\s+(?=\w)",
    re.I,
)
_BULLET_NUMBER = re.compile(r"^[-–•*]\s+(?=\(?(?:q\s?)?\d{1,2}[.):]\s)", re.I)  # a number typed into a list of dots
_GROUP = re.compile(r"(?P<group>(?:request|question set|part)\s+\d{1,2})\s*[:–-]?\s*", re.I)
_ANSWER = re.compile(
    r"(?:q|a|ans|answer|question|response to q(?:uestion)?)?\s*\.?\s*\(?(?P<number>\d{1,2}\s?[a-z]?|[a-z])"
    r"\s?(?:(?:response|answer)\s?)?(?:[.):/]|\s?[–-](?=\s))\s*(?=\S)"
    r"|(?:q|a|question|answer)\s?(?P<bare>\d{1,2}[a-z]?)"
    r"(?:\s?(?:,|&|and)\s?(?:q(?:uestion)?\s?)?\d{1,2}[a-z]?)*\s(?:[–:-]\s*)?(?=\w)",
    re.I,
)
_HEADED = re.compile(r"(?:request|question|cais|q)\s?(?P<number>\d{1,2})\s*[:.–-]?", re.I)
_INLINE = re.compile(r"(?:^|(?<=[.;:!?] ))\(?(?P<number>\d{1,2}|[a-z])[/).] (?=\S)", re.I)
_IN_TURN = re.compile(r"(?:a|answer|a\d+)\s*(?:\d+\s*)?[.):–-]\s*(?=\S)", re.I)
_WISH = re.compile(
    r"(?:please|(?:can|could|would) (?:you|i)|i (?:would|am|wish|want|request|seek|should)|under the (?:freedom|act)"
    r"|provide|give|list|a (?:list|copy|breakdown)|the (?:number|total)|all\b)",
    re.I,
)
_ASKS = re.compile(
    r"^(?:please (?!see|find|refer|note)|how|what|when|where|which|who|why|could|can|would|do|does|did|is|are"
    r"|was|were|has|have|provide|give|list|state)\b",
    re.I,
)


def is_question(line: str) -> bool:
    """Whether a line asks: it ends in a question mark, foot-note marks aside."""
    return line.rstrip(" *†\"'”’)").endswith("?")


def questions(lines: Sequence[str]) -> tuple[Numbered, ...]:
    """Each as {"number", "text", "parent"}: number "1", "1a" or None; parent a number or group, or None."""
    found: list[Numbered] = []
    group, series = "", Series()
    for line in lines:
        text = _BULLET_NUMBER.sub("", line.strip())
        if (start := _GROUP.match(text)) and len(text) - start.end() < 3:
            group, series = start.group("group").upper(), Series()
        elif (item := ITEM.match(text)) and not _is_initial(text, found):
            number = re.sub(r"\s", "", item.group("number") or item.group("bare") or "").lower()
            full, parent = series.place(number) if number else ("", "")
            found.append(
                {"number": full or None, "text": _unmarked(text[item.end() :]), "parent": parent or group or None}
            )
    return tuple(found) if found else _unnumbered(lines)


def _unmarked(text: str) -> str:
    """The text without the foot-note marks that a letter pasted from a form keeps at the end: `by staff?**`."""
    return text.rstrip("*†").rstrip()


def _is_initial(text: str, found: Sequence[Numbered]) -> bool:
    """Whether the letter is of a name, as in `R. Quill`: a capital that no earlier item leads up to."""
    before = {question["number"] for question in found}
    return bool(re.match(r"[B-Z]\. [A-Z]", text)) and chr(ord(text[0].lower()) - 1) not in before


def _unnumbered(lines: Sequence[str]) -> tuple[Numbered, ...]:
    """The lines that ask; under a heading `Request 2`, all that stands there, with the heading's number."""
    found: list[Numbered] = []
    number: str | None = None
    for line in lines:
        if heading := _HEADED.fullmatch(line.strip()):
            number = heading.group("number")
        elif number and found and found[-1]["number"] == number:
            found[-1]["text"] = f"{found[-1]['text']} {_unmarked(line)}"
        elif number or is_question(line):
            found.append({"number": number, "text": _unmarked(line), "parent": None})
    wishes = [] if found else [line for line in lines if _WISH.match(line) and not line.endswith(":")]
    # One wish is the question; among several sentences nobody can say which are wishes and which are reasons.
    return tuple(found) or tuple({"number": None, "text": _unmarked(line), "parent": None} for line in wishes[:1])


def answers(lines: Sequence[str], asked: Sequence[Numbered]) -> tuple[Numbered, ...]:
    """Each answer as {"number", "text"}; only under numbers that were asked, the first answer under each."""
    known = {question["number"] for question in asked if question["number"]}
    texts = {_words(question["text"] or "") for question in asked}
    found: dict[str, Numbered] = {}
    group, series = "", Series()
    lines = [piece for line in lines for piece in _pieces(_BULLET_NUMBER.sub("", line.strip()), known)]
    for at, text in enumerate(lines):
        if (start := _GROUP.match(text)) and len(text) - start.end() < 3:
            group, series = start.group("group").upper() + " ", Series()
        elif item := _ANSWER.match(text):
            number = re.sub(r"\s", "", item.group("number") or item.group("bare")).lower()
            full, words = series.place(number)[0], text[item.end() :]
            number = full if full in known else number
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
