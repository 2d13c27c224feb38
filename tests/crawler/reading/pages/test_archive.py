"""The letters that an archive marks, and whose each is."""

import pytest

from crawler.reading.fields import Marked
from crawler.reading.page import page


def _letters(body: str) -> tuple[Marked, ...]:
    return page(f"<html><body><h1>Dogs</h1>{body}</body></html>").letters


@pytest.mark.parametrize(
    ("outgoing", "incoming"),
    [
        ("correspondence outgoing", "correspondence incoming"),
        ("outgoing correspondence js-collapsable", "box incoming correspondence normal"),
    ],
)
def test_each_says_whose_it_is(outgoing: str, incoming: str) -> None:
    body = (
        f'<div class="{outgoing}"><p>R. Quill</p><p>4 March 2025</p><p>How many dogs?</p></div>'
        f'<div class="{incoming}"><h2>Kent Police <time>2 April 2025</time></h2><div><p>Nine.</p></div></div>'
    )
    assert _letters(body) == (
        Marked(False, ("R. Quill", "4 March 2025")),
        Marked(True, ("Kent Police 2 April 2025", "Nine.")),
    )


@pytest.mark.parametrize(
    "body",
    [
        "<p>How many dogs?</p>",
        '<div class="correspondence"><p>4 March 2025</p></div><div class="correspondence incoming"><p>Nine.</p></div>',
        '<div class="correspondence_text incoming"><p>Nine.</p></div>',
        '<div class="incoming"><p>Nine.</p></div>',
        '<div class="correspondence incoming outgoing"><p>Nine.</p></div>',
    ],
)
def test_what_says_it_of_none_or_not_of_all(body: str) -> None:
    assert _letters(body) == ()


def test_a_letter_may_be_empty() -> None:
    assert _letters('<p>Dogs.</p><div class="correspondence incoming"></div>') == (Marked(True, ()),)
