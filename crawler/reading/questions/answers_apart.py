"""Answers that stand apart from any number: after the words of their question, or by their place in a list."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence

from crawler.reading.letters.phrases import heads_response
from crawler.reading.questions.given import VALUE
from crawler.reading.questions.list_numbers import BULLETS
from crawler.reading.questions.numbering import ROMAN
from crawler.reading.questions.questions import Numbered, is_question, words_of

_WORDED = re.compile(rf"(?:[{BULLETS}]\s+)?(?P<label>[A-Z][^:?–—|\t]{{2,120}}?)\s?(?:(?P<colon>:)|\s[–—-])\s+(?=\S)")
_BEHIND = "?:–—-"  # one of these stands behind such words, or behind a question
_LABELS = re.compile(r"(?:^|[.;,] )\w[^:.;,]{0,60}:\s")
_ITEM = re.compile(
    rf"(?:[{BULLETS}]|\(?(?:(?P<n>\d{{1,2}}|[a-z]|[ivx]{{1,4}})\s?[.):]|[1-9]\d?\.(?P<below>[1-9]\d?)[.):]?))\s+(?=\S)",
    re.I,
)
_CITES = re.compile(r"\W*(?:\d+[.)] )?(?:under )?(?:s(?:ections?|ec)?\.? ?\d|reg(?:ulation)? ?\d)", re.I)
_WHOLE = re.compile(r"[.!]\W*$|\d|^(?:yes|no|none|nil|zero)$", re.I)
_DIGIT = re.compile(r"\d")
_COUNTS = (tuple(map(str, range(1, 60))), tuple("abcdefghijklmnopqrstuvwxyz"), ROMAN)


def by_words(lines: Sequence[str], asked: Sequence[Numbered], *, dashes: bool = True) -> Iterator[Numbered]:
    """The answers that stand behind their questions, or behind words that one question alone has: `Upheld: 20`.

    What several such labels tell of one question is no answer to the whole of it. `dashes`: such words may have a
    dash behind them; where the questions bear numbers that is rather a title: `Lost dogs - FOI 12/24`.
    """
    lines = [line for line in lines if any(map(line.__contains__, _BEHIND))]
    texts = {words_of(question["text"] or ""): question["number"] for question in asked} if lines else {}
    found = [one for line in lines if (one := _echoed(line, texts) or _worded(line, texts, dashes))]
    times = Counter(number for number, _ in found)
    if len({question["number"] for question in asked}) == len(asked):
        for number, text in found:
            if times[number] == 1:
                yield {"number": number, "text": text}


def _echoed(line: str, texts: Mapping[str, str | None]) -> tuple[str, str] | None:
    text = without_question(line, texts) if "?" in line else line
    return (texts[words_of(line[: -len(text)])] or "", text) if text and text != line else None


def _worded(line: str, texts: Mapping[str, str | None], dashes: bool) -> tuple[str, str] | None:
    label = None if len(_LABELS.findall(line)) > 1 else _WORDED.match(line)
    if label and heads_response(label["label"]):
        return None  # of no question, though one may ask for the time of a response
    words = set(words_of(label["label"]).split()) if label else set()
    of = [number for text, number in texts.items() if words and words.issubset(text.split())]
    if label is None or len(of) != 1 or not (of[0] and (dashes or label["colon"])):
        return None
    # A dash goes on with the sentence: `Guidance – yes, it is published.`
    return of[0], line[label.end() if label["colon"] else label.start("label") :]


def without_question(text: str, asked: Container[str]) -> str:
    """An answer without the question that it repeats: `How many? Nine.`; empty where nothing is behind it."""
    head, mark, rest = text.partition("?")
    if is_question(text) or words_of(text) in asked:
        return ""
    return rest.lstrip(' "”’)–-:') if mark and words_of(head) in asked else text


def by_place(lines: Sequence[str], asked: Sequence[Numbered]) -> list[Numbered]:
    """The answers that a list gives in the order of the questions, one item for each, under other numbers or none.

    A list that a colon leads up to is of something else, such as exemptions.
    """
    found = [run for run in _runs(lines) if len(run) == len(asked) > 1 and _answer(lines, run)]
    if len(found) != 1:
        return []
    texts = [_ITEM.sub("", lines[at], count=1) for at in found[0]]
    return [{"number": one["number"], "text": text} for one, text in zip(asked, texts, strict=True)]


def _runs(lines: Sequence[str]) -> list[list[int]]:
    """The lists among the lines, each by the places of its items, which stand below one another."""
    found: list[list[int]] = []
    for at, line in enumerate(lines):
        if _ITEM.match(line) and found and found[-1][-1] == at - 1:
            found[-1].append(at)
        elif _ITEM.match(line):
            found.append([at])
    return found


def _answer(lines: Sequence[str], run: Sequence[int]) -> bool:
    above = lines[run[0] - 1] if run[0] else ""
    texts = [lines[at] for at in run]
    marks = [_ITEM.match(text) for text in texts]
    numbers = [number.lower() for mark in marks if mark and (number := mark["n"] or mark["below"])]
    texts = [text[mark.end() :] for text, mark in zip(texts, marks, strict=True) if mark]
    counts = not numbers or any(numbers == list(names[: len(run)]) for names in _COUNTS)
    other = any(is_question(text) or _CITES.match(text) or not _WHOLE.search(text) for text in texts)
    values = sum(bool(VALUE.match(text) or _DIGIT.search(text)) for text in texts)
    return counts and not other and 2 * values >= len(run) and not above.rstrip().endswith(":")
