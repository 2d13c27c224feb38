"""What changed is told word by word, cut to what an alert can hold."""

import pytest

from alerts.faces.diffs import CHARACTERS, diff
from alerts.subscribing.items import items
from alerts.subscribing.subscriptions import Subscription
from store.lookup import changes_after


def test_a_change_is_told_word_by_word(store, keeper) -> None:
    keeper(1, response_text="Twelve officers were dismissed in 2024.")
    keeper(1, response_text="Fourteen officers were dismissed in 2024.", title="Misconduct hearings, revised")
    found = {one["where"]: one["runs"] for one in diff(store, 1, 2)}
    assert {"kind": "removed", "text": "Twelve"} in found["Response text"]
    assert {"kind": "added", "text": "Fourteen"} in found["Response text"]
    assert "Title" in found


def test_a_file_that_was_replaced_is_named(store, keeper) -> None:
    from store.records import AttachmentSeen

    for digest in ("a" * 64, "b" * 64):
        file = AttachmentSeen(
            "https://essex.example/1.pdf", "The table", digest, "application/pdf", 9, f"Words {digest[:1]}"
        )
        keeper(1, attachments=(file,))
    (only,) = diff(store, 1, 2)
    assert only["where"].startswith("The table (replaced")


def test_a_long_change_is_cut_and_says_so(store, keeper) -> None:
    keeper(1, response_text="None.")
    keeper(1, response_text="dismissed " * 900, words="dismissed " * 900)
    (one,) = [one for one in diff(store, 1, 2) if one["where"] == "Response text"]
    assert one["cut"] is True
    assert sum(len(run["text"]) for run in one["runs"]) <= CHARACTERS + 20


def test_without_a_version_before_there_is_none(store, keeper) -> None:
    keeper(1)
    assert diff(store, 1, 1) == []
    assert diff(store, 99, 2) == []


@pytest.mark.parametrize(("verb", "told"), [("new", False), ("changed", True)])
def test_only_what_changed_has_a_difference(store, keeper, verb: str, told: bool) -> None:
    keeper(1)
    keeper(1, response_text="Eight.", words="Eight.")
    (change,) = [one for one in changes_after(store, 0, 10) if one.verb == verb]
    (body,) = items(store, Subscription("desk"), [change])
    assert bool(body["diff"]) is told
