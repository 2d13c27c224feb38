"""The files within a file: of an archive, or sent with a message. Their names are only names, and lead nowhere."""

import gzip
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO

from crawler.reading.formats import archive
from crawler.reading.formats.filetext import Limits, Unreadable
from crawler.reading.formats.mail import eml as mail
from crawler.reading.formats.mail import msg, tnef

HOLDERS = ("zip", "gz", "tar", "eml", "msg", "tnef")
# Files that no one put there: of macOS and Windows themselves, and of a document that was open.
NO_ONES = ("__MACOSX/", "._", ".DS_Store", "Thumbs.db", "desktop.ini", "~$", ".~lock.")
IN_UTF_8 = 0x800  # of the flags of a member of a zip (APPNOTE 4.4.4)
TAR_DAMAGE = (tarfile.TarError, EOFError, OSError, ValueError, zlib.error)
LONGEST = 200  # characters of a name that are told


@dataclass(frozen=True)
class Member:
    """A file within: its name on one line, its size in bytes, and the way to its bytes before the next is asked for.

    `load` raises Unreadable for a damaged one.
    """

    name: str
    size: int
    load: Callable[[], bytes]


def members(kind: str, data: bytes, limits: Limits) -> Iterator[Member]:
    """The files within a file of a kind in HOLDERS. Raises Unreadable for what is damaged or over the limits."""
    read = {"zip": _zip, "gz": _gzip, "tar": _tar, "eml": _mail, "msg": _mail, "tnef": _tnef}[kind]
    for member in read(data, limits):
        if not any(member.name.rpartition("/")[2].startswith(each) or member.name.startswith(each) for each in NO_ONES):
            yield Member(" ".join(member.name.split())[:LONGEST], member.size, member.load)


def _zip(data: bytes, limits: Limits) -> Iterator[Member]:
    with archive.weighed(data, limits, "zip") as opened:
        for each in opened.infolist():
            if not each.is_dir():
                yield Member(_zip_name(each), each.file_size, lambda each=each: archive.member(opened, each, "zip"))  # type: ignore[misc]


def _zip_name(member: zipfile.ZipInfo) -> str:
    """The name with slashes; macOS writes UTF-8 and does not say so, older programs of Windows write backslashes."""
    name = member.filename.replace("\\", "/")
    try:
        return name if member.flag_bits & IN_UTF_8 else name.encode("cp437").decode()
    except UnicodeError:
        return name


def _gzip(data: bytes, limits: Limits) -> Iterator[Member]:
    try:
        with gzip.open(BytesIO(data)) as stream:
            inside = stream.read(limits.unpacked + 1)
    except TAR_DAMAGE as error:
        raise Unreadable(f"damaged gz: {error}") from error
    if len(inside) > limits.unpacked:
        raise Unreadable(f"too large: the gz unpacks to more than {limits.unpacked >> 20:,} MiB")
    yield Member(_gzip_name(data), len(inside), lambda: inside)


def _gzip_name(data: bytes) -> str:
    """The name that the file had, where its header (RFC 1952) says it."""
    has_extra, has_name = data[3] & 4, data[3] & 8
    start = 10 + (2 + int.from_bytes(data[10:12], "little") if has_extra else 0)
    return data[start : data.find(b"\0", start)].decode("latin-1") if has_name else ""


def _tar(data: bytes, limits: Limits) -> Iterator[Member]:
    try:
        with tarfile.open(fileobj=BytesIO(data), mode="r:") as opened:
            for count, each in enumerate(opened, 1):
                if count > limits.members:
                    raise Unreadable(f"too large: the tar holds more than {limits.members:,} files")
                if each.isreg() and not each.issparse():
                    start = each.offset_data
                    yield Member(each.name, each.size, lambda at=start, size=each.size: data[at : at + size])  # type: ignore[misc]
    except TAR_DAMAGE as error:
        raise Unreadable(f"damaged tar: {error}") from error


def _mail(data: bytes, limits: Limits) -> Iterator[Member]:
    message = msg.message_from(data) if data.startswith(b"\xd0\xcf\x11\xe0") else mail.message_from(data)
    for name, attached in mail.files(message):
        yield Member(name, len(attached), lambda attached=attached: attached)  # type: ignore[misc]


def _tnef(data: bytes, limits: Limits) -> Iterator[Member]:
    for number, (name, wrapped) in enumerate(tnef.files(data), 1):
        yield Member(name or f"attachment {number}", len(wrapped), lambda wrapped=wrapped: wrapped)  # type: ignore[misc]
