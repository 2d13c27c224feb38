"""Every disclosure is matched once for each of its versions and for each state of the topics."""

from pathlib import Path

from alerts.faces import wording
from alerts.subscribing.items import item
from alerts.subscribing.subscriptions import Subscription
from alerts.topics.matching import match_new, parts
from alerts.topics.topics import load
from store.filekeeping import keep_file
from store.fileread import Concealed, FilePart, FileRead
from store.lookup import disclosure
from store.records import AttachmentSeen, Disclosure

NOW = "2026-11-21T10:00:00+00:00"


def test_each_is_matched_once(store, keeper, topics) -> None:
    first = keeper(1)
    keeper.other(2)
    assert match_new(store, topics) == 0
    assert "misconduct" in [match.topic for match in disclosure(store, first).matches]
    assert disclosure(store, 2).matches == ()


def test_a_new_version_is_matched_again(store, keeper) -> None:
    first = keeper(1)
    keeper.other(1, title="Police dogs", words="Dogs now")
    assert disclosure(store, first).version == 2
    assert disclosure(store, first).matches == ()


def test_other_topics_match_everything_again(store, keeper, tmp_path: Path) -> None:
    dogs = keeper.other(1)
    own = tmp_path / "own.toml"
    own.write_text("[topic.dogs]\n[[topic.dogs.rule]]\nname = 'dogs'\nany = ['police dog*']\n")
    assert match_new(store, load(own)) == 1
    (match,) = disclosure(store, dogs).matches
    assert match.topic == "dogs"
    assert match.evidence[0]["words"] == "Police dogs"


def test_more_than_a_batch(store, keeper, topics, monkeypatch) -> None:
    for number in range(5):
        keeper(number)
    store.db.conn.execute("DELETE FROM matched")
    monkeypatch.setattr("alerts.topics.matching.BATCH", 2)
    assert match_new(store, topics) == 5


def test_the_parts_of_a_disclosure() -> None:
    whole = Disclosure(
        1, "essex", "disclosure", "https://a.example/", "Title", "", (), "", "", "", "Question", "Answer",
        "unknown", "present", 1, "", "",
        attachments=(AttachmentSeen("https://a.example/x.pdf", text="words"),),
    )  # fmt: skip
    assert parts(whole) == [
        ("title", "Title"),
        ("request", "Question"),
        ("response", "Answer"),
        ("attachment x.pdf", "words"),
    ]


def test_evidence_in_a_file_tells_its_page_or_cell(store, keeper, topics) -> None:
    letter, figures = "Dear Sir\n\nYes.", "Year\tOutcome\n2024\tdismissed for gross misconduct\n2025\tnone"
    text = f"{letter}\n\n{figures}"
    parts = (FilePart("page 1", letter), FilePart("sheet 'Data'", figures, "A1"))
    file = keep_file(store, b"x", FileRead("text/csv", text, parts=parts), "https://essex.example/f.xlsx", "Figures")
    plain = keep_file(store, b"y", FileRead("text/plain", figures), "https://essex.example/old.csv", "")
    plain_words = {"title": "Police", "request_text": "", "response_text": "", "words": "Police"}
    found = disclosure(store, keeper(1, attachments=(plain, file), **plain_words))
    where = {one["where"] for match in found.matches for one in match.evidence}
    assert where == {"attachment Figures, sheet 'Data', B2", "attachment old.csv"}
    told = item(store, Subscription("desk", topics=("misconduct",)), found, "new", 1, NOW)
    assert told["where"] in where


def test_a_search_that_finds_words_in_a_file_tells_their_place(store, keeper) -> None:
    parts = (FilePart("page 1", "Nothing."), FilePart("page 2", "Seven zebras."))
    read = FileRead("application/pdf", "Nothing.\n\nSeven zebras.", parts=parts)
    file = keep_file(store, b"x", read, "https://essex.example/reply.pdf", "The reply")
    found = disclosure(store, keeper.other(1, attachments=(file,)))
    told = item(store, Subscription("desk", search="zebras"), found, "new", 1, NOW)
    assert told["where"] == "attachment reply.pdf, page 2"
    assert wording.where(told) == "in the attachment reply.pdf, page 2"
    assert "zebras" in told["quote"]


def test_a_held_file_is_neither_matched_nor_linked(store, keeper) -> None:
    hidden = (Concealed("hidden rows"),)
    read = FileRead("text/csv", "Officers dismissed for gross misconduct", hidden=hidden)
    file = keep_file(store, b"x", read, "https://essex.example/f.xlsx", "Figures")
    found = disclosure(store, keeper.other(1, attachments=(file,)))
    assert found.matches == ()
    assert item(store, Subscription("desk"), found, "new", 1, NOW)["attachments"] == []
