"""Labels and headings of a letter in the one form that its readers know: on lines of their own, without numbers."""

import re
from collections.abc import Sequence
from itertools import chain

from crawler.reading.letters import phrases

_LABELLED = re.compile(
    r"(?P<label>(?:(?!you\b)[^\W\d]+ ){0,3}(?:requests?|questions?|enquiry|answers?|response|reply|decision"
    r"|asked|outcome|result):)"
    r"\s+(?P<text>\S+ \S.*)",
    re.I,
)


def labels_apart(lines: Sequence[str]) -> Sequence[str]:
    """A paragraph and the label before it, `Wording of request: ...`, as two lines; not where labels take turns."""
    found = [_LABELLED.fullmatch(line) if ":" in line else None for line in lines]
    found = [one if one and not _is_known(one["label"]) else None for one in found]
    labels = [one["label"].lower() for one in found if one]
    if not labels or len(set(labels)) < len(labels):
        return lines
    apart = [(one["label"], one["text"]) if one else (line,) for line, one in zip(lines, found, strict=True)]
    return list(chain.from_iterable(apart))


def _is_known(label: str) -> bool:
    return bool(phrases.RESPONSE_HEADING.fullmatch(label) or phrases.REQUEST_HEADING.fullmatch(label))
