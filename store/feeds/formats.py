"""The two formats of a feed, by the ending of their addresses."""

from collections.abc import Callable
from dataclasses import dataclass

from store.feeds import atom, jsonfeed
from store.feeds.feed import Filled, Links


@dataclass(frozen=True)
class Format:
    """A format: what readers call it, its media type, the ending of its address, and what writes it."""

    name: str
    media_type: str
    ending: str
    write: Callable[[Filled, Links], bytes]


FORMATS = (
    Format("Atom", atom.MEDIA_TYPE, atom.ENDING, atom.atom),
    Format("JSON Feed", jsonfeed.MEDIA_TYPE, jsonfeed.ENDING, jsonfeed.json_feed),
)
BY_ENDING = {one.ending: one for one in FORMATS}
