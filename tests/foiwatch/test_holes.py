"""`foiwatch holes` on the replica's disclosures: no number without method and limits, no refusal without a reason."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from foiwatch.command import group
from foiwatch.config import ConfigError
from foiwatch.replica.sites import SITES
from foiwatch.replica.world import World
from store.database import open_store
from store.keeping import keep
from store.records import Sighting
from store.walks import register_sources, save_walk

NOW = "2026-11-03T09:00:00+00:00"
COUNTS = {"met": 150, "herts": 60, "beds": 60, "west_midlands": 120, "essex": 40}
FORCES = {"met": "Metropolitan Police Service"}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, World]:
    """The replica's logs, kept as a crawl would keep them, and the folder that they are kept in."""
    folder, made = tmp_path_factory.mktemp("desk"), World(COUNTS)
    store = open_store(folder / "data")
    for name, log in made.logs.items():
        force = FORCES.get(name, SITES[name].full_name)
        register_sources(store, [(name, force, "platform", f"https://{name}.example")])
        save_walk(store, name, complete=True, walked=NOW, walked_fully=NOW)
        with store.writing():
            for entry in log.present():
                keep(store, _sighting(name, force, entry.path, entry.disclosure), seen=NOW, run=None, baseline=True)
    store.close()
    return folder, made


@pytest.fixture
def world(kept: tuple[Path, World], monkeypatch: pytest.MonkeyPatch) -> World:
    folder, made = kept
    monkeypatch.chdir(folder)
    monkeypatch.delenv("FOIWATCH_CONFIG", raising=False)
    monkeypatch.setenv("FOIWATCH_NOW", NOW)
    return made


def _sighting(source: str, force: str, path: str, page: Any) -> Sighting:
    days = {name: getattr(page, name).isoformat()[:10] for name in ("received", "responded", "published")}
    ref = "" if page.file_only else page.ref
    address = f"https://{source}.example{path}"
    return Sighting(source, address, page.title, f"{page.title} {path}", ref=ref, forces=(force,), **days)


def holes(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["holes", *arguments], catch_exceptions=False)


def as_json(*arguments: str) -> list[dict[str, Any]]:
    return json.loads(holes(*arguments, "--json").stdout)


def test_the_replica_s_numbers(world: World) -> None:
    (found,) = as_json("west_midlands", "--year", "2026")
    numbers = [e.disclosure.ref for e in world.logs["west_midlands"].present() if e.disclosure.ref.endswith("/26")]
    assert found["seen"] == len(set(numbers)) and found["series"] == "N/YY, letter A"
    # The replica's counter goes on over the years and is published without a gap.
    assert found["numbered"]["low"] == len(numbers) <= found["numbered"]["estimate"] <= found["numbered"]["high"]
    assert found["share"]["high"] == 1.0 and found["holes"] == []


def test_every_number_has_its_method_and_limits(world: World) -> None:
    found = as_json()
    assert {name for one in found for name in one["sources"]} == set(COUNTS)
    for one in found:
        assert bool(one["reason"]) != bool(one["numbered"] and one["share"] and one["method"] and one["limits"])
        assert one["tests"], one


def test_the_two_forces_of_one_office_are_one_line(world: World) -> None:
    found = [one for one in as_json("herts") if one["numbered"]]
    assert found and all(one["sources"] == ["beds", "herts"] and one["at_least"] for one in found)


def test_the_table_says_how_and_what_not(world: World) -> None:
    done = holes()
    assert done.exit_code == 0
    assert "estimated requests numbered" in done.stdout and "at least" in done.stdout
    for part in ("Method:\n", "Limits:\n", "r(k+1)/(k-1)-1", "It is taken that one number is given to each request"):
        assert part in done.stdout
    assert "No estimate, because the numbering does not allow it:" in done.stdout
    assert "- essex N (39 numbers): no year in the reference" in done.stdout


def test_a_source_that_refuses_says_so_whatever_the_year(world: World) -> None:
    (found,) = as_json("essex", "--year", "2026")
    assert found["reason"].startswith("no year in the reference")


def test_nothing_of_that_year(world: World) -> None:
    done = holes("met", "--year", "1999")
    assert (done.exit_code, done.stdout) == (0, "") and "no disclosure" in done.stderr


def test_an_unknown_source_is_refused(world: World) -> None:
    with pytest.raises(ConfigError, match="there is no source 'atlantis'"):
        holes("atlantis")
