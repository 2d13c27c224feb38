"""The legal annex at a letter's end: what it explains of the law, it does not apply."""

from collections.abc import Sequence

from crawler.reading.sentences.signals import signals

_HEADING = signals(
    r"^\W*(?:legal annex\b|(?:annex|appendix)\b.{0,12}\b(?:legislation|exemptions?|extracts?|law)\b"
    r"|(?:relevant |extracts? from the |the )?legislation\W*$"
    r"|(?:explanation|guide|glossary|summary|notes?) (?:of|to|on) (?:the )?(?:foi )?exemptions?\b"
    r"|(?:the )?exemptions? explained\b|about (?:the )?(?:foi )?exemptions?\b"
    r"|what (?:the|each) exemptions? means?\b|exemptions? (?:that|which) (?:may|can|could) (?:be )?appl)",
)


def annexed(page: Sequence[str]) -> frozenset[str]:
    """The lines of a page from the heading of a legal annex on; none where the page has no such heading."""
    low = "\n".join(page).lower()
    if not _HEADING.may(low):
        return frozenset()
    at = next((at for at, line in enumerate(page) if len(line) < 120 and _HEADING.search(line)), len(page))
    return frozenset(page[at:])
