"""The state of the invented world: all logs at one moment, and what a week does to them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random

from foiwatch.replica.composing import at, compose
from foiwatch.replica.disclosures import Disclosure
from foiwatch.replica.log import Entry, Log
from foiwatch.replica.sites import SITES, Site

START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
_REACH = timedelta(days=700)
Paths = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Week:
    """What one `advance()` did: pairs of site and path. Restyled pages read the same as before."""

    number: int
    now: datetime
    amended: Paths
    replaced: Paths
    restyled: Paths
    withdrawn: Paths
    added: Paths


class World:
    """All logs at one moment. The same seed and counts give the same world, and the same weeks after it.

    `bare` names the sites whose replies carry no attachments.
    """

    def __init__(
        self, counts: Mapping[str, int], *, now: datetime = START, seed: int = 1, bare: Collection[str] = ()
    ) -> None:
        self.now, self.seed, self.week, self._bare = now.astimezone(UTC), seed, 0, bare
        self.logs = {name: self._filled(SITES[name], count) for name, count in counts.items()}

    def _filled(self, site: Site, count: int) -> Log:
        log, step = Log(site, self.now - _REACH), min(_REACH, timedelta(days=4) * count) / max(count, 1)
        for serial in range(count):
            day = self.now - timedelta(days=1) - step * (count - serial)
            log.publish(self._composed(log, serial, at(day, serial)))
        return log

    def _composed(self, log: Log, serial: int, published: datetime, revision: int = 0, about: str = "") -> Disclosure:
        found = compose(log.site, serial, published, revision=revision, about=about, seed=self.seed)
        return replace(found, attachments=()) if log.site.name in self._bare and not found.file_only else found

    def advance(self) -> Week:
        """Let a week pass: in each log amend, replace, restyle, withdraw and add a few."""
        self.week, self.now = self.week + 1, self.now + timedelta(days=7)
        done: dict[str, list[tuple[str, str]]] = {}
        for name, log in self.logs.items():
            for verb, paths in self._pass(log, Random(f"{self.seed}/{name}/week {self.week}")).items():
                done.setdefault(verb, []).extend((name, path) for path in paths)
        return Week(self.week, self.now, **{verb: tuple(pairs) for verb, pairs in done.items()})

    def _pass(self, log: Log, dice: Random) -> dict[str, list[str]]:
        picked = _picked(log, dice)
        for entry in picked["amended"]:
            self.amend(log, entry)
        for entry in picked["replaced"]:
            self.replace_files(log, entry)
        for entry in picked["restyled"]:
            log.put(replace(entry, markup=entry.markup + 1, styled=self.now))
        for turn, entry in enumerate(picked["withdrawn"]):
            self.withdraw(log, entry, 404 if turn % 2 == 0 else 410)
        done = {verb: [entry.path for entry in entries] for verb, entries in picked.items()}
        return {**done, "added": [self._newcomer(log, turn).path for turn in range(dice.randint(3, 5))]}

    def amend(self, log: Log, entry: Entry) -> None:
        """Give the page other figures, as a correction does."""
        old = entry.disclosure
        about = "misconduct" if old.misconduct else ""
        new = self._composed(log, old.serial, old.published, old.revision + 1, about)
        new = replace(new, slug=old.slug, attachments=old.attachments)
        log.put(replace(entry, disclosure=new, modified=self.now, filed=self.now))

    def replace_files(self, log: Log, entry: Entry) -> None:
        """Put other files under the same addresses; the page stays as it was."""
        renewed = tuple(replace(a, revision=a.revision + 1) for a in entry.disclosure.attachments)
        log.put(replace(entry, disclosure=replace(entry.disclosure, attachments=renewed), filed=self.now))

    def withdraw(self, log: Log, entry: Entry, status: int = 404) -> None:
        """Take the page, its files and its line in the listing away."""
        log.put(replace(entry, gone=status, modified=self.now))

    def _newcomer(self, log: Log, turn: int) -> Entry:
        serial = log.next_serial()
        published = at(self.now - timedelta(days=2), 0) + timedelta(hours=turn, minutes=serial % 60)
        return log.publish(self._composed(log, serial, published, about="misconduct" if turn == 0 else ""))


def _picked(log: Log, dice: Random) -> dict[str, list[Entry]]:
    # Recent pages are the ones that are corrected and taken down, and one of each must be about misconduct.
    whole = [entry for entry in log.present() if not entry.page and not entry.disclosure.file_only]
    about = [entry for entry in whole if entry.disclosure.misconduct and entry.disclosure.answers][-12:]
    other = [entry for entry in whole if not entry.disclosure.misconduct and entry.disclosure.answers][-40:]
    first, second = dice.sample(about, min(2, len(about))), dice.sample(other, min(2, len(other)))
    rest = [entry for entry in whole if entry not in first and entry not in second]
    filed = [entry for entry in rest if entry.disclosure.attachments][-40:]
    replaced = dice.sample(filed, min(1, len(filed)))
    calm = [entry for entry in rest if entry not in replaced]
    return {
        "amended": first[:1] + second[:1], "withdrawn": first[1:] + second[1:],
        "replaced": replaced, "restyled": dice.sample(calm, min(3, len(calm))),
    }  # fmt: skip
