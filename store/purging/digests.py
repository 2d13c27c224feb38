"""By what a disclosure that was taken down is known again: digests of its addresses, words and files, salted.

Of few words nothing is drawn: two disclosures may both say no more than that a file is attached.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from store.digest import plain
from store.merging.wording import without, words
from store.records import Sighting

ADDRESS, WORDS, FILE = "address", "words", "file"
ENOUGH = 30  # words


def salted(salt: str, kind: str, text: str) -> str:
    """The digest of a thing of that kind, in hexadecimal."""
    return sha256(f"{salt}\x1f{kind}\x1f{text}".encode("utf-8", "replace")).hexdigest()


def forms(sighting: Sighting) -> set[str]:
    """The texts that stand for the words of a sighting: page and title, request and response; few words give none.

    Each as it is and without its boilerplate, since a page is published again with other furniture, and a later
    reader may find other boilerplate.
    """
    boilerplate = sighting.extra.get("boilerplate_text") or ()
    return set(_forms(sighting, ())) | set(_forms(sighting, boilerplate))


def _forms(sighting: Sighting, boilerplate: Iterable[str]) -> Iterator[str]:
    asked, told = without(sighting.request_text, boilerplate), without(sighting.response_text, boilerplate)
    texts = [f"{plain(sighting.title)} {without(sighting.words, boilerplate)}"]
    texts += [f"{asked} {told}"] if asked and told else []
    for text in texts:
        found = words(text)
        if len(found) >= ENOUGH:
            yield " ".join(found)
