"""The numbers that are seen, by the sequence they belong to: of one force, or of several with one counter."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from sqlite3 import Connection

from store.records import ADDED
from store.references.forms import counter, kin

_COLUMNS = "source, force, series, year, month, number, letter, received, responded, published"
_ROWS = f"""SELECT disclosure, {_COLUMNS} FROM reference_numbers WHERE source <> '{ADDED}' AND force IN (%s)
    ORDER BY received = '', disclosure"""
# Of what is merged one counts, rather the one with a number; in the logs of two forces each counts in its own.
_TWICE = """SELECT own.disclosure FROM same_as
    JOIN reference_numbers AS own ON own.disclosure = same_as.disclosure
    JOIN reference_numbers AS twin ON twin.disclosure = same_as.same AND twin.source = own.source
    WHERE own.number IS NULL AND twin.number IS NOT NULL
        OR (own.number IS NULL) = (twin.number IS NULL) AND twin.disclosure < own.disclosure"""
# From one name to the next, so that the numbers of none are read.
_NAMES = """WITH RECURSIVE name (force) AS (
    SELECT min(force) FROM reference_numbers
    UNION ALL SELECT (SELECT min(force) FROM reference_numbers WHERE force > name.force) FROM name WHERE force NOT NULL)
    SELECT force FROM name WHERE force NOT NULL"""
PARTS = "letters after a number are taken for parts of one request: most numbers that have one have others too"
ONE_COUNTER = "numbers with a letter and without are taken for one sequence: none is used with both"
# Numbers in common that are no chance, and how many chance must promise before none tells anything.
_FEW, _MANY = 3, 5
APART = "numbers with different letters are taken for sequences of their own"


@dataclass(frozen=True, slots=True)
class Seen:
    """One number, and the dates of its disclosure; `month` is that in the reference."""

    source: str
    force: str
    series: str
    year: str
    month: str
    number: int
    letter: str
    received: str
    responded: str
    published: str

    @property
    def day(self) -> str:
        """The date nearest to the numbering: when it came, else when it was answered, else published."""
        return self.received or self.month or self.responded or self.published


@dataclass(frozen=True)
class Series:
    """The numbers of one sequence, by year ("" for none) and rising; each once.

    `counts` says what else it counts. `letters` says how letters were taken. `unnumbered`: the dates of the
    disclosures of the same forces that no number was read of.
    """

    forces: tuple[str, ...]
    name: str
    sources: tuple[str, ...]
    years: dict[str, tuple[Seen, ...]]
    counts: str = ""
    letters: str = ""
    unnumbered: tuple[str, ...] = ()

    @property
    def unseen_forces(self) -> tuple[str, ...]:
        """Those of which no number is seen, where several have one counter."""
        return tuple(sorted(set(self.forces) - {one.force for seen in self.years.values() for one in seen}))


def groups(db: Connection, asked: Collection[str] = ()) -> list[tuple[str, ...]]:
    """The forces that numbers are kept of, those with a common counter together; all, or where one is `asked` for."""
    names = {name for (name,) in db.execute(_NAMES) if name}
    return sorted({kin(name) for name in names if not asked or name in asked})


def twice_counted(db: Connection) -> frozenset[int]:
    """The disclosures that another one of the same log is counted for."""
    return frozenset(disclosure for (disclosure,) in db.execute(_TWICE))


def series_of(db: Connection, forces: tuple[str, ...], twice: Collection[int]) -> Iterator[Series]:
    """The sequences of a group of forces; one without a name where no number was read. `twice` do not count."""
    rows = db.execute(_ROWS % ", ".join("?" * len(forces)), forces)
    yield from _of_forces([Seen(*row) for disclosure, *row in rows if disclosure not in twice])


def _of_forces(rows: list[Seen]) -> Iterator[Series]:
    by_counter: dict[tuple[tuple[str, ...], str, str], list[Seen]] = defaultdict(list)
    without: dict[str, list[Seen]] = defaultdict(list)
    for row in rows:
        if row.number is None:
            without[row.force].append(row)
        else:
            common = counter(row.force, row.series)
            key = (common.forces, f"{common.counts} ({common.source})") if common else ((row.force,), "")
            by_counter[(*key, row.series)].append(row)
    for (forces, counts, name), numbered in sorted(by_counter.items()):
        days = tuple(row.day for force in forces for row in without.get(force, ()))
        for label, part, said in _by_letter(numbered):
            yield _series(forces, f"{name}{label}", part, counts, said, days)
    for force in sorted(without.keys() - {row.force for row in rows if row.number is not None}):
        days = tuple(row.day for row in without[force])
        yield Series((force,), "", tuple(sorted({row.source for row in without[force]})), {}, unnumbered=days)


def _series(
    forces: tuple[str, ...], name: str, rows: list[Seen], counts: str, letters: str, unnumbered: tuple[str, ...]
) -> Series:
    years: dict[str, dict[int, Seen]] = defaultdict(dict)
    for row in rows:
        years[row.year].setdefault(row.number, row)
    rising = {year: tuple(years[year][n] for n in sorted(years[year])) for year in sorted(years)}
    seen_from = tuple(sorted({row.source for row in rows}))
    return Series(forces, name, seen_from, rising, counts, letters, unnumbered)


def _by_letter(rows: list[Seen]) -> Iterable[tuple[str, list[Seen], str]]:
    """The rows of one sequence each: by letter, or together where the numbers themselves say so."""
    by_letter: dict[str, list[Seen]] = defaultdict(list)
    for row in rows:
        by_letter[row.letter].append(row)
    if len(by_letter) == 1:
        return [(f", letter {letter}" if letter else "", rows, "") for letter in by_letter]
    shared, expected = _shared(by_letter)
    if shared >= max(_FEW, 2 * expected):
        return [("", rows, PARTS)]
    if not shared and expected >= _MANY:
        return [("", rows, ONE_COUNTER)]
    return [(f", letter {one}" if one else ", no letter", by_letter[one], APART) for one in sorted(by_letter)]


def _shared(by_letter: dict[str, list[Seen]]) -> tuple[int, float]:
    """How many numbers two letters have in common, and how many they would if each had its own sequence."""
    shared, expected = 0, 0.0
    for year in {row.year for rows in by_letter.values() for row in rows}:
        numbers = [{row.number for row in rows if row.year == year} for rows in by_letter.values()]
        for one, other in combinations(filter(None, numbers), 2):
            shared += len(one & other)
            expected += len(one) * len(other) / max(one | other)
    return shared, expected
