"""A line of a listing, read without knowing its markup."""

import pytest
from lxml import html

from crawler.platforms.listing import chrome_free, container, date_in, folder_month, heading


@pytest.mark.parametrize(
    ("address", "month"),
    [
        ("https://f.example/foi-ai/met/disclosure-2024/april-2024/cameras/", "2024-04"),
        ("https://f.example/foi-ai/cambs/foi/2025/march/equality--inclusion/", "2025-03"),
        ("https://f.example/foi-ai/wales/disclosure-log/2025/awst/foi-82525/", "2025-08"),
        ("https://f.example/foi-ai/met/d/july-2022/percentage/", "2022-07"),
        ("https://f.example/foi-ai/essex/other-information/previous-foi-requests/ufo-reports-2018/", ""),
        ("https://f.example/foi-ai/met/disclosure-2023/cameras/", "2023"),
        ("https://f.example/SysSiteAssets/foi-media/met/disclosure_2023/november_2023/x.xlsx", "2023-11"),
    ],
)
def test_month_of_the_folders(address: str, month: str) -> None:
    assert folder_month(address) == month


LINES = """<main><ul>
<li><h3><a href="/a">Thefts in May 2021</a></h3><p>Disclosure log</p><p>4 March 2024</p></li>
<li><a href="/b"><h3>Vetting</h3><time datetime="2024-02-01T09:00">1st</time></a><a href="/b">Read more</a></li>
<li><a href="/c">View</a></li>
</ul></main>"""


def links() -> list[html.HtmlElement]:
    return list(html.fromstring(LINES).xpath("//a[@href]"))


def test_title_is_the_heading_and_never_a_read_more() -> None:
    assert [heading(link) for link in links()] == ["Thefts in May 2021", "Vetting", "Vetting", ""]


def test_date_is_the_lines_own_and_not_the_titles() -> None:
    first, second, _, third = links()
    assert date_in(container(first)) == "2024-03-04"
    assert date_in(container(second)) == "2024-02-01"
    assert date_in(container(third)) == ""


def test_chrome_goes_and_an_articles_own_header_stays() -> None:
    tree = html.fromstring(
        "<body><header><a href='/x'>Home</a></header><nav><a href='/y'>FOI</a></nav>"
        "<main><article><header><a href='/z'>A disclosure</a></header></article></main></body>"
    )
    assert [a.get("href") for a in chrome_free(tree).iter("a")] == ["/z"]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("<li><a href='/a'>Dogs</a><p>From 1 January 2020</p><p>Published: 3 March 2025</p></li>", "2025-03-03"),
        ("<li><a href='/a'><h3>Use of dogs since May 2021</h3><span>3 March 2025</span></a></li>", "2025-03-03"),
        ("<li><a href='/a'><h3>Use of dogs</h3></a><p>From 1 January 2020 to 3 March 2021 we held this.</p></li>", ""),
        ("<tr><td><a href='/a'>Use of dogs</a></td><td>03/03/2025</td></tr>", "2025-03-03"),
        ("<li><a href='/a'>Use of dogs</a> <strong>Date</strong> 3rd March 2025</li>", "2025-03-03"),
    ],
)  # fmt: skip
def test_a_date_stands_alone_or_behind_its_label(line: str, date: str) -> None:
    whole = f"<table>{line}</table>" if line.startswith("<tr") else f"<ul>{line}</ul>"
    assert date_in(html.fromstring(whole)) == date
