"""A log that gives out numbers and publishes some, kept as a crawl keeps it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from stores import new_store

from store.database import Store
from store.keeping import keep
from store.records import Sighting
from store.references.estimating import Estimate, estimates
from store.walks import register_sources, save_walk

SEEN = "2026-11-03T09:00:00+00:00"
FORCES = {
    "west_midlands": "West Midlands Police",
    "met": "Metropolitan Police Service",
    "herts": "Hertfordshire Constabulary",
    "beds": "Bedfordshire Police",
    "essex": "Essex Police",
    "north_yorkshire": "North Yorkshire Police",
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = new_store(tmp_path / "data")
    register_sources(opened, [(name, force, "platform", f"https://{name}.example") for name, force in FORCES.items()])
    for name in FORCES:
        save_walk(opened, name, complete=True, walked=SEEN, walked_fully=SEEN)
    yield opened
    opened.close()


class Log:
    """Publishes disclosures under references; `number` in 1 to `total` comes in on the day of its year."""

    def __init__(self, store: Store, source: str) -> None:
        self.store, self.source, self.published = store, source, 0

    def publish(self, ref: str, received: str = "", **other: Any) -> int:
        self.published += 1
        usual: dict[str, Any] = {
            "source": self.source,
            "address": f"https://{self.source}.example/{self.published}/",
            "title": f"Title {self.published}",
            "words": f"Words of {self.source} {self.published}",
            "ref": ref,
            "forces": (FORCES[self.source],),
            "received": received,
        }
        return keep(self.store, Sighting(**usual | other), seen=SEEN, run=None).disclosure

    def year(self, form: str, numbers: Iterable[int], total: int, year: int, first: int = 1, **other: Any) -> None:
        """Publish these numbers of those from `first` on, `total` of which are given out over the year."""
        with self.store.writing():
            for number in numbers:
                day = date(year, 1, 1) + timedelta(days=364 * (number - first) // total)
                self.publish(form.format(number), day.isoformat(), **other)


@pytest.fixture
def log(store: Store) -> Callable[[str], Log]:
    return lambda source: Log(store, source)


@pytest.fixture
def one(store: Store) -> Callable[..., Estimate]:
    """The one estimate of that year, and of that series where it is given."""

    def only(year: str, series: str = "") -> Estimate:
        (found,) = [e for e in estimates(store) if e.year == year and series in ("", e.series)]
        return found

    return only
