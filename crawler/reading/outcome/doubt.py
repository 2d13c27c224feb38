"""Whether all the words are worth weighing once more: not where the rules found one thing of the whole and its parts.

Rules that find nothing held, nothing confirmed or nothing answered yet go by sentences that say so outright, and no
other words outweighed them rightly in any reply of tests/crawler/reading/decisions.jsonl and of the golden pages; nor
did they where every question was refused by its own words under an exemption that is relied on.
"""

from collections.abc import Mapping

_OUTRIGHT = frozenset(("not_held", "ncnd", "pending"))


def in_doubt(whole: str, parts: Mapping[str, str], own: Mapping[str, str], *, relied: bool) -> bool:
    """Whether words may say otherwise than rules, which found `whole`, and `parts` by question; `own`: by its own words.

    `relied`: whether an exemption is relied on.
    """
    if any(part != whole for part in parts.values()):
        return True
    return whole not in _OUTRIGHT and not (whole == "refused" and relied and own.keys() >= parts.keys())
