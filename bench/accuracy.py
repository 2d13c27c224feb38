"""How well pages are read: every field of invented pages against what a person says it must be, as one table.

usage: python bench/accuracy.py [--worst] [FOLDER...]

A folder holds NAME.html (or another kind of file) beside NAME.json, the answers in the shape of
`foiwatch read --json`. A field that the answers leave out is not scored.
"""

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable
from pathlib import Path
from statistics import fmean
from typing import Any

from alerts.topics import topics as topic_rules
from crawler.reading.disclosure import read_page
from foiwatch.contract import as_object

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = (ROOT / "tests/crawler/reading/gold", ROOT.parent / "shared/examples")
Score = Callable[[Any, Any], float]


def f1(right: int, got: int, wanted: int) -> float:
    """The harmonic mean of precision and recall; 1 when there was nothing to find and nothing was found."""
    return 2 * right / (got + wanted) if got + wanted else 1.0


def bag(got: Iterable[Hashable], wanted: Iterable[Hashable]) -> float:
    """F1 over things that may come more than once."""
    ours, theirs = Counter(got), Counter(wanted)
    return f1((ours & theirs).total(), ours.total(), theirs.total())


def folded(text: object) -> str:
    return " ".join(str(text or "").split()).casefold()


def words(text: object) -> list[str]:
    return re.findall(r"[a-z0-9]+", str(text or "").lower())


def bare(text: object) -> str:
    return re.sub(r"[^a-z0-9]", "", str(text or "").lower())


def same(got: object, wanted: object) -> float:
    return float(folded(got) == folded(wanted))


def same_ref(got: object, wanted: object) -> float:
    return float("".join(folded(got).split()) == "".join(folded(wanted).split()))


def prose(got: object, wanted: object) -> float:
    return bag(words(got), words(wanted))


def names(got: list[Any], wanted: list[Any]) -> float:
    return bag(set(map(folded, got)), set(map(folded, wanted)))


def sections(got: list[str], wanted: list[str]) -> float:
    """At the depth at which an exemption is one: the section and its first bracket."""
    return bag({_section(one) for one in got}, {_section(one) for one in wanted})


def _section(text: str) -> str:
    found = re.match(r"(?:s|reg )\d+[A-Z]?(?:\(\w+\))?", text)
    return found.group() if found else text


def numbered(got: list[Any], wanted: list[Any]) -> float:
    """F1 of questions or answers: the number agrees (or none is asked for), and four fifths of the words."""
    left, right = list(got), 0
    for one in wanted:
        hit = next((g for g in left if _alike(g, one)), None)
        if hit is not None:
            left.remove(hit)
            right += 1
    return f1(right, len(got), len(wanted))


def _alike(got: dict[str, Any], wanted: dict[str, Any]) -> bool:
    number = bare(wanted.get("number"))
    return prose(got.get("text"), wanted.get("text")) >= 0.8 and number in ("", bare(got.get("number")))


def dates(got: dict[str, Any], wanted: dict[str, Any]) -> float:
    asked = {key: wanted[key] for key in ("received", "responded", "published") if wanted.get(key)}
    return fmean(str(got.get(key) or "").startswith(value) for key, value in asked.items()) if asked else 1.0


def parts(got: dict[str, str], wanted: dict[str, str]) -> float:
    """The share of numbered questions whose outcome is right; `refused (s12)` counts as `refused`."""
    ours = {bare(key): value for key, value in got.items()}
    asked = {bare(key): value.split()[0] for key, value in wanted.items() if re.search(r"\d|^[a-z]$", key)}
    return fmean(ours.get(key) == value for key, value in asked.items()) if asked else 1.0


def tables(got: list[Any], wanted: list[Any]) -> float:
    """F1 of cells at their place, each wanted table against the one of ours that holds the most of it."""
    rest, theirs = [_cells(one) for one in got], [_cells(one) for one in wanted]
    total, right = sum(map(len, rest)), 0
    for cells in theirs:
        best = max(rest, key=lambda one: len(one & cells), default=set())
        if best:
            rest.remove(best)
        right += len(best & cells)
    return f1(right, total, sum(map(len, theirs)))


def _cells(table: dict[str, Any]) -> set[tuple[int, int, str]]:
    return {(down, across, folded(cell)) for down, row in enumerate(table["rows"]) for across, cell in enumerate(row)}


def files(got: list[Any], wanted: list[Any]) -> float:
    return bag({_file(one) for one in got}, {_file(one) for one in wanted})


def _file(attachment: dict[str, str]) -> str:
    return folded((attachment.get("href") or "").rstrip("/").rsplit("/", 1)[-1] or attachment.get("text"))


def markers(got: list[Any], wanted: list[Any]) -> float:
    return bag([folded(one["marker"]) for one in got], [folded(one["marker"]) for one in wanted])


FIELDS: dict[str, tuple[str, Score]] = {
    "title": ("title", same),
    "ref": ("ref", same_ref),
    "forces": ("forces", names),
    "dates": ("dates", dates),
    "request": ("request_text", prose),
    "response": ("response_text", prose),
    "questions": ("questions", numbered),
    "answers": ("answers", numbered),
    "exemptions": ("exemptions", sections),
    "outcome": ("outcome", same),
    "parts": ("outcome_parts", parts),
    "tables": ("tables", tables),
    "suppressed": ("suppressed", markers),
    "attachments": ("attachments", files),
}


def scored(got: dict[str, Any], wanted: dict[str, Any]) -> dict[str, float]:
    """The score of each field that the answers give, from 0 to 1."""
    row = {name: score(got[key], wanted[key]) for name, (key, score) in FIELDS.items() if key in wanted}
    if lines := [line for line in wanted.get("boilerplate_text", ()) if len(words(line)) > 4]:
        text = folded(f"{got['request_text']} {got['response_text']}")
        row["boilerplate"] = fmean(folded(line) not in text for line in lines)
    if "misconduct" in wanted:
        row["misconduct"] = float(bool(got["topics"]) == bool(wanted["misconduct"]))
    return row


def read_folder(folder: Path) -> dict[str, dict[str, float]]:
    """The scores of each page of a folder by its name."""
    topics, rows = topic_rules.load(), {}
    for answers in sorted(folder.glob("*.json")):
        wanted = json.loads(answers.read_text("utf-8"))
        reading = read_page(answers.with_suffix(".html").read_bytes(), wanted.get("url") or "")
        rows[answers.stem] = scored(json.loads(json.dumps(as_object(reading, topics))), wanted)
    return rows


def means(rows: dict[str, dict[str, float]]) -> dict[str, float]:
    """The mean of each field over the pages that have it."""
    columns = defaultdict(list)
    for row in rows.values():
        for name, value in row.items():
            columns[name].append(value)
    return {name: fmean(values) for name, values in columns.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--worst", action="store_true", help="name the pages below 0.95, field by field")
    asked = parser.parse_args()
    for folder in asked.folders or [folder for folder in FOLDERS if folder.is_dir()]:
        rows = read_folder(folder)
        if not rows:
            sys.exit(f"{folder}: no NAME.json beside NAME.html")
        print(f"{folder.parent.name}/{folder.name}: {len(rows)} pages")
        for name, mean in means(rows).items():
            below = [f"{page} {row[name]:.2f}" for page, row in rows.items() if row.get(name, 1.0) < 0.95]
            worst = "  " + ", ".join(below) if asked.worst and below else ""
            print(f"  {name:12} {mean:.3f}  {len(below):3} page(s) below 0.95{worst}")


if __name__ == "__main__":
    main()
