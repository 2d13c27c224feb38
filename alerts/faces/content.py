"""What a message tells, before it has a face: the facts that all its faces share."""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from alerts.faces.untrusted import web
from alerts.faces.wording import FOOT

Body = Mapping[str, Any]


@dataclass(frozen=True)
class Content:
    """The items to be told of, how many are spelled out, and the summaries; all texts are calm (`untrusted`).

    `made` is when the message was made; `closing` what was checked, {} for no digest (`closing`).
    """

    subscription: str
    subject: str
    every: tuple[Body, ...]
    spelled_out: int
    summaries: tuple[Body, ...]
    test: bool = False
    made: str = ""
    closing: Mapping[str, Any] = field(default_factory=dict)

    @property
    def items(self) -> tuple[Body, ...]:
        """Those that are spelled out."""
        return self.every[: self.spelled_out]

    @property
    def more(self) -> int:
        """How many items are only counted."""
        return len(self.every) - len(self.items)

    @property
    def following(self) -> Body | None:
        """The first that is only counted."""
        return self.every[self.spelled_out] if self.more else None

    @property
    def heading(self) -> str:
        """The subject within a message, where nobody need be told whose it is."""
        said = self.subject.removeprefix("foiwatch: ")
        return said[:1].upper() + said[1:]

    @property
    def told(self) -> int:
        """How many of the items are new."""
        return sum(one["event"] == "new" for one in self.every)

    @property
    def foot(self) -> str:
        """Why the reader gets this."""
        return FOOT.format(self.subscription)

    @property
    def first_address(self) -> str:
        """Where the first of the items can be read."""
        return web(self.every[0]["address"]) if self.every else ""

    def most_that(self, fits: Callable[["Content"], bool]) -> int | None:
        """How many items can be spelled out so that it fits; None when it does not without any."""
        if fits(self):
            return len(self.items)
        too_many = bisect_left(range(len(self.items)), True, key=lambda number: not fits(self.shorter(number)))
        return too_many - 1 if too_many else None

    def shorter(self, spelled_out: int) -> "Content":
        """The same, with fewer items spelled out."""
        return replace(self, spelled_out=spelled_out)
