"""What the sections of the Freedom of Information Act 2000 are about, and the order they stand in."""

import re

# The Act's own headings, shortened.
_TITLES = {
    "12": "cost of compliance exceeds the limit",
    "14": "vexatious or repeated requests",
    "21": "accessible by other means",
    "22": "intended for future publication",
    "22A": "research",
    "23": "bodies dealing with security matters",
    "24": "national security",
    "26": "defence",
    "27": "international relations",
    "28": "relations within the United Kingdom",
    "29": "the economy",
    "30": "investigations and proceedings",
    "31": "law enforcement",
    "32": "court records",
    "33": "audit functions",
    "34": "parliamentary privilege",
    "35": "formulation of government policy",
    "36": "effective conduct of public affairs",
    "37": "communications with His Majesty, and honours",
    "38": "health and safety",
    "39": "environmental information",
    "40": "personal information",
    "41": "information provided in confidence",
    "42": "legal professional privilege",
    "43": "commercial interests",
    "44": "prohibitions on disclosure",
}
_SECTION = re.compile(r"s(\d+[A-Z]?)(.*)")


def about(section: str) -> str:
    """What a section such as s40(2) is about; "" for one that is none of the Act's exemptions or grounds of refusal."""
    found = _SECTION.fullmatch(section)
    return _TITLES.get(found[1], "") if found else ""


def in_order(section: str) -> tuple[int, int, str]:
    """The order of sections: by their numbers, those of the Act before regulations."""
    found = re.search(r"\d+", section)
    return (not section.startswith("s"), int(found[0][:6]) if found else 0, section)
