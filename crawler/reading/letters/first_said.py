"""Where a request begins: by its voice, held to the heading of the request where there is one."""

from collections.abc import Sequence

from crawler.reading.letters.edges import is_told, led_up, wishes
from crawler.reading.letters.furniture import is_furniture
from crawler.reading.letters.phrases import REQUEST_HEADING, is_title
from crawler.reading.letters.voices import ASKER, Odds

_SURE = 1.0  # on the scale of voices()


def first_said(lines: Sequence[str], start: int, voiced: int, odds: Sequence[Odds]) -> int:
    """The line where the request begins: by its voice at `voiced`, by its heading, if any, at `start`.

    Above a heading of its own wording, `You asked`, the force speaks, whatever that sounds like. Below a heading the
    requester does, where the form is a wish's and the voice may be the requester's.
    """
    heading = lines[start - 1].strip() if start > 0 else ""
    if not REQUEST_HEADING.fullmatch(heading):
        return led_up(lines, voiced)
    if voiced < start:
        return start if is_told(heading) else led_up(lines, voiced)
    said = [at for at in range(start, voiced) if not (is_title(lines[at]) or is_furniture(lines[at].rstrip(" .")))]
    return said[0] if said and all(_may_wish(lines[at], odds[at]) for at in said) else led_up(lines, voiced)


def _may_wish(line: str, odds: Odds) -> bool:
    return wishes(line) and not is_told(line) and max(odds) - odds[ASKER] < _SURE
