"""A cell's value as a text for the words of a sheet, and typed for its tables."""

import datetime
from collections.abc import Callable
from math import isfinite

from crawler.reading.formats.filetext import Cell
from crawler.reading.formats.workbook.figures import Figure

# Sheets keep every number as a float of which 15 digits are shown: 3.0 was typed as 3, and 0.1 + 0.2 was never
# meant in 17 digits.
WHOLE = 1e15


def shown(cell: object) -> str:
    """One line without tabs."""
    show = SHOWN.get(type(cell))
    return show(cell) if show else folded(str(cell))


def typed(cell: object) -> Cell:
    """int, float, bool or text; dates and times as ISO 8601 texts, a length of time as hours, minutes, seconds."""
    if isinstance(cell, float) and isfinite(cell):
        return int(cell) if cell.is_integer() and -WHOLE < cell < WHOLE else float(f"{cell:.15g}")
    if isinstance(cell, int):  # bool as well
        return cell
    return shown(cell).replace(" ", "T") if isinstance(cell, datetime.datetime) else shown(cell)


def folded(text: str) -> str:
    """Every run of white space, line ends and tabs too, as one space."""
    return " ".join(text.split())


def _number(cell: float) -> str:
    return str(int(cell)) if cell.is_integer() and -WHOLE < cell < WHOLE else f"{cell:.15g}"


def _moment(cell: datetime.datetime) -> str:
    cell = _to_the_second(cell)
    return cell.date().isoformat() if cell.time() == datetime.time() else cell.isoformat(" ")


def _to_the_second(cell: datetime.datetime) -> datetime.datetime:
    # A time is kept as a fraction of a day: 09:30:00 comes back as 09:29:59.999997.
    try:
        return (cell + datetime.timedelta(milliseconds=500)).replace(microsecond=0)
    except OverflowError:
        return cell


def _time(cell: datetime.time) -> str:
    return _to_the_second(datetime.datetime.combine(datetime.date(2000, 1, 1), cell)).time().isoformat()


def _length(cell: datetime.timedelta) -> str:
    seconds = round(abs(cell.total_seconds()))
    sign = "-" if cell < datetime.timedelta() else ""
    return f"{sign}{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


SHOWN: dict[type, Callable] = {
    str: folded,
    type(None): lambda cell: "",
    bool: lambda cell: "TRUE" if cell else "FALSE",
    float: _number,
    Figure: lambda cell: cell.said,
    datetime.datetime: _moment,
    datetime.date: datetime.date.isoformat,
    datetime.time: _time,
    datetime.timedelta: _length,
}
