"""The weights of crawler/reading/facts/dates.toml, found from letters and lines of which people said what each date is.

usage: python bench/weigh_dates.py [--write] [FOLDER...]

Prints, for the pages of each writer by weights that were not found from that writer's, how many of the dates that
people gave are found. With --write it puts the weights found from all into the file instead. The dates are those of
the golden folder, of FOLDERs like it, and of heads.txt and dates.txt among the tests. Multinomial logistic regression;
a weight costs; signs that are rare, or tell next to nothing, are left out.
"""

import argparse
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import cycle, pairwise
from pathlib import Path
from statistics import fmean
from unittest.mock import patch

import accuracy
import fitting

from crawler.reading.disclosure import read_page
from crawler.reading.facts import date_roles
from crawler.reading.facts.date_choice import NAMES
from crawler.reading.facts.date_places import dated
from crawler.reading.facts.date_signs import text_signs
from crawler.reading.facts.dates import Found, dates_in
from crawler.reading.letters import parts

ROOT = Path(__file__).resolve().parents[1]
TESTS = ROOT / "tests/crawler/reading"
GOLD = TESTS / "gold"
WEIGHTS = ROOT / "crawler/reading/facts/dates.toml"
STRENGTH = 1.5
OFTEN, LIGHT = 4, 0.15  # dates that a sign stands at, at the least, and the weight below which it is left out
_ROLE = re.compile(r"\[(received|responded|published|other)\]")
_DAYS = ("3 May 2024", "17th June 2024", "9 August 2024", "21/10/2024", "4 November 2024", "12.12.2024")
_LETTER = ("Freedom of Information", "Request", "How many dogs?", "Nine dogs were bought.", "No more is held.")
# The letter of a delay or of a question back has a day of its own, which people call by other names.
_OWN = ("holding", "clarification_sought")
Case = tuple[Sequence[str], str]
Weights = dict[str, tuple[float, ...]]


def told() -> list[Case]:
    """The dates of dates.txt, and of heads.txt, by what people said that they are."""
    found: list[Case] = []
    for row in (TESTS / "dates.txt").read_text("utf-8").splitlines():
        found += _row(row) if not row.startswith("#") else ()
    for block in (TESTS / "heads.txt").read_text("utf-8").split("\n= ")[1:]:
        head, *lines = block.splitlines()
        days_said = dict(zip(NAMES, (part.strip() for part in head.split("|")[3:]), strict=False))
        found += _letter(lines, "", days_said, us="Northern Ireland" in head)
    return found


def _row(row: str) -> list[Case]:
    """The dates of lines below one another: by themselves, and where they stand above or below a letter."""
    days, roles = cycle(_DAYS), _ROLE.findall(row)
    lines = _ROLE.sub(lambda _: next(days), row).split(" // ")
    alone = [
        tuple(text_signs(line, dates_in(line), at, above))
        for above, line in pairwise(("", *lines))
        for at in range(len(dates_in(line)))
    ]
    opens = len(lines) > 1 and bool(dates_in(lines[0]))
    letter = [*lines, *_LETTER] if opens else [*_LETTER, *lines]
    return list(zip((*alone, *(one.signs for one in dated(letter, ""))), roles * 2, strict=True))


def cases(folder: Path) -> dict[str, list[Case]]:
    """The dates of the letters of a folder by their writer; correspondence and articles are read otherwise."""
    found: dict[str, list[Case]] = {}
    for answers in sorted(folder.glob("*.json")):
        wanted = json.loads(answers.read_text("utf-8"))
        with patch.object(parts, "letter_dates", wraps=parts.letter_dates) as asked:
            read_page(answers.with_suffix(".html").read_bytes(), wanted.get("url") or "")
        for call in asked.call_args_list:
            lines, _, published = call.args
            letter = _letter(lines, published, wanted.get("dates") or {}, us=call.kwargs["us"])
            found.setdefault(answers.stem[0], []).extend(letter)
    return found


def _letter(lines: Sequence[str], published: str, wanted: Mapping[str, str], *, us: bool) -> Iterator[Case]:
    for one in dated(lines, published, us=us):
        if not any(_is(one.date, wanted.get(name)) for name in _OWN):
            roles = [name for name in NAMES if _is(one.date, wanted.get(name))]
            roles = roles or ["responded"] * _is(one.date, wanted.get("received_or_responded")) or ["other"]
            yield one.signs, roles[0]


def _is(date: Found, day: str | None) -> bool:
    return bool(day) and (date.iso == day or (not date.year and f"-{date.month:02}-{date.day:02}" == day[4:]))


def fit(some: Sequence[Case]) -> Weights:
    """The weights that tell best what the dates are of."""
    often = fitting.frequent([signs for signs, _ in some], OFTEN)
    signs = [fitting.seen(sign for sign in signs if sign in often) for signs, _ in some]
    found = fitting.fitted(signs, [role for _, role in some], strength=STRENGTH, kinds=date_roles.ROLES)
    return {sign: tuple(row) for sign, row in found.items() if max(map(abs, row)) >= LIGHT}


def score(writer: str) -> float:
    """How many of the dates of a writer's pages are found."""
    found = []
    for answers in sorted(GOLD.glob(f"{writer}*.json")):
        wanted = json.loads(answers.read_text("utf-8"))
        got = read_page(answers.with_suffix(".html").read_bytes(), wanted.get("url") or "").dates
        found.append(accuracy.dates(asdict(got), wanted.get("dates") or {}))
    return fmean(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--write", action="store_true", help="put the weights into dates.toml")
    asked = parser.parse_args()
    by_writer = cases(GOLD)
    more = told() + [case for folder in asked.folders for some in cases(folder).values() for case in some]
    if asked.write:
        return fitting.put(WEIGHTS, "weights", fit([*more, *(case for some in by_writer.values() for case in some)]))
    scores = {}
    for writer in by_writer:
        others = [case for other, some in by_writer.items() if other != writer for case in some]
        fitting.instead(date_roles._WEIGHTS, fit([*more, *others]))
        scores[writer] = score(writer)
    print(" ".join(f"{writer} {one:.3f}" for writer, one in scores.items()))
    print(f"mean {fmean(scores.values()):.4f}, worst {min(scores.values()):.3f}")


if __name__ == "__main__":
    main()
