"""Chrome goes, whatever its classes are called; what a disclosure says about cookies and feedback stays."""

import pytest

from crawler.reading.pages.chrome import prune, prune_menus, strip_chrome
from crawler.reading.pages.lines import lines_of
from crawler.reading.pages.parse import parse


def _pruned(body: str) -> list[str]:
    root = parse(f"<html><body>{body}</body></html>")
    prune(root)
    return lines_of(root)


@pytest.mark.parametrize(
    "chrome",
    [
        '<div class="c-cookie-banner"><p>Only a few.</p></div>',
        '<div id="ccc" role="dialog"><h1>Choose</h1></div>',
        '<section class="c-page-feedback"><h2>Useful?</h2></section>',
        '<section class="zz9"><h2>Was this page useful?</h2><p>Yes No</p></section>',
        '<div role="banner"><h1>The site</h1></div>',
        "<header><p>Site</p></header>",
        '<a class="skip-link screen-reader-text" href="#c">Skip</a>',
        "<aside><h2>Recent posts</h2><article>Another</article></aside>",
        "<nav>Home</nav>",
        "<footer>Foot</footer>",
        '<div class="ps-foot">An archive.</div>',
        '<div class="x"><h3>Related content</h3><ul><li>Other page</li></ul></div>',
        '<form role="search"><label>Search</label></form>',
        '<div id="onetrust-consent-sdk">Allow</div>',
    ],
)
def test_it_goes(chrome: str) -> None:
    assert _pruned(f"{chrome}<div><p>Nine dogs.</p></div>{chrome}") == ["Nine dogs."]


@pytest.mark.parametrize(
    "content",
    [
        '<article class="post category-feedback tag-cookies"><p>Nine dogs.</p></article>',
        '<h2 id="cookies">Nine dogs.</h2>',
        '<section id="feedback-received"><p>Nine dogs.</p></section>',
        '<form id="aspnetForm"><div><p>Nine dogs.</p></div></form>',
        '<div class="beta-layout"><main><p>Nine dogs.</p></main></div>',
        "<main><header><p>Nine dogs.</p></header></main>",
        '<div class="theme-print"><p>Nine dogs.</p></div>',
    ],
)
def test_it_stays(content: str) -> None:
    assert _pruned(content) == ["Nine dogs."]


def test_a_box_of_attachments_at_the_side_stays() -> None:
    assert "Figures" in _pruned(
        '<p>Words</p><aside class="sidebar"><h2>Downloads</h2><a href="/a.pdf">Figures</a></aside>'
    )


def test_menus_without_a_container_go_and_lists_of_files_stay() -> None:
    root = parse(
        '<div><a href="/a">News</a> <a href="/b">Crime</a></div><ul><li><a href="/1.pdf">1</a></li>'
        '<li><a href="/2.pdf">2</a></li></ul><p>See <a href="/c">one</a> and <a href="/d">two</a>.</p>'
    )
    prune_menus(root.find("body"))
    assert lines_of(root) == ["- 1", "- 2", "See one and two."]


def test_known_sentences_go_at_both_ends_only() -> None:
    cookies = "We use some essential cookies to make our website work. More."
    lines = ["Quickly exit this site by pressing the Escape key Leave this site", cookies, "Skip to content", "Request"]
    middle = ["What does the banner say?", "It says:", cookies, "That is all.", "It was set in 2021."]
    assert strip_chrome([*lines, *middle, "Was this page useful?", "Yes", "No"]) == ["Request", *middle]


def test_short_answers_inside_are_not_chrome() -> None:
    lines = ["Request", "Is there a policy?", "Response", "Yes", "1. Is it published?", "No", "Section 21 applies."]
    assert strip_chrome(lines) == lines


def test_where_a_post_was_filed_goes_below_the_answer() -> None:
    for foot in ("Filed under: Other", "Filed under Crime", "Posted under: Fleet and vans"):
        assert strip_chrome(["Request", "How many?", "Response", "Nine vans.", foot])[-1] == "Nine vans."
