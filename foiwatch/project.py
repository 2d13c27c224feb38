"""The settings of the Scrapy project: the crawler's own, with what the configuration and FOIWATCH_NOW say."""

import os
from dataclasses import asdict
from typing import Any

from crawler import settings as defaults
from foiwatch import __version__, clock
from foiwatch.config import Config


def settings_for(config: Config) -> dict[str, Any]:
    """The Scrapy settings of a configuration."""
    own = {name: getattr(defaults, name) for name in dir(defaults) if name.isupper()}
    who = f"; +{config.contact}" if config.contact else ""
    return own | {
        "USER_AGENT": f"foiwatch/{__version__} (monitor of FOI disclosure logs{who})",
        "FOIWATCH_STORE": str(config.store),
        "FOIWATCH_SOURCES": config.sources,
        "FOIWATCH_READING": asdict(config.limits),
        "FOIWATCH_CONTACT": config.contact,
        # Read by the one place that knows how: a time without a zone is UTC, not this machine's.
        "FOIWATCH_NOW": clock.now().isoformat() if os.environ.get("FOIWATCH_NOW") else "",
    }
