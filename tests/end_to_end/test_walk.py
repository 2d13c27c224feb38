"""A walk of the listing that breaks off: nothing that was listed behind the break is lost, and news stay news."""

from collections.abc import Callable
from typing import Any

from foiwatch.replica import Variant

PAGED = {"met": Variant(page_size=5, pagination="rel")}


def publish(here: Any, number: int) -> list[str]:
    """Put new pages at the top of the log."""
    paths = [f"/foi-ai/metropolitan-police/disclosure-2026/november-2026/fresh-{n}/" for n in range(number)]
    pages = {
        path: f"<h1>Fresh figures {n}</h1><p>Freedom of information request reference no: 01.FOI.26.90000{n}</p>"
        for n, path in enumerate(paths)
    }
    here.replica.serve_documents(pages)
    return [here.replica.sites["met"] + path for path in paths]


def listed_behind(here: Any, page: int) -> str:
    """The address of a later page of the listing, as the log links it."""
    return next(path for path in here.pages_asked("met") if f"page={page}" in path)


def test_new_entries_behind_a_broken_page_of_the_listing_are_not_lost(desk: Callable[..., Any]) -> None:
    here = desk({"met": 20}, PAGED)
    here.crawl()
    second = listed_behind(here, 2)
    fresh = publish(here, 8)
    here.replica.trouble("met", "error 500", second)
    assert "listing unreadable: HTTP 500" in here.crawl(now="2026-11-05T09:00:00+00:00")
    assert 0 < len(kept(here, fresh)) < 8
    here.replica.trouble("met", None)
    assert here.crawl(now="2026-11-06T09:00:00+00:00").startswith("exit 0")
    assert kept(here, fresh) == sorted(fresh)
    assert here.ask("SELECT count(*) FROM changes WHERE baseline = 0 AND verb = 'new'") == [(8,)]


def kept(here: Any, addresses: list[str]) -> list[str]:
    marks = ", ".join("?" * len(addresses))
    return sorted(a for (a,) in here.ask(f"SELECT address FROM disclosures WHERE address IN ({marks})", *addresses))


def test_news_during_a_first_walk_that_never_ends_are_news(desk: Callable[..., Any]) -> None:
    here = desk({"met": 20}, PAGED)
    here.crawl()
    third = listed_behind(here, 3)
    for name in ("foi.db", "foi.db-wal", "foi.db-shm", "private.db"):
        (here.folder / "data" / name).unlink(missing_ok=True)
    here.replica.trouble("met", "error 500", third)
    assert here.crawl(now="2026-11-04T09:00:00+00:00").startswith("exit 1")
    assert here.ask("SELECT count(*), sum(baseline) FROM changes") == [(10, 10)]
    fresh = publish(here, 2)
    assert here.crawl(now="2026-11-05T09:00:00+00:00").startswith("exit 1")
    news = here.ask("SELECT address FROM changes JOIN disclosures ON disclosures.id = disclosure WHERE baseline = 0")
    assert sorted(address for (address,) in news) == sorted(fresh)
    here.replica.trouble("met", None)
    assert here.crawl(now="2026-11-06T09:00:00+00:00").startswith("exit 0")
    assert here.ask("SELECT count(*), sum(baseline) FROM changes") == [(22, 20)]
