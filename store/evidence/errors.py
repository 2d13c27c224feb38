"""What can go wrong with the archive."""

from store.errors import StoreError


class BadArchive(StoreError):
    """A record of the archive is not there, or is not what was written."""
