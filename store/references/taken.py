"""What is left of a reference once it is taken apart, and how its parts are written."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Numbered:
    """A running number. `year` is "2025", "2025/26" for a financial year, or "" where the reference has none.

    `series` is the reference without number and year, in whose places N and Y stand; `letter` follows the
    number; `month` ("2020-09") is that of the reference.
    """

    series: str
    year: str
    number: int
    letter: str = ""
    month: str = ""


def tidy(ref: str) -> str:
    """A reference without the spaces that typing left around its strokes, points and hyphens."""
    return re.sub(r"\s*([/_.-])\s*", r"\1", " ".join(ref.split())).strip(" .,;:()[]-/_")


def full_year(year: str) -> str:
    """Four figures: the Act came into force in 2005, so two figures are of this century."""
    return year if len(year) == 4 else f"20{year}"


def financial_year(year: str) -> str:
    """`2025/26` of 2025."""
    return f"{year}/{(int(year) + 1) % 100:02d}"
