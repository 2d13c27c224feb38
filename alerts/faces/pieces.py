"""A quote or a difference in pieces of one kind each, which every face marks in its own way."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from alerts.faces.untrusted import calm, flat, shortened

Kind = Literal["plain", "marked", "removed", "added"]
_KINDS: dict[str, Kind] = {"equal": "plain", "removed": "removed", "added": "added"}


@dataclass(frozen=True)
class Piece:
    """Words of one kind; blanks stand in plain pieces only, or within."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class Difference:
    """What changed in one place, such as "response text"; `cut`: there is more of it on the page."""

    place: str
    pieces: tuple[Piece, ...]
    cut: bool = False


def quoted(item: Mapping[str, Any], most: int = 600) -> tuple[Piece, ...]:
    """The quote of an item, the words that matched marked, as often as they stand in it as whole words.

    Several that were found apart are written with " … " between them.
    """
    text = shortened(flat(item.get("quote", "")), most)
    words = sorted(filter(None, flat(item.get("words", "")).split(" … ")), key=len, reverse=True)
    if not words:
        return (Piece("plain", text),) if text else ()
    found = "|".join(map(re.escape, words))
    parts = re.split(rf"((?<!\w)(?:{found})(?!\w))", text, flags=re.IGNORECASE)
    return tuple(Piece("marked" if number % 2 else "plain", part) for number, part in enumerate(parts) if part)


def differences(item: Mapping[str, Any]) -> tuple[Difference, ...]:
    """What changed, place by place, as it was frozen when the alert was queued."""
    return tuple(
        Difference(flat(one["where"]), tuple(spaced(_runs(one["runs"]))), bool(one.get("cut")))
        for one in item.get("diff", ())
    )


def _runs(runs: Iterable[Mapping[str, str]]) -> Iterator[Piece]:
    return (Piece(_KINDS.get(run["kind"], "plain"), calm(run["text"])) for run in runs)


def spaced(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The same words, but a changed piece neither begins nor ends with a blank: marks must touch what they mark."""
    for piece in pieces:
        core = piece.text.strip()
        if piece.kind == "plain" or not core:
            yield Piece("plain", piece.text)
            continue
        before, _, after = piece.text.partition(core)
        if before:
            yield Piece("plain", before)
        yield Piece(piece.kind, core)
        if after:
            yield Piece("plain", after)


def inline(pieces: Iterable[Piece], marks: Mapping[Kind, str], escaped: Callable[[str], str]) -> str:
    """The pieces in one line, each between its marks, with a blank where a letter or a mark would touch one outside.

    In mrkdwn, and for a part in CommonMark (0.31, 6.2), a mark that touches a letter there marks nothing.
    """
    said, last = "", ""
    for piece in pieces:
        mark, text = marks[piece.kind], escaped(piece.text)
        touches = (mark and (last or said[-1:].isalnum())) or (last and text[:1].isalnum())
        said += f"{' ' if touches else ''}{mark}{text}{mark}"
        last = mark
    return said.strip()
