"""From a reading to a sighting: what the store is told of one look at one disclosure."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from crawler.reading.fields import Reading
from store.records import AttachmentSeen, Entry, Sighting

if TYPE_CHECKING:
    from crawler.source import Source


def of_page(
    source: "Source", entry: Entry, reading: Reading, attachments: Sequence[AttachmentSeen], address: str
) -> Sighting:
    """The sighting of a page. What the listing says fills in only what the page leaves open."""
    return of_reading(
        source.name,
        reading,
        attachments,
        address=_own_address(source, reading, address),
        title=reading.title or entry.title,
        published=_published(reading.dates.published, entry.published),
        aliases=_aliases(source, entry, reading, address),
        forces=reading.forces or (source.full_name,),
    )


def _published(of_page: str, of_listing: str) -> str:
    """The page's own date; a month that its folders tell gives way to the day that the listing shows."""
    return of_listing if len(of_listing) > len(of_page) else of_page


def of_reading(source: str, reading: Reading, attachments: Sequence[AttachmentSeen], **instead: Any) -> Sighting:
    """A reading in the shape of the store; `instead` replaces single fields."""
    fields = {
        "address": reading.url,
        "title": reading.title,
        "published": reading.dates.published,
        "forces": reading.forces,
        **instead,
    }
    return Sighting(
        source=source,
        words=reading.words,
        kind=reading.kind,
        ref=reading.ref,
        received=reading.dates.received,
        responded=reading.dates.responded,
        request_text=reading.request_text,
        response_text=reading.response_text,
        outcome=reading.outcome,
        attachments=tuple(attachments),
        extra=extra(reading),
        **fields,
    )


def of_file(source: "Source", entry: Entry, attachment: AttachmentSeen, address: str) -> Sighting:
    """A listing entry that is itself a file: a disclosure with one attachment and no words of its own."""
    aliases = ((entry.address, "redirect"),) if entry.address != address else ()
    title = entry.title or address.rsplit("/", 1)[-1]
    return Sighting(
        source=source.name,
        address=address,
        title=title,
        words=title,
        forces=(source.full_name,),
        published=entry.published,
        aliases=aliases,
        attachments=(attachment,),
    )


def extra(reading: Reading) -> dict[str, Any]:
    """What `foiwatch read --json` says besides the columns of the store."""
    return {
        "paper": reading.paper,
        "alt_refs": list(reading.alt_refs),
        "boilerplate_text": list(reading.boilerplate),
        "questions": list(reading.questions),
        "answers": list(reading.answers),
        "exemptions": list(reading.exemptions),
        "citations": [asdict(citation) for citation in reading.citations],
        "outcome_parts": reading.outcome_parts,
        "ncnd_part": reading.ncnd_part,
        "tables": list(reading.tables),
        "suppressed": list(reading.suppressed),
        "notes": list(reading.notes),
    }


def _aliases(source: "Source", entry: Entry, reading: Reading, address: str) -> tuple[tuple[str, str], ...]:
    """Every other address of the page, with how it is known to be the same."""
    found = [(entry.address, "redirect"), (address, "as served")]
    if reading.shortlink:
        found.append((source.addresses.canonical(reading.shortlink, address), "shortlink"))
    if entry.number:
        found.append((source.addresses.canonical(f"/?p={entry.number}", address), "post number"))
    own = _own_address(source, reading, address)
    return tuple({alias: why for alias, why in reversed(found) if alias and alias != own}.items())


def _own_address(source: "Source", reading: Reading, address: str) -> str:
    """The canonical link of a page where it only drops a query, or names the permalink of `?p=123`.

    A page that names another page as its canonical form is more often a mistake of the site than the truth.
    """
    named = source.addresses.canonical(reading.canonical, address)
    if not named or not source.addresses.is_own(named):
        return address
    here, there = urlsplit(address), urlsplit(named)
    numbered = here.path == "/" and here.query.startswith("p=") and there.path != "/"
    return named if here.path == there.path or numbered else address
