"""What can go wrong in the record.

StoreError
├── NotKept             no such disclosure
├── BadQuery            FTS5 refuses the words of a search
├── NewerStore          the store was made by a later foiwatch
└── MassDisappearance   more would vanish at once than a force ever takes down
"""

from sqlite3 import DatabaseError as RecordFault

__all__ = ["BadQuery", "MassDisappearance", "NewerStore", "NotKept", "RecordFault", "StoreError"]


class StoreError(Exception):
    """The record could not be opened, read or written."""


class NotKept(StoreError):
    """The record holds no such disclosure."""


class BadQuery(StoreError):
    """A search that FTS5 refuses; the message is its reason."""


class NewerStore(StoreError):
    """Its tables are not those that this version knows: writing to it could lose something."""


class MassDisappearance(StoreError):
    """So much of a source is missing at once that the fault is likelier ours or the site's."""
