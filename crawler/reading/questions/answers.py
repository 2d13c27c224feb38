"""The answers of a reply by the numbers of the questions; a refusal and a mere pointer are no answers."""

import re
from bisect import bisect
from collections.abc import Sequence

from crawler.reading.letters.phrases import RESPONSE_HEADING, SECTION_HEADING, is_title
from crawler.reading.pages.tables import split_row, without_caption
from crawler.reading.questions.answer_labels import LABEL, numbers_of
from crawler.reading.questions.answer_lines import one_each
from crawler.reading.questions.answer_starts import answering, beginnings, ordered, untitled
from crawler.reading.questions.answers_apart import by_place, by_words, without_question
from crawler.reading.questions.answers_in_tables import in_numbered_rows, in_rows
from crawler.reading.questions.groups import GROUP, answers_group, is_group
from crawler.reading.questions.questions import Numbered, words_of

_IN_TURN = re.compile(r"(?:a|answer|a\d+)\s*(?:\d+\s*)?[.):–-]\s*(?=\S)", re.I)
_SECOND = re.compile(r"b[.)] ", re.I)
_MARGIN = 60  # characters
_CUT = 30  # characters, where the next line goes on in the middle of a sentence


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
    grouped = any(is_group(question.get("parent") or "") for question in asked)
    lines = one_each(lines, [number for question in asked if (number := question["number"])], grouped=grouped)
    every = [start for start in beginnings(lines, known, grouped) if not by_name or lines[start.at][:1].isalpha()]
    starts = untitled(answering([one for one in every if not one.ends], lines, asked), asked)
    texts = {words_of(question["text"] or "") for question in asked} if starts else ()
    kept = {start.at for start in starts}
    ends = [one for one in every if one.at not in kept]
    places = [one.at for one in ends]
    found: dict[str, Numbered] = {}
    for start, later in ordered(list(zip(starts, [*starts[1:], None], strict=False)), asked):
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


def answers_in_turn(lines: Sequence[str], asked: Sequence[Numbered]) -> tuple[Numbered, ...]:
    """The answers of a reply that puts `a)` or `Answer:` under each question, in their order."""
    numbers = [question["number"] for question in asked if question["number"]]
    starts = [(line.strip(), _IN_TURN.match(line.strip())) for line in lines]
    texts = [line[start.end() :] for line, start in starts if start]
    if len(texts) == 1 and len(numbers) > 1:
        return ()  # one answer, to all of them
    if any(_SECOND.match(line) for line, _ in starts):
        return ()  # a list
    return tuple({"number": number, "text": text} for number, text in zip(numbers, texts, strict=False))


def _below(lines: Sequence[str], is_followed: bool, words: str) -> list[str]:
    """The lines that go on with an answer: up to a table and its caption, a heading or the next number."""
    found: list[str] = []
    for line in lines:
        if len(split_row(line)) > 1:
            return without_caption(found)
        if SECTION_HEADING.fullmatch(line) or RESPONSE_HEADING.fullmatch(line):
            break
        if GROUP.match(line) or answers_group(line):
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
