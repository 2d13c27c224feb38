"""What must stay shut, tried from outside: the private database, what is held back, the configuration, the machine."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from asking import asking

from store.database import PRIVATE_NAME, open_store
from store.filekeeping import keep_file
from store.fileread import Concealed, FileRead
from store.files import put_file
from store.keeping import keep
from store.records import AttachmentSeen, Sighting
from store.site.app import datasette_app
from store.site.headers import HEADERS

Get = Callable[[str], Any]
MARK = "quokka"  # stands in everything that is not for the public
NOON = "2026-11-21T12:00:00+00:00"
ACTIVE = {
    "image/svg+xml": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "text/html": b"<script>alert(1)</script>",
    "application/xhtml+xml": b"<html xmlns='http://www.w3.org/1999/xhtml'/>",
    "text/xml": b"<?xml-stylesheet href='x.xsl' type='text/xsl'?><a/>",
    "application/javascript": b"alert(1)",
    "text/css": b"body{}",
    "": b"who knows",
    "text/plain\r\nX-Split: 1": b"a type with a header in it",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk as a person keeps it: the configuration above the store, and the store with all that it can hold."""
    desk = tmp_path_factory.mktemp("desk")
    (desk / "foiwatch.toml").write_text(f'contact = "{MARK}"\n', encoding="utf-8")
    store = open_store(desk / "data")
    store.private.conn.execute("CREATE TABLE marked (word TEXT)")
    store.private.conn.execute("INSERT INTO marked VALUES (?)", (MARK,))
    store.private.conn.commit()
    held = keep_file(store, MARK.encode(), FileRead("text/csv", MARK, hidden=(Concealed("comment"),)), "u", MARK)
    files = [
        AttachmentSeen(f"https://a.example/{number}.svg?x.html", "File", put_file(store, body, kind, "", ""), kind)
        for number, (kind, body) in enumerate(ACTIVE.items())
    ]
    keep(
        store, Sighting("essex", "https://a.example/1", "Drones", "w", attachments=(held, *files)), seen=NOON, run=None
    )
    store.close()
    return desk / "data"


@pytest.fixture(scope="module")
def get(folder: Path) -> Iterator[Get]:
    with asking(datasette_app(folder)) as asks:
        yield asks


def test_the_mark_is_where_it_is_looked_for(folder: Path) -> None:
    assert MARK.encode() in b"".join(file.read_bytes() for file in folder.glob(f"{PRIVATE_NAME}*"))
    assert any(file.read_bytes() == MARK.encode() for file in folder.rglob("*") if file.is_file())


CLIMBS = ("../{}", "../../{}", "..%2f{}", "%2e%2e/{}", "%2e%2e%2f{}", "..%252f{}", "..\\{}", "..%5c{}", "....//{}",
          "//{}", "%00/../{}", ".%2e/{}", "~2E~2E~2F{}", "/../data/{}",
          "{}%00.css", "{}?.css", "{}/.", "%E2%80%A5/{}")  # fmt: skip
PLACES = (
    "/",
    "/assets/",
    "/-/static/",
    "/-/files/",
    f"/-/files/{'0' * 64}/",
    "/foi/",
    "/feeds/",
    "/charts/",
    "/disclosures/",
)


@pytest.mark.parametrize("place", PLACES)
def test_no_path_leads_to_a_file_of_the_machine(get: Get, folder: Path, place: str) -> None:
    aims = (PRIVATE_NAME, "foiwatch.toml", "data/private.db", "foi.db", "app.py", "metadata.yml", "etc/passwd")
    own = [str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()]
    for aim in (*aims, *own, str(folder / PRIVATE_NAME)):
        for climb in CLIMBS:
            answer = get(place + climb.format(aim))
            # A way back up to a page is a page; whatever it is, it holds nothing of these.
            assert MARK not in answer.text and "root:" not in answer.text and "SQLite format" not in answer.text
            assert "CREATE TABLE" not in answer.text and "default-src" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("database", ["private", "_internal", "_memory", "_schema", "main", "temp", "data"])
def test_no_other_database_has_an_address(get: Get, database: str) -> None:
    for ending in (
        "",
        ".json",
        ".db",
        "/marked",
        "/marked.json",
        "/databases.json",
        "?sql=select+1",
        ".json?sql=select+1",
    ):
        assert get(f"/{database}{ending}").status_code in (400, 403, 404)


@pytest.mark.parametrize(
    "sql",
    [
        "attach database '{}' as p",
        "select * from marked",
        "select * from p.marked",
        "select * from 'private'.marked",
        "with a as (select 1) attach database '{}' as p",
        "select 1; attach database '{}' as p",
        "explain attach database '{}' as p",
        "select readfile('{}')",
        "select load_extension('{}')",
        "select writefile('{}', 'x')",
        "vacuum into '{}.copy'",
        "select * from pragma_table_info('marked', 'p') where 1 / 0 = 'x' or name = 'word'",
        "delete from disclosures",
        "with x as (select 1) delete from disclosures",
        "with x as (select 1) insert into disclosures (title) values ('x')",
        "create temp table t as select 1",
        "pragma writable_schema = 1",
        "select * from pragma_temp_store_directory",
        "select hex(zeroblob(100000000))",
        "select randomblob(100000000)",
    ],
)
def test_sql_reads_the_public_database_and_no_more(get: Get, folder: Path, sql: str) -> None:
    asked = quote(sql.format(folder / PRIVATE_NAME))
    for address in (f"/foi?sql={asked}", f"/foi.json?sql={asked}&_shape=array", f"/foi.csv?sql={asked}"):
        answer = get(address)
        assert answer.status_code == 400 or answer.text.strip() in ("[]", "")
    assert get("/foi.json?sql=select+count(*)+from+disclosures&_shape=arrays").json()["rows"] == [[1]]


def test_sql_says_nothing_of_where_the_files_are(get: Get, folder: Path) -> None:
    answer = get("/foi.json?sql=select+*+from+pragma_database_list()")
    assert answer.status_code == 200 and str(folder.parent) not in answer.text


def test_sql_has_a_time_limit(get: Get) -> None:
    endless = "with recursive c(x) as (select 1 union all select x + 1 from c) select count(*) from c"
    answer = get(f"/foi.json?sql={quote(endless)}&_timelimit=100")
    assert answer.status_code == 400 and "took too long" in answer.text
    # A visitor may ask for less time and not for more.
    assert get("/-/settings.json").json()["sql_time_limit_ms"] == 2000


def test_a_file_that_could_run_is_saved_as_bytes(get: Get) -> None:
    files = get("/foi.json?_shape=array&sql=select+sha256,+media_type+from+files+where+text+is+not+null").json()
    tried = 0
    for file in files:
        answer = get(f"/-/files/{file['sha256']}/x.svg")
        if answer.status_code == 404:
            continue
        tried += 1
        assert answer.headers["content-type"] == "application/octet-stream", file
        assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")
        assert answer.headers["content-disposition"].endswith(".bin")
        assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
        assert answer.headers["x-content-type-options"] == "nosniff" and "x-split" not in answer.headers
    assert tried == len(ACTIVE)


@pytest.mark.parametrize(
    "path",
    ["/", "/nothing", "/foi/disclosures/999999", "/foi?sql=delete", "/foi.db", "/-/static/app.css", "/-/static/none.js",
     "/assets/site.css", "/assets/none.css", "/favicon.ico", "/search/", "/foi/disclosures/1/", "/-/logout",
     "/-/config", "/foi.json?sql=select+1", "/foi.json?sql=selec", "/foi/disclosures.csv", "/charts/none.svg",
     "/-/actor.json", "/feeds/topic/none.atom", "/foi/disclosures/x", "/foi/disclosures/1.none", "/%ff",
     "/-/files/" + "0" * 64 + "/x"],
)  # fmt: skip
def test_every_kind_of_answer_carries_the_headers(get: Get, path: str) -> None:
    assert HEADERS.items() <= dict(get(path).headers).items()


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_no_method_writes(folder: Path, method: str) -> None:
    site = datasette_app(folder)
    before = (folder / "foi.db").read_bytes()

    async def tried() -> list[int]:
        paths = ("/", "/foi", "/foi/disclosures", "/foi/disclosures/1", "/foi/-/create", "/foi/disclosures/-/insert")
        return [(await site.client.request(method, path, json={"row": {"title": "x"}})).status_code for path in paths]

    assert 201 not in asyncio.run(tried())
    assert (folder / "foi.db").read_bytes() == before
