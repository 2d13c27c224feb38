"""Reads foiwatch.toml: a fault is refused with its line, and an address, maybe secret, is never repeated."""

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from alerts.operator.trouble import OPERATOR
from alerts.subscribing.subscriptions import Subscription
from crawler.reading.formats.filetext import Limits
from foiwatch import known
from foiwatch.keys import READING, SOURCE, SUBSCRIPTION, TOP, Fault, checked, one_of
from foiwatch.lines import line_of
from foiwatch.logins import Login, login
from foiwatch.operated import NOBODY, operator
from foiwatch.subscribed import subscription

DEFAULT = Path("foiwatch.toml")


class ConfigError(Exception):
    """The configuration cannot be used; the message says where and why."""


@dataclass(frozen=True)
class Config:
    """The settings. `sources` holds only what the user set; the paths are ready to open."""

    contact: str = ""
    store: Path = Path("data")
    sources: dict[str, dict[str, object]] = field(default_factory=dict)
    subscriptions: tuple[Subscription, ...] = ()
    topics: Path | None = None
    limits: Limits = field(default_factory=Limits)
    timestamps: str = ""
    dead_after_days: float = 7.0
    login: Login = field(default_factory=Login)
    operator: Subscription = NOBODY
    ping: str = ""
    disk_free_mb: int = 1024
    path: Path | None = None

    @property
    def addressees(self) -> tuple[Subscription, ...]:
        """All who are sent anything: the readers, and the operator."""
        return (*self.subscriptions, self.operator)


def load_config(path: Path | None, sources: Collection[str] | None = None) -> Config:
    """The configuration in `path`; when None, in ./foiwatch.toml if it exists, else the defaults.

    `sources` are the names that `[sources.NAME]` may have; when None, the files of spiders/.
    A date is an ISO 8601 str. Raises ConfigError as `FILE:LINE: what is wrong; what was expected`.
    """
    if path is None:
        path = DEFAULT if DEFAULT.exists() else None
    if path is None:
        return Config()
    text = _text(path)
    try:
        return _config(tomllib.loads(text), path, known.sources() if sources is None else sources)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(_syntax(path, text, str(error))) from None
    except Fault as fault:
        raise ConfigError(f"{path}:{line_of(text, fault.keys)}: {fault}") from None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        raise ConfigError(f"{path}: no such file; `foiwatch init` writes one") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ConfigError(f"{path}:{line}: a byte that is not UTF-8; expected a file saved as UTF-8") from None
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None


def _syntax(path: Path, text: str, error: str) -> str:
    place = re.search(r"at line (\d+)", error)
    line = int(place[1]) if place else text.rstrip().count("\n") + 1
    return f'{path}:{line}: {error.partition(" (at ")[0]}; expected TOML, such as: name = "value"'


def _config(data: dict[str, Any], path: Path, names: Collection[str]) -> Config:
    top = checked(data, TOP, ())
    topics = _topics_file(top, path)
    return Config(
        contact=top.get("contact", "").strip(),
        store=_store_folder(top, path),
        sources=_sources(top.get("sources", {}), names),
        subscriptions=_subscriptions(top.get("subscription", []), names, topics),
        topics=topics,
        limits=Limits(**checked(top.get("reading", {}), READING, ("reading",))),
        timestamps=top.get("timestamps", ""),
        dead_after_days=top.get("dead_after_days", Config.dead_after_days),
        login=login(top),
        operator=operator(top),
        ping=top.get("ping", ""),
        disk_free_mb=top.get("disk_free_mb", Config.disk_free_mb),
        path=path,
    )


def _store_folder(top: dict[str, Any], path: Path) -> Path:
    folder = path.parent / Path(top.get("store", "data")).expanduser()
    if folder.exists() and not folder.is_dir():
        raise Fault(("store",), f"{folder} is a file", "a folder")
    return folder


def _topics_file(top: dict[str, Any], path: Path) -> Path | None:
    if "topics" not in top:
        return None
    file = path.parent / Path(top["topics"]).expanduser()
    if not file.is_file():
        raise Fault(("topics",), f"there is no file {file}", "a file of your own topics")
    return file


def _sources(tables: dict[str, Any], names: Collection[str]) -> dict[str, dict[str, object]]:
    for name, table in tables.items():
        one_of(name, names, "source", ("sources", name))
        if not isinstance(table, dict):
            raise Fault(("sources", name), f"sources.{name} is not a table", f"[sources.{name}]")
    return {name: _source(checked(table, SOURCE, ("sources", name))) for name, table in tables.items()}


def _source(values: dict[str, Any]) -> dict[str, object]:
    plain = {"site": lambda site: site.rstrip("/"), "since": lambda since: since.isoformat()}
    return {key: plain[key](value) if key in plain else value for key, value in values.items()}


def _subscriptions(
    tables: list[dict[str, Any]], names: Collection[str], topics: Path | None
) -> tuple[Subscription, ...]:
    subscriptions: dict[str, Subscription] = {}
    for index, table in enumerate(tables):
        keys = ("subscription", index)
        values = checked(table, SUBSCRIPTION, keys)
        if "name" not in values:
            raise Fault(keys, "a subscription has no name", 'name = "..."')
        if values["name"] == OPERATOR:
            raise Fault((*keys, "name"), f"a subscription is called {OPERATOR!r}, as the operator is", "another name")
        if values["name"] in subscriptions:
            raise Fault((*keys, "name"), f"two subscriptions are called {values['name']!r}", "a name of its own")
        known.check(values, keys, names, topics)
        subscriptions[values["name"]] = subscription(values, keys)
    return tuple(subscriptions.values())
