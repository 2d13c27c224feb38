"""A piece of news and the disclosure that it reports lead to each other, and say that a program thinks so."""

import asyncio
import html
import re
from pathlib import Path

from store.database import open_store
from store.keeping import keep
from store.records import Sighting
from store.site.app import datasette_app

NOON = "2026-11-21T12:00:00+00:00"
COUNTS = "Zebras were seen 4,711 times, giraffes 815 times and okapis 99 times."


def test_each_page_shows_the_other(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    forces = ("Essex Police",)
    log = Sighting(
        "essex", "https://essex.example/1/", "Zebras and giraffes", COUNTS, forces=forces, response_text=COUNTS
    )
    paper = "https://gazette.example/1"
    article = Sighting("added", paper, "Stripes <b>", f"Giraffes! {COUNTS}", "news", forces=forces, published="2026-11")
    for seen in (log, article):
        keep(store, seen, seen=NOON, run=None)
    store.close()
    app = datasette_app(tmp_path)
    of_log, of_article = (asyncio.run(app.client.get(f"/foi/disclosures/{id}")).text for id in (1, 2))
    said = re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", of_log)))
    assert 'href="/foi/disclosures/2"' in of_log
    assert 'href="/foi/disclosures/1"' in of_article
    assert "In the news" in of_log and "In the news" not in of_article
    assert "What it reports" in of_article and "What it reports" not in of_log
    assert "Stripes <b> · November 2026" in said
    assert "both have the force Essex Police; both have the figures 4711, 815, 99; both have the words" in said
