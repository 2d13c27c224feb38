"""The sheets of an XLSX or XLSB: what each is called, whether it is shown, and the member of the zip it lies in."""

from dataclasses import dataclass

from crawler.reading.formats.filetext import Unreadable
from crawler.reading.formats.ooxml import REL_ID, Package
from crawler.reading.formats.workbook import biff12

STATES = {"hidden": "hidden", "veryhidden": "very hidden"}


@dataclass(frozen=True)
class SheetMember:
    """A sheet; `state` is "" when it is shown, "hidden" or "very hidden"; `member` is "" when it is not there."""

    name: str
    state: str
    member: str


def sheets(package: Package, kind: str) -> list[SheetMember]:
    """The sheets of a workbook ("xlsx", "xlsb"), in order. Raises Unreadable."""
    workbook = package.main("xl/workbook.bin" if kind == "xlsb" else "xl/workbook.xml")
    ties = {tie.id: tie.target for tie in package.relations(workbook) if tie.target in package.names}
    told = _binary(package, workbook) if workbook.endswith(".bin") else _marked_up(package, workbook)
    return [SheetMember(name, STATES.get(state.lower(), ""), ties.get(tie, "")) for name, state, tie in told]


def _marked_up(package: Package, workbook: str) -> list[tuple[str, str, str]]:
    found = package.xml(workbook).iter("{*}sheet")
    return [(each.get("name", ""), each.get("state", ""), each.get(REL_ID, "")) for each in found]


def _binary(package: Package, workbook: str) -> list[tuple[str, str, str]]:
    try:
        return biff12.sheets(package.bytes(workbook))
    except biff12.BROKEN as error:
        raise Unreadable(f"damaged workbook: {error}") from error
