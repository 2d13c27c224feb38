"""A crawl from the first to the next: what is asked, what is kept, what it costs."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from forked import run

from foiwatch.replica import Variant

SMALL = {"met": 24, "herts": 14, "beds": 14, "west_midlands": 14}


def test_first_crawl_keeps_everything_and_an_unchanged_log_costs_two_requests(desk: Callable[..., Any]) -> None:
    here = desk(SMALL)
    assert here.crawl().startswith("exit 0")
    assert {name: here.kept(name) for name in SMALL} == SMALL
    assert ("Hertfordshire Constabulary", "https://www.herts.police.uk") in here.ask("SELECT name, website FROM forces")
    assert here.ask("SELECT count(*) FROM attachments WHERE sha256 IS NOT NULL")[0][0] > 10
    assert here.ask("SELECT count(*) FROM changes WHERE baseline = 0") == [(0,)]
    assert here.crawl().startswith("exit 0")
    for name in SMALL:
        assert 1 <= len(here.pages_asked(name)) <= 2, here.pages_asked(name)
    assert here.ask("SELECT count(*) FROM versions WHERE version > 1") == [(0,)]


def test_rolling_recheck_visits_everything_within_its_days_and_not_all_at_once(desk: Callable[..., Any]) -> None:
    here = desk({"met": 24}, recheck_days=10)
    here.crawl()
    visited = []
    for day in (6, 8, 10, 12):
        here.crawl(now=f"2026-11-{day:02}T09:00:00+00:00")
        visited.append(sum("/disclosure-" in path for path in here.pages_asked("met")))
    assert sum(visited) >= 24
    assert visited[0] == 0
    assert max(visited) < 30
    assert here.ask("SELECT count(*) FROM entries WHERE checked < '2026-11-04'") == [(0,)]


def test_full_visits_every_page_again(desk: Callable[..., Any]) -> None:
    here = desk({"met": 12, "west_midlands": 12})
    here.crawl()
    assert here.crawl(options=("--full",)).startswith("exit 0")
    assert all(len(here.pages_asked(name)) > 12 for name in here.replica.sites)
    assert here.ask("SELECT count(*) FROM versions WHERE version > 1") == [(0,)]


def test_since_bounds_the_first_crawl_and_the_next_run_keeps_to_it(desk: Callable[..., Any]) -> None:
    here = desk({"met": 40, "west_midlands": 40})
    here.crawl(options=("--since", "2026-09-15"))
    bounded = here.kept()
    assert 10 < bounded < 60
    here.crawl()
    assert here.kept() == bounded
    here.crawl(options=("--since", "2026-01-01"))
    assert here.kept() > bounded
    assert here.ask("SELECT count(*) FROM changes WHERE baseline = 0") == [(0,)]


def test_a_week_brings_new_changed_and_withdrawn(desk: Callable[..., Any]) -> None:
    here = desk(SMALL, recheck_days=1)
    here.crawl()
    week = here.replica.world.advance()
    here.crawl(now=week.now.isoformat())
    counted = dict(here.ask("SELECT verb, count(*) FROM changes WHERE baseline = 0 GROUP BY verb"))
    assert counted == {"new": len(week.added), "changed": len(week.amended) + len(week.replaced)}
    assert here.ask("SELECT count(*) FROM disclosures WHERE status = 'suspect'") == [(len(week.withdrawn),)]
    here.crawl(now="2026-11-20T09:00:00+00:00")
    assert here.ask("SELECT count(*) FROM disclosures WHERE status = 'withdrawn'") == [(len(week.withdrawn),)]
    for site, path in week.withdrawn:
        address = here.replica.sites[site] + path
        assert here.ask("SELECT length(response_text) > 0 FROM disclosures WHERE address = ?", address)


def test_dry_run_keeps_nothing_and_says_what_it_would(desk: Callable[..., Any]) -> None:
    here = desk({"met": 12})
    done = here.run("crawl", "--dry-run", "met")
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 12
    assert not (here.folder / "data" / "foi.db").exists()


@pytest.mark.parametrize(
    "variant",
    [
        Variant(pagination="text", plain=True),
        Variant(pagination="numbers", dates=False, page_size=5),
        Variant(pagination="rel", page_parameter="pageIndex", newest_first=False),
        Variant(validators=False, layout="essex"),
    ],
    ids=["text-plain", "numbers-undated", "oldest-first", "no-validators"],
)
def test_single_online_home_built_in_other_ways(desk: Callable[..., Any], variant: Variant) -> None:
    here = desk({"met": 30}, {"met": variant})
    assert here.crawl().startswith("exit 0")
    assert here.kept() == 30
    here.replica.world.advance()
    assert here.crawl(now="2026-11-10T09:00:00+00:00").startswith("exit 0")
    assert here.ask("SELECT count(*) FROM changes WHERE verb = 'new' AND baseline = 0")[0][0] >= 3


@pytest.mark.parametrize(
    "variant",
    [
        Variant(rest=404),
        Variant(rest=401, page_size=5),
        Variant(rest=404, feed=False, page_size=5),
        Variant(validators=False),
    ],
    ids=["feed", "feed-401", "archives", "stock"],
)
def test_wordpress_by_whatever_it_offers(desk: Callable[..., Any], variant: Variant) -> None:
    here = desk({"west_midlands": 30}, {"west_midlands": variant})
    assert here.crawl().startswith("exit 0")
    assert here.kept() == 30
    assert here.crawl().startswith("exit 0")
    assert len(here.pages_asked("west_midlands")) <= 2
    week = here.replica.world.advance()
    assert here.crawl(now=week.now.isoformat()).startswith("exit 0")
    assert here.ask("SELECT count(*) FROM changes WHERE verb = 'new' AND baseline = 0") == [(len(week.added),)]


def test_a_post_is_the_same_under_its_number(desk: Callable[..., Any]) -> None:
    here = desk({"west_midlands": 5})
    here.crawl()
    site = here.replica.sites["west_midlands"]
    (number, disclosure) = here.ask("SELECT number, disclosure FROM entries LIMIT 1")[0]
    assert here.ask("SELECT disclosure FROM addresses WHERE address = ?", f"{site}/?p={number}") == [(disclosure,)]
    assert here.run("add", f"{site}/?p={number}").stdout.startswith("unchanged")


def test_scrapy_itself_works(desk: Callable[..., Any]) -> None:
    here = desk({"met": 6})
    (here.folder / "scrapy.cfg").write_text((Path(__file__).parents[2] / "scrapy.cfg").read_text())

    def scrapy(*arguments: str) -> subprocess.CompletedProcess[str]:
        return run([sys.executable, "-m", "scrapy", *arguments], cwd=here.folder)

    assert scrapy("list").stdout.split() == ["beds", "herts", "met", "west_midlands"]
    done = scrapy("crawl", "met", "-o", "out.jsonl")
    assert done.returncode == 0, done.stderr
    assert here.kept("met") == 6
    assert len((here.folder / "out.jsonl").read_text().splitlines()) == 6


def test_export_has_the_documented_keys(desk: Callable[..., Any]) -> None:
    here = desk({"met": 6})
    here.crawl()
    rows = here.export()
    assert len(rows) == 6
    promised = {
        "url", "title", "ref", "alt_refs", "forces", "dates", "request_text", "response_text", "questions", "answers",
        "exemptions", "citations", "outcome", "outcome_parts", "tables", "suppressed", "attachments", "topics",
        "id", "source", "kind", "status", "first_seen", "last_seen", "versions",
    }  # fmt: skip
    assert all(promised <= row.keys() for row in rows)
    files = [a for row in rows for a in row["attachments"]]
    assert files
    assert all({"href", "text", "sha256", "media_type", "bytes"} <= a.keys() for a in files)


def test_a_time_without_a_zone_is_utc(desk: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    here = desk({"met": 1})
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    here.crawl(now="2026-11-03T09:00:00")
    assert here.ask("SELECT started FROM runs") == [("2026-11-03T09:00:00+00:00",)]


def test_sources_tells_the_health(desk: Callable[..., Any]) -> None:
    here = desk({"met": 3})
    here.crawl()
    rows = {row["name"]: row for row in json.loads(here.run("sources", "--json").stdout)}
    assert rows["met"]["status"] == "whole"
    assert rows["met"]["kept"] == 3
    assert rows["herts"]["status"] == "never run"
