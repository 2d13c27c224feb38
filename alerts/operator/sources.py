"""Which sources are broken, each with a state that changes when its problem does, and not with every number in it."""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, timedelta

from alerts.operator.trouble import SOURCE, Trouble
from store.runs import Health

NO_NETWORK = "cannot be reached"
NOT_STARTED = "could not be started"
STOPPED = "stopped"
_ADDRESS = re.compile(r"https?://\S*[^\s.,:;)]")
# However it shows (a name that is not found, a door that is shut, no answer): the way to the site is broken.
_UNREACHABLE = re.compile(r"connection (refused|failed|broken)|host name not found|no answer in time")
_NUMBER = re.compile(r"(?<!HTTP )\b\d[\d,]*")


def broken(health: Iterable[Health], unstarted: Collection[str]) -> Iterator[Trouble]:
    """The sources whose last run was not whole, and those that could not be started now."""
    for one in health:
        if one.name in unstarted or _only_stopped(one):
            continue
        if one.status in ("not whole", "interrupted"):
            problem = plain(one.problem) or one.status
            whole = f"last whole run {day(one.last_whole)}" if one.last_whole else "no run was ever whole"
            said = f"{one.full_name}: {problem}; {whole}"
            advice = f"`foiwatch sources`, then `foiwatch run {one.name}`"
            yield Trouble(SOURCE, one.name, cause(problem), said, advice, cause(problem), one.full_name)
    for name in sorted(unstarted):
        advice = f"`foiwatch crawl {name} --verbose` says more"
        yield Trouble(SOURCE, name, NOT_STARTED, f"{name}: {NOT_STARTED}", advice, NOT_STARTED, name)


def _only_stopped(one: Health) -> bool:
    """A person may stop a run, which says nothing of the source; but not for days."""
    if one.problem != STOPPED:
        return False
    since = datetime.fromisoformat(one.failing_since or one.last_run)
    return datetime.fromisoformat(one.last_run) - since < timedelta(days=1)


def plain(problem: str) -> str:
    """A problem without addresses: a message in somebody's channel cannot be taken back when one is taken down."""
    return " ".join(_ADDRESS.sub("a page", problem).split())


def cause(problem: str) -> str:
    """What two problems of one cause have in common."""
    return NO_NETWORK if _UNREACHABLE.search(problem) else _NUMBER.sub("#", problem)


def day(moment: str) -> str:
    """A moment for a sentence, to the minute."""
    return moment[:16].replace("T", " ")
