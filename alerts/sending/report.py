"""What a round of sending came to, in numbers and in sentences for the operator; no address is named in full."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from alerts.sending.outcome import Outcome
from store.outbox import Delivery
from store.parcels import Parcel


@dataclass(frozen=True)
class Report:
    """What delivering came to. `errors` are sentences for the operator, one a target that failed."""

    sent: tuple[Delivery, ...] = ()
    waiting: tuple[Delivery, ...] = ()
    dead: tuple[Delivery, ...] = ()
    errors: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def all_well(self) -> bool:
        """Whether every service accepted what it was sent now."""
        return not self.errors

    def counts(self) -> str:
        """How many were delivered now, and how many wait or are dead in all."""
        return f"delivered {len(self.sent)}, waiting {len(self.waiting)}, dead {len(self.dead)}"


def sentences(
    failures: Iterable[tuple[Parcel, Outcome]], buried: int, dead: Iterable[Delivery], names: Mapping[str, str]
) -> list[str]:
    """What failed and what becomes of it. `buried` is how many were given up now, tried or not."""
    gone = {(one.alert, one.target) for one in dead}
    said, told = [], 0
    for (subscription, target), group in groupby(sorted(failures, key=_addressee), key=_addressee):
        failed = list(group)
        lost = sum((one.alert, one.target) in gone for parcel, _ in failed for one in parcel.deliveries)
        kept = sum(len(parcel.deliveries) for parcel, _ in failed) - lost
        errors = "; ".join(dict.fromkeys(outcome.error for _, outcome in failed))
        fate = f"{kept} will be tried again"
        said.append(f"{subscription}: {names[target]}: {errors}: {f'{lost} given up, ' if lost else ''}{fate}")
        told += lost
    if buried > told:
        said.append(f"{buried - told} more alerts that waited for targets which fail are given up")
    return said


def _addressee(failure: tuple[Parcel, Outcome]) -> tuple[str, str]:
    return failure[0].subscription, failure[0].target
