"""What is wrong with the house and not with a source: the disk, letters that nobody takes, files held back."""

import shutil
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime, timedelta

from alerts.faces.wording import counted
from alerts.operator.sources import day
from alerts.operator.trouble import DEAD, DISK, OPERATOR, STUCK, Trouble
from store import upkeep
from store.database import Store
from store.hindrances import hindrances

MIB = 2**20
FULL = 0.1  # of the bound: then it is told again
WELL = 1.2  # times the bound: a disk at the bound is not told of at every file
STUCK_AFTER = timedelta(days=1)


def disk(store: Store, bound: int, told: bool) -> Iterator[Trouble]:
    """Whether less than `bound` MiB are free where the store is."""
    free = shutil.disk_usage(store.folder).free // MIB
    if free < bound * (WELL if told else 1):
        state = "full" if free < bound * FULL else "filling"
        said = f"the disk is {state}: {free:,} MiB are free where the store is, fewer than {bound:,}"
        yield Trouble(DISK, "", state, said, "make room: every version and attachment is kept")


def dead_letters(store: Store, names: Mapping[str, str]) -> Iterator[Trouble]:
    """Alerts that were given up. `names` are those of the targets, by digest. Told again when they have doubled."""
    for target, number in upkeep.dead_letters(store, OPERATOR).items():
        name = names.get(target, "an address that is not configured any more")
        said = f"{counted(number, 'alert')} to {name} {'was' if number == 1 else 'were'} given up"
        state = f"{1 << (number.bit_length() - 1)} or more"
        yield Trouble(DEAD, target, state, said, "`foiwatch alerts retry` sends them again")


def stuck(store: Store, names: Mapping[str, str], now: datetime, dead: Collection[str]) -> Iterator[Trouble]:
    """Targets that have taken nothing for a day; those with dead letters are told of as such."""
    for one in hindrances(store).values():
        kind, _, target = one.who.partition(" ")
        if kind != "target" or target not in names or target in dead or one.failures < 2:
            continue
        if now - datetime.fromisoformat(one.since) >= STUCK_AFTER:
            said = f"{names[target]} has taken no alert since {day(one.since)}: {one.error}"
            advice = "they wait; `foiwatch alerts test` shows what it answers"
            yield Trouble(STUCK, target, "stuck", said, advice, one.error, names[target])
