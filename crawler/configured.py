"""What can be set of a source: the attributes, their defaults, and the Scrapy settings that follow from them."""

from datetime import UTC, datetime
from typing import Any

from scrapy.settings import BaseSettings


class Attributes:
    """The attributes of every source. Any of them can be set in foiwatch.toml, under [sources.NAME]."""

    site: str = ""
    old_sites: tuple[str, ...] = ()  # other hosts that the log's pages still write
    allow_private: bool = False
    delay: float = 2.0  # seconds between two requests
    concurrency: int = 1  # requests at a time
    timeout: float = 30.0  # seconds
    max_bytes: int = 64 * 1024 * 1024
    recheck_days: float = 30.0  # within so many days every known disclosure is visited again
    withdrawn_after_days: float = 2.0  # a page that is gone counts as withdrawn after so many days
    withdrawn_after_runs: int = 2  # and in no fewer whole runs
    newest_first: bool = True  # a listing page of known entries ends the poll
    listing_path: str = ""
    since: str = ""


def configured(cls: type, settings: BaseSettings) -> dict[str, Any]:
    """The attributes that the configuration sets for a source, as given."""
    return dict(settings.getdict("FOIWATCH_SOURCES").get(getattr(cls, "name", ""), {}))


def own_settings(cls: type, settings: BaseSettings) -> dict[str, Any]:
    """The Scrapy settings that a source's attributes come to."""
    chosen = {key: getattr(cls, key) for key in ("delay", "concurrency", "timeout", "max_bytes")}
    chosen |= {key: value for key, value in configured(cls, settings).items() if key in chosen}
    return {
        "DOWNLOAD_DELAY": chosen["delay"],
        "CONCURRENT_REQUESTS_PER_DOMAIN": chosen["concurrency"],
        # Also in all: what waits for its turn inside the downloader would still be sent when a bot wall ends the run.
        "CONCURRENT_REQUESTS": chosen["concurrency"],
        "DOWNLOAD_TIMEOUT": chosen["timeout"],
        "DOWNLOAD_MAXSIZE": chosen["max_bytes"],
        # A delay of 0 is only ever right for a server of one's own, which needs no throttle.
        "AUTOTHROTTLE_ENABLED": chosen["delay"] > 0,
        "AUTOTHROTTLE_START_DELAY": chosen["delay"],
        "AUTOTHROTTLE_TARGET_CONCURRENCY": float(chosen["concurrency"]),
    }


def moment(settings: BaseSettings) -> datetime:
    """The time to take for now: FOIWATCH_NOW of the settings, or the clock's; to the second, in UTC."""
    played = settings["FOIWATCH_NOW"]
    now = datetime.fromisoformat(played) if played else datetime.now(UTC)
    return now.astimezone(UTC).replace(microsecond=0)
