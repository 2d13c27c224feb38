"""News: an article is linked to the disclosure that it reports, with reasons, and to none rather than a wrong one.

The set is invented: forty disclosures on ten subjects, and articles (news.toml) of which it is known what they report,
if anything. The answers of a second year repeat the figures of the first, and every subject is answered by two forces,
so that neither a figure nor a subject alone tells which disclosure an article is about.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest

from store.database import Store
from store.export.rows import export_rows
from store.keeping import keep
from store.news import links
from store.news_evidence import figures, stems, within
from store.records import Sighting

NOON = "2026-11-21T12:00:00+00:00"
FORCES = ("Essex Police", "Kent Police")
YEARS = (2024, 2025)
# Title, what was asked, what was counted.
SUBJECTS = {
    "taser": ("Taser discharges", "How often was a Taser drawn, aimed or discharged, by district?", "discharges"),
    "dogs": ("Police dogs", "How many police dogs were bought and retired, and what were the vets' bills?", "dogs"),
    "bicycles": ("Stolen bicycles", "How many bicycles were stolen and how many recovered?", "bicycles stolen"),
    "searches": ("Stop and search of children", "How many children under eighteen were strip searched?", "searches"),
    "cameras": ("Speed camera income", "Which speed camera caught most motorists, and what was paid?", "motorists"),
    "dismissed": ("Officers dismissed for gross misconduct", "How many were dismissed after a hearing?", "dismissals"),
    "stress": ("Sick days for stress", "How many working days were lost to stress and anxiety?", "days lost"),
    "drones": ("Drone flights", "How often were drones flown over protests and football matches?", "flights"),
    "knives": ("Knife crime in schools", "How many knives were seized on school premises?", "knives seized"),
    "vetting": ("Vetting failures", "How many applicants and serving staff failed vetting?", "failures of vetting"),
}
Key = tuple[str, str, int]


@dataclass(frozen=True)
class Case:
    """An article and the disclosure that it reports, if any."""

    article: Sighting
    reports: Key | None


def counted(subject: str, force: str, year: int) -> tuple[int, int, int]:
    """A total, a part of it and a small count, the same every time."""
    chance = Random(f"{subject} {force} {year}")
    return chance.randint(1_101, 9_899), chance.randint(123, 989), chance.randint(13, 97)


def disclosures() -> dict[Key, Sighting]:
    return {
        (subject, force, year): _disclosure(number, subject, force, year)
        for number, (subject, force, year) in enumerate(
            (subject, force, year) for subject in SUBJECTS for force in FORCES for year in YEARS
        )
    }


def _disclosure(number: int, subject: str, force: str, year: int) -> Sighting:
    title, asked, things = SUBJECTS[subject]
    lines = []
    for past in range(2024, year + 1):
        total, part, few = counted(subject, force, past)
        lines.append(f"In {past} there were {total:,} {things}; of these {part} in the north and {few} in the south.")
    answer = "\n".join([*lines, "Section 12 does not apply. We reply within 20 working days."])
    source, month = force.partition(" ")[0].lower(), f"{year}-{3 + number % 6:02}"
    return Sighting(
        source, f"https://{source}.example/foi/{number}/", f"{title} {year}", f"{asked}\n{answer}", forces=(force,),
        ref=f"FOI-{number + 1200}/{year % 100}", responded=f"{month}-14", published=month,
        request_text=asked, response_text=answer, outcome="disclosed",
    )  # fmt: skip


def cases() -> list[Case]:
    articles = tomllib.loads(Path(__file__).with_name("news.toml").read_text(encoding="utf-8"))["article"]
    return [_case(each) for each in articles]


def _case(article: dict[str, Any]) -> Case:
    about = tuple(article.get("reports") or article.get("figures") or ())
    told = _told(about) if about else {}
    address = f"https://gazette.example/news/{'-'.join(article['title'].lower().split())}"
    seen = Sighting(
        "added", address, article["title"], article["words"].format_map(told), "news",
        forces=tuple(article.get("forces") or about[1:2]), published=article.get("published", ""),
    )  # fmt: skip
    return Case(seen, about if "reports" in article else None)


def _told(about: Key) -> dict[str, Any]:
    subject, force, year = about
    total, part, few = counted(subject, force, year)
    old_total, old_part, old_few = counted(subject, force, year - 1)
    old = {"old_total": old_total, "old_part": old_part, "old_few": old_few}
    return {"total": total, "part": part, "few": few, "ref": disclosures()[about].ref} | old


def fill(store: Store, *, news_first: bool) -> tuple[dict, list[tuple[int, object]]]:
    ids, articles = {}, []
    with store.writing():
        for turn in ("news", "log") if news_first else ("log", "news"):
            if turn == "log":
                ids = {key: keep(store, one, seen=NOON, run=None).disclosure for key, one in disclosures().items()}
            else:
                articles = [(keep(store, case.article, seen=NOON, run=None).disclosure, case) for case in cases()]
    return ids, articles


@pytest.mark.parametrize("news_first", [False, True])
def test_no_article_is_linked_wrongly_and_most_are_linked(store: Store, news_first: bool) -> None:
    ids, articles = fill(store, news_first=news_first)
    assert (len(ids), len(articles)) == (40, 18)
    found = links(store.db.conn, [id for id, _ in articles], "news")
    linked = {case.article.title: [one.id for one in found[id]] for id, case in articles}
    wanted = {case.article.title: [ids[case.reports]] if case.reports else [] for _, case in articles}
    wrong = {title for title, there in linked.items() if there and there != wanted[title]}
    right = sum(there == wanted[title] for title, there in linked.items() if wanted[title])
    assert not wrong
    assert right >= 0.8 * sum(bool(one) for one in wanted.values())


def test_a_link_gives_its_reasons_from_both_ends(store: Store) -> None:
    fill(store, news_first=False)
    rows = {row["id"]: row for row in export_rows(store)}
    article = next(row for row in rows.values() if row["title"] == "Rise in Taser use")
    (report,) = article["reports"]
    assert report["title"] == "Taser discharges 2025"
    assert rows[report["id"]]["news"][0]["url"] == article["url"]
    kinds = {reason["reason"]: reason for reason in report["reasons"]}
    assert list(kinds) == ["force", "figures", "words", "days"]
    assert kinds["force"]["shared"] == ["Essex Police"]
    assert len(kinds["figures"]["shared"]) == 3
    assert "taser" in kinds["words"]["shared"]
    assert 0 < report["score"] <= 0.99


def test_a_link_goes_when_what_it_rests_on_goes(store: Store, sighting) -> None:
    text = "Zebras were seen 4,711 times, giraffes 815 times and okapis 99 times."
    seen = sighting(1, title="Zebras and giraffes", response_text=text, words=text, request_text="", attachments=())
    keep(store, seen, seen=NOON, run=None)
    article = Sighting("added", "https://g.example/1", "Zebras", f"Giraffes: {text}", "news", forces=("Essex Police",))
    news = keep(store, article, seen=NOON, run=None).disclosure
    assert [one.id for one in links(store.db.conn, [news], "news")[news]] == [1]
    other = "Zebras were seen 12 times and giraffes not at all."
    same = sighting(1, title="Zebras and giraffes", response_text=other, words=other, attachments=())
    keep(store, same, seen=NOON, run=None)
    assert links(store.db.conn, [news], "news") == {news: []}


def test_two_alike_are_none(store: Store, sighting) -> None:
    text = "Zebras were seen 4,711 times, giraffes 815 times and okapis 99 times."
    article = Sighting("added", "https://g.example/1", "Zebras", f"Giraffes: {text}", "news", forces=("Essex Police",))
    news = keep(store, article, seen=NOON, run=None).disclosure
    for number, expected in ((1, [1 + news]), (2, [])):
        same = {"title": "Zebras and giraffes", "response_text": text, "request_text": "", "attachments": ()}
        keep(store, sighting(number, words=f"{text} {number}", **same), seen=NOON, run=None)
        assert [one.id for one in links(store.db.conn, [news], "news")[news]] == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("rose from 1,203 to 57, and 9", {"1203", "57"}), ("in 2024 and 1999, or 2,024", {"2024"}),
        ("27 November, 14 days, aged 47, section 40, 10:30, 1/2/23, FOI-1234, 0123", set()),
        ("over 1,200 searches, Kent's 413 dogs; over 18 and under 65", {"1200", "413"}),
        ("£4,500 paid; 33% of 250.", {"4500", "33", "250"}), ("3.75 and 1.5", set()),
    ],
)  # fmt: skip
def test_figures_are_counts(text: str, found: set[str]) -> None:
    assert figures(text) == found


def test_stems_tell_the_subject() -> None:
    found = stems("The police said officers were dismissed for vetting failures")
    assert found == {"dismiss": "dismissed", "vett": "vetting", "failur": "failures"}


@pytest.mark.parametrize(
    ("article", "dates", "days"),
    [
        ("2025-07-01", ("2025-06-01", ""), 30), ("2025-07-01", ("2025-07-02", "2025-06-30"), 1),
        ("2025-07-01", ("2025-07-02",), None), ("2025-07-01", ("2024-12-01",), None),
        ("2025-07-01", ("2025-07",), 0), ("2025", ("2025-12",), 0), ("", ("1999-01-01",), 0),
        ("2025-07-01", ("", ""), 0), ("soon", ("2025-13-45", "<b>"), 0), ("2025-07-01", ("2024",), None),
    ],
)  # fmt: skip
def test_the_days_between(article: str, dates: tuple[str, ...], days: int | None) -> None:
    assert within(article, dates) == days
