"""The feeds that the configuration adds to those of the record, and writing all of them for the command."""

from pathlib import Path

from alerts.subscribing.items import wanted
from foiwatch.config import Config
from foiwatch.known import topics
from store.database import Store
from store.export.rows import ALL
from store.export.written import Written, note
from store.feeds.feed import Offer
from store.feeds.files import address_of, known_files, write_feeds
from store.feeds.offered import subscribed

SHAPE = "feeds"


def offer(config: Config) -> Offer:
    """All topics, and the subscriptions that are marked `feed = true`: what the others ask for is nobody's business."""
    public = [one for one in config.subscriptions if one.feed]
    return Offer(
        topics=tuple(sorted(topics(config.topics))),
        subscriptions=subscribed((one.name, wanted(one), one.events) for one in public),
    )


def export_feeds(config: Config, store: Store, folder: Path, address: str, moment: str) -> int:
    """Write the feeds to a folder, which is then remembered; gives how many there are. Raises StoreError."""
    place = folder.absolute()
    known_files(place)
    # Remembered before it is written: what is taken down is taken out of it though this breaks off.
    note(store, Written(place, SHAPE, ALL, moment))
    return write_feeds(store, place, offer(config), address)


def write_again(config: Config, store: Store, folder: Path) -> None:
    """Write a folder of feeds anew, for the same address. Raises StoreError."""
    write_feeds(store, folder, offer(config), address_of(folder))
