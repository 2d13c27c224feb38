"""From a force's page to a folder that a third party can check; and reading it all again with a better reader."""

import json
import signal
import sqlite3
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import forked
from warcio.archiveiterator import ArchiveIterator

SECOND, THIRD = "2026-11-10T09:00:00+00:00", "2026-11-17T09:00:00+00:00"
PAGE = "/foi-ai/metropolitan-police/disclosure-2026/may-2026/dogs/"
FILE = "/SysSiteAssets/foi-media/metropolitan-police/dogs.csv"
WORDS = (
    '<h1>Police dogs</h1><p>Reference no: 01.FOI.26.000001</p><p>How many dogs?</p><p>{}</p><a href="{}">Data (CSV)</a>'
)
# The reader of tomorrow: it reads one line more of every page, and says that it is another.
TOMORROW = """
import dataclasses, sys
import crawler.reader
import crawler.reading.disclosure as disclosure
asked = crawler.reader.fingerprint
for module in list(sys.modules.values()):
    if vars(module).get("fingerprint") is asked:
        module.fingerprint = lambda: "tomorrow"
today = disclosure._read
def tomorrow(*seen):
    read = today(*seen)
    return dataclasses.replace(read, words=read.words + "\\nas read tomorrow", outcome="refused")
disclosure._read = tomorrow
sys.argv[0] = "foiwatch"
from foiwatch.command import main
main()
"""


def archive(here: Any) -> list[Path]:
    return sorted((here.folder / "data" / "evidence").glob("*.warc.gz"))


def warcio_check(path: Path) -> None:
    done = forked.run([sys.executable, "-c", "from warcio.cli import main; main()", "check", str(path)])
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def payloads(path: Path, kind: str = "response") -> dict[str, bytes]:
    """The payloads of a file by address, as any reader of WARC files gives them."""
    with path.open("rb") as stream:
        return {
            record.rec_headers.get_header("WARC-Target-URI"): record.content_stream().read()
            for record in ArchiveIterator(stream, check_digests="raise")
            if record.rec_type == kind
        }


def served(address: str) -> bytes:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return bytes(answer.read())
    except urllib.error.HTTPError as error:
        return error.read()


def forget_validators(here: Any) -> None:
    """Let the next run get every page whole, as from a server that knows no `not modified`."""
    connection = sqlite3.connect(here.folder / "data" / "foi.db")
    connection.execute("DELETE FROM validators")
    connection.commit()
    connection.close()


def tomorrow(here: Any, *arguments: str, now: str = SECOND) -> subprocess.CompletedProcess[str]:
    """The command with the reader of tomorrow."""
    return forked.run([sys.executable, "-c", TOMORROW, *arguments], cwd=here.folder, env=here.environment(now))


class TestArchive:
    def test_it_holds_what_the_server_sent(self, desk: Callable[..., Any]) -> None:
        here = desk({"met": 6, "west_midlands": 6})
        assert here.crawl().startswith("exit 0")
        assert len(archive(here)) == 2
        for path in archive(here):
            warcio_check(path)
            got = {address: body for address, body in payloads(path).items() if body}  # a redirect has none
            assert len(got) >= 6
            assert got == {address: served(address) for address in got}
        digests = here.ask("SELECT content, digest FROM captures WHERE role = 'attachment'")
        assert digests
        for content, digest in digests:
            (file,) = (here.folder / "data" / "files").rglob(content)
            assert digest == f"sha256:{sha256(file.read_bytes()).hexdigest()}"
        here.crawl(now=SECOND)
        assert len(archive(here)) == 2  # nothing was new: nothing is written

    def test_what_changed_and_what_vanished_is_there_and_a_file_only_once(self, desk: Callable[..., Any]) -> None:
        here = desk({"met": 4})
        assert here.crawl().startswith("exit 0")
        # A file of the site itself has an ETag, by which the server can say that it is as it was.
        ((file,), *_) = here.ask("SELECT address FROM captures WHERE role = 'attachment'")
        here.replica.serve_documents({PAGE: WORDS.format("Seven.", file)})
        assert here.crawl("met", now=SECOND).startswith("exit 0")
        here.replica.serve_documents({PAGE: WORDS.format("Eight.", file)})
        log = here.replica.world.logs["met"]
        here.replica.world.withdraw(log, next(entry for entry in log.present() if not entry.page), 410)
        here.crawl("met", now=THIRD, options=("--full",))
        ((dogs,),) = here.ask("SELECT id FROM disclosures WHERE title = 'Police dogs'")
        rows = here.ask(
            "SELECT version, role, kind, status FROM captures WHERE disclosure = ? AND role <> 'redirect'", dogs
        )
        assert rows == [
            (1, "page", "response", 200), (1, "attachment", "revisit", 304),
            (2, "page", "response", 200), (2, "attachment", "revisit", 304),
        ]  # fmt: skip
        assert here.ask("SELECT status, kind FROM captures WHERE role = 'gone'") == [(410, "response")]
        done = here.run("evidence", str(dogs), "--to", "folder", "--json")
        assert done.returncode == 0, done.stderr
        manifest = json.loads(done.stdout)
        assert ["words" in version["changed"] for version in manifest["versions"]] == [False, True]
        there = [one["record"] for one in manifest["records"]]
        assert [one["refers_to"] in there for one in manifest["records"] if one["kind"] == "revisit"] == [True, True]
        warcio_check(here.folder / "folder" / manifest["warc"])
        sums = subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=here.folder / "folder", check=False)
        assert sums.returncode == 0
        for path in archive(here):
            warcio_check(path)

    def test_killed_in_the_middle_it_stays_whole(self, desk: Callable[..., Any]) -> None:
        here = desk({"met": 40})
        process = here.start("crawl", "met")
        database = here.folder / "data" / "foi.db"

        def begun() -> bool:
            try:
                return database.exists() and here.ask("SELECT count(*) FROM captures")[0][0] > 5
            except sqlite3.OperationalError:  # the tables are not there yet
                return False

        here.until(begun, seconds=90)
        here.end(process, signal.SIGKILL)
        with archive(here)[0].open("ab") as file:
            file.write(b"\x1f\x8b\x08\x00half a record")
        done = here.run("doctor", "--all")
        (line,) = [line for line in done.stdout.splitlines() if "responses" in line]
        assert line.split()[:2] == ["ok", "evidence"]
        assert here.crawl().startswith("exit 0")
        for path in archive(here):
            warcio_check(path)
        unarchived = """SELECT count(*) FROM versions WHERE NOT EXISTS (SELECT 1 FROM captures
            WHERE captures.disclosure = versions.disclosure AND captures.version = versions.version)"""
        assert here.ask(unarchived) == [(0,)]


class TestBroughtByHand:
    def test_a_page_is_a_response_and_a_file_is_a_resource(self, desk: Callable[..., Any]) -> None:
        here = desk({"met": 1})
        here.replica.serve_documents({PAGE: WORDS.format("Seven.", FILE), FILE: b"Year,Dogs\n2024,7\n"})
        (here.folder / "letter.txt").write_text("Freedom of information request 01.FOI.26.000002\nThere are no dogs.\n")
        site = here.replica.sites["met"]
        done = here.run("add", site + PAGE, "letter.txt")
        assert done.returncode == 0, done.stderr
        (path,) = archive(here)
        warcio_check(path)
        assert set(payloads(path)) == {site + PAGE, site + FILE}
        assert payloads(path)[site + FILE] == b"Year,Dogs\n2024,7\n"
        assert list(payloads(path, "resource").values()) == [(here.folder / "letter.txt").read_bytes()]
        again = tomorrow(here, "reread")
        assert again.returncode == 0, again.stderr
        assert here.ask("SELECT count(*) FROM disclosures WHERE words LIKE '%as read tomorrow'") == [(2,)]


class TestBetterReader:
    def test_only_what_changed_is_reported_as_changed(self, desk: Callable[..., Any]) -> None:
        here = desk({"met": 8})
        assert here.crawl().startswith("exit 0")
        forget_validators(here)
        log = here.replica.world.logs["met"]
        first, *rest = [entry for entry in log.present() if not entry.disclosure.file_only and entry.disclosure.answers]
        here.replica.world.amend(log, first)
        for entry in rest[:2]:
            log.put(replace(entry, markup=entry.markup + 1))  # other bytes, the same words; the others are as they were
        done = tomorrow(here, "crawl", "met", "--full")
        assert "1 changed" in done.stderr, done.stderr
        ((title, old, new),) = here.ask(
            """SELECT disclosures.title, first.record, second.record FROM versions AS second
            JOIN versions AS first ON first.disclosure = second.disclosure AND first.version = 1
            JOIN disclosures ON disclosures.id = second.disclosure WHERE second.version = 2"""
        )
        assert title.split()[0] == first.disclosure.title.split()[0]
        assert all("as read tomorrow" in record for record in (old, new))
        pages = here.ask("SELECT count(DISTINCT disclosure) FROM captures WHERE media_type = 'text/html'")
        better = "SELECT count(*) FROM disclosures WHERE words LIKE '%as read tomorrow' AND outcome = 'refused'"
        assert here.ask(better) == pages
        assert here.ask("SELECT verb, count(*) FROM changes GROUP BY verb") == [("changed", 1), ("new", 8)]

    def test_reread_says_what_changed_and_tells_nobody(self, desk: Callable[..., Any]) -> None:
        here = desk({"met": 5})
        assert here.crawl().startswith("exit 0")
        today = json.loads(here.run("reread", "--all", "--json").stdout)
        assert (today["versions"], today["versions_changed"], today["files_changed"], today["readings"]) == (
            5,
            0,
            0,
            [],
        )
        ledger = here.ask("SELECT * FROM changes")
        pages = here.ask("SELECT count(*) FROM captures WHERE role = 'page' AND media_type = 'text/html'")[0][0]
        first = tomorrow(here, "reread", "1")
        assert first.returncode == 0, first.stderr
        rest = json.loads(tomorrow(here, "reread", "--json").stdout)
        assert (rest["versions"], rest["not_archived"], rest["not_read"]) == (4, 0, 0)  # it goes on where it was
        assert here.ask("SELECT count(*) FROM disclosures WHERE words LIKE '%as read tomorrow'") == [(pages,)]
        assert here.ask("SELECT * FROM changes") == ledger
        assert here.ask("SELECT max(version) FROM versions") == [(1,)]
        assert here.ask("SELECT count(*) FROM matched") == [(5,)]
        assert not here.pages_asked("met")
