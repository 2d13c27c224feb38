"""The styles of a Word document, as far as they hide words or number paragraphs."""

from collections.abc import Iterator

from lxml import etree

from crawler.reading.formats.ooxml import W, is_on

VAL = W + "val"


class Styles:
    """Looks a style and those that it is based on through; an unknown style says nothing."""

    def __init__(self, root: etree._Element | None) -> None:
        styles = [] if root is None else list(root.iter(W + "style"))
        self._styles = {style.get(W + "styleId", ""): style for style in styles}
        self._hidden = frozenset(name for name in self._styles if self._hides(name))
        self._default = next((style.get(W + "styleId", "") for style in styles if _is_default(style)), "")

    def of(self, paragraph: etree._Element) -> str:
        """The id of a paragraph's style."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return self._default if style is None else style.get(VAL, "")

    def hides(self, run: etree._Element, style: str) -> bool:
        """Whether a run in a paragraph of `style` is hidden text, which is neither shown nor printed."""
        said = run.find(f"{W}rPr/{W}vanish")
        if said is not None:
            return is_on(said)
        if not self._hidden:
            return False
        own = run.find(f"{W}rPr/{W}rStyle")
        return style in self._hidden or (own is not None and own.get(VAL) in self._hidden)

    def numbering(self, style: str) -> tuple[str, str]:
        """The number and the level of the list that a style puts its paragraphs in; empty where it does not."""
        number = level = ""
        for each in self.chain(style):
            said = each.find(f"{W}pPr/{W}numPr")
            if said is not None:
                number = number or value(said, "numId")
                level = level or value(said, "ilvl")
        return number, level

    def chain(self, style: str) -> Iterator[etree._Element]:
        """The style, the one that it is based on, and so forth."""
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = value(self._styles[style], "basedOn")

    def _hides(self, style: str) -> bool:
        switches = (each.find(f"{W}rPr/{W}vanish") for each in self.chain(style))
        return is_on(next((switch for switch in switches if switch is not None), None))


def value(element: etree._Element, name: str) -> str:
    """The w:val of a child, or an empty text."""
    child = element.find(W + name)
    return "" if child is None else child.get(VAL, "")


def _is_default(style: etree._Element) -> bool:
    return style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on")
