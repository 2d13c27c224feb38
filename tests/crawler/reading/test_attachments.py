"""Golden attachments: invented files of every format, made by various programs, with what each must give."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from crawler.reading.documents import FileText, read_file
from store.places import cell_after

FOLDER = Path(__file__).parent / "attachments"
GOLD = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.json"))}


@pytest.fixture(scope="module", params=GOLD.values(), ids=GOLD)
def read(request: pytest.FixtureRequest) -> tuple[FileText, dict[str, Any]]:
    want = request.param
    found = read_file((FOLDER / want["file"]).read_bytes(), want["file"])
    if want.get("needs") and not shutil.which(want["needs"]):
        # The words need a program that is not here: that is said, and all else holds.
        assert want["needs"] in found.problem
        want = {"hidden": want["hidden"]}
    return found, want


def test_words_and_where_they_stand(read: tuple[FileText, dict[str, Any]]) -> None:
    found, want = read
    for words in want.get("text_has", []):
        assert words in found.text
    for words in want.get("lacks", []):
        assert words not in found.text
    assert found.text == want.get("text", found.text)
    assert [part.where for part in found.parts] == want.get("parts", [part.where for part in found.parts])


def test_every_word_has_its_cell(read: tuple[FileText, dict[str, Any]]) -> None:
    found, want = read
    for words, cell in want.get("cells", {}).items():
        part = next(part for part in found.parts if part.first_cell and words in part.text)
        places = [index for index in range(len(part.text)) if part.text.startswith(words, index)]
        assert cell in [cell_after(part.text[:index], part.first_cell) for index in places]


def test_tables(read: tuple[FileText, dict[str, Any]]) -> None:
    found, want = read
    tables = [[table.where, [list(row) for row in table.rows]] for table in found.tables]
    assert tables == want.get("tables", tables)


def test_what_is_hidden_and_what_was_not_read(read: tuple[FileText, dict[str, Any]]) -> None:
    found, want = read
    assert sorted({each.kind for each in found.hidden}) == sorted(want["hidden"])
    assert found.problem == want.get("problem", found.problem)
    assert want.get("problem_has", "") in found.problem


def test_every_file_has_its_gold() -> None:
    files = {path.name for path in FOLDER.iterdir() if path.suffix != ".json"}
    assert files == {want["file"] for want in GOLD.values()}
    assert sum((FOLDER / name).stat().st_size for name in files) < 400_000
