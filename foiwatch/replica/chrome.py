"""What surrounds every Single Online Home page: exit, cookie and beta banners, menus, feedback and footer."""

import re
from functools import cache
from html import escape

from foiwatch.replica.sites import LISTING, SYNTHETIC, Site
from foiwatch.replica.templates import fill

_MENU = {
    "Report": ("a crime", "a road traffic incident", "antisocial behaviour", "a missing person", "fraud"),
    "Tell us about": (
        "a crime you have seen",
        "a possible terrorist threat",
        "an event you plan",
        "dashcam film",
    ),
    "Apply or register": ("a firearms licence", "a job", "volunteering", "a peddler certificate"),
    "Request": ("information about the police", "a collision report", "your fingerprints to be removed"),
    "Thanks and complaints": ("give thanks", "complain about the police", "professional standards"),
    "Your area": ("find your neighbourhood team", "crime maps", "meetings"),
}
_FOOT = (
    "Accessibility",
    "Terms of use",
    "Privacy",
    "Cookies",
    "Careers",
    "Misconduct outcomes",
    "Modern slavery",
)
_CLASS = re.compile(r' class="[^"]*"')


def path_of(words: str) -> str:
    """The address of a page of the chrome, from its link text."""
    return "/hyg/" + re.sub(r"[^a-z]+", "-", words.lower()).strip("-") + "/"


CHROME_PATHS = frozenset(
    {"/", "/search/", "/hyg/feedback/", "/foi-ai/"}
    | {path_of(words) for words in (*_FOOT, *_MENU)}
    | {path_of(item) for items in _MENU.values() for item in items}
)


def _link(words: str) -> str:
    return f'<li><a href="{path_of(words)}">{words}</a></li>'


def _group(head: str, items: tuple[str, ...]) -> str:
    links = "".join(map(_link, items))
    return f'<li class="c-nav_group"><a href="{path_of(head)}">{head}</a><ul>{links}</ul></li>'


@cache
def _menu() -> str:
    groups = (_group(head, items) for head, items in _MENU.items())
    return f'<nav class="c-nav" aria-label="Main"><ul>{"".join(groups)}</ul></nav>'


def page(
    site: Site, title: str, main: str, *,
    trail: tuple[str, ...] = (), head: str = "", markup: int = 0, plain: bool = False,
) -> str:  # fmt: skip
    """A whole page around `main`. `markup` counts restylings: they move tags and never a word."""
    steps = ("Home", "Freedom of information", *trail)
    html = fill(
        "soh", title=escape(title), force=escape(site.full_name), synthetic=SYNTHETIC, markup=markup,
        head=head, menu=_menu(), foot="".join(map(_link, _FOOT)),
        crumbs="".join(f'<li><a href="{LISTING}">{escape(step)}</a></li>' for step in steps),
        body=f'<div data-zone="{markup}" class="l-{markup}">{main}</div>' if markup else main,
    )  # fmt: skip
    return _CLASS.sub("", html) if plain else html
