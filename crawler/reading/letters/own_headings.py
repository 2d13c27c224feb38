"""The headings that a force gives its answers in words of its own: known by their place, again and again."""

import re
from collections.abc import Sequence

from crawler.reading.letters.phrases import is_title
from crawler.reading.letters.turn_marks import PART, QUESTION_HEADING, asks
from crawler.reading.pages.tables import split_row


def own_headings(lines: Sequence[str]) -> set[str]:
    """The headings of answers in the force's own wording: those that come again and again between question and answer.

    What comes below every question with nothing below itself is the answer: `None`.
    """
    texts = [line.strip() for line in lines]
    headed = [bool(QUESTION_HEADING.fullmatch(text)) for text in texts]
    # What stands below the heading of a question asks, whatever its form.
    asking = [
        head or above or asks(text) or bool(PART.match(text))
        for text, head, above in zip(texts, headed, [False, *headed], strict=False)
    ]
    between: dict[str, list[bool]] = {}
    for at, text in enumerate(texts):
        if not asking[at] and is_title(text.rstrip(":")) and len(split_row(text)) < 2:
            between.setdefault(bare(text), []).append(at > 0 and asking[at - 1] and not all(asking[at + 1 : at + 2]))
    return {text for text, places in between.items() if text and len(places) > 1 and all(places)}


def bare(heading: str) -> str:
    """A heading without the number of its question and its signs: `Our findings (2):` is `our findings`."""
    return re.sub(r"[\W\d]+", " ", heading).strip().lower()
