"""The operator's messages go through the outbox as those of readers do, and `alerts test operator` tries them out."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from alerts.deliver import deliver
from alerts.operator.watching import watch_over
from alerts.sending.targets import digest
from alerts.subscribing.subscriptions import Subscription
from foiwatch.command import group
from store import outbox


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, disk: Callable[[int], None]) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FOIWATCH_CONFIG", raising=False)
    monkeypatch.setenv("FOIWATCH_NOW", "2026-11-02T09:00:00+00:00")
    disk(9000)


def test_a_message_that_fails_is_sent_again_as_it_was(house: Any, web: Callable[[], Any]) -> None:
    hook = web()
    operator = Subscription("operator", to=(hook.address(),))
    house.watch = type(house.watch)(house.watch.names, targets=(digest(hook.address()),), disk_free=1)
    house.run(problem="HTTP 500")
    watch_over(house.store, house.watch, house.now)
    hook.status = 503
    deliver(house.store, [operator], house.now.isoformat())
    house.later()
    house.run()
    watch_over(house.store, house.watch, house.now)
    hook.status = 200
    deliver(house.store, [operator], house.now.isoformat())
    assert outbox.deliveries(house.store, "waiting") == []
    first, well, again = hook.posts  # what was tried before waits for what was not
    assert first[1] == again[1]
    assert first[2]["Idempotency-Key"] == again[2]["Idempotency-Key"] != well[2]["Idempotency-Key"]
    assert "Essex Police: HTTP 500" in first[1]["message"]
    assert "read whole again" in well[1]["message"]
    assert first[1]["foiwatch"]["subscription"] == "operator"


def test_a_mail_to_the_operator_can_be_read(house: Any, mailbox: Any) -> None:
    address = mailbox.address("op@example.org")
    house.watch = type(house.watch)(house.watch.names, targets=(digest(address),), disk_free=1)
    house.run(problem="HTTP 500")
    watch_over(house.store, house.watch, house.now)
    report = deliver(house.store, [Subscription("operator", to=(address,))], house.now.isoformat())
    assert report.all_well, report.errors
    (mail,) = mailbox.mails
    assert mail["Subject"] == "foiwatch operator: broken: Essex Police: HTTP 500; no run was ever whole"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert "HTTP 500" in mail.get_body(("plain",)).get_content()


def test_the_operator_can_be_tried_out(tmp_path: Path, web: Callable[[], Any]) -> None:
    hook = web()
    (tmp_path / "foiwatch.toml").write_text(f'operator = ["{hook.address()}"]')
    done = CliRunner().invoke(group, ["alerts", "test", "operator"])
    assert done.exit_code == 0, done.output
    assert "accepted" in done.output
    ((_, body, _),) = hook.posts
    assert "this is a test; nothing is wrong" in body["message"]


def test_without_an_operator_there_is_nothing_to_try(tmp_path: Path) -> None:
    (tmp_path / "foiwatch.toml").write_text("")
    done = CliRunner().invoke(group, ["alerts", "test", "operator"])
    assert done.exit_code == 2
    assert "there is no `operator` in the configuration" in done.output


def test_what_waits_for_the_operator_goes_with_the_readers_messages(
    house: Any, tmp_path: Path, web: Callable[[], Any]
) -> None:
    hook = web()
    (tmp_path / "foiwatch.toml").write_text(f'operator = ["{hook.address()}"]')
    house.watch = type(house.watch)(house.watch.names, targets=(digest(hook.address()),), disk_free=1)
    house.run(problem="HTTP 500")
    watch_over(house.store, house.watch, house.now)
    done = CliRunner().invoke(group, ["alerts", "send"])
    assert done.exit_code == 0, done.output
    assert len(hook.posts) == 1
