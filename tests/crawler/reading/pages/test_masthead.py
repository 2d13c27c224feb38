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
