"""What a site answers to one address: status, bytes, type and headers; and the rule for answering 304."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Reply:
    """One answer. `modified` None: no Last-Modified and no ETag are sent, as by pages made afresh."""

    body: bytes
    status: int = 200
    media_type: str = HTML
    modified: datetime | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


def html(text: str, status: int = 200, modified: datetime | None = None, **headers: str) -> Reply:
    return Reply(text.encode("utf-8"), status, HTML, modified, headers)


def moved(place: str) -> Reply:
    """A permanent redirect."""
    return Reply(b"", 301, HTML, None, {"Location": place})


def all_headers(reply: Reply) -> dict[str, str]:
    """The headers as sent, validators included; every answer says that it is invented."""
    headers = {"Content-Type": reply.media_type, "X-Synthetic": "invented", **reply.headers}
    if reply.modified and reply.status == 200:
        headers["ETag"] = f'"{hashlib.sha1(reply.body, usedforsecurity=False).hexdigest()[:20]}"'
        headers["Last-Modified"] = format_datetime(reply.modified, usegmt=True)
    return headers


def not_modified(asked: Mapping[str, str], sent: Mapping[str, str]) -> bool:
    """Whether 304 is due: If-None-Match, when there, decides alone (RFC 9110 §13.2.2), compared strongly."""
    if "ETag" not in sent:
        return False
    if "If-None-Match" in asked:
        tags = [tag.strip() for tag in asked["If-None-Match"].split(",")]
        return sent["ETag"] in tags or tags == ["*"]
    since = _moment(asked.get("If-Modified-Since", ""))
    changed = _moment(sent["Last-Modified"])
    return since is not None and changed is not None and changed <= since


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
