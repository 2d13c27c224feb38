"""Dates of rendering and counts of visits are no words of a page."""

import pytest

from crawler.reading.disclosure import read_page
from crawler.reading.page import page
from crawler.reading.pages.rendered import is_rendered

LETTER = (
    "<main><h1>Dogs</h1>{top}<p>I note you seek access to the following information:</p><p>How many dogs bit?</p>"
    "<h2>Decision</h2>{mid}<p>I have today decided to disclose it. Nine dogs bit an officer.</p>{end}</main>"
)
CHANGING = (
    "<p>Last viewed: 21 November 2026 12:{0}</p>",
    "<p class='q'>This page has been viewed {0} times</p>",
    "<div>Page generated 21/11/2026 12:00:{0}</div>",
    "<p>Last updated: {0} November 2026</p>",
    "<div class='q'><h2>You may also be interested in</h2><ul><li><a href='/d{0}/'>Other {0}</a></li></ul></div>",
    "<div class='q'><div><h3>See also</h3></div><div><a href='/d{0}/'>Other {0}</a></div></div>",
    "<div class='q'><p><strong>See also:</strong></p><ul><li><a href='/d{0}/'>Other {0}</a></li></ul></div>",
)


@pytest.mark.parametrize("place", ["top", "mid", "end"])
@pytest.mark.parametrize("changing", CHANGING)
def test_what_changes_at_each_visit_is_nowhere_in_the_words(changing: str, place: str) -> None:
    places = dict.fromkeys(("top", "mid", "end"), "")
    plain = LETTER.format(**places)
    for visit in (10, 11):
        body = LETTER.format(**{**places, place: changing.format(visit)})
        assert page(body).words == page(plain).words
        url = "https://www.kent.police.uk/foi-ai/x/"
        assert read_page(body, url).response_text == read_page(plain, url).response_text


@pytest.mark.parametrize(
    "line",
    [
        "Page last updated on 3rd May 2026",
        "Last modified: 2026-05-03T10:11:12Z",
        "Printed on Friday 3 May 2026 at 10:15 am",
        "1,204 people have viewed this page",
    ],
)
def test_it_is_rendered(line: str) -> None:
    assert is_rendered(line)


@pytest.mark.parametrize(
    "line",
    [
        "Published: 3 May 2026",
        "3 May 2026",
        "Date of response: 3 May 2026",
        "The policy was last updated on 3 May 2026.",
        "The record was accessed 12 times",
        "The video has been viewed 10 times by officers.",
        "Last updated: the force does not record this.",
    ],
)
def test_it_is_said_by_the_disclosure(line: str) -> None:
    assert not is_rendered(line)
