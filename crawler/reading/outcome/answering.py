"""How likely each sentence of a reply answers by what it states, where no rule and no word says that it gives anything.

`The unit has eleven vehicles` answers a question about vehicles, and is a reason or a side remark elsewhere. So a
sentence is weighed with what it shares with the request, with its tense, its numbers, and with what stands around it;
the weights are in weighing.toml, and bench/weigh_outcomes.py finds them from replies whose outcome is known.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import compress

from crawler.reading.outcome import decision
from crawler.reading.outcome.alignment import Sentence
from crawler.reading.outcome.counted import has_number
from crawler.reading.questions.questions import is_question
from crawler.reading.sentences.signals import signals, together

Signs = dict[str, float]
_SHARED, _SHORT = 3, 45  # words shared with the request; characters of a short sentence
_KINDS = together(
    supposes=signals(r"\b(?:would|could|may|might|likely|if|should)\b"),
    law=signals(r"\bsections?\b|\bs\.? ?\d\d|\bact\b|\bexempt"),
    test=signals(r"\bpublic interest\b|\bprejudic|\bharm|\bbalanc|\bfactors?\b|\bconfidence\b"),
    tells=signals(r"\b(?:was|were|has been|have been|had|is|are|has|have)\b"),
    search=signals(r"\bsearch|\benquir|\bcontacted\b|\bchecked\b|\basked\b|\brequest\b|\breview"),
    shortly=signals(r"^\W{0,3}(?:yes|no|none|nil|zero|both|all|neither|we do|they (?:are|do))\b"),
)
_DENIALS = frozenset((decision.REFUSED, decision.NCND))
# What speaks against an answer by facts alone.
_MARRED = frozenset(
    ("undecided", "supposes", "law", "test", "search", "relied", "after", "question", "says refused", "says not_held")
)
# What counts for more in a sentence that nothing mars, and what counts otherwise beside an exemption.
_PLAIN = {name: f"plain {name}" for name in ("shared", "number", "shortly")}
_BESIDE = {name: f"{name} beside" for name in ("plain", "number", "after", "shared", "tells", "")}
_SAYS = {said: f"says {said}" for said in ("disclosed", "refused", "not_held", "ncnd", "none", "a number")}
_NAMES = ("number", "undecided", "question", "relied", "named", "free", "short")
_AROUND = ("first", "last", "after", "just before", "after a refusal", "before a refusal")


def answering(said: Sequence[Sentence], asked: Collection[str], relied: Collection[str]) -> list[Signs]:
    """The signs of each sentence. `asked`: the stems of the request; `relied`: what relies on an exemption."""
    denies = [one.text in relied or not _DENIALS.isdisjoint(decision.says(one.text)) for one in said]
    cut = denies.index(True) if True in denies else len(said)
    return [
        _signs(one, asked, [*_of_kind(one, relied), *_around(at, cut, denies)], bool(relied))
        for at, one in enumerate(said)
    ]


def _signs(one: Sentence, asked: Collection[str], kinds: Sequence[str], denied: bool) -> Signs:
    shared = len(one.stems.intersection(asked))
    signs = decision.chances(one.text) | dict.fromkeys(kinds, 1.0)
    signs |= {"shared": min(shared / _SHARED, 1.0), "share": shared / max(1, len(one.stems))}
    if not shared:
        signs["nothing shared"] = 1.0
    if _MARRED.isdisjoint(kinds):
        signs["plain"] = 1.0
        signs |= {plain: signs.get(name, 0.0) for name, plain in _PLAIN.items()}
    if denied:
        signs |= {beside: signs[name] for name, beside in _BESIDE.items() if name in signs}
    return signs


def _of_kind(one: Sentence, relied: Collection[str]) -> list[str]:
    text = one.text
    # In order: sums of weights are the same in every process.
    found = ["always", *(_SAYS[said] for said in sorted(decision.says(text)))]
    found += sorted(_KINDS.found(text))
    named = bool(one.named or one.attributed)
    short = len(text) < _SHORT
    holds = (has_number(text), decision.no_decision(text), is_question(text), text in relied, named, not relied, short)
    return [*found, *compress(_NAMES, holds)]


def _around(at: int, cut: int, denies: Sequence[bool]) -> Iterator[str]:
    """What stands before and after it; `cut`: the place of the first refusal."""
    last = len(denies) - 1
    holds = (at == 0, at == last, at > cut, at == cut - 1, at > 0 and denies[at - 1], at < last and denies[at + 1])
    return compress(_AROUND, holds)
