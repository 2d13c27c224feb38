"""Draws a chart as SVG: title and description in it, colours for light and dark, nothing that runs or loads."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pygal
from lxml import etree
from pygal.style import Style

_SVG = "{http://www.w3.org/2000/svg}"
LOOK = (Path(__file__).parent / "static" / "charts.svg.css").read_text(encoding="utf-8")
_WIDE, _NARROW = 960, 400
_BAR, _EDGES = 30, 110  # height of a bar that lies, and of all that is above and below the bars
_LABELS = {False: 18, True: 7}  # how many labels fit below bars that stand
_LONGEST = {False: 46, True: 24}  # characters of a label beside a bar that lies
_LETTER = {"font_family": "sans-serif", "label_font_size": 13, "major_label_font_size": 13, "legend_font_size": 13}


@dataclass(frozen=True)
class Series:
    """One colour of a chart: its name ("": not in the legend), its hue and its values.

    A hue is a class of charts.svg.css; "none" is not drawn, but takes its place.
    """

    name: str
    hue: str
    values: tuple[float, ...]


@lru_cache(maxsize=512)  # some thirty kilobytes each
def drawn(
    kind: str, title: str, description: str, labels: tuple[str, ...], series: tuple[Series, ...], narrow: bool = False
) -> bytes:
    """The chart as an SVG file. Columns stand and are stacked, groups stand side by side; bars, shares (which come to
    100 %) and percent lie and are stacked; pairs lie side by side, in per cent.

    `narrow` is for a screen of a telephone's width. Whatever the words hold, the XML writer escapes it.
    """
    stands = kind in ("columns", "groups")
    chart = _standing(kind, labels, series, narrow) if stands else _lying(kind, labels, series, narrow)
    for one in series if stands else _from_below(series):
        chart.add(_cut(one.name, _LONGEST[narrow] + 20) or None, list(one.values))
    root = etree.fromstring(chart.render())
    _hues(root, [one.hue for one in series])
    _finished(root, _plain(title), _plain(description))
    return etree.tostring(root, xml_declaration=True, encoding="utf-8")


def _standing(kind: str, labels: Sequence[str], series: Sequence[Series], narrow: bool) -> Any:
    step = -(-len(labels) // _LABELS[narrow]) or 1
    shown = list(map(_plain, labels))
    form = pygal.Bar if kind == "groups" else pygal.StackedBar
    return form(
        **_common(narrow, 430 if narrow else 400, len(series) > 1),
        legend_at_bottom_columns=1 if narrow else 3,
        x_labels=shown,
        x_labels_major=shown[::step],
        show_minor_x_labels=False,
        x_label_rotation=35 if len(shown) > 8 else 0,
        value_formatter=_figure,
        order_min=0 if all(float(value).is_integer() for one in series for value in one.values) else None,
    )


def _lying(kind: str, labels: Sequence[str], series: Sequence[Series], narrow: bool) -> Any:
    legend = sum(1 for one in series if one.name)
    columns = 1 if narrow else 2
    rows = -(-legend // columns)
    bars = len(labels) * (1.4 if kind == "pairs" else 1)
    form = pygal.HorizontalBar if kind == "pairs" else pygal.HorizontalStackedBar
    return form(
        **_common(narrow, round(_EDGES * (1 if legend else 0.6) + _BAR * bars + 22 * rows), legend > 0),
        x_labels=[_cut(label, _LONGEST[narrow]) for label in labels][::-1],
        value_formatter=("{:,.0f}" if kind == "bars" else "{:.0f}%").format,
        order_min=0,
        range=(0, 100) if kind == "shares" else None,
        max_scale=5 if narrow else 12,
        y_labels=(0, 50, 100) if kind == "shares" and narrow else None,
        legend_at_bottom_columns=columns,
    )


def _figure(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def _from_below(series: Sequence[Series]) -> list[Series]:
    """What lies is drawn from below: the first label comes last."""
    return [Series(one.name, one.hue, one.values[::-1]) for one in series]


def _common(narrow: bool, height: int, legend: bool) -> dict[str, Any]:
    return {
        "width": _NARROW if narrow else _WIDE,
        "height": height,
        "style": Style(**_LETTER),
        "js": [],
        "no_prefix": True,
        "explicit_size": True,
        "legend_at_bottom": True,
        "legend_box_size": 12,
        "truncate_legend": -1,
        "truncate_label": -1,
        "margin": 8,
        "margin_right": 20,
        # Without it, pygal lets the last row of a legend run out of the picture.
        "margin_bottom": 34 if legend else 8,
        "show_legend": legend,
        "spacing": 10,
        "include_x_axis": True,
        "no_data_text": "No figures yet",
    }


def _plain(words: str) -> str:
    """What XML cannot hold is left out."""
    return "".join(letter if letter.isprintable() else " " for letter in words)


def _cut(words: str, most: int) -> str:
    """Words that fit beside a bar; the base, such as (n = 106), stays."""
    name, bracket, base = _plain(words).partition(" (n = ")
    room = most - len(bracket) - len(base)
    return (name if len(name) <= room else name[: room - 1].rstrip() + "…") + bracket + base


def _hues(root: Any, hues: Sequence[str]) -> None:
    """Colours by what a series is, not by its place."""
    for place, hue in enumerate(hues):
        for one in root.iter():
            names = str(one.get("class") or "").split()
            if f"color-{place}" in names:
                one.set("class", " ".join(hue if name == f"color-{place}" else name for name in names))


def _finished(root: Any, title: str, description: str) -> None:
    """With title and description for whoever does not see it; without what pygal adds for its script."""
    added = root.iter(etree.Comment, *(_SVG + name for name in ("script", "desc", "title")))
    overlays = [one for one in root.iter(f"{_SVG}g") if "overlay" in str(one.get("class"))]
    for one in [*added, *overlays]:
        one.getparent().remove(one)
    for style in root.iter(f"{_SVG}style"):
        style.text = LOOK
    root.set("role", "img")
    root.set("aria-labelledby", "title description")
    for name, words in (("desc", description), ("title", title)):
        told = etree.Element(f"{_SVG}{name}", id="description" if name == "desc" else name)
        told.text = words
        root.insert(0, told)
