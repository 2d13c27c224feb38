"""Letters that number a list without a sign behind them: `A How many? B Where?`, never the article `A list of`."""

import re
from collections.abc import Sequence
from string import ascii_uppercase

# After the article a word begins small; after the initial of a name, or the letter of a shift, a name does.
_BARE = re.compile(r"(?P<letter>[A-Z]) (?=[A-Z\d£\"“])(?!(?:Division|Relief|Shift|Team|Watch|Class)\b)")
_SHORT = re.compile(r".*\?\W*|. [\d£].*")
_SURE = 3  # letters in a row, which no chance puts at the beginnings of lines


def lettered(lines: Sequence[str]) -> list[str]:
    """The lines, a point put behind the letters that count from A at their beginnings: `A. How many?`

    Of two letters the lines must stand together, and ask or give a figure.
    """
    found = list(lines)
    for run in _runs(lines):
        together = len(run) > 1 and run[-1] - run[0] < len(run) and all(_SHORT.match(lines[at]) for at in run)
        for at in run if len(run) >= _SURE or together else ():
            found[at] = f"{lines[at][0]}. {lines[at][2:]}"
    return found


def _runs(lines: Sequence[str]) -> list[list[int]]:
    """The places of the lines that open with letters which count from A, a list for each row: questions, answers."""
    runs: list[list[int]] = []
    last: dict[int, list[int]] = {}  # the last row of each length: an article between B and C breaks none
    for at, line in enumerate(lines):
        if line[1:2] != " " or not (mark := _BARE.match(line)):
            continue
        place = ascii_uppercase.index(mark["letter"])
        if place == 0:
            runs.append([])
        run = last.pop(place, None) if place else runs[-1]
        if run is not None:
            run.append(at)
            last[place + 1] = run
    return runs
