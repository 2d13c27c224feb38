"""A request taken apart for comparison: what it asks, piece by piece, and what is only said around it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from store.digest import plain
from store.dossiers.periods import period
from store.dossiers.phrases import ASKS, CLAUSE, FOLLOWS_UP, LEGAL, MANNER, MARK, SENTENCE
from store.dossiers.words import LONGEST, meanings, people, stems, wanted


@dataclass(frozen=True)
class Unit:
    """One thing asked: its number as the requester gave it ("" for none), its words as written and by meaning."""

    number: str
    text: str
    words: frozenset[str]


@dataclass(frozen=True)
class Request:
    """What is compared of a request. `context` are words said around the questions, the title's among them."""

    title: frozenset[str]
    units: tuple[Unit, ...]
    context: frozenset[str]
    months: frozenset[int]
    back: int
    people: frozenset[str]
    wanted: frozenset[str]
    follows_up: bool

    @property
    def asked(self) -> frozenset[str]:
        return frozenset().union(*(unit.words for unit in self.units))

    @property
    def all(self) -> frozenset[str]:
        return self.asked | self.context


def request(
    title: str,
    text: str,
    questions: Sequence[dict[str, Any]] = (),
    *,
    forces: Iterable[str] = (),
    asked: date | None = None,
) -> Request:
    """Take a request apart. `questions` are {"number", "text"} as read; what is asked besides is cut from `text`.

    The names of the forces it went to are left out. Without any text the title stands for the request.
    """
    own = frozenset(word for force in forces for word in stems(force))
    head_text = LEGAL.sub(" ", title)
    body = LEGAL.sub(" ", plain_lines(text)).strip() or head_text
    numbered = [(str(one.get("number") or ""), LEGAL.sub(" ", plain(str(one.get("text") or "")))) for one in questions]
    asks, around = _pieces(numbered, body)
    units = tuple(_units(asks, own))
    said = frozenset(meanings(period(" ".join(around), asked).rest)) - own
    head = frozenset(word for word in meanings(period(head_text, asked).rest) if not word.isdigit()) - own
    times = period(body, asked)
    if not times.months:
        times = period(head_text, asked) if not times.back else times
    words = frozenset().union(*(unit.words for unit in units))
    whole = " ".join(unit.text for unit in units)
    return Request(
        head, units, (said | head) - words, times.months, times.back, people(words | head), wanted(whole),
        bool(FOLLOWS_UP.search(body)),
    )  # fmt: skip


def plain_lines(text: str) -> str:
    """The text line by line without its markup."""
    return "\n".join(filter(None, (plain(line) for line in text[:LONGEST].split("\n"))))


def _pieces(numbered: Sequence[tuple[str, str]], body: str) -> tuple[list[tuple[str, str]], list[str]]:
    """What is asked, with its number, and what is said around it."""
    asks = [(number, text) for number, text in numbered if number and text]
    marked = [text for _, text in asks]
    around: list[str] = []
    for sentence in filter(None, map(str.strip, SENTENCE.split(body))):
        bare = MARK.sub("", sentence)
        if any(bare.rstrip(";.,") in text for text in marked) or MANNER.search(sentence):
            continue
        if ASKS.search(sentence):
            asks.append(("", bare))
        else:
            around.append(bare)
    if not asks:
        asks, around = [("", sentence) for sentence in around or [body]], []
    return asks, around


def _units(asks: Sequence[tuple[str, str]], own: frozenset[str]) -> Iterator[Unit]:
    for number, text in asks:
        for sentence in SENTENCE.split(text):
            if MANNER.search(sentence):
                continue
            for clause in filter(None, map(str.strip, CLAUSE.split(sentence))):
                words = frozenset(meanings(period(clause, None).rest)) - own
                if words:
                    yield Unit(number, clause, words)
