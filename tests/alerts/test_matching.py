"""Every disclosure is matched once for each of its versions and for each state of the topics."""

from pathlib import Path

from alerts.matching import match_new, parts
from alerts.topics import load
from store.lookup import disclosure
from store.records import AttachmentSeen, Disclosure


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
    monkeypatch.setattr("alerts.matching.BATCH", 2)
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
