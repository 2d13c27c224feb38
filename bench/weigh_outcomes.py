"""The weights of crawler/reading/outcome/weighing.toml, found from replies whose outcome people have written down.

usage: python bench/weigh_outcomes.py [--write]

Prints, set by set, how many outcomes of replies and of their questions are right by weights that were not found from
that set. With --write it puts the weights found from all of them into the file instead. The replies are those of
tests/crawler/reading/decisions.jsonl and the pages of the golden folder. Four tables: whether a sentence answers, what
became of each question, of the whole, and of a request of which a newspaper tells. Each is found from signs that the
weights of words and the table before it gave without having met the reply. Run weigh_statements.py --write before it.
"""

import argparse
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import fitting
import weigh_statements
from replies import GOLD, Reply, Weighed, leaning_by, replies, weigh

from crawler.reading.outcome import weighing
from crawler.reading.outcome.weighing import ARTICLE, OUTCOMES, Signs

WEIGHTS = str(weighing.__file__).replace("weighing.py", "weighing.toml")
FOLDS = 8
STRENGTH = {"answer": 0.3, "part": 0.6, "whole": 1.0, ARTICLE: 3.0}
NOTHING_GIVEN = ("refused", "not_held", "ncnd", "pending")
OF_ANOTHER, SELDOM = 0.7, 0.2  # odds
# Written for their sentences: most of these put off or find nothing held, which tells nothing of how often that is so.
LOPSIDED = ("harbour", "ferry", "orchard")
NOT_OF_ARTICLES = (ARTICLE, "length")  # all have the one; a short article tells no less than a long one
Weights = dict[str, list[float]]
Tables = dict[str, Weights]


def answers(some: Sequence[tuple[Reply, Weighed]]) -> Weights:
    """Whether a sentence answers: nobody has said so of sentences, so it is found from what became of the questions.

    In a reply that gives nothing no sentence answers; of a question that was answered the likeliest one does.
    """
    found: Weights = {}
    for _ in range(2):
        cases = [case for reply, seen in some for case in _told(reply, seen, found)]
        signs, wanted = [one for one, _ in cases], [is_one for _, is_one in cases]
        found = {name: [weight] for name, weight in fitting.odds(signs, wanted, strength=STRENGTH["answer"]).items()}
    return found


def _told(reply: Reply, seen: Weighed, table: Weights) -> list[tuple[Signs, bool]]:
    if reply.outcome in NOTHING_GIVEN:
        return [(signs, False) for signs in seen.sentences]
    if reply.outcome not in ("disclosed", "part_disclosed") or not seen.sentences:
        return []
    likely = [_answers(signs, table) for signs in seen.sentences]
    places = {name: place for place, name in enumerate(seen.heard.asked) if name in reply.parts}
    found: dict[int, bool] = {}
    for name, place in places.items():
        if reply.parts[name] == "disclosed":
            found[_best([row[place] * size for row, size in zip(seen.heard.odds, likely, strict=True)])] = True
    for name, place in places.items():
        if reply.parts[name] in NOTHING_GIVEN:
            of_it = (at for at, row in enumerate(seen.heard.odds) if row[place] > OF_ANOTHER)
            found = dict.fromkeys(of_it, False) | found
    if True not in found.values():
        found[_best(likely)] = True
    idle = (at for at, signs in enumerate(seen.sentences) if likely[at] < SELDOM)
    return [(seen.sentences[at], is_one) for at, is_one in (dict.fromkeys(idle, False) | found).items()]


def _answers(signs: Signs, table: Weights) -> float:
    if table:
        return weighing.likely(table, signs)
    return signs["facts"] + signs["disclosed"] + 0.3 * (signs["shared"] + 0.3 * signs.get("number", 0.0))


def _best(sizes: Sequence[float]) -> int:
    return max(range(len(sizes)), key=sizes.__getitem__)


def parts(some: Sequence[tuple[Reply, Weighed]]) -> Weights:
    """What became of a question."""
    return _outcomes(
        "part",
        [(seen.parts[name], one) for reply, seen in some for name, one in reply.parts.items() if name in seen.parts],
    )


def wholes(some: Sequence[tuple[Reply, Weighed]]) -> Weights:
    """What became of the whole."""
    return _outcomes("whole", [(seen.whole, reply.outcome) for reply, seen in some if seen.whole])


def articles(some: Sequence[tuple[Reply, Weighed]]) -> Weights:
    """What became of the request of which a newspaper tells."""
    signs = [{sign: size for sign, size in seen.whole.items() if sign not in NOT_OF_ARTICLES} for _, seen in some]
    return _outcomes(ARTICLE, [(own, reply.outcome) for own, (reply, _) in zip(signs, some, strict=True) if own])


def _outcomes(kind: str, cases: Sequence[tuple[Signs, str]]) -> Weights:
    known = [(signs, one) for signs, one in cases if one in OUTCOMES]
    signs, wanted = [signs for signs, _ in known], [one for _, one in known]
    return fitting.fitted(signs, wanted, strength=STRENGTH[kind], kinds=OUTCOMES)


STEPS = {"answer": answers, "part": parts, "whole": wholes, ARTICLE: articles}


def found(some: Sequence[Reply]) -> tuple[Tables, list[Weighed]]:
    """The three tables, and what is decided on each reply by tables that were not found from its set."""
    folds = fitting.folds((reply.group for reply in some), FOLDS)
    apart = [_Apart([at for at, one in enumerate(some) if folds[one.group] == fold], {}) for fold in range(FOLDS)]
    cases = weigh_statements.cases()
    for fold in apart:
        known = frozenset[str]().union(*(some[at].sentences for at in fold.places))
        fold.words.update(weigh_statements.without(cases, known))
    tables: Tables = {}
    seen = _weighed(some, apart)
    for name, step in STEPS.items():
        pairs = [
            pair
            for pair in zip(some, seen, strict=True)
            if pair[0].group not in LOPSIDED and (ARTICLE in pair[1].whole) == (name == ARTICLE)
        ]
        tables[name] = step(pairs)
        for fold in apart:
            own = {some[at].group for at in fold.places}
            fold.tables[name] = step([pair for pair in pairs if pair[0].group not in own])
        seen = _weighed(some, apart)
    return tables, _weighed(some, apart)


@dataclass(frozen=True)
class _Apart:
    """The replies of a fold by their places, and the weights of words and of signs that were found without them."""

    places: Sequence[int]
    words: Weights
    tables: Tables = field(default_factory=dict)


def _weighed(some: Sequence[Reply], apart: Sequence[_Apart]) -> list[Weighed]:
    seen: dict[int, Weighed] = {}
    for fold in apart:
        with leaning_by(fold.words):
            seen |= {at: weigh(some[at], fold.tables) for at in fold.places}
    return [seen[at] for at in range(len(some))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the weights into weighing.toml")
    asked, some = parser.parse_args(), replies(GOLD)
    tables, seen = found(some)
    report(some, seen)
    if asked.write:
        write(tables)


def report(some: Sequence[Reply], seen: Sequence[Weighed]) -> None:
    right: dict[str, list[bool]] = defaultdict(list)
    of_parts: dict[str, list[bool]] = defaultdict(list)
    for reply, one in zip(some, seen, strict=True):
        for group in (reply.group, "all"):
            right[group].append(one.decision.outcome == reply.outcome)
            of_parts[group] += [one.decision.parts.get(name) == part for name, part in reply.parts.items()]
    for group, row in right.items():
        share = sum(of_parts[group]) / max(1, len(of_parts[group]))
        print(
            f"{group:10} {len(row):5} replies {sum(row) / len(row):.3f}  questions {len(of_parts[group]):5} {share:.3f}"
        )


def write(tables: Mapping[str, Weights]) -> None:
    with open(WEIGHTS, encoding="utf-8") as file:  # noqa: PTH123
        head = file.read().partition("\n[")[0].rstrip("\n")
    blocks = [line for kind, weights in tables.items() for line in (f"\n[{kind}]", *_rows(weights))]
    with open(WEIGHTS, "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write("\n".join([head, *blocks, ""]))


def _rows(weights: Weights) -> list[str]:
    return [f'"{sign}" = [{", ".join(f"{one:.2f}" for one in row)}]' for sign, row in sorted(weights.items())]


if __name__ == "__main__":
    main()
