"""What the words of a sentence weigh for all that is asked of them, summed at once.

How far any letter could carry it, and how far it stands in a letter that answers nothing yet (boilerplate.toml); which
way it leans (leaning.toml); whose words it is (voices.toml). A sum is of whole hundredths, so that no order of the
marks changes it.
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import repeat
from sys import intern

from crawler.reading.sentences.marks import Mark, marks
from crawler.reading.sentences.rows import rows

Table = Mapping[str, Sequence[float]]
# The columns of each table, in the order of the sums.
_COLUMNS = {
    "carried": slice(0, 1),
    "interim": slice(1, 2),
    "leaning": slice(2, 8),
    "voices": slice(8, 11),
}
_MANY = 11
_FILES = {"carried": "boilerplate", "interim": "boilerplate", "leaning": "leaning", "voices": "voices"}
_UNIT = 100
# All sums of a sentence are one whole number, of so many bits for each: adding those is quicker than adding rows.
_BITS = 24
_HALF, _MASK = 1 << (_BITS - 1), (1 << _BITS) - 1
_SHIFTS = tuple(range(0, _BITS * _MANY, _BITS))
_NONE = repeat(0)  # of a mark without a weight
_NOUGHT = sum(_HALF << shift for shift in _SHIFTS)


def _read(name: str) -> dict[str, tuple[float, ...]]:
    columns = _COLUMNS[name]
    data = tomllib.loads(files(__package__).joinpath(f"{_FILES[name]}.toml").read_text("utf-8"))
    return dict(rows(data[name]["rows"], columns.stop - columns.start))


TABLES: dict[str, Table] = {name: _read(name) for name in _COLUMNS}


def _packed() -> dict[Mark, int]:
    found: dict[Mark, int] = {}
    for name, table in TABLES.items():
        shifts = _SHIFTS[_COLUMNS[name]]
        for mark, row in table.items():
            key = tuple(map(intern, mark.split())) if " " in mark else intern(mark)
            sizes = (round(_UNIT * one) << shift for one, shift in zip(row, shifts, strict=True))
            found[key] = found.get(key, 0) + sum(sizes)
    return found


_WEIGHTS = _packed()


@lru_cache(maxsize=1024)  # several readers weigh the same sentences
def _sums(sentence: str) -> tuple[float, ...]:
    total = sum(map(_WEIGHTS.get, marks(sentence), _NONE), _NOUGHT)
    return tuple([((total >> shift & _MASK) - _HALF) / _UNIT for shift in _SHIFTS])


def weighed(sentence: str, name: str) -> tuple[float, ...]:
    """The sums of a sentence for one of TABLES, one for each of its columns."""
    return _sums(sentence.strip())[_COLUMNS[name]]


def use(**tables: Table) -> None:
    """Other weights for some of TABLES: for those who find weights."""
    TABLES.update(tables)
    _WEIGHTS.clear()
    _WEIGHTS.update(_packed())
    _sums.cache_clear()
