"""What became of a disclosure's words from one version to the next, cut to what an alert can hold and frozen."""

from collections.abc import Iterable, Iterator
from typing import Any

from store.comparing.compared import FileChange, compared, name_of
from store.comparing.hunks import ELISION, hunks
from store.comparing.wordruns import Run
from store.database import Store
from store.errors import NotKept

CHARACTERS = 900  # of one place
PLACES = 6
CONTEXT = 8  # words
_BECAME = {"other bytes": "replaced", "had now": "there now", "not had": "could not be had"}
_CALLED = {"words": "page", "ref": "reference", "published": "date published", "received": "date received"}


def diff(store: Store, disclosure: int, version: int) -> list[dict[str, Any]]:
    """What version `version` changed: {"where", "runs": [{"kind", "text"}], "cut"}, plain JSON, a place each.

    Nothing when the version before is not kept. The words of a file that is held back are never in it.
    """
    try:
        both = compared(store, disclosure, version - 1, version)
    except NotKept:
        return []
    told = [_place(called(one.name).capitalize(), hunks(one.runs, CONTEXT)) for one in both.fields]
    told += [_file(one) for one in both.files]
    return told[:PLACES]


def called(field: str) -> str:
    """A field of a disclosure as it is said in a sentence."""
    return _CALLED.get(field, field.replace("_", " "))


def _file(change: FileChange) -> dict[str, Any]:
    became = [_BECAME.get(one, one) for one in change.what] + ([change.note] if change.note else [])
    what = f"{name_of(change)} ({', '.join(became)})"
    return _place(what, (_at(piece.place, runs) for piece in change.pieces for runs in hunks(piece.runs, CONTEXT)))


def _at(place: str, runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return (Run("equal", f"{place}: "), *runs) if place else runs


def _place(where: str, found: Iterable[tuple[Run, ...]]) -> dict[str, Any]:
    runs = list(_joined(found))
    kept: list[dict[str, str]] = []
    left = CHARACTERS
    for run in runs:
        text = run.text if len(run.text) <= left else run.text[:left].rsplit(" ", 1)[0] + " …"
        kept.append({"kind": run.kind, "text": text})
        left -= len(run.text)
        if left <= 0:
            break
    return {"where": where, "runs": kept, "cut": left < 0 or len(kept) < len(runs)}


def _joined(found: Iterable[tuple[Run, ...]]) -> Iterator[Run]:
    for number, runs in enumerate(found):
        if number:
            yield Run("equal", ELISION)
        yield from runs
