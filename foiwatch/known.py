"""The names that a configuration may use: sources, topics, forces, and whether a search can be run."""

import tomllib
from collections.abc import Collection
from importlib import import_module, resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foiwatch.keys import Fault, one_of
from foiwatch.lines import line_of
from foiwatch.subscribed import joined, searches

if TYPE_CHECKING:
    from foiwatch.config import Config


def sources() -> tuple[str, ...]:
    """The names of the sources. A source's file bears its name, so Scrapy, slow to load, is not asked."""
    files = (Path(file.name) for file in resources.files("spiders").iterdir())
    return tuple(sorted(file.stem for file in files if file.suffix == ".py" and not file.stem.startswith("_")))


def topics(own: Path | None) -> frozenset[str]:
    """The names of the built-in topics and of the user's `own`. Raises Fault for a file that is not TOML."""
    built_in = resources.files("alerts").joinpath("topics.toml")
    try:
        texts = [file.read_text(encoding="utf-8") for file in (built_in, own) if file and file.is_file()]
        return frozenset(name for text in texts for name in tomllib.loads(text).get("topic", {}))
    except (OSError, ValueError) as error:
        raise Fault(("topics",), f"{own}: {error}", "a TOML file of topics") from None


def check(values: dict[str, Any], keys: tuple[str | int, ...], names: Collection[str], own: Path | None) -> None:
    """Raises Fault when a subscription's topics or forces do not exist or its search cannot be run."""
    if "topics" in values:
        for topic in values["topics"]:
            one_of(topic, topics(own), "topic", (*keys, "topics"))
    for force in set(values.get("forces", ())).difference(names):
        one_of(force, {*names, *forces()}, "source or force", (*keys, "forces"))
    found = searches(values)
    for query in (*(query for _, query in found), joined(found)) if found else ():
        _searchable(query, (*keys, "search"))


def check_addresses(config: "Config") -> None:
    """Raises ConfigError at the first address that is missing, or that Apprise does not understand.

    Who sends asks; it is not part of loading: it is slow, and who only looks needs no address.
    """
    from alerts.deliver import understood
    from foiwatch.config import ConfigError

    for index, subscription in enumerate(config.subscriptions):
        if config.path and (subscription.missing or not all(map(understood, subscription.to))):
            text = config.path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
            keys = ("subscription", index)
            tables = tomllib.loads(text)["subscription"][index]
            line = line_of(text, (*keys, "to_env" if "to_env" in tables else "to"))
            if subscription.missing:
                raise ConfigError(
                    f"{config.path}:{line}: {subscription.missing}; expected one or more, such as mailto://..."
                )
            raise ConfigError(
                f"{config.path}:{line}: subscription {subscription.name!r} has an address that Apprise does not"
                " understand; expected one as in its list of services: mailto://..., slack://..., json://..."
            )
    if config.operator.missing:
        raise ConfigError(f"{config.path}: operator_env: {config.operator.missing}; expected one or more addresses")
    if not all(map(understood, config.operator.to)):
        raise ConfigError(f"{config.path}: operator has an address that Apprise does not understand")


def forces() -> tuple[str, ...]:
    """The full names of the police bodies in the register."""
    from crawler.reading.facts.forces import register

    return tuple(force.name for force in register())


def full_name(force: str) -> str:
    """The full name of a force that goes by it or by its source's name. Raises ConfigError for any other."""
    if force in sources():
        module = import_module(f"spiders.{force}")
        return next(cls.full_name for cls in vars(module).values() if getattr(cls, "name", None) == force)
    refuse_unknown(force, {*sources(), *forces()}, "force")
    return force


def refuse_unknown(name: str, known: Collection[str], kind: str) -> None:
    """Raises ConfigError for an argument of the command that is not among the names `known`; offers the nearest."""
    from foiwatch.config import ConfigError

    try:
        one_of(name, known, kind, ())
    except Fault as fault:
        raise ConfigError(str(fault)) from None


def _searchable(query: str, keys: tuple[str | int, ...]) -> None:
    from store.search import check_query

    refusal = check_query(query)
    if refusal:
        raise Fault(keys, f"search cannot be run: {refusal}", 'the syntax of FTS5: "body worn" AND misuse')
