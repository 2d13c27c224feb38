"""Shapes the rows of a canned query into what a chart draws, and into the table behind it."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from store.site.drawing import Series
from store.site.sections import about
from store.site.words import OUTCOMES

Row = Sequence[Any]
_HUES = tuple(f"h{number}" for number in range(7))
_OTHERS = "Other forces"
_OUTCOMES = OUTCOMES | {"ncnd": "Neither confirm nor deny", "unknown": "Not read"}  # as they fit into a legend
_FEWEST = 5  # answers from which on quartiles are drawn
_BARS = 20


@dataclass(frozen=True)
class Shape:
    """A chart's kind, labels and series, and the head and the rows of its table."""

    kind: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def by_month(rows: Sequence[Row]) -> Shape:
    """Of (force, month, count): a column a month, the forces that publish most in colours of their own."""
    counted = Counter({(force, month): count for force, month, count in rows})
    return _columns("Month", _months([month for _, month, _ in rows]), counted)


def by_year(rows: Sequence[Row]) -> Shape:
    """Of (force, year, count, ...): a column a year, in the colours of the forces."""
    counted = Counter({(force, year): count for force, year, count, *_ in rows if count})
    return _columns("Year", sorted({year for _, year, *_ in rows}), counted)


def _columns(name: str, labels: Sequence[str], counted: Counter[tuple[str, str]]) -> Shape:
    most = Counter[str]()
    for (force, _), count in counted.items():
        most[force] += count
    named = [force for force, _ in sorted(most.items(), key=lambda pair: (-pair[1], pair[0]))]
    shown, rest = (named, []) if len(named) <= len(_HUES) else (named[: len(_HUES)], named[len(_HUES) :])
    series = [
        Series(force, hue, tuple(counted[force, label] for label in labels))
        for force, hue in zip(shown, _HUES, strict=False)
    ]
    if rest:
        series.append(Series(_OTHERS, "h7", tuple(sum(counted[force, label] for force in rest) for label in labels)))
    totals = [sum(one.values[place] for one in series) for place in range(len(labels))]
    table = [(label, *(one.values[place] for one in series), totals[place]) for place, label in enumerate(labels)]
    head = (name, *(one.name for one in series), *(["All"] if len(series) > 1 else []))
    return Shape("columns", tuple(labels), tuple(series), head, tuple(row[: len(head)] for row in table[::-1]))


def _months(found: Sequence[str]) -> list[str]:
    """All from the first to the last: one without a disclosure is a gap that must be seen."""
    months = [min(found)] if found else []
    while months and months[-1] < max(found):
        following = date.fromisoformat(f"{months[-1]}-01") + timedelta(days=31)
        months.append(f"{following:%Y-%m}")
    return months


def outcomes(rows: Sequence[Row]) -> Shape:
    """Of (who or when, outcome, count): a bar each, by shares of all its outcomes, with the base beside the name."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for name, outcome, count in rows:
        counted[name][outcome if outcome in OUTCOMES else "unknown"] += count
    seen = [outcome for outcome in OUTCOMES if any(one[outcome] for one in counted.values())]
    bases = {name: one.total() for name, one in counted.items()}
    labels = tuple(f"{name} (n = {bases[name]:,})" for name in counted)
    series = tuple(
        Series(_OUTCOMES[outcome], outcome, tuple(100 * one[outcome] / one.total() for one in counted.values()))
        for outcome in seen
    )
    table = tuple(
        (name, bases[name], *(_share(one[outcome], bases[name]) for outcome in seen)) for name, one in counted.items()
    )
    return Shape("shares", labels, series, ("", "Disclosures (n)", *(OUTCOMES[one] for one in seen)), table)


def compared(rows: Sequence[Row]) -> Shape:
    """Of (section, own, own base, others, others' base): two bars a section, in per cent of the bases."""
    own_base, others_base = (rows[0][2] or 0, rows[0][4] or 0) if rows else (0, 0)
    names = (f"This force (n = {own_base:,})", f"All others (n = {others_base:,})")
    series = (
        Series(names[0], "h0", tuple(_percent(own, own_base) for _, own, *_ in rows)),
        Series(names[1], "h7", tuple(_percent(others, others_base) for _, _, _, others, _ in rows)),
    )
    table = tuple(
        (section, own, _share(own, own_base), others, _share(others, others_base))
        for section, own, _, others, _ in rows
    )
    head = ("Section", "This force", f"Share of its {own_base:,}", "All others", f"Share of their {others_base:,}")
    return Shape("pairs", tuple(section for section, *_ in rows), series, head, table)


def by_section(rows: Sequence[Row]) -> Shape:
    """Of (section, count, forces, base): a bar for each of the most frequent; the table holds all."""
    most = rows[:_BARS]
    series = (Series("", "h0", tuple(count for _, count, *_ in most)),)
    table = tuple((section, count, _share(count, base), forces) for section, count, forces, base in rows)
    head = ("Section", "Disclosures", "Share of all", "Forces")
    labels = tuple(", ".join(filter(None, (section, about(section)))) for section, *_ in most)
    return Shape("bars", labels, series, head, table)


def by_force(rows: Sequence[Row]) -> Shape:
    """Of (force, year, count, base): the share of each force over all years, the largest first."""
    counts, bases = Counter[str](), Counter[str]()
    for force, _, count, base in rows:
        counts[force] += count
        bases[force] += base
    order = sorted(bases, key=lambda force: (-_percent(counts[force], bases[force]), force))
    labels = tuple(f"{force} (n = {bases[force]:,})" for force in order)
    series = (Series("", "h0", tuple(_percent(counts[force], bases[force]) for force in order)),)
    table = tuple((force, counts[force], bases[force], _share(counts[force], bases[force])) for force in order)
    return Shape("percent", labels, series, ("Force", "Relied on in", "Of disclosures (n)", "Share"), table)


def days(rows: Sequence[Row]) -> Shape:
    """Of (who or when, answers, lower quartile, median, upper quartile, longest): bars between the quartiles."""
    drawn = [row for row in rows if row[1] >= _FEWEST]
    series = (
        Series("", "none", tuple(lower for _, _, lower, *_ in drawn)),
        Series("Lower quartile to median", "h0", tuple(median - lower for _, _, lower, median, *_ in drawn)),
        Series("Median to upper quartile", "soft", tuple(upper - median for _, _, _, median, upper, _ in drawn)),
    )
    labels = tuple(f"{name} (n = {answers:,})" for name, answers, *_ in drawn)
    head = ("", "Answers (n)", "Lower quartile", "Median", "Upper quartile", "Longest")
    return Shape("bars", labels, series, head, tuple(tuple(row) for row in rows))


def _percent(part: int, base: int) -> float:
    return 100 * part / base if base else 0.0


def _share(part: int, base: int) -> str:
    return f"{_percent(part, base):.1f}%" if base else "–"
