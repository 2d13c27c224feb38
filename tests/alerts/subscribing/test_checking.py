"""What a subscription would have brought, what may be wrong with it, and which words are near it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from alerts.subscribing.checking import FLOOD, check
from alerts.subscribing.subscriptions import Subscription
from foiwatch.command import group
from store.walks import save_walk

NOW = "2026-11-21T12:00:00+00:00"
DESK = Subscription("desk", topics=("misconduct",))


def warned(store, one: Subscription) -> str:
    return "\n".join(check(store, one, NOW).warnings)


def test_it_counts_messages_and_shows_the_last_three(store, keeper) -> None:
    for number, day in enumerate(
        ("2026-05-01", "2026-09-01", "2026-09-02", "2026-10-05", "2026-10-05", "2026-11-01"), 1
    ):
        keeper(number, published=day, baseline=True)
    keeper.other(9, published="2026-11-02", baseline=True)
    keeper(7, published="")
    found = check(store, DESK, NOW)
    assert (found.subscription, found.days, found.disclosures, found.messages) == ("desk", 90, 6, 5)
    assert [sample.moment for sample in found.last] == ["2026-11-21", "2026-11-01", "2026-10-05"]
    assert found.last[0].subject.startswith("foiwatch: Essex Police: new disclosure about")
    assert [item["title"] for item in found.last[2].items] == [
        "Misconduct hearings, part 4",
        "Misconduct hearings, part 5",
    ]
    assert found.warnings == ()


def test_a_weekly_digest_is_fewer_messages(store, keeper) -> None:
    for number, day in enumerate(("2026-10-06", "2026-10-07", "2026-10-09", "2026-10-14"), 1):
        keeper(number, published=day, baseline=True)
    weekly = Subscription("desk", topics=("misconduct",), when="weekly")
    assert [check(store, one, NOW).messages for one in (DESK, weekly)] == [4, 2]
    assert check(store, weekly, NOW).last[0].moment == "2026-10-19"


def test_only_its_events_count(store, keeper) -> None:
    keeper(1)
    keeper(1, words="else", response_text="Eight.")
    counts = [
        check(store, Subscription("desk", events=events), NOW).disclosures
        for events in (("new",), ("changed",), ("withdrawn",), ("dossier", "news"))
    ]
    assert counts == [1, 1, 0, 0]


def test_none_says_what_is_in_the_way(store, keeper) -> None:
    assert "the record knows of nothing in the last 90 days" in warned(store, DESK)
    for number in (1, 2, 3):
        keeper(number)
    one = Subscription("desk", topics=("misconduct",), search="zebra", forces=("Essex Police",), events=("new",))
    said = warned(store, one)
    assert "none: in the last 90 days nothing would have been sent" in said
    assert "without search it would be 3" in said
    assert "without topics it would be 0" in said
    assert "without forces it would be 0" in said
    narrow = Subscription("desk", topics=("misconduct",), events=("withdrawn",))
    assert "with the usual events it would be 3" in warned(store, narrow)


@pytest.fixture
def many(store) -> int:
    """Disclosures of one day, as many as a flood in 90."""
    count = FLOOD * 90 + 1
    columns = "INSERT INTO disclosures (source, address, title, published, first_seen, digest)"
    rows = [("essex", f"https://essex.example/{n}", f"Number {n}", "2026-11-01", NOW, f"{n}") for n in range(count)]
    store.db.conn.executemany(f"{columns} VALUES (?, ?, ?, ?, ?, ?)", rows)
    store.db.conn.execute(
        """INSERT INTO changes (disclosure, version, verb, seen, source, baseline)
        SELECT id, 1, 'new', first_seen, source, 1 FROM disclosures"""
    )
    store.db.conn.execute("INSERT INTO sightings (disclosure, last_seen) SELECT id, first_seen FROM disclosures")
    return count


def test_a_flood_is_called_one(store, many) -> None:
    assert "a flood: 10 disclosures a day on average" in warned(store, Subscription("all"))
    assert "1 of 1 messages have more than 25 items" in warned(store, Subscription("all"))


def test_a_search_that_finds_most_of_all_is_a_flood(store, keeper) -> None:
    for number in range(1, 61):
        keeper(number)
    assert "a flood: it asks for 60 of the 60 disclosures of that time" in warned(store, DESK)
    assert "a flood" not in warned(store, Subscription("all"))


def test_words_that_go_with_what_it_finds(store, keeper) -> None:
    for number in range(10, 22):
        keeper.other(number)
    for number in range(1, 5):
        keeper.other(number, title=f"Taser {number}", request_text="How many energy devices were fired?")
    found = check(store, Subscription("desk", search="taser OR zebbra"), NOW)
    assert {one.word for one in found.related} == {"energy", "devices", "fired"}
    assert found.unknown == {"zebbra": []}
    assert check(store, Subscription("all"), NOW).related == ()


@pytest.fixture
def here(tmp_path: Path, monkeypatch, store, keeper) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FOIWATCH_CONFIG", raising=False)
    monkeypatch.delenv("FOIWATCH_TEST_TO", raising=False)
    monkeypatch.setenv("FOIWATCH_NOW", NOW)
    save_walk(store, "essex", complete=True)
    keeper(1)
    Path("foiwatch.toml").write_text(
        'store = "data"\n[[subscription]]\nname = "desk"\nsearch = "hearings AND misconducct"\n'
        'to_env = "FOIWATCH_TEST_TO"\n'
        '[[subscription]]\nname = "all"\nto = ["json://127.0.0.1:9/x"]\n'
    )


def run(*words: str) -> Result:
    return CliRunner().invoke(group, ["alerts", *words])


def test_the_command_says_it_to_people_and_to_programs(here) -> None:
    said = run("check", "all")
    assert said.exit_code == 0
    assert said.stdout.startswith("all: 1 disclosure in 1 message in the last 90 days\n")
    assert "2026-11-21  foiwatch: Essex Police: new disclosure" in said.stdout
    assert "“" in said.stdout
    told = json.loads(run("check", "all", "--json").stdout)
    assert (told["disclosures"], told["messages"], told["warnings"]) == (1, 1, [])
    assert run("check", "nobody").exit_code == 2


def test_it_warns(here) -> None:
    said = run("check", "desk").stdout
    assert "warning: none: in the last 90 days nothing would have been sent" in said
    assert "warning: no disclosure has the word “misconducct”; some have “misconduct”" in said


def test_without_its_address_all_but_sending_works(here) -> None:
    for words in (["check", "desk"], ["preview"], ["backtest", "misconduct", "--since", "2026-01-01"]):
        assert run(*words).exit_code == 0, words
    refused = run("test", "desk")
    assert refused.exit_code == 2
    assert "FOIWATCH_TEST_TO is not set" in refused.output
    for word in ("send", "retry"):
        refused = run(word)
        assert "FOIWATCH_TEST_TO is not set" in str(refused.exception)
        assert refused.exit_code != 0
