"""The register of police bodies: known by name, by address, by the form of their references."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from crawler.reading.fields import Force
from crawler.reading.sentences.heads import Words, beginnings

# Words after which a list of areas is one of forces.
_LEADS = ("behalf of", "both", "covers")
_SLUG = re.compile(r"/foi-(?:ai|media)/([\w-]+)/")
_CLASS = re.compile(r"^(?:the )?(.+?)(?: and isle of wight)? (?:police(?: service)?|constabulary)$", re.I)


@cache
def register() -> tuple[Force, ...]:
    """Every body of forces.toml, in its order; hosts without `www.`."""
    return tuple(
        Force(
            row["name"],
            tuple(row.get("hosts", ())),
            tuple(row.get("slugs", ())),
            tuple(row.get("aliases", ())),
            row.get("ref_form", ""),
        )
        for row in _data()["force"]
    )


def together(name: str) -> tuple[str, ...]:
    """The full names of the forces that share an information office with this one, itself among them."""
    return next((tuple(row["names"]) for row in _data()["together"] if name in row["names"]), (name,))


def short(name: str) -> str:
    """The area of a force as lists of forces name it: `Norfolk` of Norfolk Constabulary."""
    found = _CLASS.match(name)
    return found.group(1) if found else name


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("forces.toml").read_text("utf-8"))


def named(name: str) -> Force | None:
    """The body of that full name or alias, in any case; None for a name that the register lacks."""
    return _by_name().get(name.casefold().removeprefix("the ").strip())


@lru_cache(maxsize=64)  # of each page it is asked twice
def at_address(url: str) -> Force | None:
    """The body whose site `url` is on; else the one that an /foi-ai/ slug names; else None."""
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    # Mail went through the police network under the same name: herts.pnn.police.uk is herts.police.uk.
    host = host.replace(".pnn.", ".")
    while host.count("."):
        if host in _by_host():
            return _by_host()[host]
        host = host.partition(".")[2]
    slug = _SLUG.search(parts.path.lower())
    return (_by_slug().get(slug.group(1)) or named(slug.group(1).replace("-", " "))) if slug else None


def by_reference(ref: str) -> tuple[str, ...]:
    """The one body whose references look like `ref`; none where several write theirs so, as is usual."""
    names = [name for name, form in _ref_forms() if form.fullmatch(ref)] if ref else []
    return tuple(names) if len(names) == 1 else ()


@cache
def _ref_forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((force.name, re.compile(force.ref_form, re.I)) for force in register() if force.ref_form)


@lru_cache(maxsize=1024)  # several readers ask the same lines of one document
def mentions(text: str) -> tuple[tuple[int, Force], ...]:
    """Where each full name, alias, or area of a list (`Norfolk and Suffolk Constabularies`) stands in the text."""
    if not _hints().stand_in(text):
        return ()
    found = {hit.start(): _by_name()[_key(hit.group())] for hit in _names().finditer(text)}
    if (" and " in text or "&" in text) and _listing().search(text):
        for listed in _lists().finditer(text):
            for area in _areas().finditer(text, listed.start(), listed.end()):
                found.setdefault(area.start(), _by_area()[_key(area.group())])
    return tuple(sorted(found.items(), key=lambda hit: hit[0]))


@cache
def _hints() -> Words:
    """Words of which one is in every name: most lines name nobody and need no pattern."""
    common = ("police", "constabular", "heddlu", "the met", "forces", *(f"{lead} " for lead in _LEADS))
    rest = (name for name in _by_name() if not any(word in name for word in common))
    return beginnings((*common, *rest))


def areas(text: str) -> tuple[Force, ...]:
    """The forces whose area the text names by itself, as a county: `officers in Nottinghamshire`."""
    return tuple(_by_area()[_key(hit.group())] for hit in _areas().finditer(text) if hit.group()[0].isupper())


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


@cache
def _by_name() -> dict[str, Force]:
    pairs = [(name, force) for force in register() for name in (force.name, *force.aliases)]
    return {_key(name).removeprefix("the "): force for name, force in pairs}


@cache
def _by_host() -> dict[str, Force]:
    return {host: force for force in register() for host in force.hosts}


@cache
def _by_slug() -> dict[str, Force]:
    return {slug: force for force in register() for slug in force.slugs}


@cache
def _names() -> re.Pattern[str]:
    names = sorted(_by_name(), key=len, reverse=True)
    # An acronym counts in capitals only; a name in any case that begins with a capital.
    short = [name.upper() for name in names if len(name) <= 6 and " " not in name]
    long = [name for name in names if len(name) > 6 or " " in name]
    # By their first letters, so that few are tried at any place.
    ways: dict[str, list[str]] = {"M": [r"(?<=[Tt]he M)et\b(?! Office)"]}
    for name in short:
        ways.setdefault(name[0], []).insert(0, re.escape(name[1:]))
    for name in long:
        rest = re.escape(name[1:]).replace(r"\ ", r"\s+")
        ways.setdefault(name[0].upper(), []).append(f"(?i:{rest})")
    by_first = (f"{first}(?:{'|'.join(rest)})" for first, rest in ways.items())
    return re.compile(rf"\b(?:{'|'.join(by_first)})\b")


@cache
def _by_area() -> dict[str, Force]:
    return {
        _key(short(name)): force for force in register() for name in (force.name, *force.aliases) if _CLASS.match(name)
    }


@cache
def _areas() -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(area)}\b" for area in sorted(_by_area(), key=len, reverse=True)), re.I)


@cache
def _any_area() -> str:
    return "|".join(re.escape(area).replace(r"\ ", r"\s") for area in sorted(_by_area(), key=len, reverse=True))


@cache
def _listing() -> re.Pattern[str]:
    """What no list of areas is without."""
    return re.compile(rf" (?:and|&) (?:{_any_area()})", re.I)


@cache
def _lists() -> re.Pattern[str]:
    area = _any_area()
    listed = rf"(?:{area})(?:(?:, | ?/ ?)(?:{area}))*,? (?:and|&) (?:{area})"
    called = rf"{listed}(?= (?:constabular(?:y|ies)|police\b|forces\b))"
    led_up_to = "|".join(f"(?<={words} )" for words in ("forces of", *_LEADS))
    return re.compile(rf"\b(?:{called}|(?:{led_up_to}){listed}\b)", re.I)
