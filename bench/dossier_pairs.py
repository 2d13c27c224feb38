"""The invented requests that dossiers are measured by, two and two, with what a person says of each pair."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from crawler.reading.questions.questions import questions
from store.dossiers.request import Request, request
from store.dossiers.window import WINDOW

FOLDER = Path(__file__).resolve().parents[1] / "tests/store/dossiers"
_ITEM = re.compile(r"\s*(?:-|\(?\w{1,3}[.):])\s|Q\d")


@dataclass(frozen=True)
class Asked:
    """One request of a family; those of a family with the same `label` ask the same."""

    family: str
    label: str
    note: str
    force: str
    on: date
    kind: str
    title: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def questions(self) -> tuple[dict[str, Any], ...]:
        return tuple(questions(self.lines))

    @property
    def request(self) -> Request:
        return request(self.title, self.text, self.questions, forces=[self.force], asked=self.on)


@dataclass(frozen=True)
class Pair:
    """Two requests, and whether they ask the same."""

    left: Asked
    right: Asked
    same: bool


def families(name: str) -> list[list[Asked]]:
    """The requests of asked_NAME.toml, family by family."""
    table = tomllib.loads((FOLDER / f"asked_{name}.toml").read_text("utf-8"))
    return [[_asked(family["name"], one) for one in family["asks"]] for family in table["family"]]


def pairs(name: str) -> Iterator[Pair]:
    """Every two requests of a family: the hard ones, for a family is about one subject."""
    for family in families(name):
        for left, right in combinations(family, 2):
            yield Pair(left, right, left.label == right.label)


def comparable(pair: Pair) -> bool:
    """Whether the words decide: in one window of time, of two forces."""
    return abs(pair.left.on - pair.right.on) <= WINDOW and pair.left.force != pair.right.force


def _asked(family: str, one: dict[str, Any]) -> Asked:
    return Asked(
        family, one["is"], one["note"], one["force"], date.fromisoformat(one["on"]), one.get("kind", "disclosure"),
        one["title"], tuple(_unwrapped(one["text"].strip().splitlines())),
    )  # fmt: skip


def _unwrapped(lines: Sequence[str]) -> list[str]:
    """The paragraphs and items of a text that is wrapped for the eye."""
    found: list[str] = []
    for line in lines:
        if found and not _ITEM.match(line) and not found[-1].endswith((":", ",")):
            found[-1] = f"{found[-1]} {line.strip()}"
        else:
            found.append(line.strip())
    return found
