"""What a page says, made harmless before it enters a message: nothing in it turns, hides, breaks a line or links."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlsplit

LONGEST_ADDRESS = 2_000
# Letters and marks that show nothing, though Unicode counts them as printable: fillers, a joiner, selectors.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
# More marks than any script puts on one letter paint over the lines around it.
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_PILED = re.compile(f"({_MARK}{{3}}){_MARK}+")
_SAFE_IN_ADDRESS = ":/?#@!$&'()*+,;=%-._~"


def calm(text: str) -> str:
    """Text in one line, one blank wherever there was white space, without marks that are not seen or turn the writing.

    Control characters count as white space. The category Cf (UAX 44) holds the turning marks of UAX 9, what has no
    width, the soft hyphen and the tags; these are left out, so that a word stays one word.
    """
    seen = _UNSEEN.sub("", text)
    if not seen.isprintable():
        seen = "".join(map(_shown, seen))
    return re.sub(r" {2,}", " ", _PILED.sub(r"\1", seen))


def flat(text: str) -> str:
    """As `calm`, without blanks at the ends."""
    return calm(text).strip()


def clean(value: Any) -> Any:
    """A JSON value whose texts are all calm."""
    if isinstance(value, str):
        return calm(value)
    if isinstance(value, Mapping):
        return {name: clean(one) for name, one in value.items()}
    return [clean(one) for one in value] if isinstance(value, list | tuple) else value


def web(address: str) -> str:
    """An address of the web in ASCII, fit for a link in any of the faces; else "".

    "https://force.police.uk@other.example/" looks like the force's and leads elsewhere: such a one is none.
    """
    if not address.startswith(("http://", "https://")) or len(address) > LONGEST_ADDRESS:
        return ""
    try:
        place = urlsplit(address).netloc
    except ValueError:
        return ""
    return quote(address.encode("utf-8", "replace"), safe=_SAFE_IN_ADDRESS) if place and "@" not in place else ""


def shortened(text: str, most: int) -> str:
    """The text in at most so many characters: cut between words where it can be, and never within a letter."""
    if len(text) <= most:
        return text
    end = max(0, most - 2)
    while end and unicodedata.combining(text[end]):
        end -= 1
    words, blank, _ = text[:end].rpartition(" ")
    return f"{(words if blank and len(words) > end // 2 else text[:end]).rstrip()} …"[-most:] if most else ""


def _shown(one: str) -> str:
    if one.isprintable():
        return one
    return "" if unicodedata.category(one) == "Cf" else " "
