"""Turns kept words into safe HTML: everything is escaped first, and no words of a page ever become markup."""

import re
from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup, escape

from store.places import END, START
from store.site.layout import set_out

_LAYOUT = re.compile(r"\*\*|\|[ :-]*-{3,}[ |:-]*")
_PIPES = re.compile(r"\s*\|[\s|]*")
_HIT = re.compile(f"{START}([^{START}{END}]*){END}")
_STRAY = re.compile(f"[{START}{END}]")


class _Plainly(RendererHTML):
    """Renders what a letter needs: numbers as the force wrote them, and a lone asterisk as an asterisk."""

    def list_item_open(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        number = tokens[index].info
        return f'<li value="{int(number)}">' if number.isdecimal() else "<li>"

    def em_open(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        return str(escape(tokens[index].markup))

    em_close = em_open

    def heading_open(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        return '<p class="heading">'

    def heading_close(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        return "</p>\n"

    def cell_open(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        # A column's alignment would be an inline style, which the site's policy refuses.
        return f"<{tokens[index].tag}>"

    th_open = td_open = cell_open

    def table_open(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        return '<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>\n'

    def table_close(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        return "</table></div>\n"


# The "zero" preset knows neither HTML nor links, images, entities or escapes: all of these stay words.
_LETTER = MarkdownIt("zero", {"breaks": True, "html": False}, renderer_cls=_Plainly).enable(
    ["heading", "hr", "list", "table", "emphasis", "newline"]
)


def formatted(text: str) -> Markup:
    """Paragraphs, lists, pipe tables, headings and bold of a plain text, as HTML. Takes no other markup."""
    return Markup(_LETTER.render(set_out(text)))


def prose(text: str) -> str:
    """A passage cut out of a text without the signs of bold and of tables, which say nothing there."""
    return _PIPES.sub(" | ", _LAYOUT.sub(" ", text)).strip(" |")


def marked(text: str) -> Markup:
    """A snippet as HTML, its hits (between START and END) in <mark>."""
    return Markup(_STRAY.sub("", _HIT.sub(r"<mark>\1</mark>", str(escape(text or "")))))


def highlighted(quote: str, words: str) -> Markup:
    """A quote as HTML with every occurrence of `words` in <mark>, whatever its case."""
    clean = _STRAY.sub("", quote)
    if not words.strip():
        return escape(clean)
    return marked(re.sub(re.escape(words.strip()), lambda hit: f"{START}{hit[0]}{END}", clean, flags=re.I))


def diff_lines(diff: str) -> list[tuple[str, str]]:
    """The lines of a unified diff as (kind, words): added, removed, place or same."""
    kinds = {"+": "added", "-": "removed", "@": "place"}
    lines = diff.splitlines()
    said = lines[2:] if diff.startswith("--- ") else lines
    return [(kinds.get(line[:1], "same"), line) for line in said]
