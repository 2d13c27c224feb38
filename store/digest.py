"""What a reader sees of a disclosure, as one digest that markup does not sway."""

import re
import unicodedata
from collections.abc import Iterable
from hashlib import sha256

from store.records import AttachmentSeen, Sighting

# Paired emphasis only, and within one line: a lone "*" is how forces mark a suppressed figure.
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3}|`{1,3})(?=\S)([^\n]{1,400}?)(?<=\S)\1")
_LINK = re.compile(r"!?\[([^\]\n]{0,400})\]\([^)\s]{0,2000}(?:\s\"[^\"\n]{0,400}\")?\)")
_LINE_START = re.compile(r"^[ \t]*(?:#{1,6}[ \t]+|[-+*][ \t]+|>[ \t]+)+", re.MULTILINE)
_RULE = re.compile(r"^[ \t|:-]*-[ \t|:-]*$", re.MULTILINE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


def fold(text: str) -> str:
    """The text with white space folded, invisible characters dropped and Unicode composed."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return " ".join(text.split())


def plain(markdown: str) -> str:
    """The words of a Markdown text without its markup, folded: two ways to write the same words are equal."""
    text = _RULE.sub("", markdown)
    text = _LINE_START.sub("", text)
    text = _LINK.sub(r"\1", text)
    text = _EMPHASIS.sub(r"\2", text)
    text = _ESCAPE.sub(r"\1", text)
    return fold(text.replace("|", " "))


def attachment_keys(attachments: Iterable[AttachmentSeen]) -> list[tuple[str, str]]:
    """What tells one list of attachments from another: labels and contents, never addresses."""
    return [(fold(a.label), a.sha256) for a in attachments]


def digest_of(sighting: Sighting) -> str:
    """SHA-256, in hexadecimal, of title, words and attachments: not of dates, addresses or derived fields."""
    parts = [fold(sighting.title), plain(sighting.words)]
    parts += [part for key in attachment_keys(sighting.attachments) for part in key]
    return sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()


def fully_known(sighting: Sighting) -> bool:
    """Whether there is content, and all of it was had: only then may two addresses be the same words."""
    return all(a.sha256 for a in sighting.attachments) and bool(sighting.attachments or fold(sighting.words))
