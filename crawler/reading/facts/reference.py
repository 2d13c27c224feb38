"""The reference of a request: of all numbers that look like one the likeliest, by weights; never from an address."""

import re
import tomllib
from collections.abc import Iterable, Sequence, Set
from importlib.resources import files

from crawler.reading.facts.reference_forms import pattern
from crawler.reading.facts.reference_signs import STEM, Candidate, candidates
from crawler.reading.fields import Force
from crawler.reading.sentences.rows import chances, rows

_KINDS = OWN, OTHER_NAME, NEITHER = range(3)
_DATA = tomllib.loads(files(__package__).joinpath("references.toml").read_text("utf-8"))
_WEIGHTS = dict(rows(_DATA["weights"]["rows"], len(_KINDS)))
_LEAST = 0.4  # how likely the reference must be: better none than a wrong one
_LIKELY = 0.5  # and another name
_WORTH = 0.1  # and the form of the letter, of a number that its title writes with other marks
_DIGITS = re.compile(r"\d+")
_MARKED = re.compile(r"(?<=\d)(?:[^\w\s]|_)(?=\d)")


def _by_stem() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, words in _DATA["words"].items():
        for word in words.split():
            found.setdefault(word[:STEM], []).append(f"<{name}>")
    return found


_SENSES = _by_stem()


def references(lines: Sequence[str], title: str = "", force: Force | None = None) -> tuple[str, tuple[str, ...]]:
    """The reference as the document writes it, without stray spaces, and the other names it gives itself."""
    return chosen(seen(lines, title, force))


def seen(lines: Sequence[str], title: str, force: Force | None) -> list[Candidate]:
    """Each number that may be the reference, with its marks."""
    return candidates([line.strip() for line in lines], title, pattern(force.ref_form if force else ""), _SENSES)


def chosen(some: Iterable[Candidate]) -> tuple[str, tuple[str, ...]]:
    """The likeliest reference of these, "" where none is likely, and the other names."""
    known = {one.ref: one for one in some}
    weighed = {ref: likely(one.marks) for ref, one in known.items()}
    ref = max(weighed, key=lambda one: weighed[one][OWN], default="")
    # Whether `FOI 412.25` or `412.25` is the reference, there is one.
    ref = ref if ref and sum(odds[OWN] for one, odds in weighed.items() if _same(one, ref)) > _LEAST else ""
    if ref and known[ref].is_of_title:
        within = [one for one in known if _marked_otherwise(one, ref) and weighed[one][OWN] > _WORTH]
        ref = max(within, key=lambda one: weighed[one][OWN], default=ref)
    # Of several of its own, as each force's of a joint reply, the likeliest is the reference.
    others = [one for one, odds in weighed.items() if odds[OTHER_NAME] + (odds[OWN] if ref else 0.0) > _LIKELY]
    return ref, tuple(one for one in others if not (_plain(one) in _plain(ref) or _marked_otherwise(one, ref)))


def likely(marks: Set[str]) -> tuple[float, ...]:
    """How likely a number is the reference, another name, and neither."""
    return chances(map(_WEIGHTS.__getitem__, _WEIGHTS.keys() & marks), len(_KINDS))


def _same(one: str, other: str) -> bool:
    return _plain(one) in _plain(other) or _plain(other) in _plain(one) or _marked_otherwise(one, other)


def _marked_otherwise(one: str, other: str) -> bool:
    """Whether two are one number with other marks: `412-25`, as titles have it where addresses allow no `/`."""
    mine, yours = _MARKED.findall(one), _MARKED.findall(other)
    return mine != yours and _DIGITS.findall(one) == _DIGITS.findall(other)


def _plain(ref: str) -> str:
    return "".join(ref.split()).casefold()
