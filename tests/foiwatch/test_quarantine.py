"""`foiwatch quarantine`: what is held back is told once, shown to the operator alone, released and held by hand."""

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook
from stores import new_store

from alerts.subscribing.queue import queue
from alerts.subscribing.subscriptions import Subscription
from alerts.topics.matching import match_new
from alerts.topics.topics import load
from crawler.kept_files import as_read
from crawler.reading.documents import read_file
from crawler.reading.formats.filetext import FileText, Hidden
from foiwatch.command import group
from foiwatch.config import Config
from foiwatch.quarantined import tell_of_quarantined
from store.database import Store
from store.errors import NotKept
from store.filekeeping import keep_file
from store.files import file_path, held_path
from store.keeping import keep
from store.lookup import disclosure
from store.outbox import deliveries
from store.records import ADDED, Sighting
from store.search import search

NOW = "2026-11-21T09:00:00+00:00"
SECRET = "quokkaname"
ADDRESS = "https://essex.example/media/figures.xlsx"
HIDDEN = (Hidden("hidden sheet", "sheet 'Staff'", SECRET), Hidden("comment", "sheet 'Data', B2"))


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FOIWATCH_CONFIG", raising=False)
    monkeypatch.setenv("FOIWATCH_NOW", NOW)
    opened = new_store(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def workbook() -> bytes:
    book, out = Workbook(), io.BytesIO()
    book.active.title = "Data"
    book.active.append(["Year", "Dismissed for gross misconduct"])
    book.active.append([2024, 7])
    staff = book.create_sheet("Staff")
    staff.append(["Name", SECRET])
    staff.sheet_state = "hidden"
    book.save(out)
    return out.getvalue()


def read(data: bytes) -> FileText:
    return replace(read_file(data, "figures.xlsx"), hidden=HIDDEN)


def held(store: Store, data: bytes) -> str:
    """Keeps a page whose file hides something; gives the beginning of the file's SHA-256."""
    file = keep_file(store, data, as_read(read(data)), ADDRESS, "The figures")
    page = Sighting("essex", "https://essex.example/foi/1/", "Police dogs", "Dogs", attachments=(file,))
    keep(store, page, seen=NOW, run=None)
    return file.sha256[:12]


def ask(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["quarantine", *arguments])


def test_the_operator_is_told_once(store: Store, workbook: bytes, tmp_path: Path, capfd) -> None:
    held(store, workbook)
    config = Config(store=tmp_path / "data")
    tell_of_quarantined(config, NOW)
    tell_of_quarantined(config, NOW)
    assert capfd.readouterr().err == (
        "quarantined: figures.xlsx of Police dogs: a hidden sheet, a comment; see `foiwatch quarantine list`\n"
    )


def test_the_list_names_kinds_and_show_names_all(store: Store, workbook: bytes) -> None:
    id = held(store, workbook)
    listed = ask("list")
    assert listed.stdout == f"{id}  2026-11-21  figures.xlsx: a hidden sheet, a comment  [1 Police dogs]\n"
    assert "1 in quarantine" in listed.stderr
    (row,) = json.loads(ask("list", "--json").stdout)
    assert (row["name"], row["kinds"]) == ("figures.xlsx", {"hidden sheet": 1, "comment": 1})
    assert row["found"][0] == {"kind": "hidden sheet", "place": "sheet 'Staff'", "detail": SECRET}
    shown = ask("show", id).stdout
    assert f"- hidden sheet in sheet 'Staff': {SECRET}" in shown
    assert "- comment in sheet 'Data', B2" in shown
    assert str(held_path(store, row["sha256"])) in shown
    assert "https://essex.example/foi/1/" in shown


def test_release_makes_all_of_it_public_and_is_told_to_subscribers(store: Store, workbook: bytes) -> None:
    subscription = Subscription("desk", topics=("misconduct",), to=("json://127.0.0.1:9/x",))
    queue(store, [subscription], NOW)
    id = held(store, workbook)
    match_new(store, load())
    queue(store, [subscription], NOW)
    assert disclosure(store, 1).matches == ()
    done = ask("release", id, "--reason", "looked at")
    assert done.exit_code == 0, done.output
    assert done.stdout == f"released: figures.xlsx ({id}); disclosures changed by it: 1\n"
    found = disclosure(store, 1)
    assert SECRET in found.attachments[0].text
    assert found.attachments[0].problem == ""
    assert search(store, SECRET)[0].place == "figures.xlsx, sheet 'Staff', B1"
    assert file_path(store, found.attachments[0].sha256).read_bytes() == workbook
    match_new(store, load())
    queue(store, [subscription], NOW)
    (told,) = deliveries(store, "waiting")
    assert (told.event, told.body["changed"]) == ("changed", ["attachments"])
    assert told.body["where"] == "attachment The figures, sheet 'Data', B1"
    assert "0 in quarantine" in ask("list").stderr


def test_a_released_letter_gets_its_fields(store: Store) -> None:
    text = b"Our Ref: FOI2026/00042\n\nYou asked:\n\nHow many officers were dismissed?\n\nResponse: Seven.\n"
    file = keep_file(
        store, text, as_read(replace(read_file(text, "letter.txt"), hidden=HIDDEN)), "file:0/l.txt", "l.txt"
    )
    words = Sighting(ADDED, "file:0/l.txt", "t", text.decode(), forces=("Essex Police",), attachments=(file,))
    keep(store, words, seen=NOW, run=None)
    assert (disclosure(store, 1).title, disclosure(store, 1).status) == ("l.txt", "quarantined")
    assert ask("release", file.sha256[:12]).exit_code == 0
    found = disclosure(store, 1)
    assert (found.ref, found.status, found.forces) == ("FOI2026/00042", "present", ("Essex Police",))
    assert "dismissed" in found.request_text


def test_a_public_file_is_held_by_hand(store: Store, workbook: bytes) -> None:
    id = held(store, workbook)
    ask("release", id)
    done = ask("hold", id, "--reason", f"{SECRET} lives there")
    assert done.stdout == f"quarantined: figures.xlsx ({id})\n"
    assert search(store, SECRET) == []
    assert f"- held by hand: {SECRET} lives there" in ask("show", id).stdout
    assert SECRET not in ask("list").stdout


def test_an_id_that_names_no_file_is_refused(store: Store) -> None:
    for arguments in (("show", "ab"), ("release", "ab"), ("hold", "ab", "--reason", "x")):
        assert isinstance(ask(*arguments).exception, NotKept)


def test_the_doctor_says_how_many_wait(store: Store, workbook: bytes) -> None:
    id = held(store, workbook)
    said = CliRunner().invoke(group, ["doctor"]).output
    assert "1 waiting, the longest since 2026-11-21" in said
    (public,) = [file_path(store, path.name) for path in (store.folder / "quarantine").rglob(f"{id}*")]
    public.parent.mkdir(parents=True)
    public.write_bytes(workbook)
    done = CliRunner().invoke(group, ["doctor"])
    assert done.exit_code == 1
    assert f"the bytes of {id} are in files/" in done.output
