"""Takes a reference apart: the running number, its year, and the series that is left; by the form of its force."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from store.references.structure import by_structure
from store.references.taken import Numbered, financial_year, full_year, tidy


@dataclass(frozen=True)
class Form:
    """How some forces write their references. `source` says where that is seen."""

    forces: tuple[str, ...]
    series: str
    pattern: re.Pattern[str]
    financial: bool
    source: str


@dataclass(frozen=True)
class Counter:
    """A sequence that numbers more than the requests to one force; `counts` says what."""

    forces: tuple[str, ...]
    series: tuple[str, ...]
    counts: str
    source: str


def take_apart(ref: str, force: str = "", years: tuple[int, int] | None = None) -> Numbered | None:
    """The number of a reference, or None when it has none or is only like one.

    `years` are the first and last year that its document's own dates leave possible. A year after the last is a
    slip of the pen or no year; one before the first is held against a reference of unknown form alone.
    """
    ref = tidy(ref)
    known = next(filter(None, (_by_form(form, ref) for form in forms(force))), None)
    found = known or by_structure(ref, years)
    if found is None or (years and found.year and int(found.year[:4]) > years[1]):
        return None
    return found


@cache
def forms(force: str) -> tuple[Form, ...]:
    """The forms of that force, by full name."""
    return tuple(form for form in _every() if force in form.forces)


@cache
def counter(force: str, series: str) -> Counter | None:
    """The common counter that a force's series belongs to, or None."""
    rows = (Counter(tuple(r["forces"]), tuple(r["series"]), r["counts"], r["source"]) for r in _data()["counter"])
    return next((row for row in rows if force in row.forces and series in row.series), None)


@cache
def kin(force: str) -> tuple[str, ...]:
    """The full names of the forces that have a counter in common with this one, itself among them."""
    shared = [name for row in _data()["counter"] if force in row["forces"] for name in row["forces"]]
    return tuple(sorted({force, *shared}))


def _by_form(form: Form, ref: str) -> Numbered | None:
    hit = form.pattern.fullmatch(ref)
    if not hit:
        return None
    groups = hit.groupdict()
    year = groups.get("year") or groups.get("year2") or ""
    if year:
        year = full_year(year)
    month = f"{year}-{groups['month']}" if groups.get("month") else ""
    year = financial_year(year) if form.financial else year
    return Numbered(form.series, year, int(groups["number"]), (groups.get("letter") or "").upper(), month)


def _forms() -> Iterator[Form]:
    for row in _data()["form"]:
        pattern = re.compile(row["pattern"], re.I)
        yield Form(tuple(row["forces"]), row["series"], pattern, row.get("financial", False), row["source"])


@cache
def _every() -> tuple[Form, ...]:
    return tuple(_forms())


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("forms.toml").read_text("utf-8"))
