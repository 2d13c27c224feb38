"""What a damaged workbook comes to: read or refused by name, by the reader and by the one who looks through it."""

from collections.abc import Callable, Iterator

import pytest

from crawler.reading.formats.filetext import Hidden, Limits, Unreadable
from crawler.reading.formats.workbook import sheet

Finder = Callable[[bytes, Limits], Iterator[Hidden]]


@pytest.fixture(scope="session")
def outcome() -> Callable[[bytes, str, Finder], set[str]]:
    """Gives "read", "unreadable" or both, for the bytes of a kind of workbook and its finder; any other error fails."""

    def of(data: bytes, kind: str, find: Finder) -> set[str]:
        told = set()
        for read in (lambda: sheet.read(data, kind, Limits(), hidden=True), lambda: list(find(data, Limits()))):
            try:
                read()
                told.add("read")
            except Unreadable:
                told.add("unreadable")
        return told

    return of
