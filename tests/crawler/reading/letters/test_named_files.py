"""Attachments that a text only names."""

import pytest

from crawler.reading.fields import Link
from crawler.reading.letters.named_files import is_link_line, loose, split_attachments


def test_the_section_and_what_follows_it() -> None:
    lines = [
        "Nine.",
        "Attachments",
        "77A_24_attachment",
        "- 77A_24_PIT",
        "This is a sentence that stands below the list.",
    ]
    kept, found = split_attachments(lines)
    assert kept == ["Nine.", lines[-1]]
    assert found == (Link("", "77A_24_attachment"), Link("", "77A_24_PIT"))


def test_none() -> None:
    assert split_attachments(["Nine.", "Attachments", "No attachments"]) == (["Nine."], ())
    assert split_attachments(["Nine.", "No attachments"]) == (["Nine."], ())


def test_counted_in_an_archive() -> None:
    kept, found = split_attachments(["2 Attachments: Response 1.pdf, Annex A.xlsx", "Nine."])
    assert kept == ["Nine."]
    assert [link.text for link in found] == ["Response 1.pdf", "Annex A.xlsx"]


def test_attached_to_a_message() -> None:
    kept, found = split_attachments(["Attached: horses.csv; Letter to Mr Nobody.docx", "Nine."])
    assert kept == ["Nine."]
    assert [link.text for link in found] == ["horses.csv", "Letter to Mr Nobody.docx"]
    assert split_attachments(["Attached: what we have of horses."]) == (["Attached: what we have of horses."], ())


def test_a_line_that_is_only_the_link_of_a_file() -> None:
    links = (Link("/files/a.xlsx", "Officers suspended"),)
    assert is_link_line("- Officers suspended (XLSX, 22KB)", links)
    assert is_link_line("Officers suspended Download", links)
    assert not is_link_line("Officers suspended in 2023 were 88.", links)


def test_what_the_post_is_filed_under_is_no_file() -> None:
    for below in (["No attachments", "Filed under: Corruption"], ["Filed under: Corruption"]):
        assert split_attachments(["Nine.", "Attachments", *below])[1] == ()


def test_a_size_without_its_unit() -> None:
    assert is_link_line("Reply.pdf 92K", [Link("/x/reply.pdf", "Reply.pdf")])


@pytest.mark.parametrize(
    "line",
    [
        "Download: Items by office (CSV, 4KB)",
        "Documents: Waits by month | Structure of the unit",
        "Supporting documents (2): Waits by month (xlsx, 20 KB), Structure of the unit (pdf)",
        "Please see attached files: Waits by month and Structure of the unit.",
        "Waits by month | Waits by month, Kent",
        "See also: Waits by month",
    ],
)
def test_a_line_of_links_with_what_they_are(line: str) -> None:
    names = ("Items by office (CSV, 4KB)", "Waits by month", "Waits by month, Kent", "Structure of the unit")
    assert is_link_line(line, [Link(f"/x/{at}.pdf", name) for at, name in enumerate(names)])


@pytest.mark.parametrize(
    "line", ["Documents: none", "See the file Waits by month.", "Waits by month are given by force.", "Attachments:"]
)
def test_a_line_that_says_something_beside_its_links(line: str) -> None:
    assert not is_link_line(line, [Link("/x/1.pdf", "Waits by month")])


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("1042 Response letter.pdf 112K Download View as HTML", ["1042 Response letter.pdf"]),
        ("reply.docx 38 KB, figures.xlsx 12 KB", ["reply.docx", "figures.xlsx"]),
        ("- Annex A.csv (4.1 MB)", ["Annex A.csv"]),
        ("We sent you figures.xlsx on 3 May, 12 KB in size.", []),
        ("The file is called figures.xlsx", []),
    ],
)
def test_files_with_their_size_or_button_and_nothing_else(line: str, names: list[str]) -> None:
    assert [link.text for link in loose(["Dear Sir,", line])] == names


@pytest.mark.parametrize(
    "size", ["141K", "141 KB", "1.2 MB", "(PDF, 141 KB)", "Download", "141K Download View as HTML"]
)
def test_a_name_with_its_size_on_the_next_line(size: str) -> None:
    assert loose(["Letter of 3 May.pdf", size, "We hold nine."]) == (Link("", "Letter of 3 May.pdf"),)
    assert loose(["We hold the file Letter.pdf", "and nine more."]) == ()
    assert loose(["Letter.pdf", "We hold nine."]) == ()


@pytest.mark.parametrize(
    "line",
    [
        "Attached: Contract spend (XLSX, 14 KB)",
        "Enclosed: contract spend",
        "Attached file: Contract spend (XLSX, 14 KB)",
        "Spreadsheet – Contract spend (14 KB)",
        "Annex: Contract spend | Download: by year (Excel)",
        "Download: by year (Excel)",
        "Files: Download: by year (Excel), Contract spend",
    ],
)
def test_lines_of_links_with_what_leads_up_to_them(line: str) -> None:
    attached = (Link("/a.xlsx", "Contract spend"), Link("/b.xlsx", "Download: by year (Excel)"))
    assert is_link_line(line, attached)
    assert not is_link_line(f"{line} shows what was paid in May", attached)
