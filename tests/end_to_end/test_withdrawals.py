"""Pages that vanish, weeks played: suspect, withdrawn, back, moved; one page's soft 404 and a whole site's."""

import json
from collections.abc import Callable
from typing import Any

import pytest

PAGES = "/foi-ai/metropolitan-police/"
MONTH = PAGES + "disclosure-2026/may-2026/"
STATES = "SELECT state, reason FROM states WHERE disclosure = ? ORDER BY id"
LETTER = "<p>We hold the following. " + " ".join(f"Station {n} had {n + 3} cases." for n in range(30)) + "</p>"


def page(number: int = 2, more: str = "") -> str:
    head = f"<h1>Figures {number}</h1><p>Reference no: 01.FOI.26.00000{number}</p>"
    return f"{head}<h2>Request</h2><p>How many cases had each station?</p><h2>Response</h2>{LETTER}{more}"


def day(number: int) -> str:
    return f"2026-11-{number:02}T09:00:00+00:00"


def only(here: Any, path: str) -> int:
    """The number of the disclosure at a path."""
    ((disclosure,),) = here.ask("SELECT id FROM disclosures WHERE address = ?", here.replica.sites["met"] + path)
    return disclosure


def test_one_page_that_gives_way_to_another_is_suspect_and_then_withdrawn(desk: Callable[..., Any]) -> None:
    here = desk({"met": 8})
    here.replica.serve_documents({MONTH + f"figures-{number}/": page(number) for number in (2, 3, 4)})
    here.crawl(now=day(3))
    reasons = {2: "soft 404 page", 3: "redirected to the log", 4: "redirected to the front page"}
    for number, trouble in ((2, "soft 404"), (3, "to the log"), (4, "to the front page")):
        here.replica.trouble("met", trouble, MONTH + f"figures-{number}/")
    said = [here.crawl(now=day(4), options=("--full",)), here.crawl(now=day(7))]
    assert all(one.startswith("exit 0") for one in said), said
    for number, reason in reasons.items():
        expected = [("present", "first seen"), ("suspect", reason), ("withdrawn", reason)]
        assert here.ask(STATES, only(here, MONTH + f"figures-{number}/")) == expected
    assert here.ask("SELECT count(*) FROM changes WHERE verb = 'withdrawn'") == [(3,)]
    here.replica.trouble("met", None, MONTH + "figures-2/")
    here.crawl(now=day(9), options=("--full",))
    back = only(here, MONTH + "figures-2/")
    assert here.ask(STATES, back)[-1] == ("restored", "came back")
    (row,) = [row for row in here.export() if row["id"] == back]
    assert row["status"] == "present"
    assert [state["state"] for state in row["states"]] == ["present", "suspect", "withdrawn", "restored"]


def test_a_redesign_that_answers_every_page_with_a_soft_404_takes_nothing(desk: Callable[..., Any]) -> None:
    here = desk({"met": 2})
    here.crawl(now=day(3))
    here.replica.serve_documents({MONTH + f"figures-{number}/": page(number) for number in range(1, 7)})
    here.crawl(now=day(13))
    # When a page is due its address decides, and in it the port: now those of the first day all are, the others not.
    here.configure(recheck_days=17.5)
    here.replica.trouble("met", "soft 404", PAGES)
    # A poll looks at few pages, which are few enough for a force to have taken down, and then at others: none is there.
    for number in (19, 20):
        said = here.crawl(now=day(number))
        assert "NOT WHOLE: soft 404 page: 8 pages at once" in said, said
    assert here.ask("SELECT DISTINCT status FROM disclosures") == [("present",)]
    here.replica.trouble("met", None, PAGES)
    assert here.crawl(now=day(23)).startswith("exit 0")


def test_nothing_moves_while_the_source_fails(desk: Callable[..., Any]) -> None:
    here = desk({"met": 8})
    here.replica.serve_documents({MONTH + "figures/": page()})
    here.crawl(now=day(3))
    figures = only(here, MONTH + "figures/")
    log = here.replica.world.logs["met"]
    here.replica.world.withdraw(log, log.entries[MONTH + "figures/"], 410)
    here.crawl(now=day(4), options=("--full",))
    here.replica.trouble("met", "error 500")
    assert "NOT WHOLE" in here.crawl(now=day(8))
    here.replica.trouble("met", None)
    here.crawl(now=day(9))
    assert here.ask("SELECT status FROM disclosures WHERE id = ?", figures) == [("suspect",)]
    here.crawl(now=day(11))
    assert here.ask("SELECT status FROM disclosures WHERE id = ?", figures) == [("withdrawn",)]
    assert {reason for _, reason in here.ask(STATES, figures)[1:]} <= {
        "HTTP 410",
        "no longer listed and gone: HTTP 410",
    }


def test_the_bounds_are_settings_of_a_source(desk: Callable[..., Any]) -> None:
    here = desk({"met": 8}, withdrawn_after_runs=3, withdrawn_after_days=1.0)
    here.replica.serve_documents({MONTH + "figures/": page()})
    here.crawl(now=day(3))
    log = here.replica.world.logs["met"]
    here.replica.world.withdraw(log, log.entries[MONTH + "figures/"], 404)
    for number in (4, 6):
        here.crawl(now=day(number), options=("--full",))
    assert here.ask("SELECT count(*) FROM disclosures WHERE status = 'withdrawn'") == [(0,)]
    here.crawl(now=day(8))
    assert here.ask("SELECT count(*) FROM disclosures WHERE status = 'withdrawn'") == [(1,)]


@pytest.mark.parametrize(
    "more", ["", "<p>Amended in November: the figure of station 3 was wrong.</p>"], ids=["same", "amended"]
)
def test_a_page_found_under_another_address_has_moved(desk: Callable[..., Any], more: str) -> None:
    here = desk({"met": 8})
    here.replica.serve_documents({MONTH + "figures/": page()})
    here.crawl(now=day(3))
    figures = only(here, MONTH + "figures/")
    log = here.replica.world.logs["met"]
    here.replica.world.withdraw(log, log.entries[MONTH + "figures/"], 404)
    here.crawl(now=day(4), options=("--full",))
    elsewhere = MONTH.replace("may", "june") + "figures-again/"
    here.replica.serve_documents({elsewhere: page(2, more)})
    for number in (5, 9):
        assert here.crawl(now=day(number), options=("--full",)).startswith("exit 0")
    assert only(here, elsewhere) == figures
    assert here.ask(STATES, figures)[-1] == ("moved", f"found at {here.replica.sites['met']}{elsewhere}")
    assert here.ask("SELECT status FROM disclosures WHERE id = ?", figures) == [("present",)]
    assert here.ask("SELECT count(*) FROM changes WHERE verb IN ('withdrawn', 'restored')") == [(0,)]


def test_an_attachment_that_came_late_is_no_change(desk: Callable[..., Any]) -> None:
    here = desk({"met": 2})
    path = "/SysSiteAssets/foi-media/metropolitan-police/figures.csv"
    link = f'<p>See <a href="{path}">figures</a></p>'
    here.replica.serve_documents({MONTH + "figures/": page(2, link), path: b"Year,Total\n2024,3\n"})
    here.replica.trouble("met", "error 500", path)
    assert "NOT WHOLE" in here.crawl(now=day(3))
    here.replica.trouble("met", None, path)
    said = here.crawl(now=day(4))
    assert "0 changed" in said or "changed" not in said, said
    figures = only(here, MONTH + "figures/")
    versions = json.loads(here.run("versions", str(figures), "--json").stdout)["versions"]
    assert [(one["changed"], one["completed"]) for one in versions] == [([], False), (["attachments"], True)]
    done = here.run("versions", here.replica.sites["met"] + MONTH + "figures/", "--diff", "1", "2")
    assert "figures: had now" in done.stdout
    assert "\x1b" not in done.stdout


def test_a_force_that_a_person_names_stands_for_a_kept_document(desk: Callable[..., Any]) -> None:
    here = desk({"met": 2})
    letter = here.folder / "letter.txt"
    letter.write_text("Freedom of Information request FOI 123/26\n\nYou asked: how many?\n\nWe hold seven.\n")
    assert here.run("add", str(letter), "--force", "Kent Police").stdout.startswith("new")
    assert here.run("add", str(letter), "--force", "Kent Police").stdout.startswith("unchanged")
    assert here.run("add", str(letter), "--force", "Essex Police").stdout.startswith("changed")
    assert here.ask("SELECT force FROM disclosure_forces") == [("Essex Police",)]
    assert here.ask("SELECT changed, completed FROM versions WHERE version = 2") == [('["forces"]', 1)]
    assert here.run("add", str(letter)).stdout.startswith("unchanged")
    assert here.ask("SELECT force FROM disclosure_forces") == [("Essex Police",)]
