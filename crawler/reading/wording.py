"""How much the words of a sentence say that any letter could carry it: a sum of weights, each of a subject.

For the wordings that no rule foresees. The subjects, their words and their weights are in boilerplate.toml.
"""

import re
import tomllib
from importlib.resources import files
from itertools import chain

_DATA = tomllib.loads(files("crawler.reading").joinpath("boilerplate.toml").read_text("utf-8"))
_PAIRS = tuple(tuple(pair.split()) for pair in _DATA["together"]["pairs"])
_WEIGHTS: dict[str, float] = _DATA.get("weights", {})
_WORD = re.compile(r"[a-z0-9][\w'-]*")
# Days allowed, dates, and the laws and addresses of a letter's last paragraph are no figures of an answer.
_NO_FIGURE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*(?: (?:19|20)\d\d)?"
    r"|\b\d\d (?:working )?days\b"
    r"|\b(?:19|20)\d\d act\b|\bact (?:19|20)\d\d|\bsection (?:45|50)\b|\b[a-z]{1,2}\d{1,2}[a-z]? \d[a-z]{2}\b"
    r"|\b0\d{3,4}[ \d]{5,9}|\bfoi \d+/\d+"
)
_DIGIT = re.compile(r"\d")
_AMOUNT = re.compile(r"£|\d%|\b\d{1,3},\d{3}\b|\(\d\)")


def _of_words() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for subject, words in _DATA["words"].items():
        for word in words.split():
            found.setdefault(word, []).append(subject)
    return {word: tuple(subjects) for word, subjects in found.items()}


_SUBJECTS = _of_words()


def subjects(sentence: str) -> set[str]:
    """What a sentence speaks of: each subject of its words, pairs of them, and whether it holds figures."""
    low = sentence.lower().replace("’", "'")
    found = set(chain.from_iterable(_SUBJECTS.get(word, ()) for word in _WORD.findall(low)))
    found.update(f"{one} {other}" for one, other in _PAIRS if one in found and other in found)
    if _DIGIT.search(low) and _DIGIT.search(_NO_FIGURE.sub("", low)):
        found.add("digits")
    if _AMOUNT.search(low):
        found.add("amount")
    return found


def weight(sentence: str) -> float:
    """Above nought: more likely in any letter than an answer to this one; the natural logarithm of the odds."""
    return _WEIGHTS["always"] + sum(_WEIGHTS.get(subject, 0.0) for subject in subjects(sentence))
