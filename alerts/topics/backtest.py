"""What a topic would have brought since a day: one row for each disclosure, why it is there, and how many they are."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.table import Table
from rich.text import Text

from alerts.faces.text_face import flat
from store.database import Store
from store.lookup import disclosures
from store.matches import Wanted, latest_wanted
from store.records import Disclosure, Match

MOST_ROWS = 1_000
_WHY = 160


@dataclass(frozen=True)
class Backtest:
    """The rows, the latest first, and the sentences that count them."""

    table: Table
    counts: tuple[str, ...]


def backtest(store: Store, topic: str, since: str) -> Backtest:
    """The disclosures about a topic since a day (ISO), at most `MOST_ROWS`, with the words that say so."""
    ids = latest_wanted(store, Wanted(topics=(topic,)), MOST_ROWS, since=since)
    found = disclosures(store, ids)
    table = Table("Date", "Force", "Reference", "Title", "Why", box=None, pad_edge=False)
    for kept in found:
        row = (_date(kept), " and ".join(_forces(kept)), kept.ref, kept.title, _why(kept, topic))
        # As Text: brackets in a title are no markup.
        table.add_row(*(Text(flat(cell)) for cell in row))
    return Backtest(table, (_total(len(found), topic, since), *_counts(found)))


def _date(kept: Disclosure) -> str:
    return kept.published or kept.responded or kept.received


def _forces(kept: Disclosure) -> Sequence[str]:
    return kept.forces or (kept.source,)


def _why(kept: Disclosure, topic: str) -> str:
    """The score, the words, where they stand, and the rule that they meet."""
    match = max((one for one in kept.matches if one.topic == topic), key=lambda one: one.score)
    sign = _telling(match)
    words = " ".join(sign["words"].split())
    short = words if len(words) <= _WHY else words[:_WHY].rsplit(" ", 1)[0] + " …"
    return f"{match.score:.2f} “{short}”, {sign['where']}: {sign['rule'].partition(': ')[2]}"


def _telling(match: Match) -> dict[str, str]:
    """The title is in the table anyway: other words say more."""
    return next((one for one in match.evidence if one["where"] != "title"), match.evidence[0])


def _total(count: int, topic: str, since: str) -> str:
    least = "at least " if count == MOST_ROWS else ""
    return f"{least}{count:,} {'disclosure' if count == 1 else 'disclosures'} about {topic} since {since}"


def _counts(found: Sequence[Disclosure]) -> list[str]:
    forces = Counter(force for kept in found for force in _forces(kept))
    months = Counter(_date(kept)[:7] for kept in found)
    kinds = Counter(match.topic for kept in found for match in kept.matches)
    told = {
        "by force": forces.most_common(),
        "by month": sorted(months.items(), reverse=True),
        "by topic": kinds.most_common(),
    }
    return [f"{what}: {_listed(counts)}" for what, counts in told.items() if counts]


def _listed(counts: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{flat(name)} {count:,}" for name, count in counts)
