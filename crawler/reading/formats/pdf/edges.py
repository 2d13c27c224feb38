"""Ruled lines in the form that pdfplumber takes, snapped, put together and closed to tables."""

from collections.abc import Iterator

from pdfplumber.table import merge_edges, snap_edges

from crawler.reading.formats.pdf.rules import Rule

NEAR = 3.0  # points that two lines may lie apart and be one


def edge(rule: Rule) -> dict[str, float | str]:
    """A ruled line as pdfplumber has it."""
    box = (rule.at, rule.start, rule.at, rule.end) if rule.upright else (rule.start, rule.at, rule.end, rule.at)
    x0, top, x1, bottom = box
    sides = {"x0": x0, "top": top, "x1": x1, "bottom": bottom, "width": x1 - x0, "height": bottom - top}
    return {"orientation": "v" if rule.upright else "h", **sides}


def joined(edges: list[dict]) -> list[dict]:
    """Lines that lie NEAR one another made one, and the pieces of each put together."""
    # Snapping leaves the same place written in different last digits, and only equal ones are joined.
    snapped = [{**each, **_rounded(each)} for each in snap_edges(edges, NEAR, NEAR)]
    return merge_edges(snapped, 0, 0, NEAR, NEAR)


def frames(upright: list[dict], level: list[dict]) -> Iterator[dict]:
    """The outer sides of the tables, which many are drawn without: a frame round the lines that cross one another."""
    for group in _crossing(upright, level):
        x0, x1 = min(line["x0"] for line in group), max(line["x1"] for line in group)
        top, bottom = min(line["top"] for line in group), max(line["bottom"] for line in group)
        if len(group) > 2:
            yield from (edge(Rule(True, at, top, bottom)) for at in (x0, x1))
            yield from (edge(Rule(False, at, x0, x1)) for at in (top, bottom))


def _crossing(upright: list[dict], level: list[dict]) -> Iterator[list[dict]]:
    """Lines that cross or touch, with all that those cross."""
    left = list(level)
    waiting = list(upright)
    while waiting:
        group, at = [waiting.pop()], 0
        while at < len(group):
            others = left if group[at]["orientation"] == "v" else waiting
            met = [line for line in others if _meet(group[at], line)]
            others[:] = [line for line in others if not _meet(group[at], line)]
            group += met
            at += 1
        yield group


def _meet(a: dict, b: dict) -> bool:
    """Whether an upright and a level line, in any order, have a point in common."""
    across = a["x0"] - NEAR <= b["x1"] and b["x0"] - NEAR <= a["x1"]
    return across and a["top"] - NEAR <= b["bottom"] and b["top"] - NEAR <= a["bottom"]


def _rounded(line: dict) -> dict[str, float]:
    return {side: round(line[side], 2) for side in ("x0", "top", "x1", "bottom")}
