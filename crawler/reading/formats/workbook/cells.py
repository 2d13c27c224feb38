"""The names of cells and of ranges, and the rows and columns that they stand for."""

import re

A1 = re.compile(r"([A-Z]+)(\d+)")


def span(first_cell: str, rows: int, columns: int) -> str:
    """The range ("A1:D20") of so many rows and columns from `first_cell` on; a single cell is named alone."""
    row, column = place(first_cell)
    last = named(row + max(rows, 1) - 1, column + max(columns, 1) - 1)
    return first_cell if last == first_cell else f"{first_cell}:{last}"


def place(cell: str) -> tuple[int, int]:
    """Row and column, counted from 0, of a cell ("$B$14" as well). Raises ValueError when it is none."""
    found = A1.fullmatch(cell.replace("$", "").upper())
    if not found:
        raise ValueError(f"not a cell: {cell}")
    number = 0
    for letter in found.group(1):
        number = number * 26 + ord(letter) - 64
    return int(found.group(2)) - 1, number - 1


def area(cells: str) -> tuple[int, int, int, int]:
    """First row and column, last row and column of "B2:D9" or "B2". Raises ValueError when it is none."""
    first, _, last = cells.partition(":")
    return *place(first), *place(last or first)


def named(row: int, column: int) -> str:
    """The name of a cell by its row and column, counted from 0."""
    return f"{letters(column)}{row + 1}"


def letters(column: int) -> str:
    """The letters of a column, counted from 0: 0 is "A", 26 is "AA"."""
    column, name = column + 1, ""
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(65 + letter) + name
    return name
