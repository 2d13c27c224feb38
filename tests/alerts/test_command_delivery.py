"""`foiwatch alerts test`, `send` and `retry`: what services answered, and how long a delivery waits."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from alerts.subscribing.queue import queue
from alerts.subscribing.subscriptions import Subscription
from foiwatch.command import group


def at(hour: int, day: int = 21) -> str:
    return f"2026-11-{day}T{hour:02}:00:00+00:00"


@pytest.fixture
def foiwatch(tmp_path: Path, monkeypatch):
    """`foiwatch(address, ..., days=1)` writes a configuration; what it gives runs `foiwatch alerts` at a time."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FOIWATCH_CONFIG", raising=False)

    def configure(*addresses: str, days: str = "7"):
        to = ", ".join(f'"{address}"' for address in addresses)
        Path("foiwatch.toml").write_text(
            f'store = "data"\ndead_after_days = {days}\n[[subscription]]\nname = "desk"\nto = [{to}]\n'
        )

        def run(now: str, *words: str) -> Result:
            monkeypatch.setenv("FOIWATCH_NOW", now)
            return CliRunner().invoke(group, ["alerts", *words])

        return run

    return configure


def test_a_test_says_target_by_target_what_was_answered(foiwatch, web, mailbox) -> None:
    well, broken = web(), web()
    broken.status = 503
    mailbox.refused = {"gone@example.org"}
    mail = mailbox.address("reader@example.org", "gone@example.org")
    result = foiwatch(well.address(), broken.address(), mail)(at(10), "test", "desk")
    assert result.exit_code == 1
    first, second, third, fourth = result.stdout.splitlines()
    assert first.endswith(": accepted (it answered: HTTP 200 OK: ok)")
    assert second.endswith("(it answered: HTTP 503 Service Unavailable: ok)")
    assert "r…@example.org" in third
    assert third.endswith(": accepted (it answered: SMTP 250 OK)")
    assert fourth.endswith("(it answered: SMTP 550 no such person)")


def test_how_long_a_delivery_waits_is_configured(foiwatch, store, keeper, web) -> None:
    hook = web()
    hook.status = 500
    queue(store, [Subscription("desk", to=(hook.address(),))], at(10))
    keeper(1)
    run = foiwatch(hook.address(), days="0.5")
    for hour in (10, 12, 17):
        assert "dead 0" in run(at(hour), "send").stdout
    result = run(at(1, 22), "send")
    assert "delivered 0, waiting 0, dead 1" in result.stdout
    assert "1 given up" in result.stderr
    hook.status = 200
    assert "delivered 1, waiting 0, dead 0" in run(at(2, 22), "retry").stdout
    assert len({headers["Idempotency-Key"] for _, _, headers in hook.posts}) == 1


@pytest.mark.parametrize("days", ["0", "-1", "400", '"soon"'])
def test_what_is_no_number_of_days_is_refused(foiwatch, days: str) -> None:
    result = foiwatch("json://127.0.0.1:1/", days=days)(at(10), "send")
    assert result.exit_code != 0
    assert "expected a number of days above 0" in str(result.exception)
