"""Invented replies and golden pages whose outcome people have written down, and what the reader weighs in each."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import hands
from forgetting import forget

from crawler.reading import judged
from crawler.reading.disclosure import read_page, read_text
from crawler.reading.fields import Reading
from crawler.reading.outcome import outcome, weighing
from crawler.reading.outcome.alignment import Aligned
from crawler.reading.outcome.outcome import Decision
from crawler.reading.outcome.weighing import Signs
from crawler.reading.sentences import weighed
from crawler.reading.sentences.statements import statements

CASES = Path(__file__).resolve().parents[1] / "tests/crawler/reading"
GOLD = CASES / "gold"
HEAD = ("Freedom of Information request reference 1234/25", "Request")
NOTHING = Aligned({}, ())


class Told(NamedTuple):
    """The set that a reply is of, how to read it, and its outcome, parts and exemptions as people say."""

    group: str
    read: Callable[[], Reading]
    outcome: str
    parts: Mapping[str, str]
    exemptions: Sequence[str]


@dataclass(frozen=True)
class Reply:
    """A reply: the set that it is of, its sentences, what people say of it, and how to decide on it anew."""

    group: str
    sentences: frozenset[str]
    outcome: str
    parts: Mapping[str, str]
    decide: Callable[[], Decision]


@dataclass
class Weighed:
    """What was weighed of a reply: the signs of its sentences, of each question and of the whole, and the decision."""

    heard: Aligned = NOTHING
    sentences: list[Signs] = field(default_factory=list)
    parts: dict[str, Signs] = field(default_factory=dict)
    whole: Signs = field(default_factory=dict)
    decision: Decision = field(default_factory=lambda: Decision("unknown", {}, False))


def replies(gold: Path) -> list[Reply]:
    """Those of decisions.jsonl, letters by many hands, and pages of a folder like the golden one by their writer."""
    return [reply for one in told(gold) for reply in _seen(one)]


def told(gold: Path) -> list[Told]:
    """The same, to be read anew."""
    return [*_written(), *_pages(gold)]


def _seen(one: Told) -> Iterator[Reply]:
    """The reply with the words that its outcome is decided by; none where a page is judged in another way."""
    decide = outcome.decide
    calls: list[tuple[Any, Any]] = []

    def watch(*args: Any, **known: Any) -> Decision:
        calls.append((args, known))
        return decide(*args, **known)

    with _instead(judged, decide=watch):
        one.read()
    for args, known in calls[-1:]:
        said = frozenset(sentence for line in args[0] for sentence in statements(line))
        yield Reply(one.group, said, one.outcome, one.parts, partial(decide, *args, **known))


def _written() -> Iterator[Told]:
    for line in (CASES / "decisions.jsonl").read_text("utf-8").splitlines():
        case = json.loads(line)
        read = partial(read_text, _text(case["request"], case["reply"]))
        yield Told(case["set"], read, case["outcome"], case["parts"], case["exemptions"])
    for letter in hands.told():
        read = partial(read_text, _text(letter.words("q"), letter.words("t", "a")))
        yield Told(letter.group, read, letter.outcome, dict(letter.parts), letter.exemptions)


def _text(request: Sequence[str], reply: Sequence[str]) -> str:
    return "\n".join((*HEAD, *request, "Response", *reply))


def _pages(gold: Path) -> Iterator[Told]:
    for answers in sorted(gold.glob("*.json")):
        wanted = json.loads(answers.read_text("utf-8"))
        read = partial(read_page, answers.with_suffix(".html").read_bytes(), wanted.get("url") or "")
        parts = {name: one.split()[0] for name, one in (wanted.get("outcome_parts") or {}).items()}
        yield Told(f"gold {answers.name[0]}", read, wanted["outcome"], parts, wanted.get("exemptions") or ())


def weigh(reply: Reply, tables: Mapping[str, weighing.Table]) -> Weighed:
    """Decide on a reply by other weights, and keep what was weighed."""
    seen = Weighed()

    def keep(name: str, own: Callable[..., Any]) -> Callable[..., Any]:
        def kept(*args: Any) -> Any:
            found = own(*args)
            _keep(seen, name, found, args)
            return found

        return kept

    before = dict(weighing._DATA)
    weighing._DATA.update(tables)
    names = ("aligned", "answer", "of_each", "weighed")
    other: dict[str, Callable[..., Any]] = {name: keep(name, getattr(outcome, name)) for name in names}
    with _instead(outcome, **other):
        seen.decision = reply.decide()
    weighing._DATA.update(before)
    return seen


def _keep(seen: Weighed, name: str, found: Any, args: Sequence[Any]) -> None:
    if name == "aligned":
        seen.heard = found
    elif name == "answer":
        seen.sentences.append(args[0])
    elif name == "of_each":
        seen.parts = args[0]
    else:
        seen.whole = args[0]


@contextmanager
def leaning_by(weights: Mapping[str, Sequence[float]]) -> Iterator[None]:
    """Other weights of the words of a sentence for a while."""
    own = weighed.TABLES["leaning"]
    weighed.use(leaning=weights)
    forget()
    try:
        yield
    finally:
        weighed.use(leaning=own)
        forget()


@contextmanager
def _instead(module: Any, **other: Any) -> Iterator[None]:
    """Other functions in a module for a while."""
    own = {name: getattr(module, name) for name in other}
    for name, one in other.items():
        setattr(module, name, one)
    try:
        yield
    finally:
        for name, one in own.items():
            setattr(module, name, one)
