"""The names that a user may use are those of the sources, topics and forces that there are."""

from pathlib import Path

import pytest

from foiwatch import known
from foiwatch.config import ConfigError, load_config


def test_the_sources_are_those_that_scrapy_would_find() -> None:
    assert {"met", "herts", "beds", "west_midlands"} <= set(known.sources())
    assert not [name for name in known.sources() if name.startswith("_")]


def test_a_force_may_go_by_its_source_or_its_name() -> None:
    assert known.full_name("met") == "Metropolitan Police Service"
    assert known.full_name("Essex Police") == "Essex Police"


def test_another_force_is_refused_with_the_nearest() -> None:
    with pytest.raises(ConfigError, match=r"unknown force 'Essex Polise' \(did you mean 'Essex Police'\?\)"):
        known.full_name("Essex Polise")


def test_a_source_s_force_is_in_the_register() -> None:
    assert {known.full_name(name) for name in known.sources()} <= set(known.forces())


def test_an_address_that_apprise_does_not_understand_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "foiwatch.toml"
    first = '[[subscription]]\nname = "a"\nto = ["json://localhost/x"]\n'
    file.write_text(f'{first}[[subscription]]\nname = "b"\nto = ["slak://secret/token"]\n')
    with pytest.raises(ConfigError, match=r"foiwatch\.toml:6: subscription 'b' .*; expected one") as refusal:
        known.check_addresses(load_config(file))
    assert "secret" not in str(refusal.value)
    file.write_text(first)
    known.check_addresses(load_config(file))
