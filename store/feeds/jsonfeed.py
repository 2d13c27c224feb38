"""A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json
from typing import Any

from store.feeds.feed import Entry, Filled, Links
from store.feeds.plain import flat, link, moment
from store.feeds.wording import AUTHOR, as_html, as_text, feed_title, feed_words, happened, quote, tags, title

MEDIA_TYPE = "application/feed+json"
ENDING = "json"
VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(filled: Filled, links: Links) -> bytes:
    """The feed as UTF-8; the same bytes for the same entries and links."""
    found = {
        "version": VERSION,
        "title": feed_title(filled.feed),
        "home_page_url": links.home,
        "feed_url": links.own,
        "description": feed_words(filled.feed),
        "language": "en-GB",
        "authors": [{"name": AUTHOR}],
        "items": [_item(entry, links) for entry in filled.entries],
    }
    return json.dumps(_said(found), ensure_ascii=False, indent=1).encode() + b"\n"


def _item(entry: Entry, links: Links) -> dict[str, Any]:
    kept, original = links.page(entry.disclosure), link(entry.address)
    return _said({
        "id": entry.id,
        "url": kept or original,
        "external_url": original if kept else "",
        "title": title(entry),
        "summary": quote(entry) or happened(entry),
        "content_html": as_html(entry, links),
        "content_text": as_text(entry),
        "date_published": moment(entry.seen),
        "date_modified": moment(entry.seen),
        "authors": [{"name": flat(force) or AUTHOR} for force in entry.forces],
        "tags": [label for _, label in tags(entry)],
        # The custom object that the format allows: what a program would else have to read out of the words.
        "_foiwatch": {
            "disclosure": entry.disclosure,
            "version": entry.version,
            "event": entry.verb,
            "ref": flat(entry.ref),
            "status": entry.status,
            "topics": [term for term, _ in tags(entry)],
            "changed": list(entry.changed),
        },
    })  # fmt: skip


def _said(values: dict[str, Any]) -> dict[str, Any]:
    """Without what is empty: an address that is not known is left out, not empty."""
    return {name: value for name, value in values.items() if value or name == "items"}
