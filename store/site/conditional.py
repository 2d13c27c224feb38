"""Answers who asks whether a page has changed: RFC 9110, sections 8.8 and 13."""

import re
import time
from email.utils import formatdate
from hashlib import sha256
from pathlib import Path
from typing import Any

from datasette import Response

_TAG = re.compile(r'(?:W/)?("[^"]*")')
# A file that was written in this second may be written again in it, and its date would not tell: section 8.8.2.2.
_SETTLED = 2.0


def last_modified(database: Path) -> str:
    """When the database was last written to, as HTTP has it; "" when that is too fresh to be told by its date.

    It is of the file and not of the newest entry: what was taken down or matched anew changes a page as well.
    """
    written = max(map(_written, (database, database.with_name(f"{database.name}-wal"))))
    return formatdate(int(written), usegmt=True) if time.time() - written > _SETTLED else ""


def _written(file: Path) -> float:
    try:
        found = file.stat()
    except FileNotFoundError:
        return 0.0
    # Whoever opens the database makes an empty log beside it: nothing was written then.
    return found.st_mtime if found.st_size else 0.0


def answer(request: Any, body: bytes, media_type: str, modified: str) -> Response:
    """The body, or 304 without it where the asker has it already. A cache may keep it, and must ask again."""
    tag = f'"{sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"} | ({"Last-Modified": modified} if modified else {})
    content_type = f"{media_type}; charset=utf-8"
    if _has_it(request, tag, modified):
        return Response("", status=304, headers=headers, content_type=content_type)
    return Response(body, headers=headers, content_type=content_type)


def _has_it(request: Any, tag: str, modified: str) -> bool:
    """Whether one of the tags is ours; only without any does the date count, and then only the very same."""
    asked = request.headers.get("if-none-match")
    if asked is not None:
        return asked.strip() == "*" or tag in _TAG.findall(asked)
    return bool(modified) and request.headers.get("if-modified-since", "").strip() == modified
