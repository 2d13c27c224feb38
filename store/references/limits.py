"""What is said beside each number: on what it rests, and what it does not tell."""

from collections.abc import Sequence

from store.references.coverage import Coverage
from store.references.proofs import Test
from store.references.sequences import Series
from store.references.years import first_day

NO_YEAR = "no year in the reference: which numbers are of one year cannot be told"
NOTHING_READ = "no running number was read in the references of its {count} disclosures"
ALWAYS = (
    "It is taken that one number is given to each request, one after another, and that each is as likely as another"
    " to be published. Numbers that were skipped, transferred or withdrawn count as numbered.",
    "A number that is missing here is no refusal to publish: it may be unanswered, published elsewhere or under another"
    " reference, or read wrongly.",
)
RUNNING = (
    "the year was not over: numbered is up to about the newest date, and what is not answered yet counts as missing"
)
NOT_EVEN = "what is published is not spread evenly over the numbers: the interval may be too narrow"
GOES_ON = "the count does not begin at 1 with the year: the estimate is by the range of the numbers seen"
SPARSE = (
    "so few of the numbers are seen that they may also count other things, e.g. subject access requests: the share of"
    " the requests that is published is then larger"
)
JOINT_COUNTER = "the numbers count {counts}: the share is of these together"
NOT_SEEN = "no number of {forces} is seen"


def unseen(year: str, logs: Sequence[Coverage]) -> Test:
    """Whether the logs were collected from before the year began: else what is seen of it is no share of it."""
    late = [log for log in logs if log.since > first_day(year)]
    said = "; ".join(f"{log.source}: collected only from {log.since} on" for log in late)
    return Test("collected for the whole year", not late, said or "no date bounds the collection")


def limits_of(
    series: Series, year: str, logs: Sequence[Coverage], tests: Sequence[Test], unnumbered: int, running: bool
) -> tuple[tuple[str, ...], bool]:
    """The limits of an estimate, and whether the share may be larger than it says."""
    failed = {test.name for test in tests if not test.passed}
    larger = [*_of_logs(logs)]
    if unnumbered:
        larger.append(f"besides, disclosures of {year} without a number that could be read: {unnumbered}")
    if "counts requests alone" in failed:
        larger.append(SPARSE)
    if len(series.forces) > 1 and series.unseen_forces:
        larger.append(NOT_SEEN.format(forces=" and ".join(series.unseen_forces)))
    other = [JOINT_COUNTER.format(counts=series.counts)] if series.counts else []
    other += [series.letters] if series.letters else []
    other += [RUNNING] if running else []
    other += [GOES_ON] if "begins again with the year" in failed else []
    other += [NOT_EVEN] if "spread evenly" in failed else []
    other += [_first_look(log) for log in logs if log.first > first_day(year)]
    return (*ALWAYS, *larger, *other), bool(larger)


def _of_logs(logs: Sequence[Coverage]) -> list[str]:
    said = [f"{log.source}: the log was not walked to its end yet" for log in logs if not log.complete]
    said += [f"{log.source}: {log.unread} entries of the log are listed and not read" for log in logs if log.unread]
    return said


def _first_look(log: Coverage) -> str:
    return f"{log.source}: what the log had taken down before foiwatch first looked, on {log.first}, is not counted"
