"""How right dossiers are: pairs of invented requests, each pair alone in a record, and all of them in one.

usage: python bench/dossiers_accuracy.py [--errors]

A pair is right when both are in one dossier and ask the same, or are not and do not. `train` is what the weights were
found from; `test` was written before the rules; `blind` is in other styles, and no rule was ever looked at beside it.
"""

import argparse
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from dossier_pairs import Asked, Pair, families, pairs

from store.database import Store, open_store
from store.dossiers.reading import dossier_of
from store.keeping import keep
from store.records import Sighting

SETS = ("train", "test", "blind")
NOON = "2026-11-21T12:00:00+00:00"


@dataclass(frozen=True)
class Score:
    """What came of a set of pairs."""

    right: int
    wrong: tuple[Pair, ...]
    missed: tuple[Pair, ...]

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.wrong)) if self.right or self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + len(self.missed)) if self.right or self.missed else 1.0


@contextmanager
def record() -> Iterator[Store]:
    """An empty record in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder))
        # Nothing here need outlive a power cut.
        store.db.conn.execute("PRAGMA synchronous = OFF")
        yield store
        store.close()


def kept(store: Store, asked: Asked) -> int:
    """Keep a request as a disclosure of its force."""
    place = "/".join((asked.family, asked.force, str(asked.on))).replace(" ", "-")
    sighting = Sighting(
        source="added", address=f"https://foi.example/{place}", title=asked.title, words=f"{asked.text}\n\n{place}",
        kind=asked.kind, forces=(asked.force,), received=asked.on.isoformat(), request_text=asked.text,
        extra={"questions": list(asked.questions)},
    )  # fmt: skip
    return keep(store, sighting, seen=NOON, run=None).disclosure


def scored(found: Iterable[tuple[Pair, bool]]) -> Score:
    """Of pairs and whether they came into one dossier."""
    both = list(found)
    return Score(
        sum(pair.same and joined for pair, joined in both),
        tuple(pair for pair, joined in both if joined and not pair.same),
        tuple(pair for pair, joined in both if pair.same and not joined),
    )


def alone(name: str) -> Score:
    """Each pair in a record in which there is nothing else."""
    with record() as store:
        found = []
        for pair in pairs(name):
            ids = [kept(store, pair.left), kept(store, pair.right)]
            found.append((pair, len(dossier_of(store, ids)) == 2))
            store.db.conn.execute("DELETE FROM changes")
            store.db.conn.execute("DELETE FROM disclosures")
        return scored(found)


def together(names: Sequence[str] = SETS) -> dict[str, Score]:
    """All requests of all sets in one record."""
    with record() as store:
        ids = {one: kept(store, one) for name in names for one in chain(*families(name))}
        dossiers = dossier_of(store, ids.values())
        return {
            name: scored((pair, _in_one(dossiers, ids[pair.left], ids[pair.right])) for pair in pairs(name))
            for name in names
        }


def _in_one(dossiers: dict[int, int], left: int, right: int) -> bool:
    return left in dossiers and dossiers[left] == dossiers.get(right)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="name the pairs that are wrong or missed")
    errors = parser.parse_args().errors
    ways = {"each alone": {name: alone(name) for name in SETS}, "in one record": together()}
    for way, scores in ways.items():
        for name, score in scores.items():
            number = sum(1 for _ in pairs(name))
            print(
                f"dossiers, {name} ({number} pairs, {way}):".ljust(52)
                + f"precision {score.precision:.3f}, recall {score.recall:.3f}"
            )
            for what, some in (("wrong", score.wrong), ("missed", score.missed)) if errors else ():
                for pair in some:
                    print(f"    {what}: {pair.left.family}: {pair.left.note} / {pair.right.note}")


if __name__ == "__main__":
    main()
