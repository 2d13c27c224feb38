"""A disclosure with a person's data is taken down: no byte of it is left below the store, and none comes back."""

import gzip
import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest
from openpyxl import Workbook
from reportlab.pdfgen.canvas import Canvas

from foiwatch.replica.receiver import Receiver

FOLDER = "/foi-ai/metropolitan-police/disclosure-2026/may-2026/"
PAGE, AGAIN, OTHER = FOLDER + "quollslug/", FOLDER + "moved/", FOLDER + "kennels/"
FILES = "/SysSiteAssets/foi-media/metropolitan-police/"
MARKS = ("quokkatitle", "wombatasked", "numbatsaid", "bilbypage", "dunnartcell", "potoroohid", "quollslug")
STAYS = "echidnastays"
WEEK, NEXT, THEN, LAST = (f"2026-11-{day}T09:00:00+00:00" for day in (10, 11, 12, 13))
EXPORTS = {"jsonl": "all.jsonl", "csv": "all.csv", "parquet": "all.parquet", "datapackage": "package"}


def page(title: str, said: str, *files: str) -> str:
    links = "".join(f'<p><a href="{FILES}{file}">The {file} (file)</a></p>' for file in files)
    return f"""<h1>{title}</h1><p>Reference no: 01.FOI.26.000001</p><h2>Request</h2>
        <p>How many officers were dismissed for gross misconduct in each of the years from 2020 to 2025, and what were
        they said to have done in each case, wombatasked by a requester?</p><h2>Response</h2>
        <p>Seven officers were dismissed for gross misconduct in 2024, and {said} was one of those that were named in
        the course of the hearing, which was held in public at the headquarters of the force.</p>{links}"""


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    pdf = io.BytesIO()
    canvas = Canvas(pdf, pageCompression=1)
    canvas.drawString(72, 700, "The report on bilbypage, dismissed for gross misconduct.")
    canvas.save()
    return {
        "report.pdf": pdf.getvalue(),
        "figures.xlsx": workbook("dunnartcell"),
        "staff.xlsx": workbook("Staff", hidden="potoroohid"),
        "kennels.xlsx": workbook(STAYS),
    }


def workbook(word: str, hidden: str = "") -> bytes:
    book, out = Workbook(), io.BytesIO()
    book.active.append(["Year", word])
    book.active.append([2024, 7])
    if hidden:
        book.create_sheet("Hidden").append(["Name", hidden])
        book["Hidden"].sheet_state = "hidden"
    book.save(out)
    return out.getvalue()


def found(folder: Path, words: tuple[str, ...] = MARKS) -> dict[str, set[str]]:
    """In which files below a folder the words stand, as they are, unpacked, or in UTF-16."""
    said: dict[str, set[str]] = {}
    for path in (one for one in folder.rglob("*") if one.is_file()):
        forms = [form.lower() for form in unpacked(path.read_bytes())] + [path.name.encode()]
        for word in words:
            if any(word.encode(code) in form for code in ("utf-8", "utf-16-le", "utf-16-be") for form in forms):
                said.setdefault(str(path.relative_to(folder)), set()).add(word)
    return said


def unpacked(data: bytes) -> Iterator[bytes]:
    yield data
    if data[:2] == b"\x1f\x8b":
        yield from unpacked(gzip.decompress(data))
    if data[:4] == b"PAR1":
        yield repr(pyarrow.parquet.read_table(io.BytesIO(data)).to_pylist()).encode()
    for start in (hit.start() for hit in re.finditer(rb"PK\x03\x04", data)):
        if zipfile.is_zipfile(io.BytesIO(data[start:])):
            archive = zipfile.ZipFile(io.BytesIO(data[start:]))
            yield from (archive.read(name) for name in archive.namelist())
            break
    for hit in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", data):
        try:
            yield zlib.decompressobj().decompress(data[hit.start() :])
        except zlib.error:
            continue


def filled(here: Any, target: str, files: dict[str, bytes]) -> int:
    """Crawl, let the marked page appear and change, and export; gives its number."""
    weekly = f'[[subscription]]\nname = "week"\ntopics = ["misconduct"]\nwhen = "weekly"\nto = ["{target}"]'
    here.configure(f'[[subscription]]\nname = "desk"\ntopics = ["misconduct"]\nto = ["{target}"]\n{weekly}')
    assert here.run("run", "met").returncode == 0
    pages = {FILES + name: data for name, data in files.items()}
    pages[OTHER] = page(f"Kennels {STAYS}", STAYS, "kennels.xlsx").replace("wombatasked", "asked").replace("FOI", "EIR")
    pages[PAGE] = page("Dismissals quokkatitle", "numbatsaid", "report.pdf", "figures.xlsx", "staff.xlsx")
    here.replica.serve_documents(pages)
    assert here.run("run", "met", now=WEEK).returncode == 0
    here.replica.serve_documents(pages | {PAGE: pages[PAGE].replace("Seven", "Eight")})
    assert here.run("run", "met", "--full", now=NEXT).returncode == 0
    (number,) = [row["id"] for row in here.export() if row["title"] == "Dismissals quokkatitle"]
    assert here.ask("SELECT max(version) FROM versions WHERE disclosure = ?", number) == [(2,)]
    for shape, name in EXPORTS.items():
        assert here.run("export", "--format", shape, "--to", f"out/{name}", now=NEXT).returncode == 0
    return int(number)


def test_taken_down_and_never_collected_again(desk: Callable[..., Any], files: dict[str, bytes]) -> None:
    here = desk({"met": 3})
    data, out = here.folder / "data", here.folder / "out"
    out.mkdir()
    with Receiver() as receiver:
        number = filled(here, receiver.target, files)
        assert any("quokkatitle" in json.dumps(one) for one in receiver.items())
        before = found(data)
        assert {Path(name).parts[0] for name in before} == {"foi.db", "private.db", "files", "quarantine", "evidence"}
        assert set().union(*before.values()) == set(MARKS)
        assert {Path(name).parts[0] for name in found(out)} == set(EXPORTS.values())
        others = [row for row in here.export() if row["id"] != number]

        asked = here.run("purge", str(number), "--reason", "names a person", stdin="n\n", now=THEN)
        assert (asked.returncode, "Dismissals quokkatitle" in asked.stderr) == (1, True)
        done = here.run("purge", str(number), "--reason", "names a person", "--yes", now=THEN)
        assert done.returncode == 0, done.stderr
        assert f"taken down: disclosure {number}" in done.stdout
        assert "1 alert dropped, not sent: taken down" in done.stdout
        assert found(data) == found(out) == {}
        assert here.export() == others
        assert {Path(name).parts[0] for name in found(out, (STAYS,))} == set(EXPORTS.values())
        assert {Path(name).parts[0] for name in found(data, (STAYS,))} == {"foi.db", "private.db", "files", "evidence"}
        _not_again(here, number, receiver, files)
        assert [row["id"] for row in here.export()] == [row["id"] for row in others]
        assert found(data) == {}


def _not_again(here: Any, number: int, receiver: Any, files: dict[str, bytes]) -> None:
    doctor = here.run("doctor", now=THEN)
    assert doctor.returncode == 0, doctor.stdout
    receiver.received.clear()
    done = here.run("run", "met", "--full", now=LAST)
    assert done.returncode == 0, done.stderr
    assert PAGE not in here.pages_asked("met")
    reasons = here.ask("SELECT address, reason FROM problems WHERE verdict = 'skipped' ORDER BY id DESC LIMIT 1")
    assert reasons == [("", f"taken down here: disclosure {number} was taken down on 2026-11-12: names a person")]
    # The same under another address, with other figures on the page but the same files; then with the same words.
    pages = {FILES + name: data for name, data in files.items()}
    again = page("Dismissals quokkatitle", "numbatsaid", "report.pdf", "figures.xlsx", "staff.xlsx")
    here.replica.serve_documents(pages | {AGAIN: again, FOLDER + "third/": again.replace("Seven", "Nine")})
    done = here.run("run", "met", "--full", now="2026-11-16T09:00:00+00:00")
    assert done.returncode == 0, done.stderr
    assert {AGAIN, FOLDER + "third/"} <= set(here.pages_asked("met"))
    assert "quokkatitle" not in json.dumps(receiver.received)
    assert receiver.summaries() == [], "a subscription took the record for another one"
    (here.folder / "letter.html").write_text(again)
    added = here.run("add", "letter.html", now=LAST)
    assert (added.returncode, "taken down here" in added.stderr) == (1, True), added.stderr
    listed = json.loads(here.run("purge", "--list", "--json").stdout)
    assert [(one["disclosure"], one["reason"]) for one in listed] == [(number, "names a person")]
    assert here.run("purge", str(number), "--reason", "again", "--yes").returncode == 2
    assert here.run("doctor", now=LAST).returncode == 0
