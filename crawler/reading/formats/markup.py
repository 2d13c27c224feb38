"""Words of what is marked up by other means: HTML kept as a file, OpenDocument text, RTF, slides."""

import re
from collections.abc import Iterator

from lxml import etree, html

from crawler.reading.formats.archive import member, weighed
from crawler.reading.formats.delimited import decode
from crawler.reading.formats.filetext import Contents, Limits, Part, Unreadable

ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}%s"
ODF_BLOCKS = (ODF % ("text", "p"), ODF % ("text", "h"))
ODF_ROW, ODF_CELL = ODF % ("table", "table-row"), ODF % ("table", "table-cell")
SLIDE_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SAFE = {"resolve_entities": False, "no_network": True, "huge_tree": False}

RTF = re.compile(r"\\'([0-9a-f]{2})|\\u(-?\d+) ?\??|\\([a-z]+)(-?\d+)? ?|\\([^a-z])|([{}])|[\r\n]+", re.I)
RTF_UNSEEN = re.compile(
    r"\{\\(?:\*|fonttbl|colortbl|stylesheet|info|pict|listtable|listoverridetable|rsidtbl|themedata)"
)
RTF_BREAKS = {"par": "\n", "line": "\n", "row": "\n", "sect": "\n", "page": "\n", "cell": "\t", "tab": "\t"}
RTF_SIGNS = {
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
}


def read_html(data: bytes, limits: Limits) -> Contents:
    """All that a page kept as a file says, its chrome too: reading it as a disclosure is not done here."""
    try:
        root = html.document_fromstring(decode(data))
    except (etree.ParserError, ValueError) as error:
        raise Unreadable(f"damaged HTML page: {error}") from error
    etree.strip_elements(root, "script", "style", "noscript", etree.Comment, with_tail=False)
    for cell in root.iter("td", "th"):
        cell.tail = "\t" + (cell.tail or "").strip()
    for block in root.iter("p", "div", "li", "tr", "br", "h1", "h2", "h3", "h4", "table", "ul", "ol", "title"):
        block.tail = "\n" + (block.tail or "")
    lines = (re.sub(r"[^\S\t]+", " ", line).strip() for line in root.text_content().split("\n"))
    return Contents((Part("", "\n".join(line for line in lines if line)),))


def read_odt(data: bytes, limits: Limits) -> Contents:
    """One part: paragraphs, and the rows of tables as tab-separated lines."""
    with weighed(data, limits, "OpenDocument text") as archive:
        root = _xml(member(archive, "content.xml", "OpenDocument text"), "OpenDocument text")
    return Contents((Part("", "\n".join(block for block in _odf_blocks(root) if block)),))


def read_slides(data: bytes, limits: Limits) -> Contents:
    """One part a slide of a PPTX."""
    parts = []
    with weighed(data, limits, "presentation") as archive:
        names = [name for name in archive.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
        for name in sorted(names, key=lambda each: int(re.sub(r"\D", "", each))):
            root = _xml(member(archive, name, "presentation"), "presentation")
            lines = ("".join(run.text or "" for run in p.iter(SLIDE_TEXT + "t")) for p in root.iter(SLIDE_TEXT + "p"))
            parts.append(Part("slide " + re.sub(r"\D", "", name), "\n".join(line for line in lines if line.strip())))
    return Contents(tuple(parts))


def read_rtf(data: bytes, limits: Limits) -> Contents:
    """One part: the words, without fonts, pictures and other groups that are not shown."""
    source = _without_groups(data.decode("latin-1"))
    text = RTF.sub(_rtf_sign, source)
    lines = (line.strip() for line in text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").split("\n"))
    return Contents((Part("", "\n".join(line for line in lines if line)),))


def _xml(data: bytes, what: str) -> etree._Element:
    try:
        return etree.fromstring(data, etree.XMLParser(**SAFE))
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"damaged {what}: {error}") from error


def _odf_blocks(element: etree._Element) -> Iterator[str]:
    for child in element.iterchildren(etree.Element):
        if child.tag in ODF_BLOCKS:
            yield " ".join("".join(child.itertext()).split())
        elif child.tag == ODF_ROW:
            yield "\t".join(" ".join(_odf_blocks(cell)) for cell in child.iterchildren(ODF_CELL))
        else:
            yield from _odf_blocks(child)


def _without_groups(source: str) -> str:
    kept, at = [], 0
    for found in RTF_UNSEEN.finditer(source):
        if found.start() >= at:
            kept.append(source[at : found.start()] + "\n")  # ends a control word, and is no text itself
            at = _group_end(source, found.start())
    return "".join([*kept, source[at:]])


def _group_end(source: str, start: int) -> int:
    depth = 0
    for brace in re.compile(r"\\.|[{}]", re.S).finditer(source, start):
        depth += {"{": 1, "}": -1}.get(brace.group(), 0)
        if depth == 0:
            return brace.end()
    return len(source)


def _rtf_sign(found: re.Match[str]) -> str:
    byte, code, word, _, escaped, _ = found.groups()
    if byte:
        return bytes([int(byte, 16)]).decode("cp1252", "replace")
    if code:
        return chr(int(code) % 65536)
    if word:
        return RTF_BREAKS.get(word, "") or RTF_SIGNS.get(word, "")
    return {"~": " ", "_": "-"}.get(escaped, escaped if escaped in ("{", "}", "\\") else "") if escaped else ""
