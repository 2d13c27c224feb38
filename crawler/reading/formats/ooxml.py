"""Opens an Office Open XML file (DOCX, PPTX): its members as XML, and how they are related to one another."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from crawler.reading.formats.archive import member, weighed
from crawler.reading.formats.filetext import Limits, Unreadable

SAFE = {"resolve_entities": False, "no_network": True, "huge_tree": False}
# ISO 29500 "strict" files, which Word writes when asked to, name the same things by other namespaces.
STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"
MARKUP = "{http://schemas.openxmlformats.org/%s/2006/%s}"
W = MARKUP % ("wordprocessingml", "main")
DRAWING = MARKUP % ("drawingml", "main")
REL_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


@dataclass(frozen=True)
class Relation:
    """One member's tie to another: `kind` is "header", "hyperlink"; `target` a member, or an address outside."""

    id: str
    kind: str
    target: str
    outside: bool


class Package:
    """An open file of one of the Office formats. `what` names it in reasons ("Word document")."""

    def __init__(self, archive: zipfile.ZipFile, what: str) -> None:
        self.archive = archive
        self.what = what
        self.names = frozenset(archive.namelist())

    def bytes(self, name: str) -> bytes:
        """The bytes of a member. Raises Unreadable."""
        return member(self.archive, name, self.what)

    def xml(self, name: str) -> etree._Element:
        """A member, in the transitional namespaces. Raises Unreadable."""
        return parsed(STRICT.sub(TRANSITIONAL, self.bytes(name)), self.what)

    def relations(self, name: str) -> tuple[Relation, ...]:
        """The relations of a member ("" for the package's own); none when it has no list of them."""
        folder, file = posixpath.split(name)
        listed = posixpath.join(folder, "_rels", f"{file}.rels")
        if listed not in self.names:
            return ()
        root = self.xml(listed)
        return tuple(_relation(each, folder) for each in root.iter("{*}Relationship"))

    def related(self, name: str, kind: str) -> list[str]:
        """The members that `name` is tied to by relations of a kind, those that are there."""
        ties = self.relations(name)
        return [tie.target for tie in ties if tie.kind == kind and not tie.outside and tie.target in self.names]

    def main(self, usual: str) -> str:
        """The member that holds the document itself; `usual` where the package does not say."""
        return next(iter(self.related("", "officeDocument")), usual)


@contextmanager
def opened(data: bytes, limits: Limits, what: str) -> Iterator[Package]:
    """The package. Raises Unreadable when it is damaged, encrypted or unpacks to more than the limits."""
    with weighed(data, limits, what) as archive:
        yield Package(archive, what)


def parsed(data: bytes, what: str) -> etree._Element:
    """XML that is fetched nothing for. Raises Unreadable."""
    try:
        return etree.fromstring(data, etree.XMLParser(**SAFE))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(f"damaged {what}: {error}") from error


def is_on(switch: etree._Element | None) -> bool:
    """Whether a switch of Word's (`<w:vanish/>`) is there and not turned off."""
    return switch is not None and switch.get(W + "val", "1") not in ("0", "false", "off")


def _relation(tie: etree._Element, folder: str) -> Relation:
    outside = tie.get("TargetMode") == "External"
    target = tie.get("Target", "")
    if not outside:
        target = posixpath.normpath(posixpath.join("/" + folder, unquote(target))).lstrip("/")
    return Relation(tie.get("Id", ""), tie.get("Type", "").rpartition("/")[2], target, outside)
