"""The invented world: the same from the same seed, marked as invented, changed week by week as it says."""

import io
import re
from collections import Counter
from urllib.parse import urlsplit

import httpx
import pytest
from docx import Document
from openpyxl import load_workbook
from pypdfium2 import PdfDocument

from foiwatch.replica import Replica
from foiwatch.replica.content import subjects
from foiwatch.replica.disclosures import Attachment
from foiwatch.replica.files import NOTICE, make
from foiwatch.replica.layouts import LAYOUTS
from foiwatch.replica.sites import COUNTS
from foiwatch.replica.world import World


@pytest.fixture(scope="module")
def world() -> World:
    return World(COUNTS)


class TestContent:
    def test_the_same_seed_gives_the_same_world_and_another_another(self, world: World) -> None:
        small = {"met": 20}
        assert World(small).logs["met"].entries == World(small).logs["met"].entries
        assert list(World(small).logs["met"].entries) != list(World(small, seed=2).logs["met"].entries)

    def test_a_few_hundred_some_of_them_about_misconduct(self, world: World) -> None:
        found = [entry.disclosure for log in world.logs.values() for entry in log.present()]
        assert len(found) == sum(COUNTS.values())
        assert 0.15 <= sum(one.misconduct for one in found) / len(found) <= 0.2
        assert len({one.subject for one in found}) == len(subjects())
        assert len({one.outcome for one in found}) == 5

    def test_no_address_and_no_reference_stands_twice(self, world: World) -> None:
        for name, log in world.logs.items():
            assert len(log.entries) == COUNTS[name]
            assert len({entry.disclosure.ref for entry in log.present()}) == COUNTS[name]

    def test_no_file_address_stands_twice(self) -> None:
        with Replica.start() as replica:
            for name, service in replica._services.items():
                wanted = sum(len(e.disclosure.attachments) for e in replica.world.logs[name].present())
                assert len(service.site.file_paths()) == wanted > 20

    def test_every_kind_of_file_hangs_on_some_page(self, world: World) -> None:
        kinds = Counter(a.kind for e in world.logs["met"].present() for a in e.disclosure.attachments)
        assert set(kinds) == {"pdf", "xlsx", "csv", "docx"}

    def test_dates_run_from_request_to_publication(self, world: World) -> None:
        for entry in world.logs["herts"].present():
            one = entry.disclosure
            assert one.received < one.responded < one.published.date() <= world.now.date()

    @pytest.mark.parametrize("layout", LAYOUTS)
    def test_no_slot_is_left_open(self, world: World, layout: str) -> None:
        site = {"bch": "herts", "cleveland": "cleveland"}.get(layout, "met")
        log = World({site: 60}).logs[site]
        for entry in log.present():
            assert not re.search(r"[{}]|\bNone\b", LAYOUTS[layout](entry.disclosure))


class TestFiles:
    @staticmethod
    def words(kind: str, data: bytes) -> str:
        if kind == "pdf":
            document = PdfDocument(data)
            return " ".join(document[n].get_textpage().get_text_range() for n in range(len(document)))
        if kind == "xlsx":
            return " ".join(str(c.value) for sheet in load_workbook(io.BytesIO(data)) for row in sheet for c in row)
        if kind == "docx":
            return " ".join(paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs)
        return data.decode()

    @pytest.mark.parametrize("kind", ["pdf", "xlsx", "csv", "docx"])
    def test_it_opens_says_it_is_invented_and_stays_the_same(self, world: World, kind: str) -> None:
        entry = next(e for e in world.logs["met"].present() if e.disclosure.tables)
        attachment = Attachment("figures", kind, "Figures")
        data = make(entry.disclosure, attachment)
        assert NOTICE in self.words(kind, data)
        assert entry.disclosure.ref in self.words(kind, data)
        make.cache_clear()
        assert make(entry.disclosure, attachment) == data
        assert make(entry.disclosure, Attachment("figures", kind, "Figures", revision=1)) != data


class TestWeeks:
    def test_a_week_does_what_it_says(self) -> None:
        with Replica.start() as replica, httpx.Client(trust_env=False) as client:
            world = replica.world

            def fetch(site: str, path: str) -> httpx.Response:
                return client.get(replica.sites[site] + path)

            before = {(s, p): fetch(s, p) for s, log in world.logs.items() for p in log.entries}
            week = world.advance()
            assert {fetch(*where).status_code for where in week.withdrawn} == {404, 410}
            assert all(fetch(*where).status_code == 200 and where not in before for where in week.added)
            for where in week.amended:
                assert "corrected" in fetch(*where).text and "corrected" not in before[where].text
            for where in week.restyled:
                new = fetch(*where)
                assert new.headers["ETag"] != before[where].headers["ETag"]
                assert _seen(new.text) == _seen(before[where].text)
            touched = {*week.amended, *week.restyled, *week.withdrawn}
            calm = next(w for w in before if w not in touched and w[0] == "met" and before[w].status_code == 200)
            assert fetch(*calm).headers["ETag"] == before[calm].headers["ETag"]

    def test_a_replaced_file_keeps_its_address_and_its_page(self) -> None:
        with Replica.start(counts={"met": 60}) as replica, httpx.Client(trust_env=False) as client:
            site, paths = replica.sites["met"], replica._services["met"].site.file_paths()
            before = {path: client.get(site + path) for path in paths}
            week = replica.world.advance()
            ((_, page),) = week.replaced
            files = re.findall(r'href="(/SysSiteAssets[^"]+)"', client.get(site + page).text)
            assert files
            for path in files:
                new = client.get(site + path)
                assert new.content != before[path].content
                assert new.headers["Last-Modified"] != before[path].headers["Last-Modified"]

    def test_every_week_has_news_about_misconduct_everywhere(self) -> None:
        world = World(COUNTS)
        for _ in range(4):
            week = world.advance()
            for verb in (week.added, week.amended, week.withdrawn):
                about = {s for s, path in verb if world.logs[s].entries[path].disclosure.misconduct}
                assert about == set(COUNTS)

    def test_what_was_withdrawn_leaves_the_listings(self) -> None:
        with Replica.start(counts={"met": 30, "west_midlands": 30}) as replica:
            week = replica.world.advance()
            gone = {path for _, path in week.withdrawn}
            listing = httpx.get(
                replica.sites["met"] + "/foi-ai/af/accessing-information/published-items/", trust_env=False
            )
            posts = httpx.get(replica.sites["west_midlands"] + "/wp-json/wp/v2/posts?per_page=100", trust_env=False)
            assert not [path for path in gone if path in listing.text]
            assert not gone & {urlsplit(post["link"]).path for post in posts.json()}

    def test_time_moves_by_a_week_and_changes_the_modified_times(self) -> None:
        world = World({"west_midlands": 30})
        start = world.now
        week = world.advance()
        log = world.logs["west_midlands"]
        assert (week.now - start).days == 7
        assert {log.entries[path].modified for _, path in week.amended} == {week.now}
        assert log.modified >= week.now


def _seen(html: str) -> str:
    body = re.sub(r"<(script|head)\b.*?</\1>", "", html, flags=re.S)
    # A neighbour that came or went since is not this page's own.
    body = re.sub(r"<nav class=\"navigation.*?</nav>", "", body, flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())
