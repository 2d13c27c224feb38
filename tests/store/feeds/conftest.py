"""An invented record with friendly and hostile disclosures, and the rules of the W3C's feed validator as checks."""

import html.parser
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from lxml import etree
from stores import new_store

from store.database import Store
from store.feeds.feed import Feed
from store.keeping import keep
from store.matches import Wanted
from store.records import AttachmentSeen, Sighting

ATOM = "{http://www.w3.org/2005/Atom}"
HERE = Path(__file__).parent
# Markup, the end of a CDATA section, control characters, a turn of direction, an entity.
HOSTILE = '<script>alert(1)</script>]]>\x00\x08\x1b\ufffe\u202egnp.exe\u202c &amp; <img src=x onerror="alert(2)">'
QUOTE = "Six officers were dismissed for gross misconduct."
MISCONDUCT = Feed("topic", "misconduct", "misconduct", Wanted(topics=("misconduct",)))
_RULES = etree.RelaxNG(etree.parse(HERE / "atom.rng"))
_WEB = re.compile(r"https?://[A-Za-z0-9:/?#\[\]@!$&'()*+,;=._~%-]+\Z")


def at(day: int) -> str:
    """Nine in the morning of a day of November."""
    return f"2026-11-{day:02}T09:00:00+00:00"


def sighting(number: int, title: str = "", **more: Any) -> Sighting:
    """An everyday disclosure."""
    values = {
        "ref": f"FOI/{number:04}",
        "forces": ("Northshire Police",),
        "published": "2026-10-05",
        "request_text": "How many officers were dismissed?",
        "response_text": f"{QUOTE} Of these, {number} appealed.",
        **more,
    }
    title = title or f"Dismissals {number}"
    address = values.pop("address", f"https://www.northshire.example/foi/{number}/")
    return Sighting("northshire", address, title, f"{title} {values['response_text']}", **values)


def put(
    store: Store, seen: Sighting, day: int, *, topics: tuple[str, ...] = ("misconduct",), first: bool = False
) -> int:
    """Keep it, with a match for each topic; gives its number."""
    kept = keep(store, seen, seen=at(day), run=None, baseline=first)
    sign = {"words": "gross misconduct", "quote": QUOTE, "where": "response", "rule": "conduct"}
    store.db.conn.execute("DELETE FROM matches WHERE disclosure = ?", (kept.disclosure,))
    for topic in topics:
        store.db.conn.execute(
            "INSERT INTO matches VALUES (?, ?, ?, 0.9, ?)", (kept.disclosure, topic, kept.version, json.dumps([sign]))
        )
    return kept.disclosure


def happen(store: Store, disclosure: int, verb: str, day: int) -> None:
    """Write to the ledger that it was withdrawn or came back."""
    store.db.conn.execute(
        "UPDATE disclosures SET status = ? WHERE id = ?",
        ("withdrawn" if verb == "withdrawn" else "present", disclosure),
    )
    store.db.conn.execute(
        """INSERT INTO changes (disclosure, version, verb, seen, source)
        SELECT id, version, ?, ?, source FROM disclosures WHERE id = ?""",
        (verb, at(day), disclosure),
    )


def hostile() -> Sighting:
    """A page whose every word tries to be markup, or to break the feed."""
    files = (
        AttachmentSeen("https://x.example/a b.pdf?<b>", HOSTILE),
        AttachmentSeen("javascript:alert(3)", HOSTILE),
        AttachmentSeen("https://[broken", HOSTILE),
    )
    return sighting(
        66, f"Hostile {HOSTILE}", ref=HOSTILE, forces=(f"Force {HOSTILE}",), published=HOSTILE, attachments=files,
        address="javascript:alert(4)//", request_text=HOSTILE, response_text=HOSTILE,
    )  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = new_store(tmp_path / "data")
    yield store
    store.close()


@pytest.fixture
def told(store: Store) -> Store:
    """One of everything: new, changed, withdrawn, restored, hostile, kept by a first walk, and off the topic."""
    put(store, sighting(1), 1, first=True)
    put(store, sighting(2), 2)
    put(store, sighting(2, response_text="Seven officers were dismissed."), 5)
    gone = put(store, sighting(3), 3)
    happen(store, gone, "withdrawn", 8)
    happen(store, gone, "restored", 9)
    put(store, hostile(), 4, topics=("misconduct", f"t{HOSTILE[:60]}"))
    put(store, sighting(5, "Drones"), 6, topics=())
    return store


def atom_faults(body: bytes) -> list[str]:
    """What the W3C's validator would find wrong with an Atom feed."""
    root = etree.fromstring(body)  # raises where it is not well-formed
    faults = [] if _RULES.validate(root) else [str(error) for error in _RULES.error_log]
    ids = Counter(one.text for one in root.iter(f"{ATOM}id"))
    faults += [f"id {one} stands {number} times" for one, number in ids.items() if number > 1]
    if len([one for one in root.findall(f"{ATOM}link") if one.get("rel") == "self"]) != 1:
        faults.append("not one link to itself")
    for entry in root.findall(f"{ATOM}entry"):
        rels = Counter((one.get("rel"), one.get("type")) for one in entry.findall(f"{ATOM}link"))
        faults += [f"link {rel} twice" for rel, number in rels.items() if number > 1]
        faults += [f"address {a}" for one in entry.findall(f"{ATOM}link") if not _WEB.match(a := one.get("href") or "")]
        faults += html_faults(entry.findtext(f"{ATOM}content") or "")
    days = [entry.findtext(f"{ATOM}updated") or "" for entry in root.findall(f"{ATOM}entry")]
    faults += [] if days == sorted(days, reverse=True) else ["not the newest first"]
    faults += [] if root.findtext(f"{ATOM}updated") == max(days, default=root.findtext(f"{ATOM}updated")) else ["date"]
    return faults + text_faults(body.decode())


def json_faults(body: bytes) -> list[str]:
    """What the rules of JSON Feed 1.1 find wrong."""
    found = json.loads(body)
    faults = [name for name in ("version", "title", "items") if name not in found]
    faults += ["version"] if found["version"] != "https://jsonfeed.org/version/1.1" else []
    ids = Counter(item["id"] for item in found["items"])
    faults += [f"id {one}" for one, number in ids.items() if number > 1 or not isinstance(one, str)]
    known = {
        "id", "url", "external_url", "title", "content_html", "content_text", "summary", "date_published",
        "date_modified", "authors", "tags", "_foiwatch",
    }  # fmt: skip
    for item in found["items"]:
        faults += [f"unknown {name}" for name in item if name not in known]
        faults += ["no content"] if not (item.get("content_html") or item.get("content_text")) else []
        faults += [f"{n} {item[n]}" for n in ("url", "external_url") if n in item and not _WEB.match(item[n])]
        faults += ["no time zone"] if datetime.fromisoformat(item["date_published"]).tzinfo is None else []
        faults += html_faults(item["content_html"])
    faults += ["a control character"] if re.search(rb"\\u00[01]", body) else []
    return faults + text_faults(body.decode())


class _Tags(html.parser.HTMLParser):
    """Every tag and attribute that a feed's content should not hold."""

    allowed = ("p", "strong", "blockquote", "a", "ul", "li")

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.faults += [] if tag in self.allowed else [f"<{tag}>"]
        wrong = [
            name
            for name, value in attrs
            if name not in ("href", "rel") or (name == "href" and not _WEB.match(value or ""))
        ]
        self.faults += [f"<{tag} {name}>" for name in wrong]


def html_faults(text: str) -> list[str]:
    """Elements, attributes and addresses that no content may have: scripts, styles, relative links."""
    tags = _Tags()
    tags.feed(text)
    return tags.faults


def text_faults(text: str) -> list[str]:
    """Characters that XML refuses, or that turn the direction of writing."""
    return [
        f"U+{ord(char):04X}"
        for char in text
        if re.match(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]", char)
    ]


@pytest.fixture
def made() -> SimpleNamespace:
    """What fills a record."""
    return SimpleNamespace(at=at, sighting=sighting, put=put, happen=happen)


@pytest.fixture(params=["atom", "json"])
def faults(request: pytest.FixtureRequest) -> tuple[str, Callable[[bytes], list[str]]]:
    """An ending, and what finds the faults of that format."""
    return request.param, {"atom": atom_faults, "json": json_faults}[request.param]
