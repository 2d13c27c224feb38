"""Letters that repeat what was asked, each line behind a `>`, with an answer under every piece."""

import re
from collections.abc import Iterator, Sequence

from crawler.reading.questions.items import item_of
from crawler.reading.questions.questions import is_question

_SIGN = ">"
_MARKS = re.compile(r"[>\s]+")
_INNER = re.compile(r"(?<=\w) >+ (?=[a-z])")  # where lines were joined
_WROTE = re.compile(r"(?:on|at) .{6,120} wrote:|.{3,80} (?:wrote|asked):", re.I)
_WORD = re.compile(r"\w+")
_PREFACE = 60  # characters of each line, as of a greeting, above what is quoted at the top
_FEW = 3  # such lines
_SAME = 0.8  # of the words


def unquoted(lines: Sequence[str], asked: Sequence[str]) -> list[str]:
    """The lines without what they quote, where the answers stand between or under the quotes; else as they are.

    An answer bears the number of the question quoted above it, by the lines `asked` of the request where the quote
    leaves it out.
    """
    if not any(_is_quote(line) for line in lines) or not _takes_turns(lines):
        return list(lines)
    return list(_answers(lines, asked))


def plain(lines: Sequence[str]) -> Sequence[str]:
    """The lines of a letter with the questions that it repeats without their signs: `> 1. How many?`."""
    quotes = [_bare(line) for line in lines if _is_quote(line)]
    if not any(is_question(one) or item_of(one) for one in quotes):
        return lines
    return [_INNER.sub(" ", _bare(line)) if _is_quote(line) else line for line in lines]


def _bare(line: str) -> str:
    return _MARKS.sub("", line, count=1)


def _is_quote(line: str) -> bool:
    return line.lstrip().startswith(_SIGN)


def _takes_turns(lines: Sequence[str]) -> bool:
    """Whether answers follow quotes, and it is not one mail quoted under another."""
    quotes = [_is_quote(line) for line in lines]
    first = quotes.index(True)
    above = [line for line in lines[:first] if not _WROTE.fullmatch(line.strip())]
    after = [line for at, line in enumerate(lines) if at and quotes[at - 1] and not quotes[at]]
    # What a mail program wraps loses its sign, and goes on with a small letter.
    turns = [line for line in after if not line.strip()[:1].islower()]
    top = len(above) <= _FEW and all(len(line) < _PREFACE for line in above)
    return len(turns) == len(after) and (len(turns) > 1 or (top and len(turns) == 1))


def _answers(lines: Sequence[str], asked: Sequence[str]) -> Iterator[str]:
    above: list[str] = []
    for at, line in enumerate(lines):
        if _is_quote(line):
            above.append(_number(_bare(line), asked))
        elif line.strip() and not (
            _WROTE.fullmatch(line.strip()) and _is_quote(next(iter(lines[at + 1 : at + 2]), ""))
        ):
            numbers = list(filter(None, above))
            yield f"{numbers[0]} {line}" if len(numbers) == 1 and not item_of(line) else line
            above = []


def _number(quote: str, asked: Sequence[str]) -> str:
    """The number that a quoted line bears, or the line of the request that it repeats."""
    if own := item_of(quote):
        return own.group().strip()
    words = set(_WORD.findall(quote.lower()))
    best = max(filter(None, map(item_of, asked)), key=lambda item: _alike(item, words), default=None)
    return best.group().strip() if best and _alike(best, words) >= _SAME else ""


def _alike(item: re.Match[str], words: set[str]) -> float:
    theirs = set(_WORD.findall(item.string[item.end() :].lower()))
    return len(words & theirs) / max(len(words), len(theirs), 1)
