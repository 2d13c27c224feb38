"""What stands beside the content of a page, and what only looks so."""

import pytest
from lxml import html

from crawler.reading.pages.beside import prune_beside, title_box, without_beside


def _pruned(body: str) -> str:
    root = html.document_fromstring(f"<html><body>{body}</body></html>")
    prune_beside(root)
    return " ".join(root.text_content().split())


@pytest.mark.parametrize("heading", ["More posts", "Latest news", "You may also like", "Related FOI requests"])
def test_other_pages_under_a_heading_go(heading: str) -> None:
    body = f"<p>Nine.</p><h2>{heading}</h2><ul><li><a href='/a'>Dogs</a></li></ul><h2>Notes</h2><p>Stays.</p>"
    assert _pruned(body) == "Nine.Notes Stays." or _pruned(body) == "Nine.NotesStays."


@pytest.mark.parametrize(
    "body",
    [
        "<h2>Related information</h2><p><a href='/SysSiteAssets/foi-media/x/figures.xlsx'>Figures</a></p>",
        "<h2>Latest response</h2><table><tr><td>2024</td><td>9</td></tr></table>",
        "<h2>Officers dismissed</h2><ul><li><a href='/a'>Hearings</a></li></ul>",
    ],
)
def test_files_tables_and_other_headings_stay(body: str) -> None:
    words = _pruned(f"<p>Nine.</p>{body}")
    assert any(word in words for word in ("Figures", "2024", "Hearings"))


def test_lines_under_such_a_heading_and_turned_pages_go() -> None:
    assert without_beside(["Nine.", "Read more", "- Dogs"]) == ["Nine."]
    assert without_beside(["Nine.", "Previous: Dogs", "Next: Cats"]) == ["Nine."]
    long = "The hearing panel then heard from the two witnesses and found the allegation proven in full."
    assert without_beside(["Nine.", "Further information", long]) == ["Nine.", "Further information", long]


def test_the_box_of_the_title_holds_most_of_the_words() -> None:
    root = html.document_fromstring(
        "<body><p>Keeping people safe</p><div id='box'><h1>Dogs</h1><p>One two three four five six seven eight.</p>"
        "</div><p>Call us</p></body>"
    )
    box = title_box(root.find("body"), "Dogs")
    assert box is not None
    assert box.get("id") == "box"
    assert title_box(root.find("body"), "Cats") is None


def test_a_line_of_words_heads_only_what_is_made_of_links() -> None:
    links = "<ul><li><a href='/a'>Dogs</a></li></ul>"
    assert _pruned(f"<p>Nine.</p><p><b>See also:</b></p>{links}") == "Nine."
    kept = "<p><b>Further information</b></p><p>The nine dogs are listed on <a href='/a'>this page</a> of ours.</p>"
    assert "Further information" in _pruned(f"<p>Nine.</p>{kept}")
    assert "Updates" in _pruned("<div>Latest Updates</div>")
