"""The shapes that cross the store's door: frozen, plain, and free of SQL."""

from dataclasses import dataclass, field
from typing import Any

ADDED = "added"  # the source of what a person brought


@dataclass(frozen=True)
class AttachmentSeen:
    """A file of a disclosure, as met. Without its bytes `sha256` is empty and `problem` says why."""

    address: str
    label: str = ""
    sha256: str = ""
    media_type: str = ""
    bytes: int = 0
    text: str = ""
    problem: str = ""


@dataclass(frozen=True)
class Sighting:
    """One look at one disclosure. `aliases` are (address, reason) pairs under which it is also found.

    `extra` holds the rest of the `foiwatch read --json` object (questions, answers, exemptions, citations,
    outcome_parts, tables, suppressed, alt_refs): plain JSON values.
    """

    source: str
    address: str
    title: str
    words: str
    kind: str = "disclosure"
    ref: str = ""
    forces: tuple[str, ...] = ()
    received: str = ""
    responded: str = ""
    published: str = ""
    request_text: str = ""
    response_text: str = ""
    outcome: str = "unknown"
    aliases: tuple[tuple[str, str], ...] = ()
    attachments: tuple[AttachmentSeen, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Kept:
    """What keeping a sighting came to: verb is new, changed, completed, unchanged or restored.

    Completed: the force changed nothing, but a file was had that could not be had before.
    """

    disclosure: int
    version: int
    verb: str
    changed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Change:
    """A row of the append-only ledger. `baseline` marks what a source's first whole walk brought.

    `completed` marks a "changed" that is no act of the force: the record knows more than it did.
    """

    id: int
    disclosure: int
    version: int
    verb: str
    seen: str
    source: str
    baseline: bool
    completed: bool = False


@dataclass(frozen=True)
class Disclosure:
    """A disclosure as kept, with its attachments and topics: what an alert or an export needs to know."""

    id: int
    source: str
    kind: str
    address: str
    title: str
    ref: str
    forces: tuple[str, ...]
    received: str
    responded: str
    published: str
    request_text: str
    response_text: str
    outcome: str
    status: str
    version: int
    first_seen: str
    last_seen: str
    attachments: tuple[AttachmentSeen, ...] = ()
    matches: tuple["Match", ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Match:
    """A topic that a disclosure is about, with its score (0..1) and the evidence.

    Each piece of evidence is {"words", "quote", "where", "rule"}.
    """

    topic: str
    score: float
    evidence: tuple[dict[str, str], ...]


@dataclass(frozen=True)
class Entry:
    """A line of a disclosure log as listed: an address, and what the listing says of it.

    `address` is canonical and the key; `href` is the form to ask for, where the log writes another.
    """

    address: str
    title: str = ""
    published: str = ""
    modified: str = ""
    kind: str = "page"  # or "file"
    number: str = ""  # the platform's own key, such as a WordPress post id
    href: str = ""


@dataclass(frozen=True)
class Validators:
    """What a server said of a response, verbatim, to ask again with: RFC 9110 section 8.8."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True)
class RunResult:
    """The account of one source's run. `problem` names why it was not whole."""

    source: str
    started: str
    ended: str
    mode: str
    whole: bool
    problem: str
    listed: int
    new: int
    changed: int
    unchanged: int
    skipped: int
    failed: int
    withdrawn: int
    requests: int
