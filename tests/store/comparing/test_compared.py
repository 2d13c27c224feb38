"""Two kept versions compared, into their files, to the page and the cell."""

from dataclasses import replace

import pytest

from store.comparing.compared import compared, versions
from store.contents import keep_contents
from store.database import Store
from store.errors import NotKept
from store.fileread import FilePart
from store.keeping import keep

DAYS = [f"2026-11-{day:02}T12:00:00+00:00" for day in range(1, 29)]


@pytest.fixture
def replaced(store: Store, sighting):
    """`replaced(before, after)`: the pieces that differ in a file of these parts, put under the same address."""

    def compare(before: list[FilePart], after: list[FilePart]) -> list[tuple[str, str, str]]:
        for day, parts in enumerate((before, after)):
            text = "\n\n".join(part.text for part in parts)
            file = sighting.file(1, sha256=f"{day + 1}" * 64, text=text)
            keep(store, sighting(1, attachments=(file,)), seen=DAYS[day], run=None)
            keep_contents(store.db.conn, file.sha256, text, parts, [])
        (change,) = compared(store, 1, 1, 2).files
        assert change.what == ("other bytes",)
        return [
            (piece.place, *("".join(r.text for r in piece.runs if r.kind == kind) for kind in ("removed", "added")))
            for piece in change.pieces
        ]

    return compare


def test_versions_are_listed_with_what_changed(store: Store, sighting) -> None:
    keep(store, sighting(1), seen=DAYS[0], run=None)
    keep(store, sighting(1, words="Corrected."), seen=DAYS[1], run=None)
    assert [(v.version, v.seen, v.changed, v.completed) for v in versions(store, 1)] == [
        (1, DAYS[0], (), False), (2, DAYS[1], ("words",), False),
    ]  # fmt: skip


def test_markup_is_no_version(store: Store, sighting) -> None:
    keep(store, sighting(1), seen=DAYS[0], run=None)
    bold = replace(sighting(1), words=sighting(1).words.replace("Seven", "**Seven**"))
    assert keep(store, bold, seen=DAYS[1], run=None).verb == "unchanged"
    assert len(versions(store, 1)) == 1


def test_any_two_versions_can_be_compared_either_way(store: Store, sighting) -> None:
    for day, words in enumerate(("One was.", "Two were.", "Three were.")):
        keep(store, sighting(1, words=words, response_text=words), seen=DAYS[day], run=None)
    there, back = compared(store, 1, 1, 3), compared(store, 1, 3, 1)
    assert [(c.name, c.before, c.after) for c in there.fields] == [("response_text", "One was.", "Three were.")]
    assert [(c.before, c.after) for c in back.fields] == [("Three were.", "One was.")]
    with pytest.raises(NotKept, match="no version 4"):
        compared(store, 1, 1, 4)


def test_words_of_a_page_of_a_file(replaced) -> None:
    before = [FilePart("page 1", "The first page says this."), FilePart("page 2", "Seven were dismissed in all.")]
    after = [FilePart("page 1", "The first page says this."), FilePart("page 2", "Eight were dismissed in all.")]
    assert replaced(before, after) == [("page 2", "Seven", "Eight")]


def test_a_sentence_on_another_page_is_no_change(replaced) -> None:
    before = [FilePart("page 1", "One. Two. Three."), FilePart("page 2", "Four. Five.")]
    after = [FilePart("page 1", "One. Two."), FilePart("page 2", "Three. Four. Six.")]
    assert replaced(before, after) == [("page 2", "Five", "Six")]


def test_cells_and_rows_of_a_sheet(replaced) -> None:
    before = [
        FilePart("sheet 'Data'", "Year\tTotal\n2023\t41\n2024\t57\n2025\t9", "B2"),
        FilePart("sheet 'Old'", "x\ty", "A1"),
    ]
    after = [
        FilePart("sheet 'Data'", "Year\tTotal\n2022\t3\n2023\t41\n2024\t61", "B2"),
        FilePart("sheet 'New'", "z", "A1"),
    ]
    assert replaced(before, after) == [
        ("sheet 'Data', row 3", "", "2022 | 3"),
        ("sheet 'Data', C5", "57", "61"),
        ("sheet 'Data', row 5", "2025 | 9", ""),
        ("sheet 'New'", "", "z"),
        ("sheet 'Old'", "x\ty", ""),
    ]


def test_other_bytes_with_the_same_words_say_so(store: Store, sighting) -> None:
    for day, digit in enumerate("ab"):
        file = sighting.file(1, sha256=digit * 64, text="the same words")
        keep(store, sighting(1, attachments=(file,)), seen=DAYS[day], run=None)
    (change,) = compared(store, 1, 1, 2).files
    assert (change.pieces, change.note) == ((), "the words in it are the same")


def test_a_file_that_could_not_be_had_completes_its_disclosure(store: Store, rows, sighting, sound) -> None:
    late = sighting.file(1, sha256="", text="", problem="no answer in time")
    keep(store, sighting(1, attachments=(late,)), seen=DAYS[0], run=None, baseline=True)
    kept = keep(store, sighting(1), seen=DAYS[1], run=None)
    assert (kept.verb, kept.version, kept.changed) == ("completed", 2, ("attachments",))
    assert versions(store, 1)[1].completed
    # A ledger row, so that those whom the file's words concern hear of it; marked, so that nobody hears "changed".
    assert rows("SELECT verb, baseline, completed FROM changes") == [("new", 1, 0), ("changed", 1, 1)]
    assert rows("SELECT count(*) FROM latest_changes") == [(0,)]
    assert [c.what for c in compared(store, 1, 1, 2).files] == [("had now",)]
    sound()
