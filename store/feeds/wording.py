"""The words of a feed and its entries, as text and as HTML in which nothing of a page is markup."""

from markupsafe import Markup, escape

from store.feeds.feed import FORCE, TOPIC, Entry, Feed, Links
from store.feeds.plain import flat, link, plain
from store.site.text import highlighted
from store.site.words import VERBS as SITE_VERBS
from store.site.words import capital, day, field, named

AUTHOR = "foiwatch"
CREDIT = "The quotes are the forces’ own words. A match is a pointer for a reader, not a finding: read the document."
FILES = 12
_HAPPENED = {
    "new": "New in the disclosure log",
    "kept": "In the disclosure log when it was first read",
    "changed": "Changed",
    "withdrawn": "Withdrawn: no longer in the force’s disclosure log",
    "restored": "Back in the force’s disclosure log",
    "dossier": "One more answer to the same request",
    "news": "News that reports a disclosure",
}
_VERBS = {**SITE_VERBS, "dossier": "Answered as well", "news": "In the news"}
_WHERE = {
    "title": "in the title",
    "request": "in the request",
    "response": "in the response",
    "search": "found by the search",
}
_DATED = {"published": "published", "responded": "answered", "received": "asked"}


def feed_title(feed: Feed) -> str:
    """What a reader calls the feed."""
    name = flat(feed.name)
    return {TOPIC: f"FOI disclosures about {named(name)}", FORCE: f"FOI disclosures of {name}"}.get(feed.kind, name)


def feed_words(feed: Feed) -> str:
    """What the feed tells of, in a sentence or two."""
    verbs = [_VERBS[verb].lower() for verb in feed.verbs]
    told = verbs[0] if len(verbs) == 1 else f"{', '.join(verbs[:-1])} or {verbs[-1]}"
    return f"What is {told} in the disclosure logs of the police forces that foiwatch reads. {CREDIT}"


def title(entry: Entry) -> str:
    """The title, with what happened where that is not that it is new, and the force."""
    name = flat(entry.title) or flat(entry.ref) or "Untitled disclosure"
    happened = f"{_VERBS[entry.verb]}: " if entry.verb not in ("new", "kept") else ""
    return f"{happened}{name} ({flat(', '.join(entry.forces))})"


def happened(entry: Entry) -> str:
    """What happened to it, and to which of its fields."""
    fields = ", ".join(map(field, entry.changed))
    return f"{_HAPPENED[entry.verb]}: {fields}" if fields else _HAPPENED[entry.verb]


def facts(entry: Entry) -> str:
    """Forces, reference, topics and dates on one line."""
    dates = [f"{_DATED[word]} {day(flat(date, 40))}" for word, date in entry.dated]
    topics = ", ".join(named(flat(topic)) for topic in entry.topics)
    pieces = (", ".join(entry.forces), entry.ref, topics, ", ".join([*dates, f"seen {day(entry.seen)}"]))
    return " · ".join(flat(piece) for piece in pieces if piece)


def why(entry: Entry) -> str:
    """Where the quote stands, such as "in the response"."""
    place = _WHERE.get(entry.where, f"in {entry.where}" if entry.where else "")
    return flat(place)


def quote(entry: Entry) -> str:
    """The quote on one line, in the force's words; "" where there is none."""
    return flat(entry.quote, 600)


def as_text(entry: Entry) -> str:
    """The entry for readers without markup."""
    cited = f"“{quote(entry)}”" + (f" ({why(entry)})" if why(entry) else "") if quote(entry) else ""
    original = f"{_original(entry)}: {link(entry.address)}" if link(entry.address) else ""
    files = [f"{label}: {address}" for label, address in attachments(entry)]
    beside = [f"{_beside(entry)}: {flat(name)}" for _, name, _ in entry.others]
    return "\n\n".join(filter(None, (capital(happened(entry)) + ".", facts(entry), cited, *beside, original, *files)))


def as_html(entry: Entry, links: Links) -> str:
    """The entry as HTML: paragraphs, a quotation with what matched in bold, links to web addresses only."""
    pieces = [_p(Markup("<strong>{}</strong>").format(happened(entry))), _p(facts(entry))]
    if quote(entry):
        # Readers of feeds take <mark> out. No words of a page can be such a tag: they are escaped.
        marked = str(highlighted(quote(entry), flat(entry.words)))
        marked = marked.replace("<mark>", "<strong>").replace("</mark>", "</strong>")
        pieces.append(Markup("<blockquote><p>{}</p></blockquote>").format(Markup(marked)))
    if why(entry):
        pieces.append(_p(f"The quote stands {why(entry)}." if entry.where != "search" else "Found by the search."))
    beside = [_a(links.page(id) or link(address), flat(name)) for id, name, address in entry.others]
    pieces += [_p(Markup("{}: {}").format(_beside(entry), one)) for one in beside]
    kept, original = links.page(entry.disclosure), link(entry.address)
    led = [_a(kept, "All versions and files")] if kept else []
    led += [_a(original, _original(entry))] if original else []
    pieces += [_p(Markup(" · ").join(led))] if led else []
    files = [Markup("<li>{}</li>").format(_a(address, label)) for label, address in attachments(entry)]
    pieces += [Markup("<ul>{}</ul>").format(Markup("").join(files))] if files else []
    return str(Markup("\n").join(pieces))


def attachments(entry: Entry) -> list[tuple[str, str]]:
    """The first attachments that have a web address, as (label, address)."""
    found = ((flat(label) or flat(address.rpartition("/")[2]), link(address)) for label, address in entry.attachments)
    return [(label or "Attachment", address) for label, address in found if address][:FILES]


def tags(entry: Entry) -> list[tuple[str, str]]:
    """The topics as (term, label)."""
    return [(plain(topic), named(flat(topic))) for topic in entry.topics]


def _beside(entry: Entry) -> str:
    return "It reports" if entry.verb == "news" else "The same was asked before of"


def _original(entry: Entry) -> str:
    return "Where it stood" if entry.status == "withdrawn" else "The force’s page"


def _p(words: str) -> Markup:
    return Markup("<p>{}</p>").format(words)


def _a(address: str, words: str) -> Markup:
    return Markup('<a href="{}" rel="noreferrer">{}</a>').format(address, words) if address else escape(words)
