"""What became different between two looks, by the names of the fields; and how a version is written down.

How the words differ is not written down: `store.comparing` works it out from two versions when it is asked for.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

import msgspec

from store.digest import attachment_keys, fold, plain
from store.records import Sighting

_DATES = ("received", "responded", "published")
_TEXTS = ("title", "ref", "outcome", "kind")
_MARKDOWN = ("words", "request_text", "response_text")


def changed_fields(old: Sighting, new: Sighting) -> tuple[str, ...]:
    """The names of what differs, in a fixed order; the three dates count as one field, `dates`."""
    names = [name for name in _TEXTS if _differ(fold, getattr(old, name), getattr(new, name))]
    names += [name for name in _MARKDOWN if _differ(plain, getattr(old, name), getattr(new, name))]
    if any(getattr(old, name) != getattr(new, name) for name in _DATES):
        names.append("dates")
    if set(old.forces) != set(new.forces):
        names.append("forces")
    if attachment_keys(old.attachments) != attachment_keys(new.attachments):
        names.append("attachments")
    return tuple(names)


def _differ(reduced: Callable[[str], str], old: str, new: str) -> bool:
    return old != new and reduced(old) != reduced(new)


def record_of(sighting: Sighting) -> str:
    """The whole sighting as JSON. The text of a file is left out: table `files` has it, by SHA-256."""
    bare = replace(sighting, attachments=tuple(replace(a, text="") for a in sighting.attachments))
    return msgspec.json.encode(bare).decode()


def sighting_from(record: str) -> Sighting:
    """The sighting that a version recorded."""
    return msgspec.json.decode(record, type=Sighting)


def storable(sighting: Sighting) -> Sighting:
    """The sighting with what UTF-8 cannot hold replaced: broken PDFs and pages yield lone surrogates."""
    try:
        msgspec.json.encode(sighting)
    except UnicodeEncodeError:
        text = json.dumps(asdict(sighting), ensure_ascii=False)
        return msgspec.json.decode(text.encode("utf-8", "replace"), type=Sighting)
    return sighting


def as_json(value: Any) -> str:
    """A JSON value as the columns hold it."""
    return msgspec.json.encode(value).decode()
