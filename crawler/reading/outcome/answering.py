"""How likely each sentence of a reply answers by what it states, though it may give nothing in so many words.

`The unit has eleven vehicles` answers a question about vehicles, and is a reason or a side remark elsewhere. So a
sentence is weighed with what it shares with the request, with its numbers, and with what stands around it;
the weights are in weighing.toml, and bench/weigh_outcomes.py finds them from replies whose outcome is known.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import compress

from crawler.reading.outcome.alignment import Sentence
from crawler.reading.outcome.counted import has_number
from crawler.reading.outcome.weighing import Signs
from crawler.reading.questions.questions import is_question
from crawler.reading.sentences.leaning import leanings

_SHARED, _SHORT = 3, 45  # words shared with the request; characters of a short sentence
_NAMES = ("number", "question", "relied", "named", "free", "short")
_AROUND = ("first", "last", "after", "just before", "after a refusal", "before a refusal")


def answering(
    said: Sequence[Sentence], asked: Collection[str], relied: Collection[str], denies: Sequence[bool]
) -> list[Signs]:
    """The signs of each sentence. `asked`: the stems of the request; `relied`: what relies on an exemption.

    `denies`: whether each keeps something back.
    """
    cut = denies.index(True) if True in denies else len(said)
    return [
        leanings(one.text)
        | _shared(one, asked)
        | dict.fromkeys((*_of_kind(one, relied), *_around(at, cut, denies)), 1.0)
        for at, one in enumerate(said)
    ]


def _shared(one: Sentence, asked: Collection[str]) -> Signs:
    shared = len(one.stems.intersection(asked))
    share = shared / max(1, len(one.stems))
    return {"shared": min(shared / _SHARED, 1.0), "share": share, "always": 1.0, "nothing shared": float(not shared)}


def _of_kind(one: Sentence, relied: Collection[str]) -> Iterator[str]:
    text = one.text
    named = bool(one.named or one.attributed)
    holds = (has_number(text), is_question(text), text in relied, named, not relied, len(text) < _SHORT)
    return compress(_NAMES, holds)


def _around(at: int, cut: int, denies: Sequence[bool]) -> Iterator[str]:
    """What stands before and after it; `cut`: the place of the first refusal."""
    last = len(denies) - 1
    holds = (at == 0, at == last, at > cut, at == cut - 1, at > 0 and denies[at - 1], at < last and denies[at + 1])
    return compress(_AROUND, holds)
