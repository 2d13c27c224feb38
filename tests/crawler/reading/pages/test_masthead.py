"""What the page of a newspaper calls the paper."""

import pytest

from crawler.reading.page import page


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ('<meta property="og:site_name" content="MoorLive"><p>a</p>', ("MoorLive",)),
        ("<title>Nine dogs gone - Trent Herald</title><p>a</p>", ("Trent Herald",)),
        ("<title>Nine dogs gone, figures show</title><p>a</p>", ()),
        ('<header><a href="#x">Skip to it</a><a href="/">The Vale Courier</a></header><p>a</p>', ("The Vale Courier",)),
        ('<a href="/"><img alt="Dales Gazette"></a><p>a</p>', ("Dales Gazette",)),
        (
            '<script type="application/ld+json">{"publisher": {"@type": "X", "name": "Fylde Post"}}</script><p>a</p>',
            ("Fylde Post",),
        ),
        ('<a href="/">Home</a><a href="http://[bad">x</a><p>a</p>', ()),
    ],
)
def test_papers(markup: str, names: tuple[str, ...]) -> None:
    assert page(f"<html><body>{markup}</body></html>").papers == names


@pytest.mark.parametrize(
    ("kind", "is_report"),
    [
        ('"NewsArticle"', True),
        ('["Article", "ReportageNewsArticle"]', True),
        ('"Article"', False),
        ('"WebPage"', False),
    ],
)
def test_a_page_may_state_that_it_is_a_report(kind: str, is_report: bool) -> None:
    script = f'<script type="application/ld+json">{{"@type": {kind}, "headline": "Nine dogs"}}</script>'
    assert page(f"<html><body>{script}<p>Nine dogs.</p></body></html>").is_report == is_report
