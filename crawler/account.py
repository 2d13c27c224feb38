"""The account of a run: listed = kept + unchanged + skipped (with a reason) + failed, or the run is not whole."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Account:
    """Counts of one source's run.

    `listed` holds what the listing showed; `taken_up` what was to be visited, each settled once, under one verdict.
    """

    listed: set[str] = field(default_factory=set)
    taken_up: set[str] = field(default_factory=set)
    settled: dict[str, str] = field(default_factory=dict)
    problem: str = ""
    withdrawn: int = 0
    requests: int = 0

    def take_up(self, address: str) -> bool:
        """Note that the entry at `address` is this run's business; False when it is already."""
        if address in self.taken_up:
            return False
        self.taken_up.add(address)
        return True

    def settle(self, address: str, verdict: str) -> None:
        """Verdicts: new, changed, restored, unchanged, skipped, failed."""
        self.settled[address] = verdict

    def end(self, problem: str) -> None:
        """Name why the run is not whole; the first name stays."""
        self.problem = self.problem or problem

    def count(self, verdict: str) -> int:
        return Counter(self.settled.values())[verdict]

    @property
    def unchanged(self) -> int:
        """Visited and as before, or listed as before and not due for a visit."""
        return self.count("unchanged") + len(self.listed - self.taken_up)

    @property
    def seen(self) -> int:
        """Pages visited and found to be what they should be."""
        return sum(self.count(verdict) for verdict in ("new", "changed", "restored", "unchanged"))

    @property
    def left(self) -> int:
        """Entries taken up and not settled: the run was cut short."""
        return len(self.taken_up - self.settled.keys())

    @property
    def whole(self) -> bool:
        return not self.problem and not self.left and not self.count("failed")

    @property
    def why(self) -> str:
        """The name of what keeps the run from being whole, or ""."""
        failed = self.count("failed")
        if self.problem:
            return self.problem
        if failed:
            return f"{failed} of {len(self.taken_up)} failed"
        return f"stopped with {self.left} left" if self.left else ""
