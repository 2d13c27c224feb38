"""What the reader remembers of sentences, emptied."""

import sys


def forget() -> None:
    """Empty what the reader remembers of sentences: in a crawl no page comes twice."""
    rooms = [module for name, module in sys.modules.items() if name.startswith("crawler.reading")]
    for value in (value for room in rooms for value in vars(room).values()):
        # Tables that are read once have no bound.
        if hasattr(value, "cache_parameters") and value.cache_parameters()["maxsize"]:
            value.cache_clear()
