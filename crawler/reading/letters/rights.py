"""Headings of the rights of the requester and of re-use, below the answer."""

import re

_RIGHTS = re.compile(
    r"(?:(?:your|the|my|our) )?(?:(?:complain(?:ts?|ing)?|appeals?|review|internal|independent|rights?)\b"
    r"(?: (?:of|to|and|or|for|an?|the|your|our|how|request|ask|seek|procedures?|process|rights?|internal|independent"
    r"|reviews?|appeals?|complain(?:ts?|ing)?|decisions?|information|responses?|foi|policy))*)"
    r"|(?:what (?:to do )?)?if you(?:'re|’re| (?:are|remain|were|feel|disagree|do not agree"
    r"|don'?t agree))(?: .{0,60})?"
    r"|(?:not (?:happy|satisfied|content)|unhappy|dissatisfied|disagree)\b.{0,50}"
    r"|how (?:to|you can|do i) (?:complain|appeal|ask for|request|seek|challenge)\b.{0,40}"
    r"|(?:copyright|re-?use|re-?using)\b.{0,50}|legal annex|disclaimer"
    r"|(?:eich )?hawl(?:iau)? .{0,40}|(?:further )?advice on (?:complaints|appeals)",
    re.I,
)
_ENDS = (".", ";", ",")
_MOST = 12  # words of a heading


def may_head_rights(text: str) -> bool:
    """Whether a line has the form of a heading of rights; `Complaints` alone may head figures of complaints."""
    if text.endswith(_ENDS) or len(text.split()) > _MOST:
        return False
    return bool(_RIGHTS.fullmatch(text.strip(" :*#?–-")))
