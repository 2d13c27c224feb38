"""The number of an item of a list, as the type of the list writes it."""

import re

from lxml import html

_LIST_STYLE = re.compile(r"\b(?P<case>lower|upper)-(?P<kind>alpha|latin|roman)\b")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def styled(numbered: html.HtmlElement) -> str:
    """The type of a list that its style or class gives, as `list-style-type: lower-alpha`; "1" when none does."""
    found = _LIST_STYLE.search(f"{numbered.get('style', '')} {numbered.get('class', '')}".lower())
    if found is None:
        return "1"
    kind = "i" if found["kind"] == "roman" else "a"
    return kind.upper() if found["case"] == "upper" else kind


def written(number: int, kind: str) -> str:
    """The number of a list item as the list's type writes it; plain where the alphabet ends."""
    if kind in ("a", "A") and 1 <= number <= len(_LETTERS):
        text = _LETTERS[number - 1]
    elif kind in ("i", "I") and 1 <= number <= len(_ROMAN):
        text = _ROMAN[number - 1]
    else:
        return f"{number}. "
    return f"{text.upper() if kind.isupper() else text}. "
