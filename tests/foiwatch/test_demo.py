"""The demonstration: it deletes only what is its own, says what went wrong, and plays its weeks for real."""

import signal
import socket
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path

import forked
import httpx
import pytest
from click.testing import CliRunner
from rich.console import Console

from foiwatch.command import group
from foiwatch.replica import Replica, demonstration
from foiwatch.replica.demonstration import MARK, WALLED, Demonstration, Played, play_all
from foiwatch.replica.judging import shortcomings
from foiwatch.replica.receiver import Receiver
from foiwatch.replica.showing import show_end, show_health, show_week

ITEM = {
    "event": "new", "source": "met", "forces": ["Metropolitan Police Service"], "title": "Hearings [2025]",
    "ref": "01.FOI.26.1", "topics": ["vetting"], "quote": "officers whose [vetting] was withdrawn",
    "changed": [],
}  # fmt: skip


def row(kept: int, problem: str = "") -> dict[str, object]:
    status = "not whole" if problem else "whole"
    about = {"forces": ["Bedfordshire Police"], "platform": "Single Online Home"}
    return {"name": WALLED, "kept": kept, "status": status, "problem": problem, **about}


def good() -> list[Played]:
    """Three weeks in which all went as it should."""
    summary = {"sources": [{"kept": 390, "matching": 70}]}
    news = [dict(ITEM, event=event) for event in ("new", "changed", "withdrawn")]
    first = Played(1, "2026-11-02T09:00:00+00:00", 0, ["met: whole"], "", [], [summary], [row(60)])
    second = replace(first, number=2, code=1, summaries=[], items=news, sources=[row(60, "bot wall")])
    return [first, second, replace(second, number=3, code=0, sources=[row(67)])]


class TestShortcomings:
    def test_none_when_all_went_well(self) -> None:
        assert shortcomings(good()) == []

    @pytest.mark.parametrize(
        ("number", "change", "said"),
        [
            (
                1,
                {"code": 2, "complaint": "locked"},
                "week 1 ended with exit 2 where 0 was due; the log says: lo",
            ),
            (2, {"code": 0}, "week 2 ended with exit 0 where 1 was due"),
            (1, {"summaries": []}, "not summed up"),
            (1, {"items": [ITEM]}, "a flood"),
            (2, {"items": [dict(ITEM, source=WALLED)]}, "from behind a bot wall"),
            (2, {"sources": [row(0)]}, "lost 60 disclosures"),
        ],
    )
    def test_each_is_named(self, number: int, change: dict[str, object], said: str) -> None:
        played = good()
        played[number - 1] = replace(played[number - 1], **change)
        assert any(said in sentence for sentence in shortcomings(played))

    @pytest.mark.parametrize("event", ["new", "changed", "withdrawn"])
    def test_a_kind_of_alert_that_never_came_is_named(self, event: str) -> None:
        first, *rest = good()
        rest = [replace(week, items=[i for i in week.items if i["event"] != event]) for week in rest]
        assert shortcomings([first, *rest]) == [f"no alert told of a {event} disclosure"]


class TestShowing:
    def said(self, *shown: object) -> str:
        out = Console(file=StringIO(), width=120)
        played = good()
        for week in played:
            show_week(out, week)
        show_health(out, played)
        show_end(out, "demo-data/foiwatch.toml", [str(one) for one in shown])
        return out.file.getvalue()  # type: ignore[attr-defined, no-any-return]

    def test_an_alert_is_shown_with_its_quote_brackets_and_all(self) -> None:
        text = self.said()
        assert "Hearings [2025]" in text and "officers whose [vetting] was withdrawn" in text
        assert "390 disclosures are watched, 70 of them" in text
        assert "withdrawn  Metropolitan Police Service" in text

    def test_the_wall_shows_in_the_health_and_the_end_says_how_to_go_on(self) -> None:
        text = self.said()
        assert "bot wall" in text and "foiwatch --config demo-data/foiwatch.toml serve" in " ".join(text.split())

    def test_what_went_wrong_takes_the_place_of_the_end(self) -> None:
        text = self.said("no alert came")
        assert "no alert came" in text and "serve" not in text

    def test_no_escape_codes_without_a_terminal(self) -> None:
        assert "\x1b" not in self.said()


class TestFolder:
    def test_a_folder_of_somebody_else_is_refused_and_kept(self, tmp_path: Path) -> None:
        mine = tmp_path / "thesis.txt"
        mine.write_text("years of work")
        done = CliRunner().invoke(group, ["demo", "--folder", str(tmp_path)])
        assert done.exit_code == 2 and "not made by a demonstration" in done.output
        assert mine.read_text() == "years of work"

    def test_its_own_is_made_afresh(self, tmp_path: Path, stage: Demonstration) -> None:
        stage.folder.mkdir()
        (stage.folder / MARK).touch()
        (stage.folder / "old.db").touch()
        stage.prepare()
        assert sorted(path.name for path in stage.folder.iterdir()) == [MARK, "foiwatch.toml"]

    def test_the_configuration_names_loopback_sites_and_the_receiver(self, stage: Demonstration) -> None:
        stage.prepare()
        config = tomllib.loads(stage.config.read_text())
        assert {name: table["site"] for name, table in config["sources"].items()} == stage.replica.sites
        assert all(table["allow_private"] for table in config["sources"].values())
        assert config["subscription"][0]["to"] == [stage.receiver.target]


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Demonstration]:
    with Replica.start(counts={"met": 60, WALLED: 24}) as replica, Receiver() as receiver:
        yield Demonstration(tmp_path / "demo", replica, receiver)


def test_serve_only_runs_the_sites_until_it_is_interrupted() -> None:
    words = [sys.executable, "-m", "foiwatch", "demo", "--serve"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        sites = dict(process.stdout.readline().split() for _ in range(4))
        try:
            assert set(sites) == {"met", "herts", "beds", "west_midlands"}
            assert httpx.get(sites["met"] + "/robots.txt", trust_env=False).status_code == 200
        finally:
            process.stdout.readline()
            process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0


def test_a_taken_port_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = CliRunner().invoke(group, ["demo", "--serve", "--port", str(taken.getsockname()[1])])
    assert done.exit_code == 2 and "cannot listen" in done.output


def test_the_weeks_play_out_as_promised(stage: Demonstration, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demonstration, "subprocess", forked)
    stage.prepare()
    requests: list[int] = []
    play_all(stage, show=lambda played: None, waiting=requests.append)
    assert shortcomings(stage.played) == []
    assert max(requests) > 40
    assert [row["status"] for row in stage.played[2].sources] == ["whole", "whole"]
