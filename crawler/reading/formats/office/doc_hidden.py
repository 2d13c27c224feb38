"""What a Word document of before 2007 (DOC) holds that one who opens or prints it is not shown."""

from collections.abc import Iterator

from crawler.reading.formats import compound
from crawler.reading.formats.filetext import Hidden, Limits, Unreadable
from crawler.reading.formats.office.doc_marks import marked
from crawler.reading.formats.office.doc_text import BROKEN, part, shown
from crawler.reading.formats.office.office_hidden import short


def find(data: bytes, limits: Limits) -> Iterator[Hidden]:
    """Comments, tracked changes, hidden words, and objects of other programs. Raises Unreadable for a damaged file."""
    file = compound.opened(data, "Word document")
    try:
        words = " ".join(shown(part(file, "comments")))
        changed = marked(file)
    except (*BROKEN, IndexError) as error:
        raise Unreadable(f"damaged Word document: {error}") from error
    if words:
        yield Hidden("comment", "", short(words))
    for mark, runs in changed.items():
        kind, why = ("hidden text", "") if mark == "hidden" else ("revision history", f"{mark}: ")
        yield Hidden(kind, "", short(why + " … ".join(runs)))
    for name in sorted({path[1] for path in file if len(path) > 2 and path[0] == "ObjectPool"}):
        yield Hidden("embedded file", "", f"an object of another program ({name})")
