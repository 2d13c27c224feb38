"""What a section of an information law is: an exemption and of which kind, a refusal, or procedure."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_SHORTEST = 7  # letters: `cost` and `defence` are words of any sentence
LAWS = ("FOIA", "FOISA", "EIR")
_SECTION = re.compile(r"(?:s|reg )(?P<number>\d{1,2}[A-Z]?)(?P<sub>(?:\(\w+\))*)")


@dataclass(frozen=True)
class Kind:
    """`kind`: absolute, qualified, refusal (cost, vexatious) or procedure; `test`: class, prejudice or empty.

    `ncnd`: the subsection excuses from saying whether the information is held. `words`: what a heading calls it.
    """

    title: str
    kind: str
    test: str = ""
    ncnd: bool = False
    words: tuple[str, ...] = ()


@cache
def kind_of(section: str, law: str = "FOIA") -> Kind | None:
    """The kind of a section in normal form (`s40(2)`, `reg 12(4)(b)`) of FOIA, FOISA or EIR; None if unknown.

    Sources: the head of exemptions.toml.
    """
    found = _SECTION.fullmatch(section)
    row = _laws()[law].get(found["number"]) if found else None
    if found is None or row is None:
        return None
    sub = found["sub"]
    special: dict = next((more for key, more in row.get("sub", {}).items() if sub.startswith(key)), {})
    first = sub[1 : sub.index(")")] if sub else ""
    said = {**row, **special}
    words = tuple(filter(None, said.get("words", "").split("|")))
    return Kind(said["title"], said["kind"], said.get("test", ""), first in said.get("ncnd", ()), words)


def exempts(section: str, law: str) -> bool:
    """Whether the section can refuse anything: an exemption, cost, vexatiousness."""
    kind = kind_of(section, law)
    return kind is not None and kind.kind != "procedure"


@cache
def numbers(law: str) -> frozenset[str]:
    """The numbers of the sections that a reply may cite."""
    return frozenset(_laws()[law])


def number_of(section: str) -> str:
    """The section without its brackets: `s40(2)` is `s40`."""
    return section.partition("(")[0]


def subsection_of(section: str) -> str:
    """The section with its first bracket, at which one exemption differs from the next: `s31(1)(a)` is `s31(1)`."""
    return section[: section.find(")") + 1] or section


@cache
def by_titles(text: str) -> tuple[str, ...]:
    """The FOIA exemptions that the words name by their titles in the Act, as `s31` for `law enforcement`."""
    low = text.lower().replace("personal data", "personal information")
    titles = {row["title"]: f"s{number}" for number, row in _laws()["FOIA"].items() if row["kind"] != "procedure"}
    return tuple(section for title, section in titles.items() if len(title) > _SHORTEST and title in low)


@cache
def _laws() -> dict[str, dict[str, dict]]:
    data = tomllib.loads(files(__package__).joinpath("exemptions.toml").read_text("utf-8"))
    return {law: data[law]["sections"] for law in LAWS}
