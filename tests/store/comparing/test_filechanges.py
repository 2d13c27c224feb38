"""What became of attachments: added, removed, renamed, other bytes, or had at last."""

import pytest

from store.comparing.filechanges import completed, file_changes
from store.records import AttachmentSeen


def file(
    label: str = "Table", sha: str = "a", address: str = "https://essex.example/t.pdf", problem: str = ""
) -> AttachmentSeen:
    return AttachmentSeen(address, label, sha * 64, problem=problem)


ONE, OTHER = file(), file("Letter", "b", "https://essex.example/l.pdf")
LATE = file(sha="", problem="no answer in time")


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ([ONE, OTHER], [ONE, OTHER], []),
        ([ONE, OTHER], [OTHER, ONE], []),
        ([ONE], [ONE, OTHER], [("added",)]),
        ([ONE, OTHER], [OTHER], [("removed",)]),
        ([ONE], [file("The table")], [("renamed",)]),
        ([ONE], [file(sha="c")], [("other bytes",)]),
        ([ONE], [file("The table", "c")], [("renamed", "other bytes")]),
        ([ONE], [file(sha="c", address="https://essex.example/new.pdf")], [("other bytes",)]),
        ([LATE], [ONE], [("had now",)]),
        ([ONE, ONE], [ONE], [("removed",)]),
    ],
)
def test_each_file_is_told(old: list[AttachmentSeen], new: list[AttachmentSeen], what: list[tuple[str, ...]]) -> None:
    assert [pair.what for pair in file_changes(old, new)] == what


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ([LATE], [ONE], True),
        ([LATE, OTHER], [ONE, OTHER], True),
        ([LATE, LATE], [ONE, LATE], True),
        ([ONE], [ONE], False),
        ([LATE], [file("The table")], False),
        ([LATE, OTHER], [ONE, file("Letter", "c", OTHER.address)], False),
        ([LATE], [ONE, OTHER], False),
        # The server said that the file was not there: the force has put it there since.
        ([file(sha="", problem="HTTP 404")], [ONE], False),
        ([file(sha="", problem="HTTP 503")], [ONE], True),
    ],
)
def test_completed_is_only_what_could_not_be_had(
    old: list[AttachmentSeen], new: list[AttachmentSeen], said: bool
) -> None:
    assert completed(old, new) is said
