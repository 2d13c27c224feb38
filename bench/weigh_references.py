"""The weights of crawler/reading/facts/references.toml, found from pages and lines whose reference people wrote down.

usage: python bench/weigh_references.py [--write]

Reads the golden pages of each writer (the first letter of their names) by weights found from the others, and prints the
share of references that are right, and of pages whose lines with the reference were taken away that are given one all
the same. With --write it puts the weights found from all of them into the file instead, and from those of
tests/crawler/reading/references.txt and heads.txt. Multinomial logistic regression; a weight costs. Marks that are
rare, or tell next to nothing, are left out.
"""

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from unittest.mock import patch

import fitting

from crawler.reading import disclosure
from crawler.reading.disclosure import read_page
from crawler.reading.facts import reference
from crawler.reading.facts.forces import named
from crawler.reading.facts.reference_signs import Candidate
from crawler.reading.fields import Force

ROOT = Path(__file__).resolve().parents[1]
TESTS = ROOT / "tests/crawler/reading"
FOLDERS = (TESTS / "gold", TESTS / "layouts")
LINES = (TESTS / "references.txt", TESTS / "heads.txt")
WEIGHTS = ROOT / "crawler/reading/facts/references.toml"
STRENGTH = 3.0
OFTEN, LIGHT = 3, 0.05  # numbers that have a mark at the least, and the weight below which it is left out
KINDS = (reference.OWN, reference.OTHER_NAME, reference.NEITHER)
FILLER = ["We keep geese."] * 20
_LETTERS = re.compile(r"^(?:dc)?(?:foi|rfi|ir)|[\W_]")
Weights = dict[str, list[float]]
Looked = tuple[Sequence[str], str, Force | None]
Referenced = tuple[tuple[str, ...], str, tuple[str, ...]]


@dataclass(frozen=True)
class Case:
    """What may be the reference of a writer's page, what each of it is, and the reference: "" for none."""

    writer: str
    some: Sequence[Candidate]
    kinds: Sequence[int]
    ref: str


def cases() -> list[Case]:
    pages = [answers for folder in FOLDERS for answers in sorted(folder.glob("*.json"))]
    return [*(case for path in LINES for case in _of_lines(path)), *(case for page in pages for case in _of_page(page))]


def _of_lines(path: Path) -> Iterator[Case]:
    for block in path.read_text("utf-8").split("\n= ")[1:]:
        head, *lines = block.splitlines()
        force, title, refs, *_ = (part.strip() for part in head.split("|"))
        whole = [line for one in lines for line in (FILLER if one == "..." else [one])]
        yield _case("", (whole, title, named(force)), refs.split(" + "))


def _of_page(answers: Path) -> Iterator[Case]:
    """A page as the reader looks at it, and without the lines that bear its number; newspapers have none."""
    wanted = json.loads(answers.read_text("utf-8"))
    looked, is_news = _looked(answers.with_suffix(".html").read_bytes(), wanted.get("url") or "")
    if not is_news and wanted.get("ref") is None:
        return
    refs = [""] if is_news else [wanted["ref"], *(wanted.get("alt_refs") or ())]
    writer = answers.stem[0] if answers.parent.name == "gold" else ""
    yield _case(writer, looked, refs)
    if refs[0]:
        yield _case(writer, _without(looked, [_core(ref) for ref in refs]), [""])


def _looked(page: bytes, url: str) -> tuple[Looked, bool]:
    given: list[Looked] = []

    # As the step that reads no reference of a newspaper's report, whose numbers are told apart here too.
    def look(_: str, lines: Sequence[str], title: str, bodies: tuple[str, ...]) -> Referenced:
        given.append((lines, title, named(bodies[0]) if bodies else None))
        return bodies, "", ()

    with patch.object(disclosure, "_referenced", look):
        kind = read_page(page, url).kind
    return given[0], kind == "news"


def _without(looked: Looked, cores: Sequence[str]) -> Looked:
    lines, title, force = looked

    def bears(line: str) -> bool:
        return any(_core(one.ref).endswith(core) for one in reference.seen([], line, force) for core in cores)

    return [line for line in lines if not bears(line)], "" if bears(title) else title, force


def _core(ref: str) -> str:
    return _LETTERS.sub("", ref.lower())


def _case(writer: str, looked: Looked, refs: Sequence[str]) -> Case:
    own, *others = map(_plain, refs)
    some = reference.seen(*looked)
    known = {**dict.fromkeys(others, reference.OTHER_NAME), own: reference.OWN}
    return Case(writer, some, [known.get(_plain(one.ref), reference.NEITHER) for one in some], own)


def _plain(ref: str) -> str:
    return "".join(ref.split()).casefold()


def fit(some: Sequence[Case]) -> Weights:
    """The weights that tell best what each number is."""
    marks = [sorted(one.marks) for case in some for one in case.some]
    often = fitting.frequent(marks, OFTEN)
    signs = [fitting.seen(mark for mark in each if mark in often) for each in marks]
    found = fitting.fitted(signs, [kind for case in some for kind in case.kinds], strength=STRENGTH, kinds=KINDS)
    return {mark: row for mark, row in found.items() if max(map(abs, row)) >= LIGHT}


def right(weights: Weights, some: Sequence[Case]) -> list[bool]:
    """Of each page whether its reference, or that it has none, is found by these weights."""
    fitting.instead(reference._WEIGHTS, weights)
    return [_plain(reference.chosen(case.some)[0]) == case.ref for case in some]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the weights into references.toml")
    asked, some = parser.parse_args(), cases()
    if asked.write:
        return fitting.put(WEIGHTS, "weights", fit(some))
    scores, calm = {}, []
    for writer in sorted({case.writer for case in some if case.writer}):
        weights = fit([case for case in some if case.writer != writer])
        own = [case for case in some if case.writer == writer]
        scores[writer] = fmean(right(weights, [case for case in own if case.ref]))
        calm += right(weights, [case for case in own if case.some and not case.ref])
    print(*(f"{writer} {score:.3f}" for writer, score in scores.items()))
    print(f"references: mean {fmean(scores.values()):.4f}, worst {min(scores.values()):.3f}")
    print(f"none where none is: {fmean(calm):.3f} of {len(calm)}")


if __name__ == "__main__":
    main()
