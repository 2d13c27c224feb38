"""What a later letter says of an earlier one: that it cited a section, and whether it was right."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from crawler.reading.sentences.signals import guarded, signals

EARLIER = guarded(
    r"\b(?:earlier|previous|original|initial|first)(?:ly)? (?:\w+ )?(?:response|reply|request|answer|refusal"
    r"|decision|letter)"
    r"|\bpreviously\b|\bin (?:our|the) first\b",
    re.I,
)
_UPHELD = signals(
    r"\b(?<!not )(?<!partly )uph[eo]ld\w{0,3}\b",
    r"\b(?:rightly|correctly|properly) (?:engaged|applied|relied|refused|cited)",
    (
        r"\b(?:decision|refusal|response|reliance|exemptions?)\b[^.]{0,40}\b(?:stands?|(?:is|are|was|were) (?:correct"
        r"|right"
        r"|maintained))\b"
    ),
)
_OVERTURNED = signals(
    r"\b(?:overturn\w*|was wrong|were wrong|should not have|in error|no longer)\b",
)


@dataclass
class Upheld:
    """Whether the reply says that an earlier one was right: looked for only where it speaks of an earlier one."""

    response: Sequence[str]

    @cached_property
    def found(self) -> bool:
        text = "\n".join(self.response)
        return _UPHELD.search(text) and not _OVERTURNED.search(text)
