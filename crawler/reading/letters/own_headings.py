"""The headings that a force gives its answers in words of its own: known by their place, again and again."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from crawler.reading.letters.phrases import is_title
from crawler.reading.letters.turn_marks import PART, QUESTION_HEADING, asks
from crawler.reading.pages.tables import split_row

_SIGNS = re.compile(r"[\W\d]+")
_LABEL = 30  # characters before the colon of a label


def own_headings(lines: Sequence[str]) -> set[str]:
    """The headings of answers in the force's own wording: those that come again and again between question and answer.

    What comes below every question with nothing below itself is the answer: `None`.
    """
    texts = [line.strip() for line in lines]
    titles = [bare(text) if is_title(text.rstrip(":")) and len(split_row(text)) < 2 else "" for text in texts]
    told = list(filter(None, titles))
    if len(set(told)) == len(told):
        return set()  # as in most letters
    again = {title for title, times in Counter(told).items() if times > 1}
    headed = [bool(QUESTION_HEADING.fullmatch(text)) for text in texts]
    # What stands below the heading of a question asks, whatever its form.
    asking = [
        head or above or asks(text) or bool(PART.match(text))
        for text, head, above in zip(texts, headed, [False, *headed], strict=False)
    ]
    between: dict[str, list[bool]] = {}
    for at, title in enumerate(titles):
        if title in again and not asking[at]:
            between.setdefault(title, []).append(at > 0 and asking[at - 1] and not all(asking[at + 1 : at + 2]))
    return {title for title, places in between.items() if len(places) > 1 and all(places)}


def own_labels(lines: Sequence[str]) -> set[str]:
    """The labels that open each answer in the force's own wording: `Found: 14`, again and again below questions."""
    if sum(map(bool, map(label_of, lines))) < 2:
        return set()  # as in most letters
    asking = [asks(line) or bool(PART.match(line)) for line in lines]
    below: dict[str, list[bool]] = {}
    for line, asked, itself in zip(lines[1:], asking, asking[1:], strict=False):
        if not itself and (label := label_of(line)):
            below.setdefault(label, []).append(asked)
    many = sum(asking)
    return {label for label, places in below.items() if all(places) and len(places) > 1 and many < 2 * len(places)}


def label_of(line: str) -> str:
    """The few words before the colon of a line, with which it opens; empty where it opens so with none."""
    if ":" not in line:
        return ""
    label, _, rest = line.strip().partition(":")
    return label if rest.strip() and len(label) < _LABEL and not label[:1].isdigit() else ""


def unlabelled(text: str, labels: Collection[str]) -> str:
    """An answer without one of these labels before it."""
    label = label_of(text)
    return text[len(label) + 1 :].lstrip() if label in labels else text


def bare(heading: str) -> str:
    """A heading without the number of its question and its signs: `Our findings (2):` is `our findings`."""
    return _SIGNS.sub(" ", heading).strip().lower()
