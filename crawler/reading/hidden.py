"""What a file holds that one who opens it is not shown: which module looks through which kind of file.

In 2023 forces published, by mistake, workbooks that held personal data in hidden sheets and pivot caches.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from crawler.reading.formats import markup
from crawler.reading.formats.filetext import Hidden, Limits, Unreadable
from crawler.reading.formats.office import doc_hidden, odt_hidden, rtf, slides_hidden, word_hidden
from crawler.reading.formats.pdf import hidden as pdf_hidden
from crawler.reading.formats.workbook import ods_hidden, xls_hidden, xlsb_hidden, xlsx_hidden

# Looks through one format. Raises Unreadable, and nothing else, for bad input.
Finder = Callable[[bytes, Limits], Iterator[Hidden]]
FINDERS: Mapping[str, Finder] = {
    "pdf": pdf_hidden.find,
    "xlsx": xlsx_hidden.find,
    "xlsb": xlsb_hidden.find,
    "xls": xls_hidden.find,
    "ods": ods_hidden.find,
    "docx": word_hidden.find,
    "doc": doc_hidden.find,
    "pptx": slides_hidden.find,
    "odt": odt_hidden.find,
    "rtf": rtf.find,
    "html": markup.find,
}
MOST = 100  # findings a file: the operator has seen enough to hold it back


def hidden(kind: str, data: bytes, limits: Limits) -> tuple[Hidden, ...]:
    """The hidden things of a file of a kind (a key of kinds.MEDIA_TYPES), none twice; at most 100.

    "not checked" is one of them, where a file does not let itself be looked through.
    """
    found: dict[Hidden, None] = {}
    try:
        for each in FINDERS[kind](data, limits) if kind in FINDERS else ():
            found[each] = None
            if len(found) >= MOST:
                break
    except Unreadable as reason:
        found[Hidden("not checked", "", str(reason))] = None
    return tuple(islice(found, MOST))
