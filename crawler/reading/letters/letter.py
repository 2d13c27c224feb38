"""A letter into what was asked and what was answered; sentences that every letter carries are in neither."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from crawler.reading.letters.answer_above import answer_above
from crawler.reading.letters.cut import cut
from crawler.reading.letters.edges import REQUESTING, is_decided, is_own
from crawler.reading.letters.first_said import first_said
from crawler.reading.letters.headed_questions import headed_questions
from crawler.reading.letters.letter_parts import left_out_of, request_part, response_part, sifted
from crawler.reading.letters.phrases import is_title
from crawler.reading.letters.plain_headings import headings_plain, in_one_language
from crawler.reading.letters.quotation import apart, quotation
from crawler.reading.letters.repeated import numbered_repeats
from crawler.reading.letters.starts import first_asked, request_start, response_start, without_labels
from crawler.reading.letters.turn_marks import Turns, asks
from crawler.reading.letters.turn_table import columns
from crawler.reading.letters.turns import taken_apart
from crawler.reading.letters.unmixed import unmix
from crawler.reading.letters.voices import Odds, forms, voices
from crawler.reading.pages.tables import split_row
from crawler.reading.questions.groups import answers_group
from crawler.reading.questions.items import item_of
from crawler.reading.questions.list_numbers import first_apart, in_digits, joined
from crawler.reading.questions.questions import is_question

_TITLES = re.compile(
    r"\b(?:answer\w*|repl\w+|respon\w+|decision|determination|position|stance|stand|outcome|results?|findings?"
    r"|found|say"
    r"|said|tell|consider\w*|reason\w*|our|we|information|ymateb|ateb|disclosure|constabulary|police|force)\b",
    re.I,
)
_TELLS = re.compile(
    r"\d|\b(?:no|not|none|nil|held|exempt\w*|refus\w+|withheld|full|part\w*|disclosed|decided|can|cannot)\b", re.I
)


@dataclass(frozen=True)
class Letter:
    """The lines of a letter by part; `split` is the line where the answer begins, -1 when none was found.

    `boilerplate` are the sentences that stand in neither text; `later` is what the requester of a correspondence wrote
    after the request.
    """

    head: tuple[str, ...]
    request: tuple[str, ...]
    response: tuple[str, ...]
    split: int
    pairs: tuple[tuple[str, str], ...] = ()
    boilerplate: tuple[str, ...] = ()
    later: tuple[str, ...] = ()


def letter(lines: Sequence[str], set_in: Sequence[str] = ()) -> Letter:
    """Split a reply by its headings and by whose words its lines are, or by turns where these are taken.

    `set_in`: the lines of the one block that the page sets in as a quotation.
    """
    lines = numbered_repeats(_listed(_headings(lines)))
    start, inline = request_start(lines)
    answer = response_start(lines, start)
    begin = start if start >= 0 else _unheaded(lines, answer)
    turns = taken_apart(lines[begin:], answer - begin if answer >= 0 else -1, lines[:begin])
    # Nobody need be heard where nothing above the turns asks.
    if turns and not any(map(asks, lines[:begin])):
        return _in_turns(lines[:begin], inline, turns)
    odds, voiced, answers = _heard(lines)
    # Where the questions stand above, what looks like them are the numbers of the answers.
    if turns and not (answers <= begin and any(map(asks, lines[voiced:answers]))):
        return _in_turns(lines[:begin], inline, turns)
    if order := answer_above(lines, (voiced, answers), odds):
        return _turned(lines, *order)
    quoted, below = quotation(lines, set_in)
    if quoted < below and not inline:
        return _parted(lines[:quoted], lines[quoted:below], _untitled(lines[below:]), below)
    if voiced < answers:
        # A label may have the request on its own line.
        begin = begin if inline else first_said(lines, start, voiced, odds)
        answers += answers < len(lines) - 1 and is_own(lines[answers])
        answers -= answers - begin > 1 and is_decided(lines[answers - 1])
        asked = lines[begin:answers]
        return _parted(
            lines[:begin],
            [inline, *asked] if inline else asked,
            _untitled(lines[answers:]),
            answers if answers < len(lines) else -1,
        )
    if start < 0 and answer < 0:
        return _unmarked(without_labels(lines))
    end = answer if answer >= 0 else len(lines)
    asked, answered = (list(lines[begin:end]), list(lines[end:])) if answer >= 0 else unmix(lines[begin:])
    asked = [inline, *asked] if inline else asked
    return _parted(lines[:begin], asked, answered, answer)


def _unheaded(lines: Sequence[str], answer: int) -> int:
    """The first line of a request that nothing heads; that of a table of questions are its heads."""
    asked, table = first_asked(lines, answer), columns(lines)[0]
    return min(asked, table - 1) if table > 0 else asked


def _in_turns(head: Sequence[str], inline: str, turns: Turns) -> Letter:
    return _parted(head, [inline] * bool(inline) + [*turns.asked], turns.answered, len(head), turns.pairs)


def _turned(lines: Sequence[str], begin: int, lead: int, end: int) -> Letter:
    """A letter whose answer begins at a line, above what leads up to the request, which ends at another."""
    found = _parted(lines[:begin], lines[lead + 1 : end], lines[begin:lead], begin)
    return replace(found, boilerplate=(*found.boilerplate, *sifted(lines[end:]).left_out))


def _heard(lines: Sequence[str]) -> tuple[Sequence[Odds], int, int]:
    """The voices of the lines, and by them the first line of the request and the first of the answer."""
    digits = in_digits(lines)
    seen = list(forms(digits))
    odds = list(voices(digits, seen))
    voiced, answers = cut(digits, seen, odds)
    return odds, voiced, _above_table(lines, voiced, answers)


def _above_table(lines: Sequence[str], voiced: int, answers: int) -> int:
    """The line where the answer begins, above a table that words alone would part."""
    top = answers
    while top > voiced and len(split_row(lines[top - 1])) > 1 and not is_question(lines[top - 1]):
        top -= 1
    parted = top < answers < len(lines) and len(split_row(lines[answers])) > 1
    begin = top if parted else answers
    return begin - 1 if begin - 1 > voiced and _leads_to_table(lines, begin - 1) else begin


def _leads_to_table(lines: Sequence[str], at: int) -> bool:
    """Whether a line leads up to the table right below it: it is the force's, since the table is."""
    below = lines[at + 1] if at + 1 < len(lines) else ""
    return lines[at].endswith(":") and not item_of(lines[at]) and len(split_row(below)) > 1


def _headings(lines: Sequence[str]) -> list[str]:
    """The lines, the headings of the letter in the form that all readers know."""
    return headings_plain(in_one_language(lines))


def _listed(lines: Sequence[str]) -> list[str]:
    """The lines, each question with its number before it."""
    return headed_questions(joined(first_apart(apart(lines))))


def _parted(
    head: Sequence[str],
    asked: Sequence[str],
    answered: Sequence[str],
    split: int,
    pairs: tuple[tuple[str, str], ...] = (),
) -> Letter:
    wished, given = request_part(asked), response_part(answered)
    left_out = (*left_out_of(head), *wished.left_out, *given.left_out)
    return Letter(tuple(head), tuple(wished.kept), tuple(given.kept), split, pairs, left_out)


def _unmarked(lines: Sequence[str]) -> Letter:
    """A text without any heading: the questions that it opens with, then the rest."""
    asks = [at for at, line in enumerate(lines[:-1]) if is_question(line)] or _opening_list(lines)
    if not asks or asks[0] > 3:
        return _parted((), (), lines, -1)
    split = asks[-1] + 1
    return _parted((), lines[:split], lines[split:], split)


def _opening_list(lines: Sequence[str]) -> list[int]:
    """The places of the items of the list with which a text opens, when a wish leads up to it."""
    first = next((at for at, line in enumerate(lines[:4]) if item_of(line)), -1)
    if first < 1 or not any(map(REQUESTING.match, lines[:first])):
        return []
    return list(takewhile(lambda at: item_of(lines[at]), range(first, len(lines) - 1)))


def _untitled(lines: Sequence[str]) -> Sequence[str]:
    """The lines of an answer without a heading of the force's own wording."""
    text = lines[0].strip(" |:") if lines else ""
    heads = len(lines) > 1 and is_title(text) and _TITLES.search(text) and not _TELLS.search(text)
    # The heading of one request's answers tells them from another's.
    return lines[1:] if heads and not answers_group(text) else lines
