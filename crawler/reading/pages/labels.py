"""The lines with a label that a theme prints around the text of a disclosure: its reference and its dates.

They stand under the title, or in a box at the side; what is not such a line is never taken.
"""

from collections.abc import Iterator, Sequence

from lxml import html

from crawler.reading.facts.date_roles import role
from crawler.reading.facts.dates import dates_in, iso_date
from crawler.reading.facts.reference_labels import is_labelled
from crawler.reading.pages.head import CHANGED
from crawler.reading.pages.lines import lines_of, squeeze
from crawler.reading.pages.masthead import PAPER
from crawler.reading.pages.parse import words_in

_MOST_WORDS = 60  # of a box that is about the page, and not its text
_BRIEF = 140  # characters of a line
_STAMP = 60  # characters of a bare date, with its time and the name of the writer
_PUT_OUT = ("Published", "Posted", "First published", "Date published")
_NOT_ABOUT = frozenset(("aside", "nav", "script", "style", "form", "footer", "dialog"))
_AT_SIDE = 2  # lines with a label, from which on a box at the side is about this page


def labels(root: html.HtmlElement, title: str, papers: Sequence[str] = ()) -> list[str]:
    """The labelled lines under the heading of the page, and those of a box at the side that holds several.

    Of a newspaper, which one of `papers` then is, a bare date under the heading too.
    """
    heading = next((h1 for h1 in root.iter("h1") if squeeze(h1.text_content()) == title), None)
    below = [line for box in (_below(heading) if heading is not None else ()) for line in _brief(box)]
    is_news = any(map(PAPER.fullmatch, papers))
    found = [line for line in below if is_about(line) or (is_news and _is_stamp(line))]
    for aside in root.iter("aside"):
        beside = [*filter(is_about, _brief(aside))] if len(words_in(aside)) <= _MOST_WORDS else []
        found += beside if len(beside) >= _AT_SIDE else []
    return list(dict.fromkeys(found))


def _below(heading: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """What follows the heading, in its own box and those around it, up to the first that is long."""
    for around in (heading, *heading.iterancestors()):
        for box in around.itersiblings():
            if not isinstance(box.tag, str) or box.tag in _NOT_ABOUT:
                continue
            if len(words_in(box)) > _MOST_WORDS:
                return
            yield box


def _brief(box: html.HtmlElement) -> list[str]:
    return [line for line in lines_of(box) if len(line) <= _BRIEF]


def _is_stamp(line: str) -> bool:
    return len(line) <= _STAMP and [bool(date.day) for date in dates_in(line)] == [True] and not CHANGED.match(line)


def is_about(line: str) -> bool:
    """Whether a short line gives the reference of the request, or a date with its label."""
    return is_labelled(line) or any(
        role(line, date) in ("received", "responded", "published") for date in dates_in(line)
    )


def with_labels(lines: list[str], about: list[str], published: str) -> list[str]:
    """The lines, and before them the labelled ones that the content lacks and that say more than is `published`."""
    held = " ".join(" ".join(lines).split())
    new = [line for line in about if not (published and line.startswith(_PUT_OUT) and iso_date(line) == published)]
    return [line for line in new if line.strip("| ") not in held] + lines
