"""The answers of a reply by the numbers of the questions; a refusal and a mere pointer are no answers."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crawler.reading.numbering import Series
from crawler.reading.phrases import RESPONSE_HEADING, SECTION_HEADING
from crawler.reading.questions import BULLETS, GROUP, Numbered, heads_group, in_digits, is_question
from crawler.reading.tables import split_row, without_caption

_ONE = r"\d{1,2}(?:[.)]\s?\(?[a-z](?=\)))?\s?(?:[a-z]\b|[a-z]?[ivx]{1,4}\b|\([a-z]{1,3}\))?"
_NAMES = (
    r"(?:(?:in )?(?:response|answer|reply|ateb|ymateb) to |re:? )?"
    r"(?:q|qs|a|ans|answers?|response|questions?|points?|items?|parts?|quer(?:y|ies)|bullets?|requests?|cwestiwn"
    r"|cwestiynau|ateb)"
    r"\s*\.?\s*(?:no\.?\s*|number\s)?"
)
_LABEL = re.compile(
    rf"(?:{_NAMES})?\(?(?P<number>{_ONE}|[a-z]|[ivx]{{1,4}})(?P<more>(?:\s?(?:,|&|and|to|–"
    rf"|-)\s?(?:q(?:uestions?)?\s?)?{_ONE})*)"
    r"\s?(?:(?:response|answer)\s?)?(?:\)|[.:/]|\s[–-](?=\s)|[–-](?=\s))(?!\d)[.:]?\s*"
    r"|(?:(?:response|answer|reply) to )?(?:q|a|question|answer|response|point|item)\s?(?P<bare>\d{1,2}[a-z]?)"
    r"(?P<mores>(?:\s?(?:,|&|and)\s?(?:q(?:uestion)?\s?)?\d{1,2}[a-z]?)*)(?:\s(?=\w)|\s?$)",
    re.I,
)
_NUMBER = re.compile(r"(?P<join>\bto\b|–|-)?\s?(?P<one>\d{1,2}\s?\(?[a-z]{0,3}\)?)", re.I)
_INLINE = re.compile(r"(?:^|(?<=[.;:!?] ))\(?(?P<number>\d{1,2}|[a-z]|[ivx]{1,4})[/).] (?=\S)", re.I)
_WORDED = re.compile(rf"(?:[{BULLETS}]\s+)?(?P<label>[A-Z][^:?–—|\t]{{2,120}}?)\s?(?::|\s[–—-])\s+(?=\S)")
_NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINAL = re.compile(
    r"(?:for|as (?:to|for|regards)|on|to|regarding|in (?:answer|response|reply) to) (?:your|the) "
    rf"(?P<nth>{'|'.join(_NTH)}) (?:question|point|part|bullet|request)(?: the answer is|,|:| [–-]) ?(?=\S)",
    re.I,
)
_IN_TURN = re.compile(r"(?:a|answer|a\d+)\s*(?:\d+\s*)?[.):–-]\s*(?=\S)", re.I)
_ASKS = re.compile(
    r"(?:please (?!see|find|refer|note)|how|what|when|where|which|who|why|could|can|would|do|does|did|is|are"
    r"|was|were|has|have|provide|give|list|state)\b",
    re.I,
)
_ASKS_HEAD = re.compile(r"(?:your )?(?:questions?|requests?|q|no\.?|number|point|item)(?: (?:no\.?|number))?", re.I)
_GIVES_HEAD = re.compile(
    r"(?:our )?(?:answers?|responses?|repl(?:y|ies)|results?|information (?:provided"
    r"|disclosed))",
    re.I,
)


@dataclass(frozen=True)
class _Start:
    """Where an answer begins: the line, the names of its questions, and the words on the line itself."""

    at: int
    names: tuple[str, ...]
    words: str


def answers(lines: Sequence[str], asked: Sequence[Numbered]) -> tuple[Numbered, ...]:
    """Each answer as {"number", "text"}; only under numbers that were asked, the first answer under each.

    An answer goes on until the next number; the last, whose end nobody marks, is its paragraph alone. One that is
    given to several questions at once (`Q1-3: none`) is the answer to each.
    """
    known = {question["number"] for question in asked if question["number"]}
    texts = {_words(question["text"] or "") for question in asked}
    lines = [piece for line in in_digits(lines) for piece in _pieces(_counted(line), known)]
    grouped = any(GROUP.fullmatch(question.get("parent") or "") for question in asked)
    starts = list(_starts(lines, known, grouped))
    found: dict[str, Numbered] = {}
    for start, later in zip(starts, [*starts[1:], None], strict=False):
        repeats = _words(start.words) in texts or is_question(start.words)
        words = "" if repeats else start.words
        below = _below(lines[start.at + 1 : later.at if later else None], later is not None, bool(words))
        if text := " ".join(filter(None, [words, *below])):
            for name in start.names:
                found.setdefault(name, {"number": name, "text": text})
    return tuple(found.values()) or tuple(_in_rows(lines, asked)) or tuple(_by_words(lines, asked))


def answers_in_turn(lines: Sequence[str], asked: Sequence[Numbered]) -> tuple[Numbered, ...]:
    """The answers of a reply that puts `a)` or `Answer:` under each question, in their order."""
    numbers = [question["number"] for question in asked if question["number"]]
    starts = [(line.strip(), re.match(_IN_TURN, line.strip())) for line in lines]
    texts = [line[start.end() :] for line, start in starts if start]
    return tuple({"number": number, "text": text} for number, text in zip(numbers, texts, strict=False))


def _starts(lines: Sequence[str], known: Collection[str | None], grouped: bool) -> Iterator[_Start]:
    """`grouped`: the questions stand under `REQUEST 1`, `REQUEST 2`, so that a request's number is not a question's."""
    group, series = "", Series()
    for at, text in enumerate(lines):
        if start := heads_group(text):
            group, series = start.group("group").upper() + " ", Series()
        elif (grouped and GROUP.match(text)) or len(split_row(text)) > 1:
            continue
        elif label := _LABEL.match(text):
            words = text[label.end() :]
            names = [name for number in _numbers(label) if (name := _known(number, series, known))]
            # Without a mark after the number the line may be a sentence: `Question 2 is for the courts`.
            if names and not (label.group("bare") and _ASKS.match(words)):
                yield _Start(at, tuple(group + ("Q" if group else "") + name for name in names), words)


def _numbers(label: re.Match[str]) -> list[str]:
    """The numbers of a label, each once: `2`, `2 and 4`, `1-3`."""
    first = re.sub(r"[\s().]", "", label.group("number") or label.group("bare")).lower()
    found = [first]
    for step in _NUMBER.finditer(label.group("more") or label.group("mores") or ""):
        one = re.sub(r"[\s().]", "", step["one"]).lower()
        if step["join"] and found[-1].isdigit() and one.isdigit():
            found += [str(number) for number in range(int(found[-1]) + 1, min(int(one), int(found[-1]) + 40))]
        found.append(one)
    return list(dict.fromkeys(found))


def _known(number: str, series: Series, known: Collection[str | None]) -> str:
    full = series.place(number)[0]
    return full if full in known else number if number in known else ""


def _below(lines: Sequence[str], is_followed: bool, has_words: bool) -> list[str]:
    """The lines that go on with an answer: up to a table and its caption, a heading or the next number."""
    found: list[str] = []
    for line in lines:
        if len(split_row(line)) > 1:
            return without_caption(found)
        if SECTION_HEADING.fullmatch(line) or RESPONSE_HEADING.fullmatch(line) or GROUP.match(line):
            break
        if not is_followed and (found or has_words):
            break
        found.append(line)
    return found


def _in_rows(lines: Sequence[str], asked: Sequence[Numbered]) -> Iterator[Numbered]:
    """The answers of a table with a column of questions, by number or in full, and a column of answers."""
    named = {_words(question["text"] or ""): question["number"] for question in asked}
    numbers = {question["number"] for question in asked if question["number"]}
    ask = give = -1
    for line in lines:
        cells = split_row(line)
        if len(cells) < 2 or max(ask, give) >= len(cells):
            ask = give = -1
        elif ask < 0 or give < 0:
            ask = next((n for n, cell in enumerate(cells) if _ASKS_HEAD.fullmatch(cell)), -1)
            give = next((n for n, cell in enumerate(cells) if _GIVES_HEAD.fullmatch(cell)), -1)
        elif cells[give]:
            label = _LABEL.match(cells[ask] + ".") if cells[ask] else None
            number = _numbers(label)[0] if label else ""
            name = number if number in numbers else named.get(_words(cells[ask]))
            if name:
                yield {"number": name, "text": cells[give]}


def _by_words(lines: Sequence[str], asked: Sequence[Numbered]) -> Iterator[Numbered]:
    """The answers to questions without numbers, by their place: a line opens with it, or words of it alone."""
    texts = [set(_words(question["text"] or "").split()) for question in asked]
    taken: set[int] = set()
    for line in lines if texts and not any(question["number"] for question in asked) else ():
        label = _WORDED.match(line)
        words = set(_words(label["label"]).split()) if label else set()
        places = [place for place, text in enumerate(texts, 1) if words and words <= text]
        if label and len(places) == 1 and places[0] not in taken:
            taken.add(places[0])
            is_whole = len(words) * 5 >= len(texts[places[0] - 1]) * 4
            text = line[label.end() :] if is_whole else line[label.start("label") :]
            yield {"number": str(places[0]), "text": text}


def _counted(line: str) -> str:
    """The line with the number of the question that it speaks of in words: `As to the second point, none.`"""
    found = _ORDINAL.match(line)
    return f"Question {_NTH.index(found['nth'].lower()) + 1}: {line[found.end() :]}" if found else line


def _pieces(line: str, known: Collection[str | None]) -> list[str]:
    """A line that answers several numbers one after another, cut before each: `a/ 143. b/ 17 failed.`"""
    marks = [mark for mark in _INLINE.finditer(line) if mark.group("number").lower() in known]
    if len(marks) < 2:
        return [line]
    cuts = [0, *(mark.start() for mark in marks if mark.start()), len(line)]
    return [line[start:end].strip(" ;") for start, end in pairwise(cuts)]


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
