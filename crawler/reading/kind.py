"""What sort of document it is: a force's reply, a correspondence on an archive, or a newspaper's report."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from crawler.reading.forces import at_address

_ARCHIVES = ("whatdotheyknow.com",)
_REQUEST_TO = re.compile(r"\ba freedom of information request to\b", re.I)
_THREAD = re.compile(
    r"from: \S|dear .{3,60},|yours (?:faithfully|sincerely).*|\d attachments?(?:: .*)?"
    r"|.* left an annotation.*",
    re.I,
)
_REPLY = re.compile(
    r"seek access to|refusal notice|\bour ref\b|request under the freedom of information act"
    r"|reference no|you asked:"
    r"|^(?:request|response|answer|disclosure|your request)\s*[:–-]?$|^response [–-]"
    r"|enquiry reference|have today decided"
    r"|i write (?:in connection|about|regarding)|not obliged to|foi ref|^pub \d+$|^request number",
    re.I,
)
_PRESS = re.compile(
    r"spokes(?:man|woman|person)\b.{0,40}(?:said|added)|\b(?:said|added|told)\s*:|can reveal"
    r"|\bfigures (?:seen|obtained|released|shared|show|reveal)"
    r"|have revealed|has revealed|told the\b"
    r"|this newspaper|the \w+ can|campaigners?\b|a freedom of information request (?:by|from)"
    r"|under the freedom of information act",
    re.I,
)


def kind(lines: Sequence[str], url: str, site: str = "") -> str:
    """One of fields.KINDS. `site` is what the document's title adds: an archive says there what it is."""
    host = (urlsplit(url).hostname or "") if "[" not in url else ""
    if host.removeprefix("www.").endswith(_ARCHIVES) or any(map(_REQUEST_TO.search, (site, *lines[:3]))):
        return "correspondence"
    own = at_address(url)
    if own and "/news/" not in urlsplit(url).path:
        return "disclosure"
    replies = sum(bool(_REPLY.search(line.strip())) for line in lines)
    if own:
        return "disclosure" if replies else "news"
    press = ("/news/" in urlsplit(url).path if host else 0) + sum(bool(_PRESS.search(line)) for line in lines)
    turns = sum(bool(_THREAD.fullmatch(line.strip())) for line in lines)
    if turns >= 4 and turns > replies:
        return "correspondence"
    return "news" if press >= 2 and press > replies else "disclosure"
