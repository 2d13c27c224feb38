"""An export takes its place whole or not at all, and never over what is no export."""

from pathlib import Path

import pytest

from store.errors import StoreError
from store.export.placing import write_file, write_folder


def text(path: Path) -> int:
    path.write_text("new")
    return 1


def package(folder: Path) -> int:
    (folder / "datapackage.json").write_text("new")
    return 2


def broken(path: Path) -> int:
    (path / "part" if path.is_dir() else path).write_text("half")
    raise OSError(28, "No space left on device")


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "foi.csv"
    path.write_text("old")
    with pytest.raises(StoreError, match="No space left"):
        write_file(path, broken)
    assert path.read_text() == "old"
    assert write_file(path, text) == 1
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_package_is_replaced_whole(tmp_path: Path) -> None:
    folder = tmp_path / "package"
    assert write_folder(folder, package) == 2
    (folder / "datapackage.json").write_text("old")
    (folder / "gone.csv").touch()
    with pytest.raises(StoreError, match="No space left"):
        write_folder(folder, broken)
    assert (folder / "datapackage.json").read_text() == "old"
    assert write_folder(folder, package) == 2
    assert [path.name for path in folder.iterdir()] == ["datapackage.json"]
    assert list(tmp_path.iterdir()) == [folder]


@pytest.mark.parametrize("there", ["file", "folder"])
def test_what_is_no_package_is_left_alone(tmp_path: Path, there: str) -> None:
    place = tmp_path / "thesis"
    if there == "folder":
        place.mkdir()
    mine = place if there == "file" else place / "chapter.txt"
    mine.write_text("mine")
    with pytest.raises(StoreError, match="no data package"):
        write_folder(place, package)
    assert mine.read_text() == "mine"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nowhere"):
        write_file(tmp_path / "nowhere" / "foi.csv", text)
