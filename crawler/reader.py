"""Which reader this is: a fingerprint that is another one as soon as a document might be read otherwise."""

from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from crawler import file_tables, reading, sighting

# What the words, the tables and the fields of a document come from, besides the files of `crawler/reading`.
LIBRARIES = ("trafilatura", "lxml", "pypdfium2", "pdfplumber", "python-calamine", "openpyxl", "xlrd", "olefile")
_LENGTH = 16


@cache
def fingerprint() -> str:
    """The reader of this process, as sixteen hexadecimal digits: of its sources and of the libraries beneath it."""
    found = sha256()
    folder = Path(reading.__file__).parent
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".toml"))
    for path in (*files, Path(sighting.__file__), Path(file_tables.__file__)):
        found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    for name in LIBRARIES:
        found.update(f"{name} {_version(name)}\0".encode())
    return found.hexdigest()[:_LENGTH]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
