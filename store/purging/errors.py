"""What can go wrong with taking down."""

from store.errors import StoreError


class TakenDown(StoreError):
    """What is brought was taken down here, under that tombstone: nothing of it is kept."""

    def __init__(self, said: str, tombstone: int) -> None:
        super().__init__(said)
        self.tombstone = tombstone


class Unfinished(StoreError):
    """Something of what is taken down may be left; to be run again."""
