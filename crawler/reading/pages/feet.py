"""The feet of the pages of a letter that was printed or exported, in the midst of its words: `FOI 1/25 Page 2 of 4`."""

import re
from collections.abc import Sequence
from itertools import groupby

_FOOT = re.compile(
    r"(?P<head>[^.?!]{0,80}?)[\s|:–—-]*(?<!\w)(?P<word>(?:page|tudalen)\s)?"
    r"(?P<number>\d{1,3})\s(?:of|o)\s(?P<all>\d{1,3})\s*\|?",
    re.I,
)
# `The table is on page 2 of 4`.
_SENTENCE = re.compile(r"\b(?:on|see|at|from|is|are|to|in|the)$", re.I)


def without_feet(lines: Sequence[str]) -> list[str]:
    """The lines without those that tell the number of a page of so many.

    A line that has no word for `page` is one only where such lines count on to the last page: `Kent Police 2 of 3`. A
    foot stays once that alone shows a number, which may be the reference.
    """
    feet = [(at, foot) for at, line in enumerate(lines) if (foot := _foot(line))]
    gone = {at for at, foot in feet if foot["word"]}
    for _, run in groupby(sorted(feet, key=_kind), _kind):
        some = list(run)
        numbers = [int(foot["number"]) for _, foot in some]
        if len(some) > 1 and numbers == list(range(numbers[0], int(some[0][1]["all"]) + 1)):
            gone |= {at for at, _ in some}
    text = "\n".join(line for at, line in enumerate(lines) if at not in gone) if gone else ""
    told = next((at for at, foot in feet if at in gone and _tells(foot["head"], text)), -1)
    return [line for at, line in enumerate(lines) if at not in gone or at == told]


def _tells(head: str, text: str) -> bool:
    """Whether a number in the head of a foot stands nowhere in the text."""
    return any(word not in text for word in head.split() if any(map(str.isdigit, word)))


def _foot(line: str) -> re.Match[str] | None:
    text = line.strip()
    found = _FOOT.fullmatch(text) if text[-1:] in "0123456789|" else None
    return found if found and not _SENTENCE.search(found["head"]) else None


def _kind(foot: tuple[int, re.Match[str]]) -> tuple[str, str]:
    """What is alike in the feet of one letter."""
    return foot[1]["head"].strip(), foot[1]["all"]
