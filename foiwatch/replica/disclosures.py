"""An invented disclosure, as plain data: what was asked, what was answered, and what hangs on it."""

import re
from dataclasses import dataclass
from datetime import date, datetime

_DROPPED = frozenset(("a", "an", "and", "by", "for", "from", "in", "into", "of", "on", "the", "their", "to", "with"))


@dataclass(frozen=True)
class Question:
    number: str
    text: str


@dataclass(frozen=True)
class Answer:
    """The reply to one question; `rows` is its table, the first row the headings."""

    number: str
    text: str
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Attachment:
    """A file beside the reply. `revision` counts how often it was replaced under the same address."""

    stem: str
    kind: str
    title: str
    revision: int = 0

    @property
    def file_name(self) -> str:
        return f"{self.stem}.{self.kind}"


@dataclass(frozen=True)
class Disclosure:
    """One invented request with its reply. `outcome`: disclosed, part, refused, not held or ncnd."""

    site: str
    serial: int
    ref: str
    title: str
    slug: str
    subject: str
    category: str
    misconduct: bool
    period: str
    received: date
    responded: date
    published: datetime
    asker: str
    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]
    outcome: str
    exemptions: tuple[tuple[str, str], ...] = ()
    reasons: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    thanks: str = ""
    review: str = ""
    attachments: tuple[Attachment, ...] = ()
    file_only: bool = False
    revision: int = 0

    @property
    def tables(self) -> list[tuple[tuple[str, ...], ...]]:
        return [answer.rows for answer in self.answers if answer.rows]


def slug(title: str) -> str:
    """The last part of an address: lower case, small words dropped, digits of a reference run together."""
    kept = re.sub(r"[^a-z0-9\s-]", "", title.lower()).replace(" - ", " ").split()
    return "-".join(word for word in kept if word not in _DROPPED)


def long_date(day: date, year: bool = True) -> str:
    """`3rd June 2026`, as letters write it."""
    ending = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return f"{day.day}{ending} {day:%B %Y}" if year else f"{day.day}{ending} {day:%B}"
