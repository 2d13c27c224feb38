"""What happened, as a feed finds it: a row of the ledger, or what follows from one."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """What happened to a disclosure by the row `id` of the ledger; `others` are those that it concerns besides."""

    id: int
    disclosure: int
    version: int
    verb: str
    seen: str
    others: tuple[int, ...] = ()

    @property
    def key(self) -> str:
        """What names it within its record, whatever happens later: a thing that is seen again keeps its key."""
        if self.verb == "news":
            return f"{self.disclosure} reports {self.others[0]}"
        if self.verb == "dossier":
            return f"{self.disclosure} {self.version} joined"
        # What the first walk brought is new all the same, if it is ever told as such.
        return f"{self.disclosure} {self.version} {'new' if self.verb == 'kept' else self.verb} {self.seen}"
