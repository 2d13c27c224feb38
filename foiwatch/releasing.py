"""Releasing a quarantined file: read again with all that is hidden in it, then public like any other file."""

from collections.abc import Iterator
from dataclasses import replace

from crawler.kept_files import as_read
from crawler.reading.disclosure import read_text
from crawler.reading.documents import FileText
from crawler.sighting import of_reading
from crawler.workers import FileReader
from foiwatch.config import Config
from store.database import Store
from store.lookup import disclosures
from store.quarantine import Held
from store.records import AttachmentSeen, Disclosure, Sighting
from store.releasing import held_bytes, release
from store.withheld import is_held


def release_file(store: Store, file: Held, config: Config, moment: str, reason: str) -> tuple[list[int], str]:
    """Release a file; gives the disclosures that changed by it, and what of it could not be read.

    Raises StoreError when its bytes are not there or the disk refuses.
    """
    data = held_bytes(store, file.sha256)
    with FileReader(config.limits) as reader:
        whole = reader.read(data, file.name, file.media_type, released=True)
        instead = list(_letters(store, file, reader, data))
    changed = release(store, file, as_read(replace(whole, hidden=())), moment, reason, instead)
    return changed, whole.problem


def _letters(store: Store, file: Held, reader: FileReader, data: bytes) -> Iterator[Sighting]:
    """The disclosures that are the file itself, as they would have been kept had nothing been hidden in it."""
    own = [one for one in disclosures(store, [carrier.id for carrier in file.carriers]) if one.status == "quarantined"]
    shown = reader.read(data, file.name, file.media_type) if own else FileText("")
    for kept in own if shown.text.strip() else ():
        if any(each.sha256 == file.sha256 and each.address == kept.address for each in kept.attachments):
            yield _letter(kept, shown, file.name)


def _letter(kept: Disclosure, shown: FileText, name: str) -> Sighting:
    url = kept.address if kept.address.startswith(("http://", "https://")) else ""
    reading = read_text(shown.text, url, name=name)
    return of_reading(
        kept.source,
        reading,
        [_unheld(each) for each in kept.attachments],
        address=kept.address,
        forces=kept.forces or reading.forces,
    )


def _unheld(attachment: AttachmentSeen) -> AttachmentSeen:
    return replace(attachment, problem="") if is_held(attachment) else attachment
