"""What scrapy.cfg names, so that `scrapy list` and `scrapy crawl met` follow foiwatch.toml as the command does."""

import os
from pathlib import Path

from foiwatch.config import load_config
from foiwatch.project import settings_for

_path = os.environ.get("FOIWATCH_CONFIG")
globals().update(settings_for(load_config(Path(_path) if _path else None)))
