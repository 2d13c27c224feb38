"""The answers of a reply by the numbers of the questions; a refusal and a mere pointer are no answers."""

import re
from bisect import bisect
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from crawler.reading.letters.phrases import RESPONSE_HEADING, SECTION_HEADING, is_title
from crawler.reading.pages.tables import split_row, without_caption
from crawler.reading.questions import decimals
from crawler.reading.questions.answer_labels import LABEL, numbers_and_words, numbers_of
from crawler.reading.questions.answer_lines import one_each
from crawler.reading.questions.answers_apart import by_place, by_words, without_question
from crawler.reading.questions.answers_in_tables import are_titles, in_numbered_rows, in_rows
from crawler.reading.questions.given import VALUE
from crawler.reading.questions.numbering import Series
from crawler.reading.questions.questions import GROUP, Numbered, heads_group, words_of

_IN_TURN = re.compile(r"(?:a|answer|a\d+)\s*(?:\d+\s*)?[.):–-]\s*(?=\S)", re.I)
_ASKS = re.compile(
    r"(?:please (?!see|find|refer|note)|how|what|when|where|which|who|why|could|can|would|do|does|did|is|are"
    r"|was|were|has|have|provide|give|list|state)\b",
    re.I,
)
_MARGIN = 60  # characters
_CUT = 30  # characters, where the next line goes on in the middle of a sentence
_VERB = re.compile(
    r"(?:is|are|was|were|has|have|cannot|can|could|will|would|does|do|attracts|falls)\b(?! (?:\w+ ){0,6}\?)"
)
_SAID = re.compile(r"(?:yes|none|nil|zero|no(?=[.,;]|$)|not held)\b", re.I)


@dataclass(frozen=True)
class _Start:
    """Where an answer begins: the line, the names of its questions, and the words on the line itself.

    `told`: by a sentence that opens with the number, `As regards question 3, ...`, which may give a reason as well.
    `ends`: by one of which the number is the subject, `Question 3 is refused`: no answer begins there, but one ends.
    """

    at: int
    names: tuple[str, ...]
    words: str
    told: bool = False
    ends: bool = False


def answers(lines: Sequence[str], asked: Sequence[Numbered]) -> tuple[Numbered, ...]:
    """Each answer as {"number", "text"}; only under numbers that were asked, the first answer under each.

    An answer goes on until the next number; the last, whose end nobody marks, is its paragraph alone. One that is
    given to several questions at once (`Q1-3: none`) is the answer to each.
    """
    if not asked:
        return ()
    numbered = any(question["number"] for question in asked)
    if numbered:
        found = _labelled(lines, asked)
        rows = tuple(in_rows(lines, asked)) or tuple(in_numbered_rows(lines, asked))
        # Reasons may stand under numbers as well, below a table of all answers.
        listed = rows if len(rows) > len(found) else found
    else:
        asked = [{**question, "number": str(place)} for place, question in enumerate(asked, 1)]
        found = _labelled(lines, asked, by_name=True)
        # The force may count otherwise than we do, which shows where it has fewer questions or more.
        listed = found if len(found) == len(asked) else tuple(in_rows(lines, asked))
    return listed or tuple(by_words(lines, asked, dashes=not numbered)) or tuple(by_place(lines, asked))


def _labelled(lines: Sequence[str], asked: Sequence[Numbered], *, by_name: bool = False) -> tuple[Numbered, ...]:
    """The answers under the numbers of their questions; `by_name`: only where these are called questions."""
    known = {question["number"] for question in asked if question["number"]}
    texts = {words_of(question["text"] or "") for question in asked}
    lines = one_each(lines, [number for question in asked if (number := question["number"])])
    grouped = any(GROUP.fullmatch(question.get("parent") or "") for question in asked)
    every = [start for start in _starts(lines, known, grouped) if not by_name or lines[start.at][:1].isalpha()]
    starts, ends = [one for one in every if not one.ends], [one for one in every if one.ends]
    places = [one.at for one in ends]
    # Such sentences answer where all answers open so, from the first question on.
    first = next((question["number"] for question in asked), None)
    if not (all(start.told for start in starts) and any(first in start.names for start in starts)):
        starts = [start for start in starts if not start.told]
    starts = _untitled(starts, asked)
    found: dict[str, Numbered] = {}
    for start, later in _ordered(list(zip(starts, [*starts[1:], None], strict=False)), asked):
        words = without_question(start.words, texts)
        stop = later.at if later else len(lines)
        between = ends[bisect(places, start.at) : bisect(places, stop)]
        stop = next((one.at for one in between if one.names != start.names), stop)
        below = _below(lines[start.at + 1 : stop], stop < len(lines), words)
        below = below[:-1] if below and later and _heads(below[-1], later.names[0]) else below
        if text := " ".join(filter(None, [words, *below])):
            for name in start.names:
                found.setdefault(name, {"number": name, "text": text})
    return tuple(found.values())


def _untitled(starts: list[_Start], asked: Sequence[Numbered]) -> list[_Start]:
    """The beginnings without words where all of these are titles of the questions: `Question 1 - Costs`."""
    titles = [(name, start.words) for start in starts for name in start.names[:1]]
    texts = {question["number"] or "": question["text"] or "" for question in asked}
    apart = all(later.at > start.at + 1 for start, later in pairwise(starts))
    bare = (
        len(starts) > 1 and apart and all(words and is_title(words) and not VALUE.match(words) for _, words in titles)
    )
    return [replace(start, words="") for start in starts] if bare and are_titles(titles, texts) else starts


def _ordered(
    starts: Sequence[tuple[_Start, _Start | None]], asked: Sequence[Numbered]
) -> list[tuple[_Start, _Start | None]]:
    """The beginnings, those of the list first that has the first question: one that lacks it gives the reasons."""
    places = {question["number"]: at for at, question in enumerate(asked)}
    lists: list[list[tuple[_Start, _Start | None]]] = []
    last = 0
    for pair in starts:
        at = places.get(pair[0].names[0], 0)
        if not lists or at <= last:
            lists.append([])
        lists[-1].append(pair)
        last = at
    lists.sort(key=lambda some: places.get(some[0][0].names[0], 0) > 0)
    return [pair for some in lists for pair in some]


def answers_in_turn(lines: Sequence[str], asked: Sequence[Numbered]) -> tuple[Numbered, ...]:
    """The answers of a reply that puts `a)` or `Answer:` under each question, in their order."""
    numbers = [question["number"] for question in asked if question["number"]]
    starts = [(line.strip(), _IN_TURN.match(line.strip())) for line in lines]
    texts = [line[start.end() :] for line, start in starts if start]
    if len(texts) == 1 and len(numbers) > 1:
        return ()  # one answer, to all of them
    return tuple({"number": number, "text": text} for number, text in zip(numbers, texts, strict=False))


def _starts(lines: Sequence[str], known: Collection[str | None], grouped: bool) -> Iterator[_Start]:
    """`grouped`: the questions stand under `REQUEST 1`, `REQUEST 2`, so that a request's number is not a question's."""
    group, series = "", Series()
    pointed = any("." in (one or "") for one in known)
    for at, text in enumerate(lines):
        if start := heads_group(text):
            group, series = start.group("group").upper() + " ", Series()
        elif len(split_row(text)) > 1:
            continue
        elif pointed and (below := decimals.label(text))[0] and all(one in known for one in below[0]):
            if not _VERB.match(below[1]):
                yield _Start(at, tuple(below[0]), below[1])
        elif (label := LABEL.match(text)) and not (grouped and GROUP.search(text, 0, label.end())):
            numbers, words = numbers_and_words(label, known)
            names = [name for number in numbers if (name := _known(number, series, known))]
            if names:
                full = tuple(group + ("Q" if group else "") + name for name in names)
                yield _Start(at, full, words, bool(label["told"]), _is_sentence(label, words))


def _is_sentence(label: re.Match[str], words: str) -> bool:
    """Whether the number is the subject of a sentence and no label: `Question 2 is for the courts`."""
    if label.group("bare"):
        return (words[:1].islower() and not _SAID.match(words)) or bool(_ASKS.match(words))
    return bool(label.start("number")) and bool(_VERB.match(words))


def _known(number: str, series: Series, known: Collection[str | None]) -> str:
    full = series.place(number)[0]
    return full if full in known else number if number in known else ""


def _below(lines: Sequence[str], is_followed: bool, words: str) -> list[str]:
    """The lines that go on with an answer: up to a table and its caption, a heading or the next number."""
    found: list[str] = []
    for line in lines:
        if len(split_row(line)) > 1:
            return without_caption(found)
        if SECTION_HEADING.fullmatch(line) or RESPONSE_HEADING.fullmatch(line) or GROUP.match(line):
            break
        if not is_followed and (found or words) and not _breaks_off([words, *found][-1], line):
            break
        found.append(line)
    return found


def _heads(line: str, name: str) -> bool:
    """Whether a line is the title of the question of which the next answer is a part: `2. Results` above 2a."""
    label = LABEL.match(line) if is_title(line) else None
    top = tuple(numbers_of(label)) if label else ()
    return bool(top) and name not in top and name.startswith(top)


def _breaks_off(line: str, below: str) -> bool:
    """Whether a line was cut at a margin, and the next goes on with it."""
    return line[-1:] not in (*".?!:;)|",) and (len(line) > _MARGIN or (len(line) > _CUT and below[:1].islower()))
