"""The doctor says in words how things are, and who hears of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from stores import new_store

from foiwatch.command import group
from store import outbox
from store.database import Store
from store.keeping import keep
from store.records import Sighting
from store.walks import register_sources

MOMENT = "2026-11-20T09:00:00+00:00"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FOIWATCH_CONFIG", raising=False)
    monkeypatch.setenv("FOIWATCH_NOW", "2026-11-20T12:00:00+00:00")
    monkeypatch.setattr("foiwatch.known.sources", lambda: ("essex", "kent"))
    opened = new_store(tmp_path / "data")
    names = [("essex", "Essex Police"), ("kent", "Kent Police")]
    register_sources(opened, [(name, full, "", f"https://{name}.example") for name, full in names])
    yield opened
    opened.close()


def run(store: Store, source: str, **other: Any) -> None:
    store.db["runs"].insert({"source": source, "started": MOMENT, "ended": MOMENT, "whole": 1} | other)


def words() -> str:
    """The last paragraph."""
    done = CliRunner().invoke(group, ["doctor"])
    assert done.exit_code == 0, done.output
    return done.output.strip().rpartition("\n\n")[2]


def test_a_house_in_order(store: Store, tmp_path: Path) -> None:
    (tmp_path / "foiwatch.toml").write_text('operator = ["json://127.0.0.1:9/a"]\nping = "https://hc.example/5e7a"')
    run(store, "essex")
    run(store, "kent")
    assert words() == (
        "2 of 2 sources were read whole in their last run, the latest 2026-11-20 09:00. No alert was ever queued. "
        "The operator hears of what changes in this. Should runs fail or stop, the dead-man switch raises the alarm."
    )


def test_a_house_in_disorder(store: Store) -> None:
    run(store, "essex", whole=0, problem="bot wall: https://essex.example/foi/x/", started="2026-11-18T09:00:00+00:00")
    outbox.take(store, outbox.Step("desk", 0, (outbox.Alert(1, "new", 1, {}),), ("t",), MOMENT), MOMENT)
    assert words() == (
        "Never polled: 1 source. Essex Police could not be read since 2026-11-18 09:00 (bot wall: a page): what it "
        "publishes is not seen. Alerts that wait, for their time or for a service that does not take them: 1. "
        "Nobody is told of any of this. Should cron stop calling, nobody hears of it."
    )


def test_a_quiet_force_is_told_with_the_reason(store: Store) -> None:
    for number in range(40):
        day = f"2026-0{1 + number // 10}-{1 + 2 * (number % 10):02}"
        address = f"https://essex.example/{number}/"
        keep(
            store, Sighting("essex", address, f"Dogs {number}", f"Dogs {number}", published=day),
            seen=MOMENT, run=None, baseline=True,
        )  # fmt: skip
    run(store, "essex")
    run(store, "kent")
    said = words()
    assert "Essex Police: nothing new for" in said
    assert "its history makes more than" in said


def test_the_address_of_the_switch_is_not_shown(store: Store, tmp_path: Path) -> None:
    (tmp_path / "foiwatch.toml").write_text('ping = "https://hc.example/5e7a"')
    output = CliRunner().invoke(group, ["doctor"]).output
    assert "5e7a" not in output
    assert any(line.split()[:3] == ["ok", "dead-man", "switch"] for line in output.splitlines())
