"""A PDF and its pages as PDFium sees them, and what is painted on a page."""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import islice
from threading import Lock
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

from crawler.reading.formats.filetext import Unreadable

ONE_AT_A_TIME = Lock()  # PDFium is not safe to call from two threads at once
NESTED = 8  # forms within forms
OBJECTS = 100_000  # of a page: more is a map or a drawing, and costs minutes

Box = tuple[float, float, float, float]  # left, bottom, right, top in points, as the page's own axes run
Matrix = tuple[float, float, float, float, float, float]
OF_A_FORM = raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject
AS_IS: Matrix = (1, 0, 0, 1, 0, 0)


class Drawn(NamedTuple):
    """An object of a page, in the order of painting, with what its form does to its points."""

    kind: int  # raw.FPDF_PAGEOBJ_...
    handle: ctypes._Pointer
    box: Box
    matrix: Matrix
    in_layer: bool  # in optional content, which may be off


@contextmanager
def opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The document, alone with PDFium. Raises Unreadable for an encrypted or damaged file."""
    with ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
            raise Unreadable("encrypted PDF" if locked else f"damaged PDF: {error}") from error
        with document:
            yield document


@contextmanager
def page_of(document: pypdfium2.PdfDocument, index: int) -> Iterator[tuple[pypdfium2.PdfPage, pypdfium2.PdfTextPage]]:
    """A page and its letters. Raises PdfiumError for a damaged one."""
    with closing(document[index]) as page, closing(page.get_textpage()) as words:
        yield page, words


def objects(page: pypdfium2.PdfPage, *, without: int = -1) -> Iterator[Drawn]:
    """What is painted on a page, in that order, forms opened up; at most OBJECTS of them, and none of one kind."""
    form = Form(raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, AS_IS, False, 0, without)
    yield from islice(_within(page, form), OBJECTS)


class Form(NamedTuple):
    """How the objects of a page, or of a form on it, are got at, and what holds for all of them."""

    count: Callable[[Any], int]
    get: Callable[[Any, int], Any]
    matrix: Matrix
    in_layer: bool
    depth: int
    without: int


def _within(owner: Any, form: Form) -> Iterator[Drawn]:
    for index in range(form.count(owner)):
        handle = form.get(owner, index)
        kind = raw.FPDFPageObj_GetType(handle)
        if kind == form.without:
            continue
        in_layer = form.in_layer or _is_in_layer(handle)
        if kind == raw.FPDF_PAGEOBJ_FORM and form.depth < NESTED:
            matrix = times(matrix_of(handle), form.matrix)
            yield from _within(handle, Form(*OF_A_FORM, matrix, in_layer, form.depth + 1, form.without))
        else:
            yield Drawn(kind, handle, _bounds(handle, form.matrix), form.matrix, in_layer)


def _is_in_layer(handle: ctypes._Pointer) -> bool:
    marks = raw.FPDFPageObj_CountMarks(handle)
    return any(_mark_name(raw.FPDFPageObj_GetMark(handle, index)) == "OC" for index in range(marks))


def _mark_name(mark: ctypes._Pointer) -> str:
    size = ctypes.c_ulong()
    name = (ctypes.c_ushort * 16)()
    raw.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), size)
    return "".join(map(chr, name)).rstrip("\0")


def matrix_of(handle: ctypes._Pointer) -> Matrix:
    """The matrix of an object."""
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(handle, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does `inner` first, then `outer`."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def moved(x: float, y: float, by: Matrix) -> tuple[float, float]:
    """A point after the matrix."""
    return x * by[0] + y * by[2] + by[4], x * by[1] + y * by[3] + by[5]


def _bounds(handle: ctypes._Pointer, matrix: Matrix) -> Box:
    sides = tuple(ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(handle, *sides):
        return 0, 0, 0, 0
    left, bottom, right, top = (side.value for side in sides)
    if matrix == AS_IS:
        return left, bottom, right, top
    corners = [moved(x, y, matrix) for x in (left, right) for y in (bottom, top)]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
