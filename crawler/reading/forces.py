"""The register of police bodies: known by name, by address, by the form of their references."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from crawler.reading.fields import Force


@cache
def register() -> tuple[Force, ...]:
    """Every body of forces.toml, in its order; hosts without `www.`."""
    data = tomllib.loads(files(__package__).joinpath("forces.toml").read_text("utf-8"))
    return tuple(
        Force(
            row["name"],
            tuple(row.get("hosts", ())),
            tuple(row.get("slugs", ())),
            tuple(row.get("aliases", ())),
            row.get("ref_form", ""),
        )
        for row in data["force"]
    )


def named(name: str) -> Force | None:
    """The body of that full name or alias, in any case; None for a name that the register lacks."""
    return _by_name().get(name.casefold().removeprefix("the ").strip())


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
    slug = re.search(r"/foi-(?:ai|media)/([\w-]+)/", parts.path.lower())
    return (_by_slug().get(slug.group(1)) or named(slug.group(1).replace("-", " "))) if slug else None


def by_reference(ref: str) -> tuple[str, ...]:
    """The one body whose references look like `ref`; none where several write theirs so, as is usual."""
    names = [force.name for force in register() if force.ref_form and re.fullmatch(force.ref_form, ref, re.I)]
    return tuple(names) if len(names) == 1 else ()


def mentions(text: str) -> list[tuple[int, Force]]:
    """Where each full name or alias stands in the text, in order."""
    return [(found.start(), _by_name()[_key(found.group())]) for found in _names().finditer(text)]


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
    names: Iterable[str] = sorted(_by_name(), key=len, reverse=True)
    # An acronym counts in capitals only; a name in any case.
    short = [re.escape(name.upper()) for name in names if len(name) <= 6 and " " not in name]
    long = [re.escape(name).replace(r"\ ", r"\s+") for name in names if len(name) > 6 or " " in name]
    return re.compile(rf"\b(?:{'|'.join(short)}|(?i:{'|'.join(long)}))\b")
