"""A receiver that fails, stalls, closes and asks for patience at random, and 5,000 alerts that must all arrive.

`python bench/delivering.py [ALERTS [MOST]]` queues up to MOST at a time, by default each alone, and prints what came.
A small part of it is in the tests.
"""

import json
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from unittest import mock

from requests.adapters import HTTPAdapter

from alerts.deliver import deliver
from alerts.sending.patience import SUSPECT_UNSURE_AFTER
from alerts.sending.targets import digest
from alerts.subscribing.subscriptions import Subscription
from store import outbox
from store.database import Store, open_store
from store.hindrances import hindrances
from store.outbox import Alert, Step, take

BEGIN = datetime.fromisoformat("2026-11-21T10:00:00+00:00")
# A receiver refuses a message with one of these in it, always.
POISON = 1_250
# Days: where the machine is too busy to hear the answers, nothing is given up for it.
GIVEN_UP = 10_000.0
# Seconds: so long an answer is waited for; a stall is longer.
PATIENT, STALL = 0.5, 0.8


class Rough:
    """Answers at random; what it accepts is in `taken`, and `cut` are those whose acknowledgement it did not give.

    A busy machine may lose an acknowledgement that was given: `heard` are those that reached the sender, and `again`
    those that it sent once more all the same.
    """

    def __init__(self, seed: int, patience: int = 4) -> None:
        self.random, self.patience = random.Random(seed), patience
        self.taken: list[tuple[str, list[int]]] = []
        self.cut: set[str] = set()
        self.sent: Counter[int] = Counter()
        self.heard: set[str] = set()
        self.again: set[str] = set()
        self.answers: Counter[str] = Counter()
        self._troubles: Counter[str] = Counter()
        self._lock = threading.Lock()

    @contextmanager
    def served(self, ports: int) -> Iterator[list[str]]:
        """Two targets on each of so many ports of this machine: their addresses."""
        servers = [ThreadingHTTPServer(("127.0.0.1", 0), self._handler()) for _ in range(ports)]
        for server in servers:
            server.daemon_threads, server.block_on_close = True, False
            threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        with mock.patch.object(HTTPAdapter, "send", self._overheard(HTTPAdapter.send)):
            yield [f"json://127.0.0.1:{one.server_address[1]}/{name}?rto={PATIENT}" for one in servers for name in "ab"]
        for server in servers:
            server.shutdown()
            server.server_close()

    def _overheard(self, send: Callable[..., Any]) -> Callable[..., Any]:
        """As `send` sends, with what the sender hears noted."""

        def listening(adapter: HTTPAdapter, request: Any, **how: Any) -> Any:
            key = request.headers["Idempotency-Key"]
            with self._lock:
                self.sent.update(item["id"] for item in json.loads(request.body)["foiwatch"]["items"])
            if key in self.heard:
                self.again.add(key)
            answer = send(adapter, request, **how)
            if answer.ok:
                self.heard.add(key)
            return answer

        return listening

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        answer = self.answer

        class Answer(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                status, asked, stall = answer(body["foiwatch"], self.headers["Idempotency-Key"])
                time.sleep(stall)
                if not status:
                    return
                self.send_response(status)
                if asked:
                    self.send_header("Retry-After", str(asked))
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:
                """Silent."""

        return Answer

    def answer(self, told: dict[str, Any], key: str) -> tuple[int, int, float]:
        """The status (0: none, it closes), the Retry-After, and the seconds until then."""
        numbers = [item["id"] for item in told["items"]]
        with self._lock:
            if any(number % POISON == 0 for number in numbers):
                self.answers["refused"] += 1
                return 422, 0, 0
            mood = self._mood(key)
            self.answers[mood] += 1
            if mood in ("well", "cut", "late"):
                self.taken.append((key, numbers))
            if mood in ("cut", "late"):
                self.cut.add(key)
            wait = self.random.randrange(200)
        return {
            "well": (204, 0, 0),
            "cut": (0, 0, 0),
            "late": (204, 0, STALL),
            "closes": (0, 0, 0),
            "stalls": (503, 0, STALL),
            "busy": (429, wait, 0),
            "fails": (500, 0, 0),
            "down": (503, wait, 0),
        }[mood]

    def _mood(self, key: str) -> str:
        """Nobody is in a bad mood for ever: four times for one message is the most."""
        moods = {"well": 60, "cut": 5, "late": 1, "closes": 6, "stalls": 1, "busy": 9, "fails": 9, "down": 9}
        mood = "well"
        if self._troubles[key] < self.patience:
            (mood,) = self.random.choices(list(moods), list(moods.values()))
        self._troubles[key] += mood != "well"
        return mood


def play(store: Store, rough: Rough, addresses: list[str], alerts: int, most: int) -> int:
    """Queue so many alerts, up to `most` at a time, for one subscription after another while time passes; the rounds.

    Time stands still while messages are sent, and then goes on to when something is due.
    """
    desks = [Subscription(f"desk {number}", to=(address,)) for number, address in enumerate(addresses)]
    now, queued, rounds = BEGIN, 0, 0
    while True:
        for desk in desks:
            count = min(rough.random.randint(1, most), alerts - queued)
            take(store, _step(desk, queued, count, now), now.isoformat())
            queued += count
        deliver(store, desks, now.isoformat(), GIVEN_UP)
        rounds += 1
        left = [one for one in outbox.deliveries(store, "waiting") if one.disclosure % POISON]
        if queued == alerts and not left:
            return rounds
        moments = [one.next_attempt for one in left] + [one.until for one in hindrances(store).values()]
        ahead = [moment for moment in map(datetime.fromisoformat, moments) if moment > now]
        now = max(min(ahead, default=now), now + timedelta(minutes=5))


def _step(desk: Subscription, queued: int, count: int, now: datetime) -> Step:
    told = tuple(Alert(number, "new", 1, _body(number)) for number in range(queued + 1, queued + count + 1))
    return Step(desk.name, queued + count, told, (digest(desk.to[0]),), now.isoformat())


def _body(number: int) -> dict[str, Any]:
    texts = ("source", "title", "ref", "date", "address", "quote", "words", "where")
    return {
        "kind": "item", "id": number, "event": "new", "version": 1, "seen": "2026-11-21", "forces": ["Essex Police"],
        "topics": [], "attachments": [], "changed": [], **dict.fromkeys(texts, f"{number}"),
    }  # fmt: skip


def wrong(store: Store, rough: Rough, alerts: int) -> list[str]:
    """What is lost, and what was sent again although its acknowledgement had been heard: nothing, if all is well."""
    poison = {number for number in range(1, alerts + 1) if number % POISON == 0}
    came = Counter((number, key) for key, numbers in rough.taken for number in numbers)
    lost = set(range(1, alerts + 1)) - poison - {number for number, _ in came}
    # What fails so often is taken apart, whether or not something of it came.
    keys = Counter(number for number, _ in came if rough.sent[number] <= SUSPECT_UNSURE_AFTER)
    kept = {one.disclosure for one in outbox.deliveries(store, "waiting", "dead")}
    checks = {
        "lost": lost,
        "came under two keys": {number for number, times in keys.items() if times > 1},
        "came again after it was acknowledged": rough.again,
        "was acknowledged and did not come": rough.heard - {key for _, key in came},
        "is kept otherwise than refused": kept ^ poison,
    }
    return [f"{said}: {sorted(some)[:5]} ({len(some)})" for said, some in checks.items() if some]


def repeats(rough: Rough) -> int:
    """How many messages came again, each after its acknowledgement was cut."""
    return len(rough.taken) - len({key for key, _ in rough.taken})


def main(alerts: int = 5_000, most: int = 1) -> None:
    """Play it once and say what it came to; exit 1 when something is wrong."""
    began = time.monotonic()
    rough = Rough(seed=1)
    with tempfile.TemporaryDirectory() as folder, rough.served(4) as addresses:
        store = open_store(Path(folder))
        rounds = play(store, rough, addresses, alerts, most)
        found = wrong(store, rough, alerts)
        store.close()
    print(f"{alerts:,} alerts in {len(rough.taken):,} messages, {rounds:,} rounds, {time.monotonic() - began:.0f} s")
    print(f"answers: {dict(rough.answers.most_common())}; {len(rough.cut)} cut, {repeats(rough)} came again")
    print("\n".join(found) or "none lost, none twice but those whose acknowledgement was cut, those refused are kept")
    sys.exit(bool(found))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
