"""The figures say what a plain count of the record says, are counted once, and go with what is taken down."""

import random
from collections import Counter
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from store.database import Store
from store.dossiers.reading import summaries
from store.figures.days import quartiles
from store.figures.estimates import note_missing
from store.figures.filling import refresh
from store.files import put_file
from store.keeping import keep
from store.purging.purge import purge
from store.records import AttachmentSeen, Sighting

NOW = "2026-11-21T12:00:00+00:00"
FORCES = ("Essex Police", "Kent Police", "Gwent Police")
OUTCOMES = ("disclosed", "refused", "not_held", "unknown")
SECTIONS = ("s40(2)", "s12(1)", "s31(1)(a)")
DATES = ("2024-03-05", "2024-03", "2023", "", "2031-01-01", "<b>", "last week")

Rows = Callable[[str], list[tuple]]


def one(number: int, **fields: Any) -> Sighting:
    usual: dict[str, Any] = {"title": f"Answer {number}", "words": f"Words of {number}", "forces": ("Essex Police",)}
    return Sighting("essex", f"https://essex.example/{number}/", **(usual | fields))


def kept(store: Store, number: int, **fields: Any) -> int:
    return keep(store, one(number, **fields), seen=NOW, run=None).disclosure


def cited(*sections: str) -> dict[str, Any]:
    return {"citations": [{"section": section, "quote": "Held back.", "relied_on": True} for section in sections]}


def test_they_are_what_a_plain_count_says(store: Store, rows: Rows) -> None:
    dice = random.Random(11)
    months, outcomes, exemptions = Counter[Any](), Counter[Any](), Counter[Any]()
    for number in range(60):
        forces = tuple(dice.sample(FORCES, dice.choice((1, 1, 2))))
        date, outcome = dice.choice(DATES), dice.choice(OUTCOMES)
        sections = dice.choices(SECTIONS, k=dice.choice((0, 1, 3)))
        kept(store, number, forces=forces, published=date, outcome=outcome, extra=cited(*sections))
        dated = date if date[:2] in ("20", "19") else ""
        for force in forces:
            months[force, dated[:7]] += 1
            outcomes[force, dated[:4], outcome] += 1
            exemptions.update((section, force, dated[:4]) for section in set(sections))
    assert refresh(store, NOW)
    assert rows("SELECT * FROM figures_months") == sorted((*key, count) for key, count in months.items())
    assert rows("SELECT * FROM figures_outcomes") == sorted((*key, count) for key, count in outcomes.items())
    assert sorted(rows("SELECT * FROM figures_exemptions")) == sorted(
        (*key, count) for key, count in exemptions.items()
    )
    total = dict(rows("SELECT name, number FROM figures_totals"))
    assert (total["disclosures"], total["forces"], total["withdrawn"]) == (60, 3, 0)
    facets = {(facet, value): count for facet, value, count in rows("SELECT * FROM figures_facets")}
    assert facets["outcome", "refused"] <= sum(count for key, count in outcomes.items() if key[2] == "refused")
    assert sum(count for (facet, _), count in facets.items() if facet == "outcome") == 60


def test_the_date_is_of_publication_else_of_the_answer_else_of_the_request(store: Store, rows: Rows) -> None:
    kept(store, 1, received="2024-01-02", responded="2024-02-03", published="2024-03")
    kept(store, 2, received="2024-01-02", responded="2024-02-03")
    kept(store, 3, received="2024-01-02")
    refresh(store, NOW)
    assert [month for _, month, _ in rows("SELECT * FROM figures_months")] == ["2024-01", "2024-02", "2024-03"]


def test_what_is_held_back_or_goes_on_elsewhere_or_is_a_letter_is_not_counted(store: Store, rows: Rows) -> None:
    statuses = ("present", "withdrawn", "suspect", "quarantined", "moved")
    for number, status in enumerate(statuses):
        id = kept(store, number, published="2024-03")
        store.db.conn.execute("UPDATE disclosures SET status = ? WHERE id = ?", (status, id))
    kept(store, 9, kind="news", published="2024-03")
    refresh(store, NOW)
    assert rows("SELECT disclosures FROM figures_months") == [(3,)]
    assert rows("SELECT number FROM figures_totals WHERE name = 'withdrawn'") == [(1,)]


def test_days_to_answer_are_of_what_is_known_to_the_day(store: Store, rows: Rows) -> None:
    for number, (received, responded) in enumerate(
        (
            ("2024-01-01", "2024-01-11"),
            ("2024-01-01", "2024-01-21"),
            ("2023-12-01", "2024-01-30"),
            ("2023-01-01", "2023-01-05"),
            ("2024-01-01", "2024-02"),
            ("2024-02-01", "2024-01-01"),
            ("", "2024-01-01"),
            ("2024-02-30", "2024-03-01"),
        )
    ):
        kept(store, number, received=received, responded=responded)
    refresh(store, NOW)
    assert rows("SELECT * FROM figures_days") == [
        ("Essex Police", "", 4, 8.5, 15.0, 30.0, 60),
        ("Essex Police", "2023", 1, 4.0, 4.0, 4.0, 4),
        ("Essex Police", "2024", 3, 15.0, 20.0, 40.0, 60),
    ]


@pytest.mark.parametrize(("days", "told"), [([7], (7, 7, 7)), ([1, 3], (1.5, 2, 2.5)), ([1, 2, 3, 4, 100], (2, 3, 4))])
def test_quartiles(days: list[int], told: tuple[float, float, float]) -> None:
    assert quartiles(days) == told


def test_the_latest_is_not_of_the_future(store: Store, rows: Rows) -> None:
    dates = ("2031-01-01", "2026-11-20", "2026-11", "2025-01-01", "")
    ids = [kept(store, number, published=date) for number, date in enumerate(dates)]
    match = "INSERT INTO matches VALUES (?, 'vetting', 1, 0.9, '[]')"
    store.db.conn.executemany(match, [(id,) for id in ids])
    refresh(store, NOW)
    for facet, value in (("topic", "vetting"), ("force", "Essex Police"), ("", "")):
        chosen = "SELECT disclosure FROM figures_latest WHERE facet = '{}' AND value = '{}' ORDER BY position"
        assert [id for (id,) in rows(chosen.format(facet, value))] == ids[1:]


def test_they_are_counted_again_only_when_the_record_has_moved_on(store: Store, rows: Rows) -> None:
    first = kept(store, 1, published="2024-03")
    assert refresh(store, NOW)
    assert not refresh(store, "2026-11-22T12:00:00+00:00")
    assert rows("SELECT moment FROM figures_counted") == [(NOW,)]
    store.db.conn.execute("INSERT INTO matches VALUES (?, 'vetting', 1, 0.9, '[]')", (first,))
    assert refresh(store, "2026-11-23T12:00:00+00:00")
    kept(store, 1, published="2024-04", words="Changed words")
    assert refresh(store, "2026-11-24T12:00:00+00:00")
    assert rows("SELECT month FROM figures_months") == [("2024-04",)]


def test_of_a_force_it_is_told_how_much_and_from_when_to_when(store: Store, rows: Rows) -> None:
    sheet = put_file(store, b"a,b", "text/csv", "a,b", "")
    had = AttachmentSeen("https://essex.example/a.csv", "A sheet", sheet, "text/csv")
    lost = AttachmentSeen("https://essex.example/b.csv", "A sheet", problem="not_found")
    kept(store, 1, published="2023-05-06", attachments=(had, lost))
    kept(store, 2, published="2024-03", attachments=(lost,))
    kept(store, 3, published="2022")
    gone = kept(store, 4, published="2031-01-01")
    store.db.conn.execute("UPDATE disclosures SET status = 'withdrawn' WHERE id = ?", (gone,))
    refresh(store, NOW)
    assert rows("SELECT * FROM figures_forces") == [("Essex Police", 4, 1, 1, "2023-05", "2024-03")]


def test_an_empty_record_has_no_figures(store: Store, rows: Rows) -> None:
    assert refresh(store, NOW)
    assert rows("SELECT * FROM figures_months") == []
    assert rows("SELECT number FROM figures_totals WHERE name = 'disclosures'") == [(0,)]


def test_what_is_taken_down_goes_out_of_the_figures(store: Store, rows: Rows) -> None:
    gone = kept(store, 1, forces=("A Name That Was Read",), published="2024-03", extra=cited("s40(2)"))
    kept(store, 2, published="2024-05")
    refresh(store, NOW)
    purge(store, gone, "a name", NOW, lambda export: True)
    for table in ("months", "outcomes", "exemptions", "sources", "facets", "latest", "topics"):
        assert "A Name That Was Read" not in str(rows(f"SELECT * FROM figures_{table}"))
    assert rows("SELECT force, month FROM figures_months") == [("Essex Police", "2024-05")]
    assert rows("SELECT number FROM figures_totals WHERE name = 'disclosures'") == [(1,)]


def test_dossiers_are_summed_up_as_they_are_read(store: Store, rows: Rows) -> None:
    asked = "\n".join(
        ("How many drones does the force own?", "How often were drones deployed in 2021?", "What did the drones cost?")
    )
    questions = [{"number": str(n), "text": text, "parent": None} for n, text in enumerate(asked.split("\n"), 1)]
    said: dict[str, dict[str, Any]] = {
        "Essex Police": {"outcome": "disclosed"},
        "Kent Police": {"outcome": "refused"},
        "Gwent Police": {"kind": "correspondence"},
        "Surrey Police": {"outcome": "ncnd"},
    }
    for number, (force, fields) in enumerate(said.items()):
        usual = {"request_text": asked, "received": "2024-03-04", "extra": {"questions": questions}, "title": "Drones"}
        kept(store, number, forces=(force,), words=f"{asked}\n{force}", **(usual | fields))
    refresh(store, NOW)
    read = [(one.id, one.since, one.disclosures, len(one.forces), one.answers) for one in summaries(store)]
    noted = [(*row, msgspec.json.decode(answers)) for *row, answers in rows("SELECT * FROM figures_dossiers")]
    assert len(read) == 1 and noted == read


def test_estimates_that_are_missing_are_noted_once(store: Store, rows: Rows) -> None:
    for number in range(1, 14):
        kept(store, number, ref=f"FOI {number}/24", received=f"2024-{min(number, 12):02}-01")
    assert rows("SELECT * FROM number_estimates") == []
    assert note_missing(store, NOW) == 1
    assert rows("SELECT forces, noted FROM number_estimates") == [('["Essex Police"]', NOW)]
    assert note_missing(store, NOW) == 0
    kept(store, 14, ref="FOI 99/24", received="2024-12-12")
    assert note_missing(store, NOW) == 1, "what it was made from has changed"
