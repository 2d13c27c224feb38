"""The shared strings of an XLSX or XLSB, read when the first is asked for: their first words alone."""

import struct

from crawler.reading.formats.ooxml import Package
from crawler.reading.formats.workbook import biff12
from crawler.reading.formats.workbook.sheet_xml import elements

FIRST = 60  # characters
ITEM = 19  # [MS-XLSB] BrtSSTItem


class SharedStrings:
    """Beginnings of the strings by their number. Raises Unreadable for a damaged list."""

    def __init__(self, package: Package, member: str) -> None:
        self._package = package
        self._member = member
        self._read: list[str] | None = None

    def at(self, index: str | int) -> str:
        """The string; a number that the list does not have is given back as it is."""
        if self._read is None:
            self._read = list(self._all()) if self._member else []
        number = int(index) if str(index).strip().isdigit() else -1
        return self._read[number] if 0 <= number < len(self._read) else str(index)

    def _all(self) -> list[str]:
        if self._member.endswith(".bin"):
            return self._binary()
        with self._package.archive.open(self._member) as stream:
            return ["".join(each.itertext("{*}t")).strip()[:FIRST] for each in elements(stream, "si")]

    def _binary(self) -> list[str]:
        try:
            found = biff12.records(self._package.bytes(self._member))
            return [biff12.text(body, 1)[0].strip()[:FIRST] for number, body in found if number == ITEM]
        except (struct.error, IndexError):
            return []
