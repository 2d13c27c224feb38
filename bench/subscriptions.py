"""Ten thousand subscriptions, and one new disclosure that some of them want: how long until it is queued for those.

`python bench/subscriptions.py [SUBSCRIPTIONS]`. The goal: less than 200 ms for 10,000.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from alerts.subscribing.interest import interested
from alerts.subscribing.queue import queue
from alerts.subscribing.subscriptions import Subscription
from alerts.topics.matching import match_new
from alerts.topics.topics import load
from store.database import Store, open_store
from store.keeping import keep
from store.records import Sighting
from store.walks import register_sources, save_walk

NOW = "2026-11-21T10:00:00+00:00"
FORCES = [f"Force {number}" for number in range(45)]
TOPICS = ("misconduct", "vetting", "corruption", "domestic_abuse", "data_misuse", "discrimination")
ROUNDS = 7
_WORDS = """
    officers misconduct hearing dismissed gross vetting taser handcuffs stop search custody complaint review body
    worn video camera drone vehicle pursuit firearm dog horse overtime sickness recruitment uniform budget fleet
    fraud burglary knife crime stalking harassment domestic abuse sexual assault arrest caution charge bail
    interview statement witness evidence disclosure policy procedure training guidance equality race gender age"""
WORDS = tuple(_WORDS.split())


def a_search(chance: random.Random) -> str:
    """A search such as people write, seldom the same as another's: words, a phrase, nearness, a beginning, a column."""
    one, other, third = (f"{chance.choice(WORDS)}" for _ in range(3))
    rare = f"operation{chance.randrange(5_000)}"
    return chance.choice(
        (
            f'"{one} {other}" AND {rare}',
            f"({one} OR {rare}) NOT {other} NOT {third}",
            f"NEAR({one} {other}, 5) OR {rare}",
            f"title : {one[:5]}* AND {other} AND {rare}",
            f"{rare} OR ({one} AND {other} AND {third})",
        )
    )


def a_subscription(chance: random.Random, number: int) -> Subscription:
    """Seven in ten search; the rest ask for topics. Half of all for some forces."""
    forces = tuple(chance.sample(FORCES, 3)) if chance.random() < 0.5 else ()
    to = (f"json://127.0.0.1:9/{number}",)
    if chance.random() < 0.7:
        return Subscription(f"reader {number}", search=a_search(chance), forces=forces, to=to)
    return Subscription(f"reader {number}", topics=(chance.choice(TOPICS),), forces=forces, to=to)


def a_disclosure(chance: random.Random, number: int) -> Sighting:
    """A request and an answer of 6,000 words; of those that are searched for, one in six."""
    own = chance.sample(WORDS, len(WORDS) // 6)
    others = [f"word{chance.randrange(3_000)}" for _ in range(800)] + [f"operation{chance.randrange(5_000)}"]
    text = " ".join(chance.choice(own if chance.random() < 0.1 else others) for _ in range(6_000))
    return Sighting(
        source="west_midlands",
        address=f"https://example.org/foi/{number}/",
        title=f"Misconduct hearings and vetting {number}",
        words=text,
        forces=(chance.choice(FORCES),),
        request_text=f"How many officers were dismissed for gross misconduct? {text[:800]}",
        response_text=text,
    )


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def play(store: Store, readers: list[Subscription], chance: random.Random) -> tuple[list[float], list[float], int]:
    """Seconds of matching alone and of queueing with all that is written, round by round, and how many alerts."""
    topics, matching, queueing, alerts = load(), [], [], 0
    for number in range(ROUNDS):
        kept = keep(store, a_disclosure(chance, number), seen=NOW, run=None)
        match_new(store, topics)
        matching.append(seconds(lambda id=kept.disclosure: interested(store, readers, [id])))
        start = time.perf_counter()
        alerts += queue(store, readers, NOW).alerts
        queueing.append(time.perf_counter() - start)
    return matching, queueing, alerts


def main(count: int = 10_000) -> None:
    """Print how long it takes."""
    chance = random.Random(1)
    readers = [a_subscription(chance, number) for number in range(count)]
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder))
        register_sources(store, [("west_midlands", "West Midlands Police", "wordpress", "https://example.org")])
        save_walk(store, "west_midlands", complete=True)
        queue(store, readers, NOW)
        matching, queueing, alerts = play(store, readers, chance)
        store.close()
    distinct = len({one.search for one in readers if one.search})
    print(f"{count:,} subscriptions, {distinct:,} different searches; {alerts / ROUNDS:,.0f} alerts a disclosure")
    for name, took in (("one disclosure matched with all", matching), ("matched, written and queued", queueing)):
        fastest, slowest = min(took) * 1000, max(took) * 1000
        print(f"{name:32} {statistics.median(took) * 1000:6.0f} ms  [{fastest:.0f}-{slowest:.0f}]")
    print(f"{'goal, for matching':32} {200:6} ms")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
