"""Which links are attachments."""

import pytest

from crawler.reading.page import page
from crawler.reading.pages.links import all_links, headed
from crawler.reading.pages.parse import parse


def test_attachments() -> None:
    seen = page(
        "<main><p>See <a href='/SysSiteAssets/foi-media/x/a.xlsx?_t_id=1'>the sheet</a>,"
        " <a href='https://ico.org.uk/g.pdf'>guide</a>,"
        " <a href='/page/'>page</a> and <a href='/pic.png'>picture</a>.</p><h2>Attachments</h2><ul><li>"
        "<a href='/wp-content/uploads/2025/01/map.png'>map</a></li><li>"
        "<a href='/SysSiteAssets/b.pdf'></a></li></ul></main>",
        "https://www.kent.police.uk/x/",
    )
    assert [(link.href, link.text) for link in seen.attachments] == [
        ("/SysSiteAssets/foi-media/x/a.xlsx?_t_id=1", "the sheet"),
        ("/wp-content/uploads/2025/01/map.png", "map"),
        ("/SysSiteAssets/b.pdf", "b.pdf"),
    ]


def test_all_links_leave_out_scripts_and_fragments() -> None:
    root = parse("<a href='#a'>1</a><a href=' /x/ '>two <b>words</b></a><a href='javascript:x'>3</a><a>4</a>")
    assert [(link.href, link.text) for link in all_links(root)] == [("/x/", "two words")]


def test_under_such_a_heading_an_address_without_a_suffix_is_an_attachment() -> None:
    for heading in ("Attachments", "Documents", "Downloads"):
        seen = page(
            f"<main><p>See <a href='/download/1'>this</a>, of the nine dogs.</p><h2>{heading}</h2><ul>"
            "<li><a href='/download/12345'>Dogs</a> (PDF, 20KB)</li><li><a href='/get/9/'>Cats</a></li>"
            "<li><a href='https://www.other.org/download/7'>Elsewhere</a></li>"
            "<li><a href='/foi/other-request/'>Another page</a></li><li><a href='/foi/'>All pages</a></li></ul>"
            "<p>To complain, write to us as <a href='/complaints/'>this page about your rights</a> tells you to"
            " do.</p><h2>More</h2><p><a href='/download/2'>That</a></p></main>",
            "https://www.kent.police.uk/foi/dogs/",
        )
        assert [link.href for link in seen.attachments] == ["/download/12345", "/get/9/"]


def test_a_link_that_says_that_a_file_comes() -> None:
    seen = page(
        "<main><p>Nine dogs were bought in 2024, as the files tell: <a href='/get/1'>dogs 2024.xlsx</a>, "
        "<a href='/get/2'>Cats (PDF, 120 KB)</a>, <a href='/get/3' download>Hens</a>, <a href='/get/4'>our PDF"
        " help</a>, "
        "<a href='https://www.other.org/get/5'>More (PDF, 1MB)</a> and no more.</p></main>",
        "https://www.kent.police.uk/foi/dogs/",
    )
    assert [link.href for link in seen.attachments] == ["/get/1", "/get/2", "/get/3"]


def test_a_picture_and_words_that_link_to_one_file_are_one_attachment() -> None:
    seen = page(
        "<main><p>The file is here: <a href='/files/a.pdf?x=1#page=2'><img alt='PDF' src='i.png'></a> "
        "<a href='/files/a.pdf?x=1#page=2'>Nine dogs</a></p></main>",
        "https://www.kent.police.uk/foi/dogs/",
    )
    assert [(link.href, link.text) for link in seen.attachments] == [("/files/a.pdf?x=1#page=2", "Nine dogs")]


@pytest.mark.parametrize("url", ["https://www.whatdotheyknow.com/request/dogs", ""])
def test_a_file_that_two_addresses_lead_to_is_one_attachment_by_the_plainer(url: str) -> None:
    seen = page(
        "<main><p>Nine dogs: <a href='/attach/4/Dogs.xlsx?cookie_passthrough=1'>Dogs.xlsx</a> and"
        " <a href='/attach/4/Dogs.xlsx'>Download</a>, <a href='/attach/5/Cats.pdf'>Cats</a>,"
        " <a href='/attach/5/Cats.pdf?utm_source=x'>Cats again</a>, <a href='/file.pdf?id=1'>One</a> and"
        " <a href='/file.pdf?id=2'>Two</a>.</p></main>",
        url,
    )
    assert [(link.href, link.text) for link in seen.attachments] == [
        ("/attach/4/Dogs.xlsx", "Dogs.xlsx"),
        ("/attach/5/Cats.pdf", "Cats"),
        ("/file.pdf?id=1", "One"),
        ("/file.pdf?id=2", "Two"),
    ]


def test_a_heading_may_be_the_name_of_a_file() -> None:
    seen = page(
        "<main><h2>Documents</h2><h3><a href='https://assets.publishing.service.gov.uk/media/6840/reply.pdf'>"
        "Dogs: response</a></h3><p>PDF, 96 KB, 3 pages</p><h2>Details</h2>"
        "<p>How many dogs bit somebody in 2024? Nine of them did.</p></main>",
        "https://www.gov.uk/government/publications/dogs",
    )
    assert [link.text for link in seen.attachments] == ["Dogs: response"]


@pytest.mark.parametrize(
    "beside",
    [
        "<div class='docs'><h3>Documents</h3>{}</div>",
        "<h3>Documents</h3><p>{}</p>",
        "<p><b>Downloads</b></p><p>{}</p>",
        "<div><div><h3>Files</h3></div><div>{}</div></div>",
    ],
)
def test_a_box_of_files_outside_the_content(beside: str) -> None:
    words = "<p>How many dogs are there?</p><p>Nineteen dogs are kept by the force at the kennels.</p>"
    link = "<a href='/media/reply.pdf'>Reply</a>"
    body = f"<section><h1>Dogs</h1>{words}</section>{beside.format(link)}"
    assert [one.href for one in page(f"<body>{body}</body>").attachments] == ["/media/reply.pdf"]


def test_what_follows_a_heading_of_files_but_not_at_the_foot() -> None:
    root = parse(
        "<h3>Documents</h3><p>One</p><ul><li>Two</li></ul><h3>Else</h3><footer><h3>Files</h3><p>No</p></footer>"
    )
    assert [box.text_content() for box in headed(root)] == ["One", "Two"]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (
            "<ul class='attachments'><li class='attachment'><span class='attachment__name'>Swans 1.csv</span>",
            ["Swans 1.csv"],
        ),
        (
            "<div class='file-list'><b class=file>a.pdf</b> <b class=file>b.pdf</b> <b class=file>a.pdf</b>",
            ["a.pdf", "b.pdf"],
        ),
        ("<p class='attachment'>The file swans.csv is lost.</p>", []),
        ("<p>swans.csv</p>", []),
        ("<p class='file'>swans.csv</p><a href='/files/geese.csv'>Geese</a>", ["Geese"]),
    ],
)
def test_a_file_that_a_box_for_files_names_without_a_link(body: str, names: list[str]) -> None:
    assert [link.text for link in page(f"<main><p>Nine dogs bark at night.</p>{body}").attachments] == names
