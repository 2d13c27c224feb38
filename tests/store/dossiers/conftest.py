"""Requests to several forces, kept as their logs would show them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from store.database import Store
from store.keeping import keep
from store.records import Sighting

NOON = "2026-11-21T12:00:00+00:00"
DRONES = (
    "How many drones does the force own?",
    "How many times were drones deployed in 2021, 2022 and 2023?",
    "What was the total cost of maintaining drones in each of those years?",
)


def asked(force: str, *questions: str, on: str = "2024-03-04", **other: Any) -> Sighting:
    """A disclosure of a force; its questions are numbered from 1."""
    lines = [f"{number}. {question}" for number, question in enumerate(questions or DRONES, 1)]
    name = force.lower().replace(" ", "-")
    usual: dict[str, Any] = {
        "source": name,
        "address": f"https://{name}.example/{on}/",
        "title": "Use of drones",
        "words": "\n".join([*lines, f"Answer of {force}."]),
        "forces": (force,),
        "received": on,
        "request_text": "\n".join(lines),
        "response_text": f"Answer of {force}.",
        "extra": {
            "questions": [
                {"number": str(number), "text": question, "parent": None}
                for number, question in enumerate(questions or DRONES, 1)
            ]
        },
    }
    return Sighting(**usual | other)


@pytest.fixture
def ask(store: Store) -> Callable[..., int]:
    """Keeps a request to a force and gives its number: `ask("Essex Police", "How many dogs?", on="2024-03-04")`."""

    def kept(force: str, *questions: str, **other: Any) -> int:
        return keep(store, asked(force, *questions, **other), seen=NOON, run=None).disclosure

    return kept


@pytest.fixture
def ask_again(store: Store) -> Callable[..., int]:
    """Keeps the page of a force again with other fields."""

    def kept(force: str, *questions: str, on: str = "2024-03-04", **other: Any) -> int:
        sighting = replace(asked(force, *questions, on=on), **other)
        return keep(store, sighting, seen="2026-11-22T12:00:00+00:00", run=None).disclosure

    return kept


@pytest.fixture
def members(store: Store) -> Callable[[], dict[int, set[int]]]:
    """The dossiers as they stand: the disclosures of each by its number."""

    def now() -> dict[int, set[int]]:
        found: dict[int, set[int]] = {}
        for disclosure, dossier in store.db.conn.execute("SELECT disclosure, dossier FROM dossier_members"):
            found.setdefault(dossier, set()).add(disclosure)
        return found

    return now
