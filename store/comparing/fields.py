"""Two looks at a page, field by field: what each field was before, what it is now, and the words between."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from store.comparing.wordruns import Run, differ, word_runs
from store.digest import fold, plain
from store.records import Sighting

# In the order in which a reader wants them; `words`, the whole page, only tells what none of the others does.
_LINES = ("title", "ref", "kind", "outcome", "received", "responded", "published")
_TEXTS = ("request_text", "response_text")


@dataclass(frozen=True)
class FieldChange:
    """A field that differs: its text in the earlier and in the later version, and the words of both as runs."""

    name: str
    before: str
    after: str
    runs: tuple[Run, ...]


def field_changes(old: Sighting, new: Sighting) -> tuple[FieldChange, ...]:
    """The fields that differ, attachments aside. Texts are compared without their markup.

    Questions and answers are one field each, a line for each of them, as "1a: How many?".
    """
    found = [change for name in _LINES if (change := _change(name, fold(getattr(old, name)), fold(getattr(new, name))))]
    lists = (("forces", _forces), ("exemptions", _exemptions), ("questions", _numbered), ("answers", _numbered))
    for name, text_of in lists:
        found += filter(None, [_change(name, text_of(old, name), text_of(new, name))])
    texts = [change for name in _TEXTS if (change := _change(name, *_both(old, new, name)))]
    words = _change("words", *_both(old, new, "words"))
    if words and _more(words, (*texts, *found)):
        texts.append(words)
    return (*found, *texts)


def readable(markdown: str) -> str:
    """The words of a Markdown text without its markup, line by line."""
    return "\n".join(filter(None, map(plain, markdown.splitlines())))


def _change(name: str, before: str, after: str) -> FieldChange | None:
    if before == after:
        return None
    runs = word_runs(before, after)
    return FieldChange(name, before, after, runs) if differ(runs) else None


def _both(old: Sighting, new: Sighting, name: str) -> tuple[str, str]:
    return readable(getattr(old, name)), readable(getattr(new, name))


def _more(words: FieldChange, others: Iterable[FieldChange]) -> bool:
    """Whether the page changed in words that stand in none of its fields."""
    told = Counter(_changed_words(run for change in others for run in change.runs))
    return bool(Counter(_changed_words(words.runs)) - told)


def _changed_words(runs: Iterable[Run]) -> Iterator[tuple[str, str]]:
    return ((run.kind, word) for run in runs if run.kind != "equal" for word in run.text.split())


def _forces(sighting: Sighting, name: str) -> str:
    return "; ".join(sorted(set(sighting.forces)))


def _exemptions(sighting: Sighting, name: str) -> str:
    relied_on = [c["section"] for c in _list(sighting, "citations") if c.get("relied_on")]
    return ", ".join(dict.fromkeys(sighting.extra.get(name) or relied_on))


def _numbered(sighting: Sighting, name: str) -> str:
    return "\n".join(f"{one.get('number') or '?'}: {plain(one.get('text') or '')}" for one in _list(sighting, name))


def _list(sighting: Sighting, name: str) -> list[dict[str, Any]]:
    return [one for one in sighting.extra.get(name) or () if isinstance(one, dict)]
