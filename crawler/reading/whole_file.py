"""Reads a file and those within it, level by level, with one allowance of bytes, files and words for them all."""

import resource
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from crawler.reading.formats import archive, kinds, readers
from crawler.reading.formats.filetext import Contents, Hidden, Limits, Part, Table, Unreadable
from crawler.reading.formats.members import HOLDERS, Member, members
from crawler.reading.hidden import MOST, hidden

ZIPPED = ("docx", "pptx", "odt", "xlsx", "xlsb", "ods")


@dataclass
class WholeFile:
    """What was found, in the order of the files, each at its place: "letters.zip, reply.pdf, page 2"."""

    limits: Limits
    released: bool = False
    parts: list[Part] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    _unpacked: int = 0
    _members: int = 0
    _characters: int = 0
    _images: int = 0
    _before: float = field(default_factory=lambda: _children())

    def read(self, kind: str, data: bytes, where: str = "", depth: int = 1) -> None:
        """Read a file of a kind, and those within it. Raises Unreadable when its own format cannot be read.

        What a file hides is looked for all the same: its bytes are kept, whether or not its words are.
        """
        reason = None
        left = self._left()  # what an Office file itself unpacks to is taken from it only afterwards
        try:
            self._take(self._contents(kind, data, left, depth), where)
        except Unreadable as error:
            reason = error
        if not self.released:
            self._look(hidden(kind, data, left), where, readable=reason is None)
        if reason:
            raise reason
        if kind in HOLDERS:
            self._open(kind, data, where, depth)

    def _contents(self, kind: str, data: bytes, left: Limits, depth: int) -> Contents:
        if kind in readers.IMAGES:
            self._images += 1
            if self._images > self.limits.scanned:
                raise Unreadable(f"an image after the first {self.limits.scanned}, not read")
        if kind in HOLDERS and depth > self.limits.depth:
            raise Unreadable(f"not opened: more than {self.limits.depth} archives or messages within one another")
        if kind in ZIPPED and depth > 1:
            with archive.weighed(data, left, kinds.NAMES[kind]) as opened:
                self._spend(len(opened.infolist()), sum(each.file_size for each in opened.infolist()))
        return readers.read(kind, data, left, released=self.released)

    def _open(self, kind: str, data: bytes, where: str, depth: int) -> None:
        for member in members(kind, data, self._left()):
            at = _joined(where, member.name)
            try:
                if self._characters >= self.limits.characters:
                    raise Unreadable(f"not read: after {self.limits.characters:,} characters of text")
                self._member(member, at, depth)
            except Unreadable as reason:
                self.notes.append(f"{at}: {reason}")

    def _member(self, member: Member, at: str, depth: int) -> None:
        self._spend(1, member.size)
        data = member.load()
        self.read(kinds.kind(data, member.name, ""), data, at, depth + 1)

    def _take(self, found: Contents, where: str) -> None:
        self._characters += sum(len(part.text) for part in found.parts)
        self.parts += [replace(part, where=_joined(where, part.where)) for part in found.parts]
        self.tables += [replace(table, where=_joined(where, table.where)) for table in found.tables]
        self.notes += [f"{where}: {note}" if where else note for note in found.notes]

    def _look(self, found: Iterable[Hidden], where: str, *, readable: bool) -> None:
        for each in found:
            if len(self.hidden) < MOST and (readable or each.kind != "not checked"):
                self.hidden.append(replace(each, where=_joined(where, each.where)))

    def _spend(self, files: int, size: int) -> None:
        if size > self.limits.unpacked - self._unpacked:
            raise Unreadable(f"not read: all files together unpack to more than {self.limits.unpacked >> 20:,} MiB")
        if files > self.limits.members - self._members:
            raise Unreadable(f"not read: more than {self.limits.members:,} files in all")
        self._unpacked += size
        self._members += files

    def _left(self) -> Limits:
        """The limits less what has been used; of the seconds, what other programs have used up twice."""
        spent = 2 * (_children() - self._before)
        return replace(
            self.limits,
            unpacked=self.limits.unpacked - self._unpacked,
            members=self.limits.members - self._members,
            characters=max(0, self.limits.characters - self._characters),
            tables=max(0, self.limits.tables - len(self.tables)),
            seconds=max(0.0, self.limits.seconds - spent),
        )


def _children() -> float:
    # Half of the time may go into optical character recognition, whatever number of files it is for.
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime


def _joined(*places: str) -> str:
    return ", ".join(filter(None, places))
