"""What a visitor must not get: a script of a page's making, another database, a stray file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from markup import suspects

Get = Callable[[str], Any]
PAGES = (
    "/",
    "/search?q=hostile",
    "/search",
    "/sources",
    "/foi",
    "/foi/disclosures",
    "/foi/matches",
    "/foi/citations",
    "/forces",
    "/forces/Northshire+Police",
    "/exemptions",
    "/exemptions/s40~282~29",
    "/dossiers",
    "/about",
)


@pytest.mark.parametrize("path", [*PAGES, "/foi/disclosures/{hostile}", "/foi/disclosures/{hostile}?_extra=1"])
def test_words_of_a_page_never_become_markup(get: Get, known: dict[str, Any], path: str) -> None:
    page = get(path.format(**known))
    assert page.status_code == 200
    assert suspects(page.text) == []


def test_the_hostile_words_are_shown_as_words(get: Get, known: dict[str, Any]) -> None:
    page = get(f"/foi/disclosures/{known['hostile']}").text
    assert page.count("&lt;script&gt;alert(1)") > 10


@pytest.mark.parametrize("typed", ["%3Cscript%3Ealert(1)%3C/script%3E", "%22%3E%3Cimg+src=x+onerror=alert(1)%3E"])
@pytest.mark.parametrize(
    "path",
    ["/search?q={}", "/search?force={}&q=drones", "/search?order={}&page={}", "/foi/search?q={}", "/{}"],
)
def test_what_a_visitor_types_never_becomes_markup(get: Get, path: str, typed: str) -> None:
    assert suspects(get(path.format(typed, typed)).text) == []


@pytest.mark.parametrize("path", [*PAGES, "/assets/site.css", "/nothing", "/foi.json", "/foi/search.csv"])
def test_every_answer_carries_the_headers(get: Get, path: str) -> None:
    headers = get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    "path",
    [
        "/private", "/private.db", "/private/subscriptions", "/foi.db", "/_internal", "/_internal/databases",
        "/_memory", "/foiwatch.toml", "/assets/../app.py", "/assets/%2e%2e/app.py",
        "/assets/..%2f..%2fdatabase.py",
        "/-/databases", "/-/databases.json", "/-/threads.json", "/-/allow-debug", "/-/permissions",
        "/-/files/../private.db", "/-/files/{sheet}", "/-/files/{loose}/loose.txt",
        "/-/files/" + "0" * 64 + "/x", "/-/files/" + "g" * 64 + "/x", "/-/files/{SHEET}/x",
    ],
)  # fmt: skip
def test_nothing_else_is_reachable(get: Get, known: dict[str, Any], path: str) -> None:
    assert get(path.format(**known, SHEET=known["sheet"].upper())).status_code in (400, 403, 404)


@pytest.mark.parametrize(
    "sql",
    [
        "attach database 'private.db' as p",
        "delete from disclosures",
        "pragma journal_mode = delete",
        "select * from p.alerts",
    ],
)
def test_sql_can_only_read_the_public_database(get: Get, sql: str) -> None:
    assert get(f"/foi?sql={sql.replace(' ', '+')}").status_code == 400


def test_no_answer_names_the_folder(get: Get, known: dict[str, Any], folder: Path) -> None:
    paths = (
        *PAGES,
        "/foi.json",
        "/-/metadata.json",
        "/-/settings.json",
        "/-/plugins.json?all=1",
        "/-/versions.json",
        "/.json",
    )
    assert not [path for path in paths if str(folder) in get(path).text]


def test_a_kept_file_is_a_download_under_a_plain_name(get: Get, known: dict[str, Any]) -> None:
    answer = get(f"/-/files/{known['sheet']}/evil.html")
    assert answer.content == b"PK invented"
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''allegations-2024.xlsx"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_kept_page_is_only_bytes(get: Get, known: dict[str, Any]) -> None:
    answer = get(f"/-/files/{known['page']}/page.html")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''script.bin"
    assert "sandbox" in answer.headers["content-security-policy"]
