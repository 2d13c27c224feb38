"""The search: what it finds, how it narrows, and that no query is an error."""

import asyncio
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.site.app import datasette_app

Get = Callable[[str], Any]


def titles(page: Any) -> list[str]:
    return re.findall(r'<h3><a href="[^"]+">(.*?)</a></h3>', page.text)


def test_hits_come_with_marked_passages(get: Get) -> None:
    page = get("/search?q=gross+misconduct")
    assert titles(page) == ["<mark>Gross</mark> <mark>misconduct</mark> of officers 2023 and 2024"]
    assert "allegation of <mark>gross</mark> <mark>misconduct</mark>" in page.text
    assert '<span class="where">Request</span>' in page.text


def test_words_of_an_attachment_are_found_and_said_to_be_there(get: Get) -> None:
    page = get("/search?q=whistleblower")
    assert len(titles(page)) == 1
    place = '<span class="where">Attachment allegations 2024.xlsx</span>'
    assert re.search(rf"{place}.*<mark>whistleblower</mark>", page.text)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("force=Eastmere+Constabulary", 23),
        ("topic=misconduct", 1),
        ("year=2024", 10),
        ("outcome=not_held", 15),
        ("kind=news", 0),
        ("status=withdrawn", 1),
        ("exemption=s40", 1),
        ("exemption=s40(2)", 1),
        ("exemption=s4", 0),
        ("table=yes", 1),
        ("attachment=yes", 2),
        ("attachment=no&force=Northshire+Police", 25),
        ("q=drones&outcome=disclosed&force=Northshire+Police", 1),
    ],
)
def test_facets_narrow_the_page_and_the_download_alike(get: Get, query: str, count: int) -> None:
    page = get(f"/search?{query}")
    said = re.search(r'<h2 id="count">(\w+) disclosures?', page.text)
    assert said and said[1] == ("One" if count == 1 else str(count))
    assert len(get(f"/search.json?{query}").json()["disclosures"]) == count
    assert len(get(f"/search.csv?{query}").text.strip().splitlines()) == count + 1


@pytest.mark.parametrize(
    ("query", "count"),
    [("force=Eastmere+Constabulary", 23), ("year=2024&outcome=not_held", 3), ("q=drones&status=present", 9)],
)
def test_the_canned_query_finds_the_same(get: Get, query: str, count: int) -> None:
    assert len(get(f"/foi/search.json?{query}&_shape=array").json()) == count
    assert get(f"/search.json?{query}").json()["total"] == count


def test_a_facet_shows_the_other_values_with_their_counts(get: Get) -> None:
    page = get("/search?force=Northshire+Police")
    forces = page.text.split("<h2>Force</h2>")[1].split("</details>")[0]
    assert 'href="/search" aria-current="true">Northshire Police' in forces
    assert re.search(r"Eastmere Constabulary</a> <span class=\"count\">23<", forces)


def test_pages_follow_one_another(get: Get) -> None:
    first, last = get("/search?order=oldest"), get("/search?order=oldest&page=3")
    assert 'rel="next" href="/search?order=oldest&amp;page=2"' in first.text
    assert "Page 3 of 3" in last.text and 'rel="next"' not in last.text
    seen = [title for page in (1, 2, 3) for title in titles(get(f"/search?order=oldest&page={page}"))]
    assert len(seen) == 49
    assert titles(get("/search?order=oldest&page=99999")) == titles(last)


@pytest.mark.parametrize(
    "query",
    [
        '"unbalanced',
        "(",
        "AND",
        "foo:bar",
        "01.FOI.24.012345",
        "a NEAR",
        "*",
        "^",
        "'; --",
        "\0",
        "é\ud800",
        "{x}",
    ],
)
def test_no_query_is_an_error(get: Get, query: str) -> None:
    page = get("/search?q=" + "".join(f"%{byte:02x}" for byte in query.encode("utf-8", "surrogatepass")))
    assert page.status_code == 200
    assert "disclosure" in re.search(r'<h2 id="count">(.*?)</h2>', page.text)[1]  # type: ignore[index]


def test_a_bad_query_is_taken_word_by_word_and_said_so(get: Get) -> None:
    page = get("/search?q=01.FOI.24.012345")
    assert "could not be read as a query" in page.text
    assert len(titles(page)) == 1
    assert len(get("/foi/search.json?q=01.FOI.24.012345&_shape=array").json()) == 1


def test_a_good_query_is_taken_as_it_is(get: Get) -> None:
    page = get("/search?q=title:gross+OR+%22knife+crime%22")
    assert "could not be read" not in page.text
    assert len(titles(page)) == 10


def test_nothing_found_says_what_to_try(get: Get) -> None:
    assert "Nothing fits" in get("/search?q=xylophone").text


def test_a_search_that_takes_too_long_says_so(folder: Path, known: dict[str, Any]) -> None:
    site = datasette_app(folder)
    site.sql_time_limit_ms = 0
    page = asyncio.run(site.client.get("/search?q=drones"))
    assert page.status_code == 503
    assert "took longer than the site allows" in page.text


@pytest.mark.parametrize(
    "typed",
    [
        "gross+misconduct",
        "%22gross+misconduct%22",
        "gross+NEAR+misconduct",
        "title:misconduct",
        "misconduct+OR+drones",
        "whistleblower",
        "quokkaless",
        "%22",
        "x%00y",
        "(",
    ],
)
def test_the_table_of_disclosures_finds_what_the_search_finds(get: Get, typed: str) -> None:
    found = {one["id"] for one in get(f"/search.json?q={typed}").json()["disclosures"]}
    table = get(f"/foi/disclosures.json?_search={typed}&_shape=array&_size=max")
    rows = {row["id"] for row in table.json() if row["status"] != "quarantined"}
    assert table.status_code == 200 and rows == found


def test_the_table_has_a_box_for_words_and_says_what_it_searched(get: Get) -> None:
    page = get("/foi/disclosures?_search=whistleblower").text
    assert '<input id="_search" type="search" name="_search" value="whistleblower">' in page
    assert "<h2>1 row where search matches &#34;whistleblower&#34;" in page
    assert get("/foi/disclosures?_search_nothing=x").status_code == 400
