"""What became different between two looks: the names of the fields, and a diff that a person can read."""

import difflib
import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from typing import Any

import msgspec

from store.digest import attachment_keys, fold, plain
from store.records import AttachmentSeen, Sighting

_DATES = ("received", "responded", "published")
_TEXTS = ("title", "ref", "outcome", "kind")
_LONG = 4000
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


def readable_diff(old: Sighting, new: Sighting, version: int) -> str:
    """A unified diff of title, words and attachments, from `version` to the next; empty when none differs."""
    before, after = _lines(old), _lines(new)
    names = f"version {version}", f"version {version + 1}"
    if len(before) + len(after) > _LONG:
        return "\n".join(_lines_of_one(before, after, *names))
    return "\n".join(difflib.unified_diff(before, after, *names, n=2, lineterm=""))


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


def _lines(sighting: Sighting) -> list[str]:
    words = (fold(line) for line in sighting.words.splitlines())
    return [fold(sighting.title), *filter(None, words), *_files(sighting.attachments)]


def _lines_of_one(before: list[str], after: list[str], old_name: str, new_name: str) -> Iterable[str]:
    """The lines that only one of the two has: difflib takes minutes for a table of many thousand rows."""
    yield from (f"--- {old_name}", f"+++ {new_name}")
    yield from (f"-{line}" for line in (Counter(before) - Counter(after)).elements())
    yield from (f"+{line}" for line in (Counter(after) - Counter(before)).elements())


def _files(attachments: Iterable[AttachmentSeen]) -> Iterable[str]:
    for attachment in attachments:
        yield f"[attachment] {fold(attachment.label)} {attachment.sha256[:12] or '(not had)'}"
