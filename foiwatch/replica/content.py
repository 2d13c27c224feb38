"""The words that the replica writes with, read once from content.toml; none is a real request or reply."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Ask:
    """One question of a subject and the kind of answer that it gets."""

    kind: str
    text: str


@dataclass(frozen=True)
class Subject:
    """What requests are about: title and question patterns, the table of a reply, its exemptions."""

    key: str
    category: str
    titles: tuple[str, ...]
    asks: tuple[Ask, ...]
    misconduct: bool = False
    hard: bool = False
    columns: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    exempt: tuple[str, ...] = ()


@dataclass(frozen=True)
class Words:
    """Everything in content.toml beside the subjects."""

    years: tuple[int, ...]
    areas: tuple[str, ...]
    askers: tuple[str, ...]
    caveats: tuple[str, ...]
    thanks: tuple[str, ...]
    reviews: tuple[str, ...]
    exemptions: dict[str, tuple[str, str]]
    reasons: dict[str, str]


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("content.toml").read_text("utf-8"))


@cache
def words() -> Words:
    found = _file()
    lists = ("years", "areas", "askers", "caveats", "thanks", "reviews")
    exemptions = {key: (section, name) for key, (section, name) in found["exemptions"].items()}
    return Words(**{k: tuple(found[k]) for k in lists}, exemptions=exemptions, reasons=found["reasons"])


@cache
def subjects() -> tuple[Subject, ...]:
    """Every subject, in the order of the file."""
    return tuple(_subject(entry) for entry in _file()["subject"])


@cache
def themed(theme: str) -> tuple[Subject, ...]:
    """The subjects of one theme: "misconduct", "hard" (looks like misconduct, is not) or "usual"."""
    if theme == "usual":
        return tuple(s for s in subjects() if not s.misconduct and not s.hard)
    return tuple(s for s in subjects() if getattr(s, theme))


def _subject(entry: dict[str, Any]) -> Subject:
    found: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    asks = tuple(Ask(*question.split(": ", 1)) for question in found.pop("questions"))
    return Subject(asks=asks, **found)
