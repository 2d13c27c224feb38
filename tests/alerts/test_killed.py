"""A process that is killed at any statement of queueing and delivery: nothing is lost, and a repeat is known as one."""

import subprocess
import sys
import threading
from collections import defaultdict
from pathlib import Path

import pytest

from alerts.subscribing.queue import queue
from alerts.subscribing.subscriptions import Subscription

NOW = "2026-11-21T10:00:00+00:00"
THREE = {1, 2, 3}
# It forks for each kill: what was imported need not be again. A child that has died is carried on by another, for
# whom one more alert has joined. A first child is not killed and says where a kill makes a difference: where since the
# statement before it a file of the store has changed, or something was said to another machine.
DYING = """
import os, shutil, sys
from pathlib import Path
sys.path.append("tests/aids")
from killed import READS, held
from alerts.deliver import deliver, understood
from alerts.subscribing.queue import queue
from alerts.subscribing.subscriptions import Subscription
from alerts.sending.targets import digest
from store import outbox
from store.database import open_store
before, now, later, *patterns = sys.argv[1:]

def child(work):
    pid = os.fork()
    if pid == 0:
        try:
            work()
            os._exit(0)
        finally:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

def desk(at):
    return Subscription("desk", topics=("misconduct",), to=tuple(one.format(at=at) for one in patterns))

def first(folder, at, step):
    store = open_store(folder)
    # A kill before one that only reads is one before the next that writes.
    store.private.conn.set_trace_callback(lambda statement: statement.startswith(READS) or step())
    queue(store, [desk(at)], now)
    deliver(store, [desk(at)], now)

def points(folder, at, told):
    steps, said, last = 0, 0, None
    def hear(event, _):
        nonlocal said
        said += event in ("socket.connect", "socket.sendto")
    def step():
        nonlocal steps, last
        steps, state = steps + 1, (said, held(folder))
        if state != last:
            told.write(f"{steps} ")
        last = state
    sys.addaudithook(hear)
    first(folder, at, step)
    step()
    told.write(f"{steps}")
    told.flush()

def killed(folder, at):
    left = at
    def step():
        nonlocal left
        left -= 1
        if left == 0:
            os._exit(9)
    first(folder, at, step)

def carry_on(folder, at):
    store, one = open_store(folder), desk(at)
    queue(store, [one], now)
    body = outbox.deliveries(store, "waiting", "sent")[0].body
    joined = outbox.Alert(4, "new", 1, {**body, "id": 4})
    outbox.take(store, outbox.Step("desk", 0, (joined,), tuple(digest(to) for to in one.to), now), now)
    for moment in (now, later):
        deliver(store, [one], moment)
    assert outbox.deliveries(store, "waiting", "dead") == []

assert all(map(understood, patterns))  # Apprise reads its 140 plugins when it is first asked: not in each child
def copied(name):
    return Path(shutil.copytree(before, Path(before).parent / str(name)))

with (Path(before).parent / "points").open("w+") as told:
    assert child(lambda: points(copied("whole"), 0, told)) == 0
    told.seek(0)
    kills = sorted({int(at) for at in told.read().split()})
for at in kills:
    folder = copied(at)
    assert child(lambda: killed(folder, at)) == (0 if at == kills[-1] else 9)
    assert child(lambda: carry_on(folder, at)) == 0
    shutil.rmtree(folder)
print(*kills)
"""


@pytest.mark.timeout(300)
def test_a_kill_at_any_statement_loses_nothing_and_a_repeat_is_known(
    store, keeper, answering, mailbox, tmp_path: Path
) -> None:
    got: dict[str, list[tuple[str, list[int]]]] = defaultdict(list)
    lock = threading.Lock()

    def answer(path, body, key):
        with lock:
            got[path].append((key, [item["id"] for item in body["foiwatch"]["items"]]))
        return (204,)

    port = answering(answer)
    patterns = [f"json://127.0.0.1:{port}/hook{{at}}", mailbox.address("reader{at}@example.org")]
    queue(store, [Subscription("desk", topics=("misconduct",))], NOW)
    for number in THREE:
        keeper(number)
    store.close()
    command = [sys.executable, "-c", DYING, str(tmp_path / "data"), NOW, "2026-11-21T12:00:00+00:00", *patterns]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == 0, done.stderr
    kills = [int(at) for at in done.stdout.split()]
    assert len(kills) > 8 and kills[-1] > 25, "the kills came nowhere near the work"
    for mail in mailbox.mails:
        numbers = [number for number in (1, 2, 3) if f"part {number}" in mail.get_body(("plain",)).get_content()]
        got[mail["To"]].append((mail["Message-ID"], numbers))
    repeats = 0
    for at in kills:
        again = [_repeats(got[f"/hook{at}"]), _repeats(got[f"reader{at}@example.org"], joined=False)]
        # On its way when the process died is at most one message to each host, and here are two hosts.
        assert sum(again) <= 2
        repeats += sum(again)
    assert repeats >= 2, "no kill came between an acceptance and the note of it"


def _repeats(messages: list[tuple[str, list[int]]], *, joined: bool = True) -> int:
    """How many messages came again; each alert is in one message, and a message under one key is one message."""
    said: dict[str, list[int]] = {}
    for key, numbers in messages:
        assert said.setdefault(key, numbers) == numbers
    told = [number for numbers in said.values() for number in numbers]
    if joined:
        assert sorted(told) == [1, 2, 3, 4]
    else:
        assert set(told) == THREE
    return len(messages) - len(said)
