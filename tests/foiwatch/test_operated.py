"""Who is told as the operator is said in the configuration; what is wrong there is refused, and never repeated."""

from pathlib import Path

import pytest

from foiwatch.config import Config, ConfigError, load_config
from foiwatch.known import check_addresses
from foiwatch.overseeing import watch_of

TO = "json://127.0.0.1:9/s3cret"


@pytest.fixture(autouse=True)
def sources(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("foiwatch.known.sources", lambda: ("essex", "kent"))


def load(folder: Path, text: str) -> Config:
    (folder / "foiwatch.toml").write_text(text)
    return load_config(folder / "foiwatch.toml")


def test_without_one_nobody_is_told(tmp_path: Path) -> None:
    config = load(tmp_path, "")
    assert config.operator.to == ()
    assert (config.ping, config.disk_free_mb) == ("", 1024)
    assert watch_of(config).targets == ()
    check_addresses(config)


def test_all_keys_are_read(tmp_path: Path) -> None:
    config = load(tmp_path, f'operator = ["{TO}"]\nping = "https://hc.example/5e7a"\ndisk_free_mb = 5')
    assert config.operator.to == (TO,)
    assert config.addressees[-1] is config.operator
    assert (config.ping, config.disk_free_mb) == ("https://hc.example/5e7a", 5)


def test_what_is_looked_after_is_what_is_switched_on(tmp_path: Path) -> None:
    reader = '[[subscription]]\nname = "desk"\nto = ["json://127.0.0.1:9/desk"]\n'
    watch = watch_of(load(tmp_path, f'operator = ["{TO}"]\nsources.kent.enabled = false\n{reader}'), {"essex"})
    assert (watch.names, watch.unstarted, watch.disk_free) == ({"essex"}, {"essex"}, 1024)
    assert len(watch.targets) == 1
    (shown,) = watch.readers.values()
    assert shown.startswith("json 127.0.0.1 (")
    assert not set(watch.targets) & watch.readers.keys()


def test_a_variable_may_hold_the_addresses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOIWATCH_OPERATOR", f" {TO}\n{TO}2 ")
    assert load(tmp_path, 'operator_env = "FOIWATCH_OPERATOR"').operator.to == (TO, f"{TO}2")


def test_a_variable_that_is_not_set_refuses_only_what_sends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FOIWATCH_OPERATOR", raising=False)
    config = load(tmp_path, 'operator_env = "FOIWATCH_OPERATOR"')
    with pytest.raises(ConfigError, match="FOIWATCH_OPERATOR is not set"):
        check_addresses(config)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (f'operator = ["{TO}"]\noperator_env = "X"', ":2: both operator and operator_env"),
        ('operator = ["s3cret"]', ":1: operator is <not shown>"),
        ('ping = "ftp://s3cret"', ":1: ping is <not shown>"),
        ("disk_free_mb = 0", ":1: disk_free_mb is 0; expected a whole number of MiB"),
        (f'[[subscription]]\nname = "operator"\nto = ["{TO}"]', ":2: a subscription is called 'operator'"),
    ],
)
def test_what_is_wrong_is_refused_and_not_repeated(tmp_path: Path, text: str, wrong: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text)
    assert wrong in str(caught.value)
    assert "s3cret" not in str(caught.value)


def test_an_address_that_apprise_does_not_know_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="operator has an address that Apprise does not understand") as caught:
        check_addresses(load(tmp_path, 'operator = ["nosuch://s3cret"]'))
    assert "s3cret" not in str(caught.value)
