"""Sent once to each target, by real servers on loopback: what fails waits, and nothing else does."""

import os
import signal
import socket
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from apprise.plugins.slack import NotifySlack
from filelock import FileLock

from alerts import deliver as delivering
from alerts.deliver import deliver
from alerts.sending import rounds
from alerts.sending.patience import pause
from alerts.subscribing.queue import queue
from alerts.subscribing.subscriptions import Subscription
from store import outbox

NOW = "2026-11-21T10:00:00+00:00"
SLACK = "slack://TAAAAAAAA/BBBBBBBBB/CCCCCCCCCCCCCCCCCCCCCCCC/#desk"
HOSTILE = "Misconduct <script>alert(1)</script> & *dismissals* <!channel> @everyone"


def later(**more: float) -> str:
    return (datetime.fromisoformat(NOW) + timedelta(**more)).isoformat()


def closed_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture
def ready(store, keeper):
    """`ready(address, ...)`: a subscription with one alert queued for each address."""

    def make(*addresses: str, numbers: int = 1, **other) -> Subscription:
        one = Subscription("desk", topics=("misconduct",), to=addresses)
        queue(store, [one], NOW)
        for number in range(1, numbers + 1):
            keeper(number, **other)
        queue(store, [one], NOW)
        return one

    return make


def test_mail_has_html_and_plain_parts(store, ready, mailbox) -> None:
    one = ready(mailbox.address("reader@example.org"), title=HOSTILE)
    report = deliver(store, [one], NOW)
    assert (len(report.sent), report.errors) == (1, ())
    (mail,) = mailbox.mails
    assert mail.get_content_type() == "multipart/alternative"
    assert mail["Subject"].startswith("foiwatch: Essex Police: new disclosure about")
    html = mail.get_body(("html",)).get_content()
    plain = mail.get_body(("plain",)).get_content()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert "https://essex.example/foi/1/?a=1&b=2" in plain
    for fact in ("Essex Police", "FOI 1/26", "published yesterday, seen today", "New", "The table"):
        assert fact in html
        assert fact in plain
    assert plain.startswith(mail["Subject"])
    assert mail["List-Unsubscribe"] == "<mailto:foi@example.org?subject=unsubscribe%20desk>"


def test_each_mail_recipient_has_a_result_of_its_own(store, ready, mailbox) -> None:
    mailbox.refused = {"gone@example.org"}
    one = ready(mailbox.address("a@example.org", "gone@example.org", "b@example.org"))
    report = deliver(store, [one], NOW)
    assert sorted(mail["To"] for mail in mailbox.mails) == ["a@example.org", "b@example.org"]
    assert (len(report.sent), len(report.waiting), len(report.errors)) == (2, 1, 1)
    assert "gone@example.org" not in report.errors[0].partition(": ")[0]
    mailbox.refused = set()
    deliver(store, [one], later(minutes=2))
    assert len(mailbox.mails) == 3


def test_a_program_gets_the_facts_as_json(store, ready, web) -> None:
    hook = web()
    deliver(store, [ready(hook.address(), numbers=2)], NOW)
    ((path, payload, headers),) = hook.posts
    assert path == "/hook"
    assert payload["title"] == "foiwatch: 2 disclosures about disciplinary outcomes"
    assert [item["ref"] for item in payload["foiwatch"]["items"]] == ["FOI 1/26", "FOI 2/26"]
    assert payload["foiwatch"]["items"][0]["address"] == "https://essex.example/foi/1/?a=1&b=2"
    assert "https://essex.example/foi/1/?a=1&b=2" in payload["message"]
    assert len(headers["Idempotency-Key"]) == 64


def test_slack_gets_its_own_marks_and_no_calls(store, ready, web, monkeypatch) -> None:
    hook = web()
    monkeypatch.setattr(NotifySlack, "webhook_url", f"http://127.0.0.1:{hook.port}/services")
    deliver(store, [ready(SLACK, title=HOSTILE)], NOW)
    ((path, payload, _),) = hook.posts
    assert path == "/services/TAAAAAAAA/BBBBBBBBB/CCCCCCCCCCCCCCCCCCCCCCCC"
    assert payload["channel"] == "#desk"
    assert payload["text"].startswith("foiwatch: Essex Police: new disclosure")
    title = payload["blocks"][1]["text"]
    assert title["text"].startswith("*<https://essex.example/foi/1/?a=1&amp;b=2|Misconduct &lt;script&gt;")
    assert title["verbatim"] is True
    said = str(payload)
    assert "<!channel" not in said
    assert "@everyone" not in said


def test_a_target_that_fails_does_not_stop_or_repeat_another(store, ready, web, mailbox, monkeypatch) -> None:
    well, broken, stalled = web(), web(), web()
    broken.status, stalled.stall = 500, 30
    refused = f"json://127.0.0.1:{closed_port()}/x"
    one = ready(
        broken.address(),
        refused,
        stalled.address("?rto=0.3"),
        well.address(),
        mailbox.address("a@example.org"),
    )
    report = deliver(store, [one], NOW)
    assert (len(report.sent), len(report.waiting), len(report.errors)) == (2, 3, 3)
    broken.status = 200
    for minutes in (2, 4, 20):
        deliver(store, [one], later(minutes=minutes))
    assert (len(well.posts), len(mailbox.mails)) == (1, 1)
    assert len(broken.posts) == 2
    stalled.stall = 0


def test_a_retry_waits_longer_each_time_then_is_delivered_once(store, ready, web) -> None:
    hook = web()
    hook.status = 503
    one = ready(hook.address())
    deliver(store, [one], NOW)
    (waiting,) = outbox.deliveries(store, "waiting")
    assert later(seconds=48) <= waiting.next_attempt <= later(seconds=72)
    assert "503" in waiting.last_error
    deliver(store, [one], later(seconds=30))
    assert len(hook.posts) == 1
    hook.status = 200
    deliver(store, [one], later(minutes=2))
    deliver(store, [one], later(days=2))
    assert len(hook.posts) == 2
    assert {post[2]["Idempotency-Key"] for post in hook.posts} == {hook.posts[0][2]["Idempotency-Key"]}


def test_the_pauses_grow_to_a_day() -> None:
    pauses = [pause(tried).total_seconds() for tried in range(8)]
    assert pauses[:5] == sorted(pauses[:5])
    assert 48 <= pauses[0] <= 72
    assert 69_120 <= pauses[7] <= 103_680


def test_what_is_too_old_is_a_dead_letter_that_can_be_tried_again(store, ready, web) -> None:
    hook = web()
    hook.status = 500
    one = ready(hook.address())
    for day in (0, 1, 4):
        deliver(store, [one], later(days=day))
    report = deliver(store, [one], later(days=8))
    assert (len(report.waiting), len(report.dead)) == (0, 1)
    assert "given up" in report.errors[0]
    hook.status = 200
    assert outbox.revive(store, later(days=9)) == 1
    assert len(deliver(store, [one], later(days=9)).sent) == 1


def test_a_run_once_a_week_tries_more_than_once(store, ready, web) -> None:
    hook = web()
    hook.status = 500
    one = ready(hook.address())
    deliver(store, [one], NOW)
    assert len(deliver(store, [one], later(days=7)).waiting) == 1
    hook.status = 200
    (sent,) = deliver(store, [one], later(days=14)).sent
    assert sent.last_error == ""


def test_a_service_that_is_slow_to_accept_is_waited_for(store, ready, web) -> None:
    hook = web()
    hook.stall = 4.5
    report = deliver(store, [ready(hook.address())], NOW)
    assert (len(report.sent), len(hook.posts)) == (1, 1)


def test_how_long_is_too_long_can_be_set(store, ready, web) -> None:
    hook = web()
    hook.status = 500
    one = ready(hook.address())
    for hours in (0, 1, 4):
        assert deliver(store, [one], later(hours=hours), 0.5).dead == ()
    assert len(deliver(store, [one], later(hours=13), 0.5).dead) == 1


def test_an_address_that_nobody_understands_is_said(store, ready) -> None:
    report = deliver(store, [ready("nonsense://x")], NOW)
    assert "does not understand" in report.errors[0]


def test_a_target_that_left_the_configuration_is_said(store, ready, web) -> None:
    ready(web().address())
    report = deliver(store, [], NOW)
    assert len(report.dead) == 1
    assert "no longer in the configuration" in report.errors[0]


def test_a_digest_waits_and_is_one_message(store, keeper, web) -> None:
    hook = web()
    one = Subscription("desk", when="daily", most=20, to=(hook.address(),))
    queue(store, [one], NOW)
    for number in range(1, 26):
        keeper(number)
        queue(store, [one], NOW)
    assert deliver(store, [one], NOW).sent == ()
    assert len(deliver(store, [one], later(days=1)).sent) == 25
    (post,) = hook.posts
    assert "And 5 more." in post[1]["message"]
    assert len(post[1]["foiwatch"]["items"]) == 25


def test_a_crash_between_queue_and_delivery_loses_and_repeats_nothing(store, ready, web, monkeypatch) -> None:
    first, second = web(), web()
    one = ready(first.address(), second.address())

    def crash(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(rounds, "message_of", crash)
    with pytest.raises(KeyboardInterrupt):
        deliver(store, [one], NOW)
    monkeypatch.undo()
    queue(store, [one], NOW)
    deliver(store, [one], NOW)
    deliver(store, [one], NOW)
    assert (len(first.posts), len(second.posts)) == (1, 1)


def test_two_do_not_deliver_at_once(store, ready, web, tmp_path: Path) -> None:
    hook = web()
    one = ready(hook.address())
    command = [sys.executable, "-c", KILLED, str(tmp_path / "data"), NOW, hook.address()]
    with FileLock(tmp_path / "data" / delivering.LOCK):
        process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2])
        assert process.stdout is not None
        assert process.stdout.readline() == b"queued\n"
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.3)
        assert hook.posts == []
    process.communicate(timeout=30)
    deliver(store, [one], NOW)
    assert len(hook.posts) == 1


KILLED = """
import os, signal, sys
from pathlib import Path
from alerts.deliver import deliver
from alerts.subscribing.queue import queue
from alerts.subscribing.subscriptions import Subscription
from store.database import open_store
folder, now, *to = sys.argv[1:]
store = open_store(Path(folder))
one = Subscription("desk", topics=("misconduct",), to=tuple(to))
queue(store, [one], now)
print("queued", flush=True)
deliver(store, [one], now)
"""


def test_a_process_that_is_killed_while_it_delivers_loses_and_repeats_nothing(
    store, ready, keeper, web, tmp_path: Path
) -> None:
    done, slow = web(), web()
    addresses = (done.address(), slow.address("?rto=60"))
    one = ready(*addresses)
    slow.stall = 60
    command = [sys.executable, "-c", KILLED, str(tmp_path / "data"), NOW, *addresses]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2])
    end = time.monotonic() + 30
    while time.monotonic() < end and len(outbox.deliveries(store, "sent")) < 1:
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    slow.stall = 0
    assert len(outbox.deliveries(store, "waiting")) == 1
    queue(store, [one], NOW)
    assert len(deliver(store, [one], NOW).sent) == 1
    assert len(done.posts) == 1
    # The one whose acknowledgement was cut is sent again, under the same key.
    assert len({post[2]["Idempotency-Key"] for post in slow.posts}) == 1
    assert deliver(store, [one], later(days=1)).sent == ()
