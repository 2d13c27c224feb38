"""Where the tests write, and files that are made to be a burden to whoever reads them."""

import gc
import os
import shutil
import signal
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

MEMORY, ROOM = Path("/dev/shm"), 2 << 30


def pytest_configure() -> None:
    """Write to memory where there is room: thousands of small stores would each wait for the disk to be sure.

    And let what the tests start hear of Ctrl-C, which a shell keeps from all that it runs in the background.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    gc.set_threshold(50_000, 20, 50)
    if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


def pytest_collection_finish() -> None:
    """Leave what is loaded by now out of the search for garbage; nor is it then copied in each child that is forked."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def slow_pdf() -> bytes:
    """A thousand pages, on each of which forms within forms, each drawn ten times, come to 10^5 lines."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
    objects = [_stream(form + b"/Resources<</XObject<</F %d 0 R>>>>" % n, b"/F Do " * 10) for n in (2, 3, 4)]
    objects.append(_stream(form, b"0 0 m 9 9 l S " * 10))
    objects.append(_stream(b"", b"/F Do " * 10))
    page = b"<</Type/Page/Parent 1006 0 R/MediaBox[0 0 9 9]/Contents 5 0 R/Resources<</XObject<</F 1 0 R>>>>>>"
    objects += [page] * 1000
    objects.append(b"<</Type/Pages/Count 1000/Kids[%s]>>" % b" ".join(b"%d 0 R" % n for n in range(6, 1006)))
    objects.append(b"<</Type/Catalog/Pages 1006 0 R>>")
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, each) for n, each in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer<</Root 1007 0 R>>\n"


def _stream(keys: bytes, content: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (keys, len(content), content)


@pytest.fixture(scope="session")
def zip_bomb() -> bytes:
    """400 MiB in 400 kB, in the member by which an OpenDocument file says what it is."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", bytes(400 << 20))
        archive.writestr("content.xml", b"<x/>")
    return out.getvalue()
