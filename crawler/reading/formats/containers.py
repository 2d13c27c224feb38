"""What kind of file a zip or a compound file is: most office documents are one or the other."""

import re
import zipfile
from io import BytesIO

from crawler.reading.formats import compound
from crawler.reading.formats.archive import DAMAGE
from crawler.reading.formats.filetext import Unreadable

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
STREAMS = {
    "EncryptedPackage": "encrypted", "WordDocument": "doc", "Workbook": "xls", "Book": "xls",
    "PowerPoint Document": "ppt", "__properties_version1.0": "msg",
}  # fmt: skip
OPEN_DOCUMENT = {"spreadsheet": "ods", "text": "odt", "presentation": "odp"}
# What the package of an Office file says that its main member is.
CONTENT_TYPES = {
    "xlsb": rb"sheet\.binary\.macroEnabled\.main",
    "xlsx": rb"(?:spreadsheetml|ms-excel)\.(?:sheet|template)\.(?:macroEnabled\.)?main",
    "docx": rb"(?:wordprocessingml|ms-word)\.(?:document|template)\.(?:macroEnabled\w*\.)?main",
    "pptx": rb"(?:presentationml|ms-powerpoint)\.(?:presentation|slideshow|template)\.(?:macroEnabled\.)?main",
}


def of_zip(data: bytes) -> str:
    """ "docx", "ods" and so forth, or "zip"."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = set(archive.namelist())
            mime = _start(archive, "mimetype", 200).decode("ascii", "replace") if "mimetype" in members else ""
            types = _start(archive, "[Content_Types].xml", 1 << 20) if "[Content_Types].xml" in members else b""
    except DAMAGE:
        return _of_member_names(set(re.findall(r"(?:xl|word|ppt)/[\w./]+", data.decode("latin-1"))), "") or "zip"
    said = next((key for key, pattern in CONTENT_TYPES.items() if re.search(pattern, types)), "")
    return said or _of_member_names(members, mime) or "zip"


def _start(archive: zipfile.ZipFile, name: str, length: int) -> bytes:
    with archive.open(name) as stream:
        return stream.read(length)


def _of_member_names(members: set[str], mime: str) -> str:
    if "xl/workbook.bin" in members:
        return "xlsb"
    # A folder of that name may be anybody's; the main member of a document is called so by all programs.
    mains = {"xl/workbook.xml": "xlsx", "word/document.xml": "docx", "ppt/presentation.xml": "pptx"}
    office = (key for main, key in mains.items() if main in members or main.replace(".xml", "2.xml") in members)
    prefix = "application/vnd.oasis.opendocument."
    opened = (key for name, key in OPEN_DOCUMENT.items() if mime.startswith(prefix + name))
    return next(opened, "") or next(office, "")


def of_ole(data: bytes, claimed: str) -> str:
    """ "doc", "xls" and so forth, or "". Raises Unreadable for an encrypted Office file.

    A letter may hold a workbook: the outermost streams tell. Where their list is lost, what the file is called does.
    """
    outermost = compound.roots(data)
    found = next((key for name, key in STREAMS.items() if name in outermost), "")
    if not outermost and claimed in STREAMS.values():
        return claimed
    if not outermost:
        found = next((key for name, key in STREAMS.items() if name.encode("utf-16-le") in data), "")
    if found == "encrypted":
        raise Unreadable("encrypted Office file: needs a password")
    return found
