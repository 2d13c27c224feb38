"""`foiwatch alerts`: what it prints, what it sends, and how it ends."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from alerts.subscribing.queue import queue
from alerts.subscribing.subscriptions import Subscription
from foiwatch.command import group
from store import outbox

NOW = "2026-11-21T10:00:00+00:00"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch, store, keeper, web):
    """A configuration with one subscription whose receiver is `desk.web`, and one alert to be told."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FOIWATCH_CONFIG", raising=False)
    monkeypatch.setenv("FOIWATCH_NOW", NOW)
    hook = web()
    Path("foiwatch.toml").write_text(
        f'store = "data"\n[[subscription]]\nname = "desk"\ntopics = ["misconduct"]\nto = ["{hook.address()}"]\n'
    )
    queue(store, [Subscription("desk", topics=("misconduct",), to=(hook.address(),))], NOW)
    keeper(1)
    return hook


def run(*words: str) -> Result:
    return CliRunner().invoke(group, ["alerts", *words])


def test_send_tells_once(desk) -> None:
    result = run("send", "--json")
    assert result.exit_code == 0, result.output
    said = json.loads(result.stdout)
    (one,) = said["delivered"]
    assert (one["subscription"], one["disclosure"], one["event"], one["version"]) == ("desk", 1, "new", 1)
    assert one["target"].startswith("json 127.0.0.1 (")
    assert (said["waiting"], said["dead"]) == ([], [])
    assert json.loads(run("send", "--json").stdout)["delivered"] == []
    assert len(desk.posts) == 1


def test_a_failure_ends_with_1_and_is_retried(desk) -> None:
    desk.status = 500
    result = run("send", "--json")
    assert result.exit_code == 1
    assert "500" in result.stderr
    (one,) = json.loads(result.stdout)["waiting"]
    assert one["attempts"] == 1
    assert run("send").exit_code == 0
    assert len(desk.posts) == 1
    desk.status = 200
    assert "delivered 1, waiting 0, dead 0" in run("retry").stdout
    assert len(desk.posts) == 2


def test_preview_sends_and_queues_nothing(desk, store) -> None:
    before = outbox.read_to(store, "desk")
    for _ in range(2):
        result = run("preview")
        assert "desk: to 1 target, now" in result.stdout
        assert "https://essex.example/foi/1/?a=1&b=2" in result.stdout
    assert outbox.read_to(store, "desk") == before
    assert outbox.deliveries(store, "waiting") == []
    assert desk.posts == []
    run("send")
    assert "Nothing would be sent now." in run("preview", "--subscription", "desk").stdout


def test_preview_writes_a_page_and_prints_payloads(desk) -> None:
    assert run("preview", "--html", "page.html").stdout == "page.html: 1 message\n"
    assert "Misconduct hearings, part 1" in Path("page.html").read_text(encoding="utf-8")
    (line,) = run("preview", "--json").stdout.splitlines()
    assert json.loads(line)["schema"] == "urn:foiwatch:alert:1"
    assert desk.posts == []


def test_preview_shows_what_waits(desk) -> None:
    desk.status = 500
    run("send")
    assert "Misconduct hearings, part 1" in run("preview").stdout


def test_a_test_says_what_each_service_answered(desk) -> None:
    assert ": accepted" in run("test", "desk").stdout
    ((_, payload, _),) = desk.posts
    assert payload["title"].startswith("foiwatch: TEST: ")
    assert payload["foiwatch"]["test"] is True
    desk.status = 403
    result = run("test", "desk")
    assert result.exit_code == 1
    assert "403" in result.stdout


def test_a_subscription_that_is_not_there_is_refused(desk) -> None:
    result = run("test", "nobody")
    assert result.exit_code == 2
    assert "there are: desk" in result.output


def test_backtest_is_a_table(desk, keeper) -> None:
    keeper(2, published="2025-01-01", title="Old [bold]hearings[/bold] on misconduct")
    recent = run("backtest", "misconduct", "--since", "2026-01-01").stdout
    assert "Misconduct hearings, part 1" in recent
    assert "“gross misconduct”, request: " in " ".join(recent.split())
    assert "1 disclosure about misconduct since 2026-01-01" in recent
    assert "by force: Essex Police 1" in recent
    assert "by month: 2026-11 1" in recent
    assert "Old" not in recent
    assert "[bold]" in run("backtest", "misconduct", "--since", "2024-01-01").stdout
    assert run("backtest", "nothing", "--since", "2026-01-01").exit_code == 2
