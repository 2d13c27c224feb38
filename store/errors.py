"""What can go wrong in the record.

StoreError
├── NotKept             no such disclosure
├── BadQuery            FTS5 refuses the words of a search
└── MassDisappearance   more would vanish at once than a force ever takes down
"""


class StoreError(Exception):
    """The record could not be opened, read or written."""


class NotKept(StoreError):
    """The record holds no such disclosure."""


class BadQuery(StoreError):
    """A search that FTS5 refuses; the message is its reason."""


class MassDisappearance(StoreError):
    """So much of a source is missing at once that the fault is likelier ours or the site's."""
