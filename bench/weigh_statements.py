"""The weights of crawler/reading/sentences/leaning.toml, found from sentences of replies that people have sorted.

usage: python bench/weigh_statements.py [--write] [--worst]

The sentences are those of decisions.jsonl and hands in tests/crawler/reading, where each has a letter for what it says,
and single ones: of replies in statements.toml, of newspapers in reports.toml. Prints how well sentences are told apart
that the weights were not found from: those of whole sets of replies, and each fifth of the single ones. With --write it
puts the weights found from all of them into the file instead. Logistic regression of several kinds: every weight costs,
so that no word decides alone.
"""

import argparse
import json
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import fitting
import hands

from crawler.reading.sentences.leaning import FACTS, KINDS
from crawler.reading.sentences.marks import marks, named
from crawler.reading.sentences.statements import statements

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests/crawler/reading"
WEIGHTS = ROOT / "crawler/reading/sentences/leaning.toml"
NAMES = ("", *KINDS, FACTS)
LETTERS = {"o": "", "d": "disclosed", "r": "refused", "n": "not_held", "c": "ncnd", "p": "pending", "f": FACTS}
FOLDS, STRENGTH, FEWEST = 5, 0.3, 3
LEAST = 0.2  # of a weight that is worth a line of the file
Weights = dict[str, list[float]]


@dataclass(frozen=True)
class Case:
    """A sentence, the set of replies that it is of ("" for a single one), what is seen in it, its place in NAMES."""

    sentence: str
    group: str
    marks: tuple[str, ...]
    kind: int


def cases() -> list[Case]:
    """All that people have sorted, each sentence once; those that do two things at once are left out."""
    found = {sentence: (group, kind) for sentence, group, kind in (*_single(), *_of_replies())}
    return [
        Case(sentence, group, tuple(sorted(map(named, marks(sentence)))), NAMES.index(kind))
        for sentence, (group, kind) in sorted(found.items())
    ]


def _single() -> Iterator[tuple[str, str, str]]:
    for name in ("statements.toml", "reports.toml"):
        for kind, some in tomllib.loads((CASES / name).read_text("utf-8")).items():
            yield from ((one, "", kind if kind in NAMES else "") for one in some)


def _of_replies() -> Iterator[tuple[str, str, str]]:
    for line in (CASES / "decisions.jsonl").read_text("utf-8").splitlines():
        reply = json.loads(line)
        yield from _each(reply["reply"], reply["said"], reply["set"])
    for letter in hands.told():
        yield from _each(letter.words("a"), letter.said, letter.group)


def _each(paragraphs: Sequence[str], said: str, group: str) -> Iterator[tuple[str, str, str]]:
    every = [sentence for paragraph in paragraphs for sentence in statements(paragraph)]
    for sentence, letter in zip(every, said, strict=True):
        if letter in LETTERS:
            yield sentence, group, LETTERS[letter]


def fit(some: Sequence[Case]) -> Weights:
    """The weights that tell the cases apart best, each beside those of none of the kinds."""
    often = fitting.frequent([case.marks for case in some], FEWEST)
    rows = fitting.fitted(
        [fitting.seen(often.intersection(case.marks)) for case in some],
        [NAMES[case.kind] for case in some],
        strength=STRENGTH,
        kinds=NAMES,
    )
    return {subject: [one - row[0] for one in row] for subject, row in rows.items()}


def without(some: Sequence[Case], sentences: Collection[str]) -> dict[str, list[float]]:
    """The weights as in the file, found from all cases but these sentences."""
    return _rows(fit([case for case in some if case.sentence not in sentences]))


def held_out(some: Sequence[Case]) -> list[list[float]]:
    """How likely each kind of each case is under the weights of those that are not in its fold."""
    apart = fitting.folds((case.group for case in some if case.group), FOLDS)
    folds = [apart.get(case.group, at % FOLDS) for at, case in enumerate(some)]
    weights = [fit([case for case, own in zip(some, folds, strict=True) if own != fold]) for fold in range(FOLDS)]
    return [
        fitting.likely(weights[fold], fitting.seen(case.marks), len(NAMES))
        for case, fold in zip(some, folds, strict=True)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the weights into leaning.toml")
    parser.add_argument("--worst", action="store_true", help="print the sentences that are taken for another kind")
    asked, some = parser.parse_args(), cases()
    if asked.write:
        return write(_rows(fit(some)))
    judged = held_out(some)
    report(some, judged)
    if asked.worst:
        for case, chances in zip(some, judged, strict=True):
            best = max(range(len(NAMES)), key=chances.__getitem__)
            if best != case.kind:
                print(f"{NAMES[case.kind] or '-'} -> {NAMES[best] or '-'} {chances[best]:.2f}  {case.sentence}")


def report(some: Sequence[Case], judged: Sequence[Sequence[float]]) -> None:
    print(f"{len(some)} sentences; the share of each kind that is found, and of the others that are taken for any")
    for least in (0.5, 0.6, 0.7, 0.8):
        found: Counter[tuple[int, int]] = Counter()
        for case, chances in zip(some, judged, strict=True):
            best = max(range(len(NAMES)), key=chances.__getitem__)
            found[case.kind, best if chances[best] > least else 0] += 1
        total = Counter(case.kind for case in some)
        shares = [f"{name} {found[at, at] / total[at]:.2f}" for at, name in enumerate(NAMES) if at and total[at]]
        print(f"  above {least}  {'  '.join(shares)}  of others {1 - found[0, 0] / total[0]:.3f}")


def _rows(weights: Weights) -> dict[str, list[float]]:
    """The weights of a table of the file, those that hardly weigh left out."""
    rows = {subject: [round(one, 2) for one in row[1:]] for subject, row in sorted(weights.items())}
    return {subject: row for subject, row in rows.items() if max(map(abs, row)) >= LEAST}


def write(rows: dict[str, list[float]]) -> None:
    fitting.put(WEIGHTS, "leaning", rows)


if __name__ == "__main__":
    main()
