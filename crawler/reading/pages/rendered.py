"""Lines that say when or how often a page was shown: they change at each visit though nothing was published."""

import re

_DAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?[ /.-](?:\d{1,2}|[a-z]{3,9})[ /.,-] ?\d{2,4}|\d{4}-\d{2}-\d{2}"
    r"|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4}|today|yesterday|just now)"
)
_TIME = (
    r"(?:,? ?(?:at |t)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?(?: ?[ap]m)?(?: ?(?:z|utc|gmt|bst|[+-]\d{2}:?\d{2}))?)?"
)
_SHOWN = (
    r"(?:(?:this |the )?(?:web ?)?page |content |site )?(?:was |has been )?(?:date )?(?:last )?"
    r"(?:viewed|visited|accessed|updated|modified|changed|reviewed|generated|rendered|printed|cached|loaded)"
)
_LAST = r"(?:this |the )?(?:web ?)?(?:page|content|site)?,? ?(?:date )?last (?:update|modification|review|visit|view)"
_RENDERED = re.compile(
    rf"(?:{_SHOWN}|{_LAST}|diweddarwyd(?: ddiwethaf)?|generated)(?: ?:| on| at)? ?{_DAY}{_TIME}\.?"
    r"|(?:this |the )?(?:page|post|article|document|entry|disclosure) (?:has been |was )?"
    r"(?:viewed|visited|read|downloaded|accessed):? [\d,]+ times?\.?"
    r"|[\d,]+ (?:people|users|visitors) (?:have |are )?(?:viewed|viewing|read|reading|looking at) this(?: page)?\.?",
    re.I,
)


def is_rendered(line: str) -> bool:
    """Whether the whole line is a date of rendering (`Last updated: 3 May 2026 12:08`) or a count of visits."""
    return len(line) < 100 and bool(_RENDERED.fullmatch(" ".join(line.strip().lstrip("-#*_ ").rstrip("*_ ").split())))
