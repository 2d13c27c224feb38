"""What a Word document of before 2007 (DOC) is known to hold besides its text: comments and embedded files.

Struck and hidden words are told only by formatting that is not looked through here; antiword leaves them out.
"""

from collections.abc import Iterator

from crawler.reading.formats import compound
from crawler.reading.formats.filetext import Hidden, Limits, Unreadable
from crawler.reading.formats.office.doc_text import BROKEN, part, shown
from crawler.reading.formats.office.office_hidden import short


def find(data: bytes, limits: Limits) -> Iterator[Hidden]:
    """Comments, and objects of other programs. Raises Unreadable for a damaged file."""
    file = compound.opened(data, "Word document")
    try:
        words = " ".join(shown(part(file, "comments")))
    except BROKEN as error:
        raise Unreadable(f"damaged Word document: {error}") from error
    if words:
        yield Hidden("comment", "", short(words))
    for name in sorted({path[1] for path in file if len(path) > 2 and path[0] == "ObjectPool"}):
        yield Hidden("embedded file", "", f"an object of another program ({name})")
