"""What kind of file bytes are: told from the bytes first, then from the name, then from the header."""

import re

from crawler.reading.formats.containers import OLE, of_ole, of_zip
from crawler.reading.formats.decode import utf_16
from crawler.reading.formats.filetext import Unreadable
from crawler.reading.formats.mail import tnef
from crawler.reading.formats.office_pages import is_of_office, is_sheet, refuse_xml_of_2003
from crawler.reading.pages.addresses import file_type

_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "xlsx": _OFFICE + "spreadsheetml.sheet",
    "xlsb": "application/vnd.ms-excel.sheet.binary.macroenabled.12",
    "xls": "application/vnd.ms-excel",
    "ods": _OPEN + "spreadsheet",
    "odt": _OPEN + "text",
    "odp": _OPEN + "presentation",
    "docx": _OFFICE + "wordprocessingml.document",
    "doc": "application/msword",
    "pptx": _OFFICE + "presentationml.presentation",
    "ppt": "application/vnd.ms-powerpoint",
    "msg": "application/vnd.ms-outlook",
    "rtf": "application/rtf",
    "html": "text/html",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "txt": "text/plain",
    "eml": "message/rfc822",
    "tnef": "application/ms-tnef",
    "zip": "application/zip",
    "gz": "application/gzip",
    "tar": "application/x-tar",
    "7z": "application/x-7z-compressed",
    "rar": "application/vnd.rar",
    "png": "image/png",
    "jpg": "image/jpeg",
    "gif": "image/gif",
    "tiff": "image/tiff",
    "webp": "image/webp",
}
NAMES = {
    "pdf": "PDF", "xlsx": "workbook", "xlsb": "workbook", "xls": "workbook", "ods": "workbook",
    "docx": "Word document", "doc": "Word document", "pptx": "presentation", "ppt": "presentation",
    "odt": "OpenDocument text", "odp": "presentation", "rtf": "RTF", "zip": "zip", "html": "HTML page",
    "msg": "Outlook message", "tnef": "winmail.dat",
}  # fmt: skip
ARCHIVES = {b"\x1f\x8b": "gz", b"7z\xbc\xaf\x27\x1c": "7z", b"Rar!\x1a\x07": "rar", tnef.SIGNATURE: "tnef"}
IMAGES = {
    b"\x89PNG\r\n\x1a\n": "png",
    b"\xff\xd8\xff": "jpg",
    b"GIF8": "gif",
    b"II*\0": "tiff",
    b"MM\0*": "tiff",
}
SAME = {
    "xlsm": "xlsx", "xltx": "xlsx", "xlt": "xls", "docm": "docx", "dotx": "docx", "dot": "doc", "jpeg": "jpg",
    "htm": "html", "tif": "tiff", "text": "txt", "log": "txt", "md": "txt", "dotm": "docx", "xltm": "xlsx",
    "pptm": "pptx", "ppsx": "pptx", "potx": "pptx", "ott": "odt", "ots": "ods", "tgz": "gz", "mht": "eml",
    "mhtml": "eml",
}  # fmt: skip
OFFICE = ("xlsx", "xlsb", "ods", "docx", "pptx", "odt", "odp")
PLAIN = ("csv", "tsv", "txt")
AN_HTML_PAGE = "an HTML page"  # most often an error page in place of the file
# Above them may stand a mark of UTF-8, empty lines, or the line by which a file of mails parts them.
HEADERS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:From [^\r\n]*\r?\n)?(?:[A-Za-z][\w-]*:[^\r\n]*\r?\n(?:[ \t]+[^\r\n]*\r?\n)*)+"
)
OF_MAIL = re.compile(rb"^(?:MIME-Version|Message-ID|Received):", re.I | re.M)


def kind(data: bytes, name: str, media_type: str) -> str:
    """A key of MEDIA_TYPES. Raises Unreadable for unknown bytes, or words that should be a PDF."""
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable("empty file")
    claimed = _claimed(name, media_type)
    found = _of_bytes(data, claimed)
    if not found:
        raise Unreadable(_not_a(claimed, "unknown bytes") if claimed else "unknown type of file")
    if found in ("html", "txt"):
        return _of_text(data, found, claimed)
    # The directory of a truncated zip is lost: its name then tells what is damaged.
    return claimed if found == "zip" and claimed in OFFICE else found


def _claimed(name: str, media_type: str) -> str:
    suffix = file_type(name) or re.sub(r".*\.", "", name).lower()
    suffix = SAME.get(suffix, suffix)
    if suffix in MEDIA_TYPES:
        return suffix
    header = media_type.partition(";")[0].strip().lower()
    return next((key for key, value in MEDIA_TYPES.items() if value == header), "")


def _of_bytes(data: bytes, claimed: str) -> str:
    head = data[:1024]
    if b"%PDF-" in head:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return of_zip(data)
    if data.startswith(OLE):
        return of_ole(data, claimed)
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    if data[257:262] == b"ustar":
        return "tar"
    magics = {**IMAGES, **ARCHIVES}
    return next((key for magic, key in magics.items() if data.startswith(magic)), "") or _of_words(head)


def _of_words(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "txt"
    headers = HEADERS.match(head)
    if headers and OF_MAIL.search(headers.group()):
        return "eml"
    if re.search(rb"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]", head, re.I):
        return "html"
    printable = not any(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)
    return "txt" if printable or utf_16(head) else ""


def _of_text(data: bytes, found: str, claimed: str) -> str:
    refuse_xml_of_2003(data)
    of_office = claimed == "doc" and found == "html" and is_of_office(data)
    if of_office or (claimed == "xls" and is_sheet(data)):
        return "html"  # Word's and Excel's own "web page", which older systems export under .doc and .xls
    if claimed == "eml" and re.match(rb"(?:\xef\xbb\xbf)?\s*[A-Za-z][\w-]*: ?\S", data):
        return "eml"  # its body may be HTML
    if claimed == "html" and re.match(rb"\s*<[a-z!]", data, re.I):
        return "html"  # a fragment: a table alone
    if claimed in PLAIN and found == "txt":
        return claimed
    if claimed == "xls" and found == "txt" and _has_rows(data[:4096]):
        return "csv"  # databases export rows of text under .xls, since Excel opens them
    if claimed and claimed not in (found, "html"):
        raise Unreadable(_not_a(claimed, AN_HTML_PAGE if found == "html" else "plain text"))
    return found


def _has_rows(head: bytes) -> bool:
    """Whether the first two lines have as many tabs, commas or semicolons, and some."""
    lines = [line for line in head.replace(b"\0", b"").splitlines() if line.strip()][:2]
    return len(lines) == 2 and any(0 < lines[0].count(mark) == lines[1].count(mark) for mark in (b"\t", b",", b";"))


def _not_a(claimed: str, instead: str) -> str:
    name = NAMES.get(claimed, f"{claimed.upper()} file")
    article = "an" if name[0] in "AEIOUR" and not name.startswith("U") else "a"
    return f"not {article} {name}: {instead}"
