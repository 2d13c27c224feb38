"""Whether a letter of a correspondence answers, or only acknowledges, puts off or asks back."""

import re
from collections.abc import Sequence
from functools import lru_cache

from crawler.reading.letters.interim_signs import FILE, RECEIPT, asks_back, hints
from crawler.reading.letters.phrases import is_title
from crawler.reading.pages.tables import split_row
from crawler.reading.questions.items import item_of
from crawler.reading.sentences.sentences import sentences
from crawler.reading.sentences.wording import interim, weight

# What heads a letter by its number: `DC/FOI 1043/22`, `Review of HQ/PA/004417/24`, `Outcome of internal review - 2517`.
_NUMBER = re.compile(r"(?:[^\W\d]+[ /.:-]+){0,6}\W*(?:[A-Z]{1,6}[ /.-]?){0,3}\d[\w/.-]{2,}", re.I)
_REFERENCE = re.compile(r"\d[/-]\d|[A-Z]{2,}[/-]|\b(?:review|request|ref\w*|foi|complaint)\b", re.I)
_HEADING = 9  # words
_HEAD_LINE = re.compile(
    r"(?:(?:our|your|foi) )?ref(?:erence)?\b.{0,40}|(?:subject|re)\s*:.*|dear\b.{0,60}"
    r"|(?:request (?:for information|under)|freedom of information)\b.{0,60}\d\S*\s*"
    r"|(?:(?:official|sensitive|restricted|unclassified|(?:not )?protectively marked)\W*)+",
    re.I,
)
_BEYOND_DOUBT, _IN_DOUBT, _STANDARD = -1.5, 1.0, 1.0
_MOST, _LONG = 12, 1800  # lines and characters
_LONGEST = 8000  # characters: whoever writes more has something to say
_PUTS_OFF = 0.5  # more than that all sentences together must say
_OUTWEIGHS = 9.0  # as much where one of them may answer


def kind(words: Sequence[str]) -> str:
    """ "answer", "receipt" or "clarification", by the lines of a letter."""
    if sum(map(len, words)) > _LONGEST:
        return "answer"
    if asks_back(words):
        return "clarification"
    return "receipt" if _is_receipt(words) else "answer"


def _is_receipt(words: Sequence[str]) -> bool:
    """Whether the letter says only that the request has come, is late, or takes longer."""
    if _brings(words):
        return False
    total, doubted = 0.0, False
    for one in (one for line in words if item_of(line) or not is_title(line.strip()) for one in sentences(line)):
        if _is_head(one.strip()):
            continue
        known, odds = _judged(one)
        if odds <= 0 and weight(one) > _STANDARD:
            continue
        # It answers by its words, or by the rules where the words leave doubt and the rest does not outweigh them.
        if odds < _BEYOND_DOUBT:
            return False
        doubted = doubted or (odds < _IN_DOUBT and known == ("(answer)",))
        total += odds
    if doubted:
        return total > _OUTWEIGHS
    return total > _PUTS_OFF or any(map(RECEIPT.search, words))


def _brings(words: Sequence[str]) -> bool:
    """Whether a letter comes with a file that is not said to acknowledge, or holds a table."""
    if any(FILE.search(line) for line in words) and not any("acknowl" in line.lower() for line in words):
        return True
    return any(len(split_row(line)) > 1 for line in words)


def waits(words: Sequence[str]) -> bool:
    """Whether a letter answers nothing yet; such letters are short, and of a longer one nothing is weighed."""
    if len(words) > _MOST or sum(map(len, words)) > _LONG or any(line.startswith("|") for line in words):
        return False
    return kind(words) != "answer"


@lru_cache(maxsize=512)
def _judged(sentence: str) -> tuple[tuple[str, ...], float]:
    """What the rules know of a sentence, and the odds that it answers nothing yet."""
    known = tuple(hints(sentence))
    return known, interim(sentence, *known)


def _is_head(text: str) -> bool:
    return bool(_HEAD_LINE.fullmatch(text)) or is_number(text)


def is_number(text: str) -> bool:
    """Whether a line is a heading with a number of reference: no figure, though it holds digits."""
    return len(text.split()) <= _HEADING and bool(_REFERENCE.search(text)) and bool(_NUMBER.fullmatch(text))
