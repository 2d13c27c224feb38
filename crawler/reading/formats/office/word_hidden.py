"""What a Word document (DOCX) holds that one who opens or prints it is not shown."""

from collections.abc import Iterator
from itertools import groupby

from lxml import etree

from crawler.reading.formats import ooxml
from crawler.reading.formats.archive import DAMAGE
from crawler.reading.formats.filetext import Hidden, Limits, Unreadable
from crawler.reading.formats.office.office_hidden import embedded, linked, short
from crawler.reading.formats.office.word_colours import blended
from crawler.reading.formats.office.word_pictures import bare
from crawler.reading.formats.office.word_runs import BOX, PARAGRAPH, RUN
from crawler.reading.formats.office.word_styles import Styles, value
from crawler.reading.formats.ooxml import Package, W

WHAT = "Word document"
STORIES = ("header", "footer", "footnotes", "endnotes")
STRUCK, MOVED = (W + "del", W + "moveFrom"), (W + "ins", W + "moveTo")
WORDS = frozenset((W + "t", W + "delText"))
COLOURED = (W + "shd", W + "highlight")
# What Word itself puts, hidden, around the fields of a form that came from a web page.
UNSAID = ("", "Top of Form", "Bottom of Form")
WHITE = ("FFFFFF", "ffffff")


def find(data: bytes, limits: Limits) -> Iterator[Hidden]:
    """Comments, tracked changes, words that cannot be seen, embedded files, links to files. Raises Unreadable."""
    try:
        with ooxml.opened(data, limits, WHAT) as package:
            main = package.main("word/document.xml")
            yield from _comments(package, main)
            yield from _stories(package, main)
            yield from embedded(package, "word/embeddings/")
            yield from linked(package)
    except (*DAMAGE, etree.XMLSyntaxError, AttributeError, TypeError, IndexError) as error:
        raise Unreadable(f"damaged {WHAT}: {error}") from error


def _comments(package: Package, main: str) -> Iterator[Hidden]:
    for member in package.related(main, "comments"):
        said = (_words(comment) for comment in package.xml(member).iter(W + "comment"))
        yield from (Hidden("comment", "", short(words)) for words in said if words.strip())


def _stories(package: Package, main: str) -> Iterator[Hidden]:
    sheets = package.related(main, "styles")
    styles = Styles(package.xml(sheets[0]) if sheets else None)
    yield from _story(package.xml(main), "", styles)
    yield from _white(package.xml(main), styles)
    for kind in STORIES:
        for member in package.related(main, kind):
            yield from _story(package.xml(member), kind, styles)


def _story(root: etree._Element, where: str, styles: Styles) -> Iterator[Hidden]:
    for verb, tags in (("deleted", STRUCK), ("inserted", MOVED)):
        changed = [words for each in root.iter(*tags) if (words := _words(each).strip())]
        if changed:
            yield Hidden("revision history", where, short(f"{verb}: {' … '.join(changed)}"))
    hidden = (words for paragraph in root.iter(PARAGRAPH) for words in _hidden(paragraph, styles))
    yield from (Hidden("hidden text", where, short(words)) for words in hidden if words.strip() not in UNSAID)
    for paragraph in root.iter(PARAGRAPH):
        words = "".join(map(_words, blended(paragraph, styles)))
        if any(map(str.isalnum, words)):
            yield Hidden("hidden text", where, short(f"in the colour of its background: {words}"))


def _hidden(paragraph: etree._Element, styles: Styles) -> Iterator[str]:
    """The stretches of a paragraph's words that are formatted as hidden."""
    style = styles.of(paragraph)
    runs = [run for run in paragraph.iter(RUN) if next(run.iterancestors(PARAGRAPH)) is paragraph]
    for hides, stretch in groupby(runs, lambda run: styles.hides(run, style)):
        if hides:
            yield "".join(map(_words, stretch))


def _white(root: etree._Element, styles: Styles) -> Iterator[Hidden]:
    """White words on the bare page; in tables and boxes, on pictures, or where anything is shaded, they may be seen."""
    if root.find(W + "background") is not None:
        return
    for paragraph in bare(root.iterfind(f"{W}body/{PARAGRAPH}")):
        shaded = any(next(each.iter(*COLOURED), None) is not None for each in styles.chain(styles.of(paragraph)))
        if shaded or next(paragraph.iter(*COLOURED, BOX), None) is not None:
            continue
        runs = (run for run in paragraph.iter(RUN) if _is_white(run))
        words = "".join(map(_words, runs))
        if any(map(str.isalnum, words)):
            yield Hidden("hidden text", "", short(f"white: {words}"))


def _is_white(run: etree._Element) -> bool:
    properties = run.find(W + "rPr")
    return properties is not None and value(properties, "color") in WHITE


def _words(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(*WORDS))
