"""The pages: what a reader finds on each."""

import html
import re
from collections.abc import Callable
from typing import Any

import pytest

Get = Callable[[str], Any]


def words(response: Any) -> str:
    """What a page says, without its markup."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", response.text)))


def test_front_counts_and_shows_what_is_latest(get: Get) -> None:
    page = get("/")
    assert page.status_code == 200
    said = words(page)
    assert re.search(r"\b49 Disclosures|Disclosures 49\b", said), "what is held back is not counted"
    topical, _ = page.text.split('id="other"')
    assert "Gross misconduct of officers 2023 and 2024" in topical.split('id="topical"')[1]
    assert "Misconduct 1 December 2024 Partly disclosed Gross misconduct of officers" in said
    assert "Withdrawn 12 November 2026 Stop and search figures 2060" in said
    assert "last visited on 9 November 2026, 09:04 UTC" in said
    assert "Eastmere Constabulary Not whole 23 kept" in said


def test_disclosure_says_all_that_is_known(get: Get, known: dict[str, Any]) -> None:
    page = get(f"/foi/disclosures/{known['first']}")
    said = words(page)
    for expected in (
        "Eastmere Constabulary , Northshire Police 01.FOI.24.012345",
        "Received 2 November 2024",
        "Published December 2024",
        "Partly disclosed",
        "NS/24/77",
        "s40(2) personal information relied on Held back under section 40(2)",
        "Excel sheet, 11 bytes",
        "No file was kept: not found",
        "Force | Allegations | whistleblower",
        "Version 2 , first seen 9 November 2026, 09:00 UTC: changed text, response",
        "“Gross misconduct of officers 2023 and 2024”, 01.FOI.24.012345, 2024-12, https://",
    ):
        assert expected in said, expected
    assert "<td>61</td>" in page.text and '<li value="2">' in page.text
    assert "<del>57</del><ins>61</ins>" in page.text
    assert "allegations of <mark>gross misconduct</mark> by year" in page.text
    assert '<a href="https://www.northshire.example/foi/gross-misconduct/" rel="noreferrer">' in page.text


def test_withdrawn_is_plain_to_see(get: Get, known: dict[str, Any]) -> None:
    said = words(get(f"/foi/disclosures/{known['gone']}"))
    assert "Withdrawn. The force no longer publishes this page: it was found gone on 12 November 2026" in said
    assert "last seen, on 4 November 2026" in said
    assert "How many records of stop and search" in said


def test_what_is_held_back_has_no_words(get: Get, known: dict[str, Any]) -> None:
    said = words(get(f"/foi/disclosures/{known['held']}"))
    assert "Held back." in said
    assert "records of speed cameras" not in said
    assert "figures 2061" not in words(get("/search?q=cameras+2061"))
    assert get("/foi/search.json?q=title:2061&_shape=array").json() == []


def test_sources_name_the_problem(get: Get) -> None:
    said = words(get("/sources"))
    assert "Eastmere Constabulary Not whole Challenge. So since 9 November 2026, 09:00 UTC" in said
    assert "1 failed : challenge (Just a moment) such as https://www.eastmere.example/foi/" in said
    assert "1 skipped : outside the log" in said
    assert "Northshire Police Well" in said
    assert "Last whole visit 9 November 2026, 09:04 UTC" in said


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/foi", "One row for each disclosure kept"),
        ("/foi/disclosures", "The force's own reference"),
        ("/foi/disclosures?outcome=not_held", 'rows where outcome = "not_held"'),
        ("/foi/forces", "Northshire Police"),
        ("/foi/matches", "disciplinary_outcomes"),
        ("/foi/runs/1", "poll"),
        ("/foi/search?q=gross", "01.FOI.24.012345"),
        ("/foi/source_health", "challenge"),
        ("/foi?sql=select+count(*)+from+disclosures", "50"),
    ],
)
def test_tables_are_described_and_filtered(get: Get, path: str, expected: str) -> None:
    page = get(path)
    assert page.status_code == 200
    assert expected in words(page)


def test_tables_have_facets(get: Get) -> None:
    facets = get("/foi/disclosures.json?_size=0").json()["facet_results"]
    assert set(facets) == {"source", "kind", "outcome", "status"}
    assert "Eastmere Constabulary" in words(get("/foi/disclosure_forces"))


def test_tables_of_the_machinery_are_not_listed(get: Get) -> None:
    listed = set(re.findall(r'href="/foi/(\w+)"', get("/foi").text))
    assert {"disclosures", "forces", "matches", "runs", "source_health"} <= listed
    assert not listed & {"validators", "entries", "sightings", "matched", "disclosures_fts", "addresses"}


@pytest.mark.parametrize("path", ["/nothing", "/foi/disclosures/99999", "/foi/disclosures/abc", "/foi/none"])
def test_what_is_not_there_is_said_kindly(get: Get, path: str) -> None:
    page = get(path)
    assert page.status_code == 404
    assert "There is no such page" in page.text and "Traceback" not in page.text


def test_what_is_not_there_is_no_story_on_the_terminal(get: Get, capfd: pytest.CaptureFixture[str]) -> None:
    assert get("/nothing").status_code == 404
    assert capfd.readouterr() == ("", "")


def test_what_was_added_by_hand_claims_no_public_address(get: Get, known: dict[str, Any]) -> None:
    said = words(get(f"/foi/disclosures/{known['letter']}"))
    assert "Original No public address" in said and "Source Added by hand" in said
    assert "On the force’s site" not in said
    assert "Northshire Police, “A letter”, version 1, kept by foiwatch at http" in said
