"""The HTML of the replica lies in pages/, with $names for what differs; this fills it in."""

from functools import cache
from importlib.resources import files
from string import Template


@cache
def _template(name: str) -> Template:
    return Template(files(__package__).joinpath("pages", f"{name}.html").read_text("utf-8"))


def fill(name: str, **values: object) -> str:
    """The page pages/NAME.html with the values, which are HTML already. KeyError when one is missing."""
    return _template(name).substitute(values)
