"""Invented letters by many hands, whose lines and sentences people have sorted: tests/crawler/reading/hands.

A blank line between two letters; before each line what it is: h the head and what leads up to the request, q the
requester's words, t the heading of the answer, a the answer, b what any letter carries. After `a:` a letter for each
sentence, as in decisions.jsonl; the last line, after `=`, is the outcome, those of the questions, the exemptions that
the force relies on. A reply that gives all that is held is disclosed, though nothing is held on one of the questions.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "tests/crawler/reading/hands"
_LINE = re.compile(r"(?P<kind>[hqtab])(?::(?P<said>[a-z]+))? (?P<words>.+)")


@dataclass(frozen=True)
class Letter:
    """A letter: the file it is of, its lines by their kind, what its sentences say, and what became of the request.

    `said`, `outcome`, `parts` and `exemptions` are empty where nobody wrote them down.
    """

    group: str
    lines: tuple[tuple[str, str], ...]
    said: str = ""
    outcome: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    exemptions: tuple[str, ...] = ()

    def words(self, *kinds: str) -> list[str]:
        """The lines of these kinds."""
        return [words for kind, words in self.lines if kind in kinds]


@cache
def letters() -> tuple[Letter, ...]:
    """All letters, file by file."""
    return tuple(letter for path in sorted(FOLDER.glob("*.txt")) for letter in _of(path))


def told() -> list[Letter]:
    """The letters of which people have written down what their sentences say and what became of the request."""
    return [letter for letter in letters() if letter.outcome]


def _of(path: Path) -> Iterator[Letter]:
    for block in path.read_text("utf-8").strip().split("\n\n"):
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        if lines:
            yield _letter(path.stem, lines)


def _letter(group: str, lines: list[str]) -> Letter:
    ends = lines.pop()[2:].split("|") if lines[-1].startswith("= ") else ["", "", ""]
    outcome, parts, exemptions = map(str.strip, ends)
    marks = [mark for line in lines if (mark := _LINE.fullmatch(line))]
    if len(marks) != len(lines):
        raise ValueError(f"{group}: a line without its kind in the letter that begins {lines[0]!r}")
    return Letter(
        group,
        tuple((mark["kind"], mark["words"]) for mark in marks),
        "".join(mark["said"] or "" for mark in marks),
        outcome,
        tuple((name, part) for one in parts.split(";") if one for name, part in [one.split()]),
        tuple(one.strip() for one in exemptions.split(",") if one.strip()),
    )
