"""The weights of crawler/reading/sentences/boilerplate.toml, found from sentences that people have sorted.

usage: python bench/weigh_sentences.py [--write] [FOLDER...]

Prints how well sentences are told apart that the weights were not found from (each eighth in turn): those that any
letter carries, and those of letters that answer nothing yet, from those that answer. With --write it puts the weights
found from all of them into the file instead. The sentences are those of sentences.toml, hands and
decisions.jsonl in tests/crawler/reading, and of the pages of the golden folder, and of FOLDERs like it. Logistic
regression: both kinds of sentence weigh the same together, and a weight costs, so that no word decides alone.
"""

import argparse
import json
import random
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import fitting
import hands

from crawler.reading.letters.interim_signs import hints
from crawler.reading.sentences.marks import marks, named
from crawler.reading.sentences.sentences import sentences

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests/crawler/reading"
GOLD = CASES / "gold"
WEIGHTS = ROOT / "crawler/reading/sentences/boilerplate.toml"
FOLDS, STRENGTH = 8, 0.6
LIGHT = 0.05
OFTEN = 3  # sentences that a word or two together stand in, at least
Case = tuple[frozenset[str], bool]


def carried(folders: Sequence[Path]) -> list[Case]:
    """Each sentence as what is seen in it, and whether any letter could carry it."""
    told = dict((*_of_pages(folders), *_of_letters(), *_of_kinds()))
    return _cases([(set(map(named, marks(one))), is_carried) for one, is_carried in told.items()])


def interim(folders: Sequence[Path]) -> list[Case]:
    """Each sentence as what is seen in it, and whether it stands in a letter that answers nothing yet."""
    kinds = tomllib.loads((CASES / "sentences.toml").read_text("utf-8"))
    pages = _of_pages(folders, pending=False)
    answers = [one for one, is_carried in (*pages, *_of_letters()) if not is_carried]
    puts_off = (*kinds["interim"], *kinds["deferring"], *_of_waiting(folders))
    replies = dict(_of_replies())
    told = replies | dict.fromkeys((*kinds["answers"], *answers), False) | dict.fromkeys(puts_off, True)
    return _cases([({*map(named, marks(one)), *hints(one)}, is_interim) for one, is_interim in told.items()])


def _cases(found: list[tuple[set[str], bool]]) -> list[Case]:
    random.Random(1).shuffle(found)
    often = Counter(mark for seen, _ in found for mark in seen)
    return [(frozenset(mark for mark in seen if often[mark] >= OFTEN), is_one) for seen, is_one in found]


def _of_kinds() -> Iterator[tuple[str, bool]]:
    for kind, some in tomllib.loads((CASES / "sentences.toml").read_text("utf-8")).items():
        if kind != "interim":
            yield from ((one, kind not in ("answers", "deferring")) for one in some)


def _of_letters() -> Iterator[tuple[str, bool]]:
    for letter in hands.letters():
        for kind, words in letter.lines:
            if kind in "ab":
                yield from _cut(words, kind == "b")


def _of_pages(folders: Sequence[Path], *, pending: bool = True) -> Iterator[tuple[str, bool]]:
    for folder in (GOLD, *folders):
        for answers in sorted(folder.glob("*.json")):
            wanted = json.loads(answers.read_text("utf-8"))
            if wanted.get("outcome") == "pending" and not pending:
                continue
            for text in wanted.get("boilerplate_text") or ():
                yield from _cut(text, True)
            for line in (wanted.get("response_text") or "").splitlines():
                yield from _cut(line, False)


def _of_waiting(folders: Sequence[Path]) -> Iterator[str]:
    """The sentences of the pages that answer nothing yet."""
    for answers in (one for folder in (GOLD, *folders) for one in sorted(folder.glob("*.json"))):
        wanted = json.loads(answers.read_text("utf-8"))
        if wanted.get("outcome") == "pending" and wanted.get("site_type") != "news":
            yield from (one for one, _ in _cut(wanted.get("response_text") or "", False))


def _of_replies() -> Iterator[tuple[str, bool]]:
    """The sentences of the invented replies, and whether their reply answers nothing yet."""
    for line in (CASES / "decisions.jsonl").read_text("utf-8").splitlines():
        case = json.loads(line)
        for one in case["reply"]:
            yield from _cut(one, case["outcome"] == "pending")
    for letter in hands.told():
        for one in letter.words("a"):
            yield from _cut(one, letter.outcome == "pending")


def _cut(text: str, is_carried: bool) -> Iterator[tuple[str, bool]]:
    some = [one.strip() for one in sentences(text)]
    return ((one, is_carried) for one in some if one and "|" not in one)


def odds(weights: dict[str, float], case: frozenset[str]) -> float:
    return sum(weights.get(mark, 0.0) for mark in case)


def fit(some: Sequence[Case]) -> dict[str, float]:
    """The weights that tell the cases apart best."""
    signs = [fitting.seen(case) for case, _ in some]
    return fitting.odds(signs, [is_one for _, is_one in some], strength=STRENGTH, balanced=True)


def rows(weights: dict[str, float]) -> dict[str, tuple[float]]:
    """The weights of a table of the file, those that hardly weigh left out."""
    return {mark: (weight,) for mark, weight in weights.items() if abs(weight) >= LIGHT}


def held_out(some: Sequence[Case]) -> list[tuple[float, bool]]:
    """The odds of each case under the weights of those that are not in its fold."""
    found = []
    for fold in range(FOLDS):
        weights = fit([case for at, case in enumerate(some) if at % FOLDS != fold])
        found += [(odds(weights, case), is_carried) for case, is_carried in some[fold::FOLDS]]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--write", action="store_true", help="put the weights into boilerplate.toml")
    asked = parser.parse_args()
    found = {sort.__name__: sort(asked.folders) for sort in (carried, interim)}
    if asked.write:
        for name, some in found.items():
            fitting.put(WEIGHTS, name, rows(fit(some)))
        return
    for name, some in found.items():
        print(f"{len(some)} sentences; the share found of those that are {name}, and of answers taken for them")
        judged = held_out(some)
        for least in (-1.0, -0.5, 0.0, 0.5, 1.0, 2.0):
            shares = [
                sum(weight > least for weight, is_one in judged if is_one == kind) / sum(c == kind for _, c in judged)
                for kind in (True, False)
            ]
            print(f"  above {least:4.1f}  {shares[0]:.2f}  {shares[1]:.3f}")


if __name__ == "__main__":
    main()
