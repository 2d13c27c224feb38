"""Broken sources: each is named, the run is not whole, and nothing that was kept is lost."""

import signal
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

PAGES = "/foi-ai/metropolitan-police/"
LATER = "2027-01-10T09:00:00+00:00"
LISTING_TROUBLES = {
    "bot wall": "bot wall",
    "maintenance": "maintenance page",
    "soft 404": "soft 404",
    "empty listing": "empty listing",
    "error 500": "listing unreadable: HTTP 500",
    "truncated": "listing unreadable: truncated body",
    "not html": "listing unreadable",
}
PAGE_TROUBLES = {
    "bot wall": "bot wall",
    "maintenance": "maintenance page",
    "soft 404": "soft 404",
    "error 500": "10 failures in a row: HTTP 500",
    "truncated": "10 failures in a row: truncated body",
    "not html": "23 of 24 failed",
}


@pytest.mark.parametrize(("trouble", "name"), LISTING_TROUBLES.items())
def test_a_broken_listing(crawled: Callable[..., Any], trouble: str, name: str) -> None:
    here = crawled({"met": 6, "west_midlands": 6})
    for site in here.replica.sites:
        here.replica.trouble(site, trouble)
    said = here.crawl(now=LATER)
    assert said.startswith("exit 1")
    assert f"met: NOT WHOLE: {name}" in said
    assert f"west_midlands: NOT WHOLE: {name}" in said
    assert here.ask("SELECT count(*) FROM disclosures WHERE status = 'present'") == [(12,)]
    assert here.ask("SELECT sum(whole), min(problem <> '') FROM runs WHERE id > 2") == [(0, 1)]


def test_a_source_that_is_well_again_is_whole_again(desk: Callable[..., Any]) -> None:
    here = desk({"met": 6})
    here.replica.trouble("met", "bot wall")
    assert here.crawl().startswith("exit 1")
    here.replica.trouble("met", None)
    assert here.crawl().startswith("exit 0")
    assert here.kept() == 6


@pytest.mark.parametrize(("trouble", "name"), PAGE_TROUBLES.items())
def test_broken_pages(crawled: Callable[..., Any], trouble: str, name: str) -> None:
    here = crawled({"met": 24})
    before = here.ask("SELECT id, digest, version, status FROM disclosures")
    here.replica.trouble("met", trouble, PAGES)
    said = here.crawl(now=LATER)
    assert said.startswith("exit 1")
    assert f"met: NOT WHOLE: {name}" in said
    assert here.ask("SELECT id, digest, version, status FROM disclosures") == before


def test_a_wall_is_not_knocked_at(desk: Callable[..., Any]) -> None:
    here = desk({"met": 24})
    here.replica.trouble("met", "bot wall", PAGES)
    here.crawl()
    assert sum(path.startswith(PAGES) for path in here.pages_asked("met")) <= 3


def test_a_host_that_does_not_answer_is_named_and_the_others_go_on(desk: Callable[..., Any]) -> None:
    here = desk({"met": 4, "herts": 4}, timeout=1)
    here.replica.trouble("met", "stall")
    said = here.crawl()
    assert "met: NOT WHOLE: listing unreadable: no answer in time" in said
    assert "herts: whole; 4 new" in said


def test_a_refused_connection_is_named(desk: Callable[..., Any]) -> None:
    here = desk({"met": 3})
    here.replica.stop()
    assert "robots.txt could not be read: connection refused" in here.crawl()


def test_retry_after_is_honoured(desk: Callable[..., Any]) -> None:
    here = desk({"met": 2})
    here.replica.trouble("met", "retry after", PAGES)
    assert here.crawl().startswith("exit 0")
    assert here.kept() == 2


def test_robots_is_obeyed(desk: Callable[..., Any]) -> None:
    here = desk({"met": 6})
    here.replica.serve_documents({"/robots.txt": b"User-agent: *\nDisallow: /foi-ai/metropolitan-police/\n"})
    said = here.crawl()
    assert here.kept() <= 1, said
    assert here.ask("SELECT DISTINCT reason FROM problems WHERE verdict = 'skipped'") == [("robots.txt forbids it",)]


def test_robots_that_fails_is_a_refusal(desk: Callable[..., Any]) -> None:
    here = desk({"met": 3})
    here.replica.trouble("met", "error 500", "/robots.txt")
    assert "robots.txt could not be read" in here.crawl()
    assert here.pages_asked("met") == []


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_stopped_first_crawl_goes_on_where_it_stopped(desk: Callable[..., Any], how: signal.Signals) -> None:
    here = desk({"met": 30})
    here.replica.trouble("met", "slow", PAGES)
    process = here.start("crawl", "met")
    here.until(lambda: len(here.replica.requests("met")) > 6 and here.kept() > 0)
    here.end(process, how)
    here.replica.trouble("met", None, PAGES)
    kept = here.kept()
    assert 0 < kept < 30
    done = here.ask("SELECT address FROM entries WHERE state = 'kept'")
    assert here.crawl().startswith("exit 0")
    assert here.kept() == 30
    again = {here.replica.sites["met"] + path for path in here.pages_asked("met")}
    assert not again & {address for (address,) in done}
    assert here.ask("SELECT count(*) FROM changes WHERE baseline = 0") == [(0,)]


def test_two_runs_do_not_meet(desk: Callable[..., Any]) -> None:
    here = desk({"met": 12})
    here.replica.trouble("met", "slow", PAGES)
    first = here.start("run", "met")
    here.until(lambda: len(here.replica.requests("met")) > 2)
    second = here.run("run", "met")
    here.end(first, signal.SIGTERM)
    assert second.returncode == 2
    assert "another run is at work" in second.stderr


def test_a_whole_log_does_not_vanish_at_once(desk: Callable[..., Any]) -> None:
    here = desk({"met": 40})
    here.crawl()
    log = here.replica.world.logs["met"]
    for entry in list(log.entries.values())[:20]:
        here.replica.world.withdraw(log, entry, 410)
    said = here.crawl(now=LATER)
    assert "NOT WHOLE" in said
    assert "nothing was taken" in said
    assert here.ask("SELECT count(*) FROM disclosures WHERE status = 'present'") == [(40,)]


def test_an_operator_who_has_looked_may_accept_that_much_is_gone(desk: Callable[..., Any]) -> None:
    here = desk({"met": 40})
    here.crawl()
    log = here.replica.world.logs["met"]
    for entry in list(log.entries.values())[:20]:
        here.replica.world.withdraw(log, entry, 410)
    for day in ("10", "14"):
        said = here.crawl(now=f"2027-01-{day}T09:00:00+00:00", options=("--full", "--accept-withdrawals"))
        assert said.startswith("exit 0")
    assert here.ask("SELECT count(*) FROM disclosures WHERE status = 'withdrawn'") == [(20,)]


def test_a_page_that_turns_into_another_keeps_the_disclosure(desk: Callable[..., Any]) -> None:
    here = desk({"met": 1})
    path = PAGES + "disclosure-2026/may-2026/figures/"
    words = "<h1>Figures</h1><p>Reference no: 01.FOI.26.000002</p><p>We hold this: nine officers were dismissed.</p>"
    here.replica.serve_documents({path: words})
    here.crawl()
    before = here.ask("SELECT title, version, response_text FROM disclosures")
    for instead in ("<h1>Sign in</h1><p>Enter the password of your account to go on.</p>", "<p> </p>"):
        here.replica.serve_documents({path: f"<!DOCTYPE html><html><body>{instead}</body></html>".encode()})
        said = here.crawl(now=LATER, options=("--full",))
        assert "NOT WHOLE" in said, said
        assert here.ask("SELECT title, version, response_text FROM disclosures") == before


def test_what_failed_before_does_not_keep_the_rest_waiting(desk: Callable[..., Any]) -> None:
    here = desk({"met": 4})
    broken = {PAGES + f"disclosure-2026/may-2026/broken-{n}/": f"<h1>Broken {n}</h1><p>Words</p>" for n in range(12)}
    here.replica.serve_documents(broken)
    here.replica.trouble("met", "error 500", PAGES + "disclosure-2026/may-2026/broken-")
    here.crawl()
    here.crawl(now=LATER)
    assert here.ask("SELECT count(*) FROM entries WHERE state = 'kept'") == [(4,)]
    assert here.ask("SELECT count(*) FROM entries WHERE checked > '2027' AND state = 'kept'") == [(4,)]


def test_a_page_that_is_listed_before_it_is_there_is_kept_the_next_day(desk: Callable[..., Any]) -> None:
    here = desk({"met": 3})
    late = PAGES + "disclosure-2026/may-2026/late/"
    here.replica.serve_documents({late: "<h1>Late</h1><p>Reference no: 01.FOI.26.000003</p><p>Words of it.</p>"})
    log = here.replica.world.logs["met"]
    there = log.entries[late]
    here.replica.world.withdraw(log, there, 404)
    here.replica.serve_documents({PAGES + "index/": f'<h1>Index</h1><p><a href="{late}">Late</a></p>'})
    here.crawl()
    log.put(there)
    here.crawl(now="2026-11-04T12:00:00+00:00")
    assert here.ask("SELECT count(*) FROM disclosures WHERE title = 'Late'") == [(1,)]


def test_an_empty_answer_to_the_known_query_is_not_sought_under_another(desk: Callable[..., Any]) -> None:
    here = desk({"met": 3})
    here.crawl()
    here.replica.trouble("met", "empty listing")
    assert "NOT WHOLE: empty listing" in here.crawl(now=LATER)
    assert len(here.pages_asked("met")) == 1


def test_a_live_site_is_not_polled_without_a_contact(desk: Callable[..., Any]) -> None:
    here = desk({"met": 2})
    (here.folder / "foiwatch.toml").write_text("")
    done = here.run("run")
    assert done.returncode == 2
    assert "contact" in done.stderr


def test_a_private_address_is_refused_unless_allowed(desk: Callable[..., Any]) -> None:
    here = desk({"met": 2}, allow_private=False)
    said = here.crawl()
    assert said.startswith("exit 1")
    assert "private address: 127.0.0.1" in said
    assert here.replica.requests("met") == []


def test_a_redirect_to_another_private_host_is_refused_or_named(desk: Callable[..., Any]) -> None:
    asked: list[str] = []

    class Router(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    router = HTTPServer(("127.0.0.1", 0), Router)
    threading.Thread(target=router.serve_forever, daemon=True).start()
    here = desk({"met": 2})
    elsewhere = f"http://127.0.0.1:{router.server_port}/foi-ai/metropolitan-police/d/may-2026/secret/"
    here.replica.serve_documents({PAGES + "disclosure-2026/may-2026/moved/": f"<h1>x</h1><a href='{elsewhere}'>x</a>"})
    here.crawl()
    router.shutdown()
    assert asked == []


def test_odd_attachments_are_named_and_kept(desk: Callable[..., Any]) -> None:
    here = desk({"met": 2})
    folder = "/SysSiteAssets/foi-media/metropolitan-police/"
    files = {
        folder + "page.pdf": b"<!DOCTYPE html><html><head><title>Oops</title></head><body>Not found</body></html>",
        folder + "broken.pdf": b"%PDF-1.4 and then nothing",
        folder + "broken.xlsx": b"PK\x03\x04 broken",
        folder + "empty.csv": b"",
        folder + "fine.csv": "Year,Dismissed\n2024,7\n".encode("utf-16"),
    }
    links = "".join(f'<li><a href="{path}">{path[-10:]}</a></li>' for path in (*files, folder + "gone.pdf"))
    page = f"<h1>Odd files</h1><p>Freedom of information request reference no: 01.FOI.26.000001</p><ul>{links}</ul>"
    here.replica.serve_documents({PAGES + "disclosure-2026/may-2026/odd-files/": page, **files})
    assert here.crawl().startswith("exit 0")
    rows = here.ask(
        """SELECT attachments.address, coalesce(nullif(attachments.problem, ''), files.problem, ''), coalesce(text, '')
        FROM attachments LEFT JOIN files USING (sha256) JOIN disclosures ON disclosures.id = attachments.disclosure
        WHERE title = 'Odd files'"""
    )
    said = {address.rsplit("/", 1)[1]: (problem, text) for address, problem, text in rows}
    assert set(said) == {"page.pdf", "broken.pdf", "broken.xlsx", "empty.csv", "fine.csv", "gone.pdf"}
    assert all(said[name][0] for name in said if name != "fine.csv")
    assert "Dismissed" in said["fine.csv"][1]
    assert here.ask("SELECT count(*) FROM disclosures_fts WHERE disclosures_fts MATCH 'dismissed'")[0][0] >= 1


def test_a_file_that_turns_into_an_error_page_keeps_the_file(desk: Callable[..., Any]) -> None:
    here = desk({"met": 1})
    path = "/SysSiteAssets/foi-media/metropolitan-police/figures.csv"
    page = f'<h1>Figures</h1><p>Reference no: 01.FOI.26.000002</p><p>See <a href="{path}">figures</a></p>'
    here.replica.serve_documents({PAGES + "disclosure-2026/may-2026/figures/": page, path: b"Year,Total\n2024,3\n"})
    here.crawl()
    kept = here.ask("SELECT sha256 FROM attachments WHERE address LIKE '%figures.csv'")
    here.replica.serve_documents({path: b"<!DOCTYPE html><html><title>Page not found</title><body>404</body></html>"})
    here.crawl(now=LATER)
    assert here.ask("SELECT sha256 FROM attachments WHERE address LIKE '%figures.csv'") == kept
    assert here.ask("SELECT count(*) FROM changes WHERE verb = 'changed'") == [(0,)]


def test_a_changed_attachment_is_a_change_of_its_disclosure(desk: Callable[..., Any]) -> None:
    here = desk({"met": 1})
    path = "/SysSiteAssets/foi-media/metropolitan-police/figures.csv"
    page = f'<h1>Figures</h1><p>Reference no: 01.FOI.26.000002</p><p>See <a href="{path}">figures</a></p>'
    here.replica.serve_documents({PAGES + "disclosure-2026/may-2026/figures/": page, path: b"Year,Total\n2024,3\n"})
    here.crawl()
    here.replica.serve_documents({path: b"Year,Total\n2024,5\n"})
    here.crawl(now=LATER)
    assert here.ask("SELECT version, changed FROM versions WHERE version > 1") == [(2, '["attachments"]')]
