"""The pages of figures: front, forces, exemptions, about; with a hostile record, and with an empty one."""

import html
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from asking import asking
from datasette.utils import tilde_encode
from markup import suspects

from store.database import open_store
from store.figures.filling import refresh
from store.keeping import keep
from store.records import RunResult, Sighting
from store.runs import begin_run, finish_run
from store.site.about import MEASURED
from store.site.app import current, datasette_app
from store.walks import register_sources

Get = Callable[[str], Any]
HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>/../%2e%2e'
NOW = "2026-11-21T12:00:00+00:00"
KENT, ESSEX = "Kent Police", "Essex Police"
PAGES = ("/", "/forces", "/exemptions", "/dossiers", "/about")


def words(response: Any) -> str:
    """What a page says, without its markup."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", response.text)))


def asks(folder: Path, **told: str) -> Iterator[Get]:
    with asking(datasette_app(folder, **told)) as get:
        yield get


def answer(number: int, force: str, **fields: Any) -> Sighting:
    usual: dict[str, Any] = {"title": f"Answer {number}", "words": f"Words {number}", "forces": (force,)}
    usual |= {"ref": f"FOI/{number:04}/24", "outcome": "disclosed", "published": "2024-03-05"}
    source = force.split()[0].lower()
    return Sighting(source, f"https://{source}.example/{number}/", **(usual | fields))


def cited(section: str, quote: str = "The section applies.", relied_on: bool = True) -> dict[str, Any]:
    return {"citations": [{"section": section, "quote": quote, "relied_on": relied_on}]}


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Kent is read whole; Essex is not, since the 20th."""
    folder = tmp_path_factory.mktemp("figures")
    store = open_store(folder)
    register_sources(store, [(f.split()[0].lower(), f, "wordpress", "https://x.example") for f in (KENT, ESSEX)])
    for source, whole in (("kent", True), ("essex", False)):
        run = begin_run(store, source, "poll", "2026-11-20T07:00:00+00:00")
        problem = "" if whole else "bot wall: HTTP 403"
        counts = (9, 9, 0, 0, 0, 0, 0, 9)
        ended = "2026-11-20T07:05:00+00:00"
        finish_run(store, run, RunResult(source, "2026-11-20T07:00:00+00:00", ended, "poll", whole, problem, *counts))
    for number in range(1, 13):
        asked = date(2024, number, 1)
        days = {"received": asked.isoformat(), "responded": (asked + timedelta(days=9 + number)).isoformat()}
        days["published"] = f"2024-{number:02}-25"
        keep(store, answer(number, KENT, **days), seen=NOW, run=1, baseline=True)
    refused = answer(
        13, KENT, outcome="refused", extra=cited("s40(2)", "It would name a person."), published="2025-02-03"
    )
    keep(store, refused, seen=NOW, run=1)
    keep(store, answer(14, ESSEX, outcome="refused", extra=cited("s40(2)")), seen=NOW, run=2)
    keep(store, answer(15, ESSEX, extra=cited("s12(1)", "Not relied on.", relied_on=False)), seen=NOW, run=2)
    match = "INSERT INTO matches VALUES (13, 'misconduct', 1, 0.9, '[]')"
    store.db.conn.execute(match)
    refresh(store, NOW)
    store.close()
    return folder


@pytest.fixture(scope="module")
def see(figures: Path) -> Iterator[Get]:
    yield from asks(figures, contact="desk@example.org")


def test_the_front_shows_the_latest_by_topic_and_the_chart(see: Get) -> None:
    page = see("/")
    said = words(page)
    assert "Disclosures a month, by force" in said and "/charts/months.svg" in page.text
    assert re.search(r"Misconduct 1 3 February 2025 Refused Answer 13 Kent Police", said)
    assert "1 of 2 logs could not be read whole" in said
    assert "Essex Police : bot wall: HTTP 403, since 20 November 2026" in said
    assert "A low column need not be a quiet month: Essex Police could not be read whole." in said
    assert "Counted on 21 November 2026, 12:00 UTC" in said
    assert "New 21 November 2026 Answer 15" in said and "New 21 November 2026 Answer 12" not in said


def test_a_force_that_could_not_be_read_does_not_look_quiet(see: Get) -> None:
    assert "Incomplete: a log could not be read whole" in words(see("/forces/Essex+Police"))
    assert "Incomplete" not in words(see("/forces/Kent+Police"))
    assert "Essex Police 2 March 2024 – Not whole since 20 November 2026" in words(see("/forces"))


def test_a_force_is_compared_with_the_others_on_its_base(see: Get) -> None:
    said = words(see("/forces/Kent+Police"))
    assert "13 published answers are kept here" in said
    assert "From January 2024 To February 2025" in said or "January 2024 From February 2025 To" in said
    assert "Kent Police 13 92.3% 7.7%" in said and "All other forces 2 50.0% 50.0%" in said
    assert "s40(2) 1 7.7% 1 50.0%" in said
    assert "2024 12 12.8 15.5 18.2 21" in said
    assert "N/Y" in said and "13, from 1 to 13" in said, "the holes in the log"
    assert "Method" in said and "Numbers that were skipped, transferred or withdrawn count as numbered" in said


def test_a_force_without_an_estimate_says_why(see: Get) -> None:
    assert "No estimate" in words(see("/forces/Essex+Police"))


def test_a_force_nobody_knows_is_no_page(see: Get) -> None:
    assert see("/forces/Nowhere+Police").status_code == 404
    assert see("/exemptions/s99").status_code == 404


def test_exemptions_count_what_is_relied_on(see: Get) -> None:
    said = words(see("/exemptions"))
    assert "s40(2) Personal information 2 13.3% 2" in said
    assert "s12(1)" not in said


def test_an_exemption_shows_its_sentences_by_force_and_year(see: Get) -> None:
    page = see(f"/exemptions/{tilde_encode('s40(2)')}")
    said = words(page)
    assert "s40(2): personal information" in said
    assert "Kent Police 0 of 12 1 of 1" in said
    assert "It would name a person. Answer 13 Kent Police FOI/0013/24" in said
    assert 'href="/foi/disclosures/13"' in page.text
    file = see(f"/exemptions/{tilde_encode('s40(2)')}/sentences.csv")
    assert (
        file.text.splitlines()[2]
        == "13,Kent Police,FOI/0013/24,2025-02-03,refused,present,Answer 13,It would name a person."
    )
    further = words(see(f"/exemptions/{tilde_encode('s40(2)')}?before=14"))
    assert "It would name a person." in further and "The section applies." not in further
    assert "Answers from Scotland" not in said
    assert "in no published answer relied on" in words(see(f"/exemptions/{tilde_encode('s12(1)')}"))


def test_a_number_of_the_scottish_act_is_said_to_be_one(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    keep(store, answer(1, "Police Scotland", extra=cited("s38(1)")), seen=NOW, run=None)
    refresh(store, NOW)
    store.close()
    for asked in asks(tmp_path):
        assert "Answers from Scotland are among these." in words(asked(f"/exemptions/{tilde_encode('s38(1)')}"))


def test_about_says_whom_to_write_to(see: Get, figures: Path) -> None:
    page = see("/about")
    assert 'href="mailto:desk@example.org"' in page.text
    said = words(page)
    for heading in ("Method", "Limits", "Measured accuracy", "Licence", "Reporting an error"):
        assert heading in said
    for untold in asks(figures):
        assert "whoever runs this collection" in words(untold("/about"))
    for odd in asks(figures, contact='"><script>alert(1)</script>'):
        assert "<script" not in odd("/about").text


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Get]:
    folder = tmp_path_factory.mktemp("hostile")
    store = open_store(folder)
    register_sources(store, [("bad", HOSTILE, "wordpress", "javascript:alert(1)")])
    run = begin_run(store, "bad", "poll", HOSTILE)
    finish_run(store, run, RunResult("bad", HOSTILE, HOSTILE, "poll", False, HOSTILE, 1, 1, 0, 0, 0, 0, 0, 1))
    fields = {"title": HOSTILE, "ref": HOSTILE, "outcome": HOSTILE, "extra": cited(HOSTILE, HOSTILE)}
    dates = {"received": "2024-01-01", "responded": "2024-01-09", "published": "2024-02"}
    for number in range(6):
        bad = Sighting("bad", f"https://b.example/{number}", words=f"w{number}", forces=(HOSTILE,), **(fields | dates))
        keep(store, bad, seen=NOW, run=run)
    store.db.conn.execute("INSERT INTO matches VALUES (1, ?, 1, 0.9, '[]')", (HOSTILE,))
    refresh(store, NOW)
    store.close()
    yield from asks(folder, contact=HOSTILE)


@pytest.mark.parametrize("path", [*PAGES, "/forces/{name}", "/exemptions/{name}"])
def test_hostile_words_stay_words(hostile: Get, path: str) -> None:
    page = hostile(path.format(name=tilde_encode(HOSTILE)))
    assert page.status_code == 200
    assert suspects(page.text) == []
    assert path in ("/dossiers", "/about", "/exemptions") or "&lt;script&gt;alert(1)" in page.text


def test_what_is_kept_and_not_counted_yet_is_not_said_to_be_nothing(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    register_sources(store, [("essex", ESSEX, "wordpress", "https://x.example"), ("kent", KENT, "wordpress", "")])
    keep(store, answer(1, ESSEX), seen=NOW, run=None)
    for get in asks(tmp_path):
        assert "The first visit to the logs has not ended yet" in words(get("/"))
        refresh(store, NOW)
        assert "has not ended yet" not in words(get("/"))
        said = words(get("/forces/Kent+Police"))
        assert "No published answer of this force is kept here yet." in said and "Kent Police : not visited yet" in said
    store.close()


@pytest.mark.parametrize("path", PAGES)
def test_an_empty_record_has_pages(tmp_path: Path, path: str) -> None:
    open_store(tmp_path).close()
    for counted in (False, True):
        if counted:
            current(tmp_path, NOW)
        for empty in asks(tmp_path):
            page = empty(path)
            assert page.status_code == 200
            assert "None" not in words(page).replace("None of", "")


def test_the_figures_of_an_older_store_are_counted_when_it_is_served(figures: Path) -> None:
    store = open_store(figures)
    store.db.conn.execute("DELETE FROM figures_counted")
    store.db.conn.execute("DELETE FROM figures_months")
    store.close()
    current(figures, "2026-11-22T12:00:00+00:00")
    store = open_store(figures)
    assert store.db.conn.execute("SELECT sum(disclosures) FROM figures_months").fetchone() == (15,)
    store.close()


def test_the_accuracy_that_is_told_is_that_of_the_documents() -> None:
    docs = Path(__file__).parents[2] / "docs"
    told = " ".join((docs / f"{name}.md").read_text(encoding="utf-8") for name in ("reading", "alerts", "dossiers"))
    known = {number.lstrip("0") for number in re.findall(r"\d?\.\d+", told)}
    for one in MEASURED:
        numbers = re.findall(r"\d?\.\d+", one["figure"])
        assert numbers and {number.lstrip("0") for number in numbers} <= known, one
