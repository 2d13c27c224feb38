"""What a reply says of questions without their number: by the words that a sentence shares with one of them alone."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from crawler.reading.outcome.answer_signals import CANNOT, Relied, of_sentence
from crawler.reading.outcome.counted import reckons
from crawler.reading.outcome.decision import GIVEN, NOT_HELD, NOUGHT, no_decision
from crawler.reading.outcome.stems import stems_of
from crawler.reading.questions.question_refs import texts_of
from crawler.reading.questions.questions import Numbered

_MOST, _QUESTIONS = 60, 20  # sentences and questions that are held against each other
_SHORT = 14  # words of a sentence that may be a label with its answer
_CLEAR = 0.99  # one word that no other question has, or several that few have


def add_worded(
    loose: Sequence[Sequence[str]],
    asked: Sequence[Numbered],
    told: dict[str, set[str]],
    words: dict[str, list[str]],
    relied: Relied,
) -> None:
    """Add to `told` and `words` what is said, in their words, of questions of which nothing was said by number."""
    texts = texts_of(asked)
    unsaid = {name for name in texts if not told.get(name)}
    for name, sentence, signals in _by_words(loose, texts, relied) if unsaid else ():
        if name in unsaid:
            told.setdefault(name, set()).update(signals)
            words.setdefault(name, []).append(sentence)


def _by_words(
    loose: Sequence[Sequence[str]], asked: Mapping[str, str], relied: Relied
) -> Iterator[tuple[str, str, set[str]]]:
    """The number of a question, a sentence of the whole that shares its words, and what that says of it.

    `asked`: the texts of all questions by number. A sentence that shares as much with another is of neither.
    """
    if not 1 < len(asked) <= _QUESTIONS:
        return
    own = {number: stems_of(text) for number, text in asked.items()}
    often = Counter(stem for words in own.values() for stem in words)
    every = [one for line in loose for one in line][:_MOST]
    # `Not a field on the system` is the reason of what costs too much.
    dear = bool(relied.quotes) and any(map(reckons, every))
    for sentence in every:
        words = stems_of(sentence)
        scores = {number: sum(1 / often[stem] for stem in words & known) for number, known in own.items()}
        first, second = sorted(scores, key=scores.__getitem__, reverse=True)[:2]
        short = len(sentence.split()) <= _SHORT
        least = _CLEAR if short else 2 * _CLEAR
        if scores[first] < least or scores[first] < 2 * scores[second] or no_decision(sentence):
            continue
        said = of_sentence(sentence, relied, alone=short, points=True) - ({NOT_HELD} if dear else set())
        if said - {NOUGHT, CANNOT} or (said and GIVEN not in said):
            yield first, sentence, said
