"""Numbers that a sheet shows otherwise than it keeps them: as a percentage, or with zeros before."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite, nan

from crawler.reading.formats.workbook.number_formats import digits

ROWS, COLUMNS = 1 << 20, 1 << 14  # of a sheet, in every format
LARGEST = 1e13  # what is larger is no share of anything
FINEST = 10  # decimals
ZEROS = re.compile(r"0{2,30}")
PERCENT = re.compile(r"[0#?,]*(?:\.([0#?]*))?\s*%")
BUILT_IN = {9: "0%", 10: "0.00%"}  # ISO 29500-1, 18.8.30: the formats that a workbook does not spell out


class Figure(float):
    """A number that its sheet shows in other words: `said` is 12.5% for 0.125."""

    said: str

    def __new__(cls, value: float, said: str) -> "Figure":
        """The number itself, for tables; what is said of it, for the words."""
        figure = super().__new__(cls, value)
        figure.said = said
        return figure


class Figures:
    """Which cells of a sheet have a format that says other words than the number; places are counted from 0."""

    def __init__(self) -> None:
        self._columns: dict[int, dict[str, int]] = {}  # row, format, and the columns as the bits of a number

    def add(self, row: int, column: int, code: str, times: int = 1) -> None:
        """Takes a cell, or several side by side; none where no sheet has cells, whatever a damaged file says."""
        if row >= ROWS or column >= COLUMNS:
            return
        times = min(times, COLUMNS - column)
        codes = self._columns.setdefault(row, {})
        codes[code] = codes.get(code, 0) | ((1 << times) - 1) << column

    def shown(self, row: int, left: int, cells: Sequence[object]) -> Sequence[object]:
        """The cells of a row, the first in column `left`, with a Figure wherever it says more than the number."""
        if row not in self._columns:
            return cells
        told = list(cells)
        for code, columns in self._columns[row].items():
            for at in _bits(columns >> left & (1 << len(told)) - 1):
                value = told[at]
                is_number = isinstance(value, int | float) and not isinstance(value, bool)
                number = float(value) if is_number else nan  # type: ignore[arg-type]
                if said := as_shown(code, number):
                    told[at] = Figure(number, said)
        return told


def as_shown(code: str, value: float) -> str:
    """The words of a number in a format, such as "12.5%" or "000123"; "" where the number itself will do."""
    if not isfinite(value) or abs(value) > LARGEST:
        return ""
    found = digits(code, value)
    if ZEROS.fullmatch(found) and value >= 0 and value == int(value):
        return f"{int(value):0{len(found)}d}"
    percent = PERCENT.search(found)
    return _percentage(value, percent[1] or "") if percent else ""


def tells(code: str) -> bool:
    """Whether a format may say other words than the number."""
    return "%" in code or "00" in code


def telling(formats: Mapping[int, str], styles: Sequence[int]) -> dict[int, str]:
    """By the number of a style its format, where that tells; `styles` are the numbers of their formats."""
    known = {**BUILT_IN, **formats}
    return {at: known[number] for at, number in enumerate(styles) if number in known and tells(known[number])}


def _percentage(value: float, decimals: str) -> str:
    """Rounded as a sheet rounds, half away from zero; of the decimals `#` stands for one that may be left out."""
    most = min(len(decimals), FINEST)
    rounded = Decimal(f"{value * 100:.15g}").quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP)
    whole, _, rest = f"{abs(rounded):f}".partition(".")
    fewest = decimals.rfind("0") + 1
    rest = rest[:fewest] + rest[fewest:].rstrip("0")
    return ("-" if rounded < 0 else "") + whole + ("." + rest if rest else "") + "%"


def _bits(number: int) -> Iterator[int]:
    while number:
        yield (number & -number).bit_length() - 1
        number &= number - 1
