"""A private instance: without the name and the password nothing is seen, on whatever way one comes."""

import asyncio
import base64
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from foiwatch.config import ConfigError, load_config
from foiwatch.serving import site
from store.site.app import datasette_app
from store.site.headers import HEADERS

Ask = Callable[..., Any]
LOGIN = "desk:a long password: 1"
PATHS = (
    "/", "/search?q=misconduct", "/search.csv?q=misconduct", "/search.json", "/search.atom", "/sources", "/forces",
    "/exemptions", "/dossiers", "/about", "/charts/months.svg", "/feeds", "/feeds/topic/misconduct.atom",
    "/feeds/topic/misconduct.json", "/foi/disclosures/{first}", "/foi/disclosures/{first}.json",
    "/disclosures/{first}.bib", "/-/files/{sheet}/a.xlsx", "/foi", "/foi.json?sql=select+1", "/foi/disclosures",
    "/foi/disclosures.csv?_stream=1", "/foi/search?q=drones", "/foi.db", "/.json", "/-/metadata.json",
    "/-/plugins.json", "/-/static/app.css", "/assets/site.css", "/-/login", "/-/password-tool", "/nothing",
    "/_internal", "/disclosures/{first}/copies/1.txt", "/disclosures/{first}/copies/1.warc.gz",
)  # fmt: skip


def basic(words: str) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(words.encode()).decode()}


@pytest.fixture
def ask(folder: Path, known: dict[str, Any]) -> Iterator[Ask]:
    """Asks a site that has a login, and at which nobody has guessed yet."""
    closed, loop = datasette_app(folder, login=LOGIN), asyncio.new_event_loop()
    yield lambda path, **headers: loop.run_until_complete(closed.client.get(path, headers=headers))
    loop.close()


@pytest.mark.parametrize("path", PATHS)
def test_without_a_login_nothing_is_seen(ask: Ask, known: dict[str, Any], path: str) -> None:
    answer = ask(path.format(**known))
    assert (answer.status_code, answer.text) == (401, "401 Authorization Required")
    assert answer.headers["www-authenticate"].startswith("Basic ")
    assert HEADERS.items() <= dict(answer.headers).items()


@pytest.mark.parametrize(
    "words",
    ["desk:another password", "desk:", "desk", "", ":a long password: 1", "other:a long password: 1", "root:x",
     "desk:a long password: 1 ", "désk:ä"],
)  # fmt: skip
def test_a_wrong_one_is_as_good_as_none(ask: Ask, words: str) -> None:
    assert ask("/foi/disclosures/1.json", **basic(words)).status_code == 401


@pytest.mark.parametrize("value", ["Basic", "Basic !", "Basic /w==", "Bearer x", "Basic YQ==, Basic YQ==", "\u00ff"])
def test_what_is_no_login_at_all_is_refused_and_breaks_nothing(ask: Ask, value: str) -> None:
    assert ask("/", Authorization=value.encode("latin-1")).status_code == 401


def test_with_it_all_is_as_ever(ask: Ask, known: dict[str, Any]) -> None:
    for path in ("/", "/search.csv?q=misconduct", "/feeds/topic/misconduct.atom", "/assets/site.css"):
        assert ask(path, **basic(LOGIN)).status_code == 200
    assert ask("/-/login", **basic(LOGIN)).status_code == 404
    file = ask(f"/-/files/{known['sheet']}/a.xlsx", **basic(LOGIN))
    assert file.content == b"PK invented" and file.headers["cache-control"] == "private, no-store"


def test_the_password_is_on_no_page(ask: Ask) -> None:
    for path in ("/-/metadata.json", "/-/settings.json", "/-/plugins.json?all=1", "/foi", "/about"):
        page = ask(path, **basic(LOGIN))
        assert page.status_code == 200
        assert "a long password" not in page.text and "pbkdf2" not in page.text


def test_without_one_in_the_configuration_the_site_is_open(get: Callable[[str], Any]) -> None:
    page = get("/")
    assert page.status_code == 200 and "Log in" not in page.text
    assert get("/-/login").status_code == get("/-/password-tool").status_code == 404


def configured(tmp_path: Path, line: str) -> Any:
    (tmp_path / "foiwatch.toml").write_text(line, encoding="utf-8")
    return load_config(tmp_path / "foiwatch.toml", [])


def test_it_is_one_key_of_the_configuration_or_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert configured(tmp_path, f'login = "{LOGIN}"').login.words == LOGIN
    monkeypatch.setenv("FOIWATCH_TEST_LOGIN", LOGIN)
    assert configured(tmp_path, 'login_env = "FOIWATCH_TEST_LOGIN"').login.words == LOGIN
    assert configured(tmp_path, "").login.words == ""


@pytest.mark.parametrize(
    ("value", "wrong"), [(None, "is not set"), ("", "is not set"), ("desk:short", "holds no name")]
)
def test_a_login_that_is_meant_and_is_not_there_leaves_the_site_shut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str | None, wrong: str
) -> None:
    monkeypatch.delenv("FOIWATCH_TEST_LOGIN", raising=False)
    if value is not None:
        monkeypatch.setenv("FOIWATCH_TEST_LOGIN", value)
    config = configured(tmp_path, 'login_env = "FOIWATCH_TEST_LOGIN"')
    with pytest.raises(ConfigError, match=f"FOIWATCH_TEST_LOGIN {wrong}"):
        site(config)


@pytest.mark.parametrize("words", ["no colon at all", "desk:short", "a b:a long password", "desk:pässwort-lang", ""])
def test_a_faulty_one_is_refused_without_being_said(tmp_path: Path, words: str) -> None:
    with pytest.raises(ConfigError, match=r"1: login is <not shown>; expected \"name:password\""):
        configured(tmp_path, f'login = "{words}"')


def test_both_keys_are_one_too_many(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="2: both login and login_env are there"):
        configured(tmp_path, f'login = "{LOGIN}"\nlogin_env = "X"')
