"""What `foiwatch versions` says, as an object for machines and as text for a terminal."""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from rich.console import Console
from rich.text import Text

from store.comparing.compared import Compared, FileChange, VersionSeen, compared, name_of, versions
from store.comparing.hunks import shortened
from store.comparing.wordruns import Run
from store.database import Store
from store.lookup import disclosure as kept_disclosure
from store.records import Disclosure
from store.site.words import field
from store.states import State, states_of

# What a terminal would obey: published words must only ever be read.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MARKS = {"equal": ("", "", ""), "removed": ("[-", "-]", "red"), "added": ("{+", "+}", "green")}
_SAID = {
    "present": "on the force's site",
    "suspect": "not found",
    "withdrawn": "withdrawn",
    "restored": "back on the force's site",
    "moved": "moved",
}


@dataclass(frozen=True)
class AllVersions:
    """A disclosure with what became of it and its versions."""

    kept: Disclosure
    states: tuple[State, ...]
    versions: tuple[VersionSeen, ...]

    def as_object(self) -> dict[str, Any]:
        said = {"id": self.kept.id, "url": self.kept.address, "title": self.kept.title, "status": self.kept.status}
        return said | {"states": [asdict(s) for s in self.states], "versions": [asdict(v) for v in self.versions]}

    def show(self) -> None:
        console = _console()
        console.print(Text(f"{self.kept.id}  {_clean(self.kept.title)}", "bold"))
        console.print(Text(_clean(self.kept.address)))
        console.print(Text(f"status: {self.kept.status}\n"))
        for state in self.states:
            console.print(Text(f"{_moment(state.seen)}  {_SAID[state.state]}{_why(state)}"))
        console.print()
        for version in self.versions:
            console.print(Text(f"{_moment(version.seen)}  version {version.version}{_what(version)}"))


@dataclass(frozen=True)
class TwoVersions:
    """Two versions of a disclosure, compared."""

    found: Compared

    def as_object(self) -> dict[str, Any]:
        # Through JSON: tuples become lists, as they will be for who reads it.
        return json.loads(json.dumps(asdict(self.found)))

    def show(self) -> None:
        console, found = _console(), self.found
        console.print(Text(f"version {found.a}, {_moment(found.seen_a)}", "red"))
        console.print(Text(f"version {found.b}, {_moment(found.seen_b)}", "green"))
        for change in found.fields:
            console.print(Text(f"\n{field(change.name)}", "bold"))
            console.print(_marked(shortened(change.runs)))
        for file in found.files:
            _show_file(console, file)
        if found.note:
            console.print(Text(f"\n{_clean(found.note)}"))
        elif not (found.fields or found.files):
            console.print(Text("\nno difference in what is kept of the two"))


def of_all(store: Store, disclosure: int) -> AllVersions:
    """All versions of a disclosure. Raises NotKept."""
    kept = kept_disclosure(store, disclosure)
    return AllVersions(kept, states_of(store.db.conn, disclosure), versions(store, disclosure))


def of_two(store: Store, disclosure: int, a: int, b: int) -> TwoVersions:
    """Two versions of a disclosure. Raises NotKept."""
    return TwoVersions(compared(store, disclosure, a, b))


def _console() -> Console:
    return Console(highlight=False, soft_wrap=True)


def _show_file(console: Console, file: FileChange) -> None:
    before = f" (was: {file.label_before})" if "renamed" in file.what else ""
    console.print(Text(f"\n{_clean(name_of(file) + before)}: {', '.join(file.what)}", "bold"))
    if file.note:
        console.print(Text(_clean(file.note)))
    for piece in file.pieces:
        console.print(Text(f"{_clean(piece.place)}: " if piece.place else ""), _marked(shortened(piece.runs)), sep="")


def _marked(runs: Iterable[Run]) -> Text:
    text = Text()
    for run in runs:
        begin, end, style = _MARKS[run.kind]
        text.append(f"{begin}{_clean(run.text)}{end}", style)
    return text


def _why(state: State) -> str:
    asked = state.evidence.get("address", "")
    return f": {_clean(state.reason)}{f' ({_clean(asked)})' if asked and asked not in state.reason else ''}"


def _what(version: VersionSeen) -> str:
    said = "completed" if version.completed else "changed"
    return f": {said} {', '.join(map(field, version.changed))}" if version.changed else ""


def _moment(value: str) -> str:
    return value[:16].replace("T", " ")


def _clean(text: str) -> str:
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
