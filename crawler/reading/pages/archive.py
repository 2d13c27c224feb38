"""The letters of a correspondence as the software of archives marks them (Alaveteli, app/views/request)."""

from itertools import islice

from lxml import etree, html

from crawler.reading.fields import Marked
from crawler.reading.pages.lines import lines_in_turn

# `correspondence incoming`, in either order and among other classes.
_LETTERS = etree.XPath(".//*[contains(concat(' ', normalize-space(@class), ' '), ' correspondence ')]")
_OPENING = 2  # lines: the name and the day, or both on one


def letters(box: html.HtmlElement) -> tuple[Marked, ...]:
    """The letters of the element in page order; none where one of them does not say whose it is."""
    found = _LETTERS(box)
    sides = [{"incoming", "outgoing"}.intersection(letter.get("class").split()) for letter in found]
    if any(len(side) != 1 for side in sides):
        return ()
    openings = [tuple(islice(lines_in_turn(letter), _OPENING)) for letter in found]
    return tuple(Marked(side == {"incoming"}, opening) for side, opening in zip(sides, openings, strict=True))
