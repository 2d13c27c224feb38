"""Bytes to a tree."""

import pytest

from crawler.reading.page import page
from crawler.reading.pages.parse import decode, parse


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("<main><p>caf\u00e9 words here</p></main>".encode("cp1252"), "caf\u00e9 words here"),
        (b"<meta charset=utf-8><main><p>caf\xc3\xa9 words here</p></main>", "caf\u00e9 words here"),
        ("\ufeff<main><p>three small words</p></main>".encode("utf-16"), "three small words"),
        (b"<main><p>a\x00b three words</p></main>", "ab three words"),
        (b"", ""),
    ],
)
def test_character_sets(data: bytes, words: str) -> None:
    assert page(data).words == words


def test_the_charset_of_the_response_wins_and_a_wrong_one_does_not() -> None:
    assert decode("\u0142".encode("iso-8859-2"), "iso-8859-2") == "\u0142"
    assert decode("caf\u00e9".encode(), "no-such-charset") == "caf\u00e9"


def test_there_is_always_a_body() -> None:
    for text in ("", " ", "<!-- -->", "<head></head>", "<frameset></frameset>", "words"):
        assert parse(text).find("body") is not None


def test_breaks_that_the_style_shows_are_lines_and_margins_are_not() -> None:
    text = "Kent Police\nDate: 3 May 2025\n\nYou asked:\nHow many <b>dogs</b>?"
    style = f"<main><div style='white-space: pre-wrap'>{text}</div></main>"
    assert page(style).words.splitlines() == ["Kent Police", "Date: 3 May 2025", "You asked:", "How many dogs?"]
    letter = "<main><pre>{}</pre></main>".format(
        "\n".join(["We hold the information that you asked for, but it would"] * 5)
    )
    assert len(page(letter).words.splitlines()) == 1


def test_styled_words_in_preformatted_text_are_joined_like_others() -> None:
    cut = "the force keeps nine dogs at the kennels near its headquarters"
    letter = "\n".join([cut] * 5)
    head = "FREEDOM OF INFORMATION REQUEST NUMBER: 188/2026"
    root = parse(f"<pre><span>{head}</span>\n\n3 May 2025\n\n{letter}</pre>")
    found = [line for line in root.text_content().splitlines() if line]
    assert found == [head, "3 May 2025", letter.replace("\n", " ")]
