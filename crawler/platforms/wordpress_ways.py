"""The ways in which a WordPress site offers its posts, and which of them an address belongs to."""

from urllib.parse import unquote, urlsplit

# Each with pretty permalinks first, then as a site with plain ones (`?p=123`), the stock setting, has it.
REST = ("/wp-json/wp/v2/posts?", "/?rest_route=/wp/v2/posts&")
FEED = ("/feed/?", "/?feed=rss2&")
WAYS = (*REST, *FEED)  # in the order in which they are tried; after them the archives
ARCHIVE = "/{year}/"


def way_of(url: str, site: str) -> str:
    """The way that an address belongs to, on whichever host, or "" for an archive and for anything else."""
    parts = urlsplit(url)
    path = parts.path.removeprefix(urlsplit(site).path)
    asked = _without_slash(f"{path}?{unquote(parts.query)}&")
    return next((way for way in WAYS if asked.startswith(_without_slash(way))), "")


def after(way: str) -> str:
    """The way to try when this one is not offered, or "" for the archives."""
    return (*WAYS, "")[WAYS.index(way) + 1]


def rest_beside(way: str) -> str:
    """The REST API's address on a site that is read by `way`: both have pretty permalinks or neither has."""
    return REST[FEED.index(way)] if way in FEED else REST[0]


def _without_slash(address: str) -> str:
    return address.replace("/?", "?", 1)
