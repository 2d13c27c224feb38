"""The table behind a chart, as HTML: written once and remembered, since a page of charts has a thousand cells."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from store.site.words import number

Rows = tuple[tuple[Any, ...], ...]


def figure(value: Any) -> str:
    """A value of a table: thousands apart, and one decimal where it has any; words as they are."""
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,.1f}"
    return number(int(value)) if isinstance(value, int | float) else str(value)


# Datasette's own templates wait at each step for what might be asynchronous, which costs more than the cells.
_TEMPLATES = Environment(loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True)
_TEMPLATES.filters["figure"] = figure


@lru_cache(maxsize=512)  # some ten kilobytes each
def table(head: tuple[str, ...], rows: Rows) -> Markup:
    """The head and the body of the table; the template escapes whatever the cells hold."""
    return Markup(_TEMPLATES.get_template("_figures.html").render(head=head, rows=rows))
