"""What a dossier shows, as frozen shapes: its members, the answer of each force, and the answers to each question."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Member:
    """A disclosure, or a thread of correspondence, in a dossier. `answer` is in the words of ANSWERS.

    `days` are calendar days from receipt to answer, None where either day is not known: which days are no working
    days differs by country and year. `sections` are the exemptions relied on. `same_as` are members of the dossier
    with the very same answer, such as a joint reply in two logs.
    """

    disclosure: int
    kind: str
    forces: tuple[str, ...]
    title: str
    ref: str
    address: str
    status: str
    received: str
    responded: str
    published: str
    outcome: str
    answer: str
    sections: tuple[str, ...]
    days: int | None
    score: float
    reasons: tuple[dict[str, Any], ...]
    joined: str
    same_as: tuple[int, ...] = ()


@dataclass(frozen=True)
class ForceAnswer:
    """What one force answered: by its member that says most, with all its members by number."""

    force: str
    answer: str
    sections: tuple[str, ...]
    days: int | None
    disclosure: int
    members: tuple[int, ...]


@dataclass(frozen=True)
class Reply:
    """What one member says to one question: the question in its own words, its number there, answer and outcome."""

    disclosure: int
    forces: tuple[str, ...]
    number: str
    question: str
    answer: str
    outcome: str


@dataclass(frozen=True)
class Question:
    """A question as the core asks it, and the replies side by side; `alike` members did not ask it are absent."""

    number: str
    text: str
    replies: tuple[Reply, ...]


@dataclass(frozen=True)
class Stacked:
    """Tables of one shape in one: `columns` are force, disclosure, where, cells, and then those of the tables."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    disclosures: tuple[int, ...]


@dataclass(frozen=True)
class Dossier:
    """The same question across forces. `asked_as` is the number that was asked for, where it was merged into `id`."""

    id: int
    asked_as: int
    title: str
    since: str
    core: int
    members: tuple[Member, ...]
    forces: tuple[ForceAnswer, ...]
    questions: tuple[Question, ...] = ()
    tables: tuple[Stacked, ...] = ()
    merged: tuple[int, ...] = field(default=())


@dataclass(frozen=True)
class Summary:
    """A dossier in a list of them. `answers` are how many forces answered how."""

    id: int
    title: str
    since: str
    disclosures: int
    forces: tuple[str, ...]
    answers: dict[str, int]
