"""Hostile text: whatever a page says, no face of a message does anything but show it."""

import re
import unicodedata
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from alerts.compose import Message, compose
from alerts.faces.json_face import schema
from alerts.faces.slack_face import ALL, BLOCKS, HEADER, SECTION
from alerts.faces.untrusted import calm, clean, flat, shortened, web

MARKS = (
    "<script>alert(1)</script>", "<!channel>", "<@U1>", "</a>", '"', "'", "&amp;", "&lt;b&gt;", "*", "_", "~", "`",
    "**", "[a](http://b.example)", "![a](http://b.example/x.gif)", "> ", "# ", "- ", "1. ", "|", "\\",
    "\r\nBcc: a@b.org\r\n\r\n", "\u202e", "\u2066", "\u200b", "\u2060", "\u00ad", "\x00", "\x1b[31m", "\u0300" * 9,
    ":skull:", "@everyone", "%0d%0a", "javascript:alert(1)", "https://evil.example", "\u2028", "\ufeff", "\U000e0041",
    "\u3164", "]]>", "{{", "{+", "-]",
)  # fmt: skip
hostile = st.lists(st.one_of(st.sampled_from(MARKS), st.text(max_size=12), st.just("misconduct")), max_size=12).map(
    "".join
)
MADE = "2026-03-09T09:00:00+00:00"


def item(text: str, **other: Any) -> dict[str, Any]:
    runs = [{"kind": kind, "text": text} for kind in ("equal", "removed", "added")]
    return {
        "kind": "item", "id": 1, "event": "changed", "version": 2, "seen": MADE, "source": "met", "forces": [text],
        "title": text, "ref": text, "date": "2026-03-03", "published": "2026-03-03", "address": "https://met.example/1",
        "topics": ["misconduct"], "quote": f"{text} misconduct {text}", "words": "misconduct",
        "where": "attachment " + text,
        "asked": [text, "another"], "changed": ["title"], "diff": [{"where": text, "runs": runs, "cut": True}],
        "attachments": [{"label": text, "address": "https://met.example/" + text}, {"label": text, "address": text}],
        "others": [{"id": 2, "title": text, "forces": [text], "address": text}],
        **other,
    }  # fmt: skip


def faces(message: Message) -> tuple[str, ...]:
    return message.subject, message.text, message.html, message.markdown, str(message.slack)


class Tags(HTMLParser):
    """What a mail program would find in a page: its elements, links and attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags, self.attributes, self.links = set[str](), set[str](), list[str]()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]


OURS = {
    "html", "head", "meta", "title", "style", "body", "div", "h1", "h2", "p", "a", "bdi", "ul", "li", "br", "span",
    "blockquote", "mark", "del", "ins",
}  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(hostile)
def test_html_holds_our_elements_and_links_only(text: str) -> None:
    found = Tags(compose(text, [item(text)], made=MADE).html)
    assert found.tags <= OURS
    assert not any(name.startswith("on") for name in found.attributes)
    assert all(link.startswith("https://met.example/") or web(link) == link for link in found.links)


@settings(max_examples=60, deadline=None)
@given(hostile)
def test_nothing_turns_the_writing_or_hides_in_any_face(text: str) -> None:
    for face in faces(compose(text, [item(text)], made=MADE)):
        # The word joiner is ours: it parts @ from a name.
        odd = [one for one in face if unicodedata.category(one) in ("Cc", "Cf", "Cs") and one not in "\n\u2060"]
        assert odd == []


@settings(max_examples=60, deadline=None)
@given(hostile)
def test_slack_finds_no_marks_but_ours_and_takes_the_message(text: str) -> None:
    message = compose(text, [item(text) for _ in range(2)], made=MADE)
    slack = message.slack
    texts = [one for block in slack["blocks"] for one in (block.get("text"), *block.get("elements", ())) if one]
    assert 0 < len(slack["blocks"]) <= BLOCKS
    assert sum(len(one["text"]) for one in texts) <= ALL
    for one in texts:
        assert 0 < len(one["text"]) <= (HEADER if one["type"] == "plain_text" else SECTION)
        marked = re.findall(r"<[^>]*>?", one["text"])
        assert all(re.fullmatch(r"<https?://[^|<>\s]+\|[^|<>]*>", link) for link in marked)
        assert not re.search(r"&(?!amp;|lt;|gt;)", one["text"])
        assert "@everyone" not in re.sub(r"<[^|]*\|", "", one["text"])


@settings(max_examples=60, deadline=None)
@given(hostile)
def test_markdown_becomes_no_html_image_or_foreign_link(text: str) -> None:
    markdown = compose(text, [item(text)], made=MADE).markdown
    tokens = MarkdownIt("commonmark").parse(markdown)
    inner = [one for token in tokens for one in (token, *(token.children or ()))]
    kinds = {one.type for one in inner}
    assert not kinds & {"html_block", "html_inline", "image", "code_block", "fence", "heading_open", "code_inline"}
    links = [str(one.attrs["href"]) for one in inner if one.type == "link_open"]
    assert all(link.startswith("https://met.example/") or web(link) for link in links)


@settings(max_examples=60, deadline=None)
@given(hostile)
def test_subject_and_headers_are_single_lines(text: str) -> None:
    message = compose(text, [item(text)], made=MADE)
    for one in (message.subject, *message.mail_headers("foi@example.org").values()):
        assert one.isprintable()
        assert len(one) <= 4_000


@settings(max_examples=60, deadline=None)
@given(hostile)
def test_the_payload_is_as_the_schema_says(text: str) -> None:
    payload = compose(text, [item(text)], made=MADE).payload
    assert list(Draft202012Validator(schema()).iter_errors(payload)) == []


@given(st.text())
def test_calm_text_is_one_line_and_stays_as_it_is(text: str) -> None:
    once = calm(text)
    assert once.isprintable()
    assert calm(once) == once


@given(st.text(max_size=60), st.integers(1, 40))
def test_a_cut_text_is_short_and_a_beginning(text: str, most: int) -> None:
    said = shortened(flat(text), most)
    assert len(said) <= most
    if len(flat(text)) > most:
        assert flat(text).startswith(said.removesuffix("…").rstrip())


def test_words_are_not_torn_by_what_is_not_seen() -> None:
    assert calm("mis\u200bcon\u00adduct\u2060") == "misconduct"
    assert calm("a\r\n\tb\u2028c\u00a0d") == "a b c d"
    assert clean({"a": ["\u202eb"], "n": 1}) == {"a": ["b"], "n": 1}


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "https://force.police.uk@evil.example/",
        "//evil.example",
        "http://",
        "https://[::1",
        "data:x",
    ],
)
def test_such_an_address_is_no_link(address: str) -> None:
    assert web(address) == ""


def test_an_address_is_ascii_and_closes_no_link() -> None:
    assert web("https://a.example/ü x>)|\u202ey") == "https://a.example/%C3%BC%20x%3E)%7C%E2%80%AEy"
