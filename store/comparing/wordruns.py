"""A word diff of two texts, in bounded time: runs of words that are equal, removed or added."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Literal

from diff_match_patch import diff_match_patch

Kind = Literal["equal", "removed", "added"]

SECONDS = 2.0  # for two texts; what is not told apart by then counts as removed and added as a whole
LONG = 120_000  # characters of both; longer texts are compared by lines first, which costs a tenth of the time

# A figure, a section or a name with its stops inside is one word: 1,234, 12.5%, s40(2)(b) does not fall apart.
_TOKEN = re.compile(r"\s+|\w+(?:[’'.,/:\-]\w+|\(\w{1,4}\))*|[^\w\s]")
# A page may be one long line: then a sentence is a line.
_LINE = re.compile(r"(?:[^\n.!?]|[.!?](?!\s)){0,4000}(?:[.!?]?\s|[.!?]\Z)?")
_SLICE = 100  # lines
_SURROGATES = 0xD800, 0xE000
_FIRST = 0x100


@dataclass(frozen=True)
class Run:
    """Words of one kind. `at` is the character of the later text where they stand, or stood."""

    kind: Kind
    text: str
    at: int = 0


@dataclass(frozen=True)
class Piece:
    """Words of a file that changed, and where: "page 3", "sheet 'Data', B14"; "" when the place is not known."""

    place: str
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class _Token:
    """A word, a sign or white space: `key` is what it is compared by."""

    key: str
    text: str
    at: int


_Block = tuple[Kind, Sequence[_Token], int]


def word_runs(before: str, after: str, seconds: float = SECONDS) -> tuple[Run, ...]:
    """What became of the words of a text. White space counts as one blank, however it is written.

    The equal and the added runs together are `after`, but for its white space; equal and removed are `before`.
    The time is bounded by about `seconds`, the memory by some hundred bytes a word.
    """
    end = monotonic() + seconds
    if len(before) + len(after) <= LONG:
        blocks = list(_blocks(_words(before), _words(after), seconds))
    else:
        blocks = list(_by_lines(before, after, end))
    return tuple(_joined(blocks))


def differ(runs: Iterable[Run]) -> bool:
    """Whether anything was removed or added."""
    return any(run.kind != "equal" for run in runs)


def aligned(before: Sequence[str], after: Sequence[str], seconds: float = SECONDS) -> Iterator[tuple[Kind, int, int]]:
    """Two lists, of lines for instance, as (kind, first, past the last): of `before` where removed, else of `after`."""
    old, new = _encoded(before, after)
    i = j = 0
    for kind, length in _spans(old, new, seconds, readable=False):
        start = i if kind == "removed" else j
        yield kind, start, start + length
        i += length if kind != "added" else 0
        j += length if kind != "removed" else 0


def _by_lines(before: str, after: str, end: float) -> Iterator[_Block]:
    old, new = _lines(before), _lines(after)
    gone: list[_Token] = []
    at = 0
    for kind, first, last in aligned([t.key for t in old], [t.key for t in new], max(0.1, (end - monotonic()) / 2)):
        if kind == "removed":
            gone += old[first:last]
            continue
        block = new[first:last]
        at = block[-1].at + len(block[-1].text)
        if kind == "added":
            yield from _within(gone, block, end)
        else:
            yield from _within(gone, (), end, block[0].at)
            yield "equal", block, block[0].at
        gone = []
    yield from _within(gone, (), end, at)


def _within(gone: Sequence[_Token], come: Sequence[_Token], end: float, at: int = 0) -> Iterator[_Block]:
    """Word by word what a block of lines became, while time is left; else as a whole."""
    left = end - monotonic()
    at = come[0].at if come else at
    if gone and come and left > 0 and sum(len(t.text) for t in (*gone, *come)) <= LONG:
        old, new = (_words("".join(t.text for t in block)) for block in (gone, come))
        for kind, tokens, place in _blocks(old, new, left):
            yield kind, tokens, at + place
        return
    if len(gone) == len(come) > _SLICE and left > 0:
        # As many lines as before: a column of a table was written anew, say, and line stands for line.
        for start in range(0, len(gone), _SLICE):
            yield from _within(gone[start : start + _SLICE], come[start : start + _SLICE], end)
        return
    if gone:
        yield "removed", gone, at
    if come:
        yield "added", come, at


def _blocks(old: Sequence[_Token], new: Sequence[_Token], seconds: float) -> Iterator[_Block]:
    i = j = 0
    coded = _encoded([t.key for t in old], [t.key for t in new])
    for kind, length in _spans(*coded, seconds, readable=True):
        place = new[j].at if j < len(new) else (new[-1].at + len(new[-1].text) if new else 0)
        yield kind, old[i : i + length] if kind == "removed" else new[j : j + length], place
        i += length if kind != "added" else 0
        j += length if kind != "removed" else 0


def _spans(old: str, new: str, seconds: float, *, readable: bool) -> Iterator[tuple[Kind, int]]:
    engine = diff_match_patch()
    engine.Diff_Timeout = max(seconds, 0.01)  # 0 would mean no limit
    found = engine.diff_main(old, new, False)
    if readable:
        # Joins what a chance blank or stop had parted, so that a sentence written anew reads as one change.
        engine.diff_cleanupSemantic(found)
    kinds: dict[int, Kind] = {-1: "removed", 0: "equal", 1: "added"}
    return ((kinds[sign], len(piece)) for sign, piece in found if piece)


def _encoded(before: Iterable[str], after: Iterable[str]) -> tuple[str, str]:
    """Each item as one character, the same for the same item: what the library compares."""
    codes: dict[str, str] = {}

    def one(item: str) -> str:
        if item not in codes:
            number = _FIRST + len(codes)
            codes[item] = chr(number if number < _SURROGATES[0] else number + _SURROGATES[1] - _SURROGATES[0])
        return codes[item]

    return "".join(map(one, before)), "".join(map(one, after))


def _words(text: str) -> list[_Token]:
    return [_Token(" " if found[0].isspace() else found[0], found[0], found.start()) for found in _TOKEN.finditer(text)]


def _lines(text: str) -> list[_Token]:
    return [_Token(" ".join(f[0].split()), f[0], f.start()) for f in _LINE.finditer(text) if f[0]]


def _joined(blocks: Iterable[_Block]) -> Iterator[Run]:
    """Neighbours of one kind as one run; white space alone is no change."""
    kind: Kind = "equal"
    texts: list[str] = []
    start = 0
    for next_kind, tokens, at in blocks:
        text = "".join(token.text for token in tokens)
        if next_kind != kind:
            if texts:
                yield Run(kind, "".join(texts), start)
            kind, texts = next_kind, []
        if not texts:
            start = at
        texts.append(text)
    if texts:
        yield Run(kind, "".join(texts), start)
