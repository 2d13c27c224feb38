"""References by weights: of pages and lines, each with what it must give; and what only looks like one."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.facts.forces import named, register
from crawler.reading.facts.reference import references
from crawler.reading.facts.reference_forms import normal
from crawler.reading.facts.reference_labels import is_labelled

FILLER = ["We keep geese."] * 20


def _told() -> list[tuple[str, list[str]]]:
    blocks = Path(__file__).parents[1].joinpath("references.txt").read_text("utf-8").split("\n= ")[1:]
    return [(block.splitlines()[0], block.splitlines()[1:]) for block in blocks]


def test_what_each_number_is() -> None:
    told = _told()
    # The weights were found from these very lines, among others: on others expect less.
    wrong = [(head, lines) for head, lines in told if not _is_right(head, lines)]
    assert len(told) > 250 and len(wrong) <= len(told) * 0.015, wrong


def _is_right(head: str, lines: list[str]) -> bool:
    force, title, refs = (part.strip() for part in head.split("|"))
    whole = [line for one in lines for line in (FILLER if one == "..." else [one])]
    ref, *others = refs.split(" + ")
    found, alt_refs = references(whole, title, named(force))
    return found == ref and set(others) <= set(alt_refs)


@given(st.lists(st.text(max_size=60), max_size=8), st.text(max_size=60), st.sampled_from([None, *register()]))
def test_any_lines(lines: list[str], title: str, force: object) -> None:
    ref, others = references(lines, title, force)  # type: ignore[arg-type]
    assert ref not in others
    assert normal(ref) == ref


@given(st.text(max_size=40))
def test_normal_is_idempotent(text: str) -> None:
    assert normal(normal(text)) == normal(text)


@given(st.lists(st.from_regex(r"(FOI |[A-Z]{2}/)?[0-9 /.-]{3,12}", fullmatch=True), max_size=8))
def test_any_numbers(lines: list[str]) -> None:
    ref, others = references(lines, "", named("Durham Constabulary"))
    assert ref not in others
    assert normal(ref) == ref


def test_an_earlier_request_in_the_text_is_not_it() -> None:
    lines = ["Our Ref: FOI2025/09917", "You wrote before, see our reply FOI2024/00001."]
    assert references(lines, "", named("Bedfordshire Police")) == ("FOI2025/09917", ())


@pytest.mark.parametrize("line", ["£412,250 was paid.", "mail 412.25@police.uk", "03/05/2025", "2019-2024", "12.5%"])
def test_what_cannot_be_a_reference(line: str) -> None:
    assert references([f"Our ref: {line}"], "Dogs") == ("", ())


@pytest.mark.parametrize(
    "line",
    [
        "Cais / Request 611/2025",
        "Cais 611/2025 / Request 611/2025",
        "Ymateb / Response 611/2025",
        "Cais Rhyddid Gwybodaeth / Freedom of Information Request 611/2025",
        "Rhif y Cais Rhyddid Gwybodaeth: 611/2025",
        "Ein cyf / Our ref: 611/2025",
        "Our response to FOI 611/2025",
        "| FOI ref: | 18850 |",
        "FOI ref: 412/25 | Dogs",
        "FOI 004417/25",
    ],
)
def test_a_line_with_the_label_of_a_reference(line: str) -> None:
    assert is_labelled(line)


@pytest.mark.parametrize(
    "line",
    ["Ymateb / Response 3", "Response 1 & 2", "Cais / Request", "Crime reference 412/25", "Request 2023/24", "412/25"],
)
def test_a_line_without(line: str) -> None:
    assert not is_labelled(line)


@pytest.mark.parametrize(
    ("title", "line", "ref"),
    [
        ("FOI 4417-25 Police geese", "Our ref: FOI 4417/25", "FOI 4417/25"),
        ("FOI 4417-25 Police geese", "Our FOI reference: 4417/25", "4417/25"),
        ("FOI 4417/25 Police geese", "Our ref: 4417-25", "4417-25"),
        ("HQ_PA_002917_26 Police geese", "Our ref: HQ/PA/002917/26", "HQ/PA/002917/26"),
        ("FOI 4417-25 Police geese", "Our ref: FOI 4417-25", "FOI 4417-25"),
    ],
)
def test_a_letter_writes_its_number_otherwise_than_its_title(title: str, line: str, ref: str) -> None:
    assert references([line, "How many geese?"], title, None) == (ref, ())


def test_a_file_named_after_the_number_of_the_title_is_no_other_form_of_it() -> None:
    lines = ["Our ref: FOI 4417/25", *FILLER[:8], "Download FOI 4417-25 geese.pdf"]
    assert references(lines, "FOI 4417/25 Police geese", None)[0] == "FOI 4417/25"


@pytest.mark.parametrize("behind", ["", " | 11 November 2025", ", 3 May 2024"])
def test_a_number_alone_but_for_its_date(behind: str) -> None:
    assert references([f"FOI/4417{behind}", "How many geese?"], "Geese", None)[0] == "FOI/4417"


def test_a_number_and_what_was_done_on_a_day() -> None:
    assert references(["FOI/4417 was closed on 3 May 2024", "How many geese?"], "Geese", None) == ("", ())


def test_a_number_beside_a_date_in_a_table() -> None:
    lines = ["How many geese?", "| Number | Date |", "| 4417 | 3 May 2024 |"]
    assert references(lines, "Geese", named("Kent Police")) == ("", ())


def test_a_date_with_its_month_in_roman_figures_is_no_reference() -> None:
    assert references(["Our ref: 7.xi.2022"], "Dogs", None) == ("", ())
    assert references(["Our ref: 7.xk.2022"], "Dogs", None)[0] == "7.xk.2022"


def test_hostile_lines_are_read_in_linear_time() -> None:
    start = time.process_time()
    for piece in (
        "cais / ",
        "11/",
        "FOI ",
        "412/25/",
        "412/25 ",
        "request 1",
        "DC/",
        "A-",
        "1 / ",
        " (A ",
        "FOI 412/25 ",
    ):
        references([piece * 10_000] * 5, "Dogs", named("Durham Constabulary"))
        is_labelled(piece * 10_000)
    references([f"Row {at} {at}/25" for at in range(10_000)], "Dogs")
    assert time.process_time() - start < 2
