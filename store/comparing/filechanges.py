"""The attachments of two looks side by side: added, removed, renamed, or other bytes under the same name."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from store.digest import fold
from store.records import AttachmentSeen

What = Literal["added", "removed", "renamed", "other bytes", "had now", "not had"]
_Same = Callable[[AttachmentSeen, AttachmentSeen], bool]


@dataclass(frozen=True)
class FilePair:
    """An attachment that differs: as it was before and as it is after, None where it was not there."""

    what: tuple[What, ...]
    before: AttachmentSeen | None
    after: AttachmentSeen | None


def file_changes(old: Iterable[AttachmentSeen], new: Iterable[AttachmentSeen]) -> tuple[FilePair, ...]:
    """What became of each attachment, those of the later look first, in their order; the same ones are left out."""
    left = list(old)
    pairs: list[tuple[AttachmentSeen, AttachmentSeen | None]] = [(after, None) for after in new]
    for same in (_wholly, _bytes, _address, _label):
        pairs = [(after, before or _taken(left, after, same)) for after, before in pairs]
    found = [FilePair(_what(before, after), before, after) for after, before in pairs]
    found += [FilePair(("removed",), before, None) for before in left]
    return tuple(pair for pair in found if pair.what)


def completed(old: Iterable[AttachmentSeen], new: Iterable[AttachmentSeen]) -> bool:
    """Whether the only change is that files were had now whose download had failed before.

    A file of which the server itself said that it was not there (404, 410) is another matter: it was put there.
    """
    before, after = list(old), list(new)
    if len(before) != len(after):
        return False
    late = [_late(a, b) for a, b in zip(before, after, strict=True)]
    return any(late) and all(is_late or _wholly(a, b) for is_late, a, b in zip(late, before, after, strict=True))


def _late(before: AttachmentSeen, after: AttachmentSeen) -> bool:
    had_now = not before.sha256 and bool(after.sha256)
    there = not before.problem.endswith(("HTTP 404", "HTTP 410"))
    return had_now and there and before.address == after.address and fold(before.label) == fold(after.label)


def _taken(left: list[AttachmentSeen], after: AttachmentSeen, same: _Same) -> AttachmentSeen | None:
    found = next((before for before in left if same(before, after)), None)
    if found is not None:
        # By identity: two attachments may be alike.
        del left[next(i for i, one in enumerate(left) if one is found)]
    return found


def _what(before: AttachmentSeen | None, after: AttachmentSeen) -> tuple[What, ...]:
    return ("added",) if before is None else tuple(_differences(before, after))


def _differences(before: AttachmentSeen, after: AttachmentSeen) -> Iterator[What]:
    if fold(before.label) != fold(after.label):
        yield "renamed"
    if before.sha256 != after.sha256:
        yield "other bytes" if before.sha256 and after.sha256 else "had now" if after.sha256 else "not had"


def _wholly(before: AttachmentSeen, after: AttachmentSeen) -> bool:
    same = _bytes if after.sha256 else _address
    return before.sha256 == after.sha256 and same(before, after) and _label(before, after)


def _bytes(before: AttachmentSeen, after: AttachmentSeen) -> bool:
    return bool(after.sha256) and before.sha256 == after.sha256


def _address(before: AttachmentSeen, after: AttachmentSeen) -> bool:
    return bool(after.address) and before.address == after.address


def _label(before: AttachmentSeen, after: AttachmentSeen) -> bool:
    return fold(before.label) == fold(after.label)
