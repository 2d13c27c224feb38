"""The weights of crawler/reading/sentences/voices.toml, found from letters of which people have said what each line is.

usage: python bench/weigh_lines.py [--write] [FOLDER...]

Prints how many lines of letters that the weights were not found from (each sixth in turn) fall to the wrong side of
a cut. With --write it puts the weights found from all of them into the file instead. The letters are those of
tests/crawler/reading/hands and the pages of the golden folder, and of FOLDERs like it. Multinomial logistic
regression; a weight costs, and the three voices weigh the same together. Stems of words that are rare, or tell next to
nothing, are left out.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import fitting
import hands

from crawler.reading.facts.kind import kind
from crawler.reading.letters import named_files, voices
from crawler.reading.letters.cut import cut
from crawler.reading.page import page
from crawler.reading.sentences import weighed
from crawler.reading.sentences.marks import Mark, marks, named
from crawler.reading.sentences.statements import statements

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests/crawler/reading/gold"
WEIGHTS = ROOT / "crawler/reading/sentences/voices.toml"
FOLDS, STRENGTH = 6, 0.4
LONG = 40  # characters of a line that an answer is known by
OFTEN, LIGHT = 3, 0.1  # lines that a stem stands in at the least, and the weight below which it is left out
_OPENS = "first"
Letter = tuple[list[str], list[int]]
Weights = dict[str, list[float]]
VOICES = (voices.HEAD, voices.ASKER, voices.FORCE)


def letters(folders: Sequence[Path]) -> list[Letter]:
    """Each letter as its lines and the voice of each.

    Those in which the answer stands above the request, or takes turns with it, are left out.
    """
    found = [_sorted(letter.lines) for letter in hands.letters()]
    found += [letter for folder in folders for answers in sorted(folder.glob("*.json")) for letter in _page(answers)]
    return [(lines, kinds) for lines, kinds in found if kinds == sorted(kinds)]


def _sorted(marked: Sequence[Sequence[str]]) -> Letter:
    """What stands above the first line of the request is of the head, and below it of the answer, unless it asks."""
    kinds: list[int] = []
    for kind_, _ in marked:
        asked = voices.ASKER in kinds
        kinds.append(voices.ASKER if kind_ == "q" else voices.FORCE if asked else voices.HEAD)
    return [line for _, line in marked], kinds


def _page(answers: Path) -> Iterator[Letter]:
    wanted = json.loads(answers.read_text("utf-8"))
    seen = page(answers.with_suffix(".html").read_bytes(), wanted.get("url") or "")
    lines = seen.words.splitlines()
    if kind(lines, wanted.get("url") or "", seen.site_name) != "disclosure" or not wanted.get("request_text"):
        return
    lines, _ = named_files.split_attachments(lines)
    asked, given = _threes(wanted["request_text"]), _threes(wanted.get("response_text", ""))
    marks = ["q" if 2 * _held(line, asked) > 1 > 2 * _held(line, given) else "a" for line in lines]
    head = lines[: marks.index("q")] if "q" in marks else []
    # Where the answer stands above the request, no line is a head's for standing there.
    if not any(len(line) > LONG and 2 * _held(line, given) > 1 for line in head):
        yield _sorted(list(zip(marks, lines, strict=True)))


def _threes(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    size = min(3, len(words)) or 1
    return Counter(zip(*(words[start:] for start in range(size)), strict=False))


def _held(line: str, text: Counter[tuple[str, ...]]) -> float:
    """The share of a line's runs of three words that stand in a text."""
    runs = _threes(line)
    return sum(run in text for run in runs) / len(runs) if runs else 0.0


def fit(some: Sequence[Letter]) -> Weights:
    """The weights that tell the voices apart best."""
    cases = [(one, each) for lines, kinds in some for one, each in zip(_signs(lines), kinds, strict=True)]
    often = fitting.frequent([signs for signs, _ in cases], OFTEN)
    signs = [{mark: size for mark, size in one.items() if mark in often} for one, _ in cases]
    found = fitting.fitted(signs, [each for _, each in cases], strength=STRENGTH, kinds=VOICES, balanced=True)
    return {mark: row for mark, row in found.items() if max(map(abs, row)) >= LIGHT}


def _signs(lines: Sequence[str]) -> Iterator[Counter[str]]:
    """What is seen of each line: its forms, and how many of its sentences have each mark."""
    for line, seen in zip(lines, voices.forms(lines), strict=True):
        said = () if line.startswith("|") else statements(line)
        found = (named(mark) for one in said for mark in marks(one) if _counts(mark))
        yield Counter([*(voices.FORM + mark for mark in seen), *found])


def _counts(mark: Mark) -> bool:
    """No two words in turn, and no figures, which either side writes: these made the cuts worse."""
    return not mark.startswith("(") if isinstance(mark, str) else mark[0] == _OPENS


def wrong(weights: Weights, some: Sequence[Letter]) -> int:
    """The lines on the wrong side of a cut."""
    weighed.use(voices=weights)
    found = 0
    for lines, kinds in some:
        begin, answer = cut(lines)
        found += sum(each != (at >= begin) + (at >= answer) for at, each in enumerate(kinds))
    return found


def write(weights: Weights) -> None:
    fitting.put(WEIGHTS, "voices", weights)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--write", action="store_true", help="put the weights into voices.toml")
    asked = parser.parse_args()
    some = letters([GOLD, *asked.folders])
    if asked.write:
        return write(fit(some))
    missed = sum(
        wrong(fit([one for at, one in enumerate(some) if at % FOLDS != fold]), some[fold::FOLDS])
        for fold in range(FOLDS)
    )
    print(f"{missed} of {sum(len(kinds) for _, kinds in some)} lines of {len(some)} letters on the wrong side of a cut")


if __name__ == "__main__":
    main()
