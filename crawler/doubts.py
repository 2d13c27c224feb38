"""Whether a page may be the disclosure that was kept at its address: an error must never overwrite a disclosure."""

import re

from store.records import Disclosure, Sighting

SHARE = 0.3  # of the words kept before; a corrected answer keeps most of them, an error page next to none
FEW = 4  # words; of fewer nothing can be said

NO_WORDS = "no words on the page"
ANOTHER = "another page in its place"

# What a site shows in the place of a page that is gone, where it does not say so by its status.
SOFT_404 = "soft 404 page"
TO_THE_LOG = "redirected to the log"
TO_THE_FRONT = "redirected to the front page"


def doubt(before: Disclosure | None, now: Sighting) -> str:
    """Why a sighting is not to be kept, or "". `before` is what was kept at the address, if anything."""
    if not now.words.strip() and not now.attachments:
        return NO_WORDS
    if before is None or _named_alike(before, now):
        return ""
    old = _words(f"{before.request_text} {before.response_text}")
    if len(old) < FEW:
        return ""
    return ANOTHER if len(old & _words(now.words)) < SHARE * len(old) else ""


def of_the_site(soft: int, seen: int) -> bool:
    """Whether `soft` pages that gave way to another are the site's fault, where `seen` others were as they should be.

    One page may be taken down on any day. Several at once are believed only where most of the pages that were looked
    at were found: a redesign, or a site that is being mended, answers everything in the same way.
    """
    return soft > max(1, seen)


def _named_alike(before: Disclosure, now: Sighting) -> bool:
    same_ref = bool(before.ref) and before.ref == now.ref
    return same_ref or before.title.casefold() == now.title.casefold()


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{3,}", text.casefold()))
