"""Makes the words and addresses of a page fit for a feed: no character that XML refuses, no trick of direction."""

import re
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit

from store.site.words import web

# XML 1.0 (fifth edition), section 2.2, without the control characters that it discourages, and without those that
# turn the direction of writing: a title must not read other than it is spelled.
_REFUSED = re.compile(
    r"[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
    r"|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]"
)
# What RFC 3986 allows in an address, and the sign of what is quoted already.
_ALLOWED = ":/?#[]@!$&'()*+,;=-._~%"


def plain(text: str) -> str:
    """The text without the characters that no feed may hold."""
    return _REFUSED.sub("", text)


def flat(text: str, most: int = 300) -> str:
    """The text on one line, cut after so many characters at the end of a word."""
    words = " ".join(plain(text).split())
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"


def link(address: str) -> str:
    """The address as a link may hold it (RFC 3986); "" for one that is none of the web's."""
    bare = plain(address).strip()
    try:
        named = web(bare) and urlsplit(bare).hostname
    except ValueError:  # such as an unclosed bracket where the host should be
        return ""
    return quote(bare, safe=_ALLOWED) if named else ""


def moment(seen: str) -> str:
    """An ISO 8601 time as RFC 3339 has it, in UTC and to the second: what both formats want."""
    when = datetime.fromisoformat(seen)
    return f"{(when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
