"""What the sentences are about that letters carry whatever was asked: the rules of subjects.toml.

The wording is every force's own, so a rule names what a sentence must speak of and not how: a review of the reply is
spoken of with a word of reviewing, a word for the reply, and one that offers it.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

_STEM = 5  # letters by which a word is looked up; a longer word shares them with its inflections
_LONGEST = 2000  # characters: what is longer is no sentence of a letter
_WORD = re.compile(r"[^\W\d_][\w-]*")
_DATA: dict[str, Any] = tomllib.loads(files(__package__).joinpath("subjects.toml").read_text("utf-8"))
_LISTS: Mapping[str, Sequence[str]] = _DATA["lists"]


@dataclass(frozen=True)
class Subject:
    """All of `groups` must be found in a sentence in lower case, and `unless` must not."""

    name: str
    groups: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None

    def fits(self, low: str) -> bool:
        """Whether a sentence in lower case is about this."""
        for group in self.groups:
            if not group.search(low):
                return False
        return not (self.unless and self.unless.search(low))


def _either(alternatives: Sequence[str]) -> str:
    """One expression for all of a list; `{name}` in it stands for another list."""
    return "|".join(_either(_LISTS[one[1:-1]]) if one.startswith("{") else one for one in alternatives)


def _by_stem() -> dict[str, tuple[Subject, ...]]:
    found: dict[str, list[Subject]] = defaultdict(list)
    for rule in _DATA["subject"]:
        unless = re.compile(_either(rule["unless"])) if "unless" in rule else None
        subject = Subject(rule["name"], tuple(re.compile(_either(group)) for group in rule["groups"]), unless)
        for stem in dict.fromkeys(word[:_STEM] for word in rule["stems"].split()):
            found[stem].append(subject)
    return {stem: tuple(those) for stem, those in found.items()}


_SUBJECTS = _by_stem()


@lru_cache(maxsize=512)  # a sentence of one letter is asked about by several readers
def subject_of(sentence: str) -> str:
    """What boilerplate the sentence is about (`rights`, `publication`, `caveats` ...), or ""."""
    if len(sentence) > _LONGEST:
        return ""
    low = sentence.lower().replace("’", "'")
    stems = dict.fromkeys([word[:_STEM] for word in _WORD.findall(low)])
    tried: set[int] = set()
    for subject in (each for stem in stems if stem in _SUBJECTS for each in _SUBJECTS[stem]):
        if id(subject) not in tried:
            tried.add(id(subject))
            if subject.fits(low):
                return subject.name
    return ""
