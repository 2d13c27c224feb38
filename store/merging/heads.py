"""What tells two disclosures apart before a word of them is read: source, references, days, forces and titles."""

import re

from store.merging.sides import Head

YEAR = re.compile(r"(?:19|20)\d\d")
_AMENDS = re.compile(r"\b(?:amend\w*|correct\w*|updat\w*|revis\w*|re-?issue\w*)\b", re.I)
_OTHER_PAPER = re.compile(
    r"\b(?:internal review|appeal|follow[- ]?up|clarification|part (?:\d+|one|two|three))\b", re.I
)


def may_be_same(ours: Head, theirs: Head) -> bool:
    """What can be told without their words: neither is news or held back, and no reference or day differs."""
    if "news" in (ours.kind, theirs.kind) or "quarantined" in (ours.status, theirs.status):
        return False
    if ours.refs and theirs.refs and not ours.refs & theirs.refs:
        return False
    if ours.source == theirs.source and ours.forces and theirs.forces and not ours.forces & theirs.forces:
        return False
    return fits(ours.received, theirs.received) and _titles_fit(ours.title, theirs.title)


def _titles_fit(ours: str, theirs: str) -> bool:
    """Titles that name other years, or another paper on the same request, are of two disclosures."""
    if {hit.casefold() for hit in _OTHER_PAPER.findall(ours)} != {
        hit.casefold() for hit in _OTHER_PAPER.findall(theirs)
    }:
        return False
    said, other = set(YEAR.findall(ours)), set(YEAR.findall(theirs))
    if _AMENDS.search(ours) or _AMENDS.search(theirs):
        return said <= other or other <= said
    return said == other or not said or not other


def fits(ours: str, theirs: str) -> bool:
    """Whether two ISO dates, each as precise as known, may be one."""
    return ours.startswith(theirs) or theirs.startswith(ours)


def common(ours: str, theirs: str) -> str:
    """What both dates say; empty where one is not known or they differ."""
    return min(ours, theirs, key=len) if fits(ours, theirs) else ""
