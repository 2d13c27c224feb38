"""A message: its subject, each disclosure once, no flood, and nothing from a page that could act."""

import pytest

from alerts.compose import compose
from alerts.faces.markdown_face import link, literal
from alerts.faces.text_face import flat

ITEM = {
    "kind": "item", "id": 7, "event": "new", "version": 1, "seen": "2026-11-21T10:00:00+00:00",
    "source": "met", "forces": ["Metropolitan Police Service"], "title": "Officers dismissed",
    "ref": "01.FOI.26.1", "date": "2026-11",
    "address": "https://met.example/foi/7/", "topics": ["sexual_misconduct", "misconduct"],
    "quote": "How many officers were dismissed?", "words": "officers were dismissed", "where": "request",
    "attachments": [], "changed": [],
}  # fmt: skip
SUMMARY = {
    "kind": "summary", "event": "summary", "why": "source", "subscription": "desk", "examples": [],
    "sources": [{"source": "met", "name": "Metropolitan Police Service", "kept": 1200, "matching": 31}],
}  # fmt: skip


def item(**other) -> dict:
    return {**ITEM, **other}


def test_the_subject_of_one() -> None:
    message = compose("desk", [item()])
    said = "foiwatch: Metropolitan Police Service: new disclosure about sexual misconduct: Officers dismissed"
    assert message.subject == said


def test_the_subject_of_several_names_what_they_share() -> None:
    several = [item(id=1), item(id=2, topics=["vetting", "misconduct"])]
    assert compose("desk", several).subject == "foiwatch: 2 disclosures about misconduct"
    assert compose("desk", [item(id=1, topics=[]), item(id=2)]).subject == "foiwatch: 2 disclosures"


def test_the_subject_of_a_summary() -> None:
    assert compose("desk", [SUMMARY]).subject == "foiwatch: watching 1,200 disclosures, 31 of them as you asked"


def test_a_long_title_is_cut_in_the_subject_and_has_one_line() -> None:
    message = compose("desk", [item(title="Long\r\nBcc: a@b.org " + "and long " * 60)])
    assert len(message.subject) <= 180
    assert "\n" not in message.subject
    assert message.subject.endswith("…")


def test_a_disclosure_is_there_once_as_it_was_last() -> None:
    message = compose("desk", [item(), item(event="changed", version=2, changed=["ref"], title="Now another")])
    (only,) = message.payload["items"]
    assert (only["event"], only["title"], only["changed"]) == ("new", "Now another", [])


def test_what_changed_is_said() -> None:
    text = compose("desk", [item(event="changed", changed=["response_text", "attachments"])]).text
    assert "Changed: response text, attachments" in text


def test_what_changed_twice_is_told_from_the_first_to_the_last() -> None:
    diffs = [
        [{"where": "Reference", "runs": [{"kind": "added", "text": text}], "cut": False}] for text in ("26/1", "26/2")
    ]
    first = item(event="changed", version=2, changed=["ref"], diff=diffs[0])
    second = item(event="changed", version=3, changed=["title"], diff=diffs[1])
    (only,) = compose("desk", [first, second]).payload["items"]
    assert (only["changed"], only["diff"]) == (["ref", "title"], [*diffs[0], *diffs[1]])


def test_what_is_new_stays_new_when_it_is_in_the_news_too() -> None:
    others = [{"id": 3, "title": "Hearings", "forces": ["Kent Police"], "address": "https://kent.example/3"}]
    (only,) = compose("desk", [item(), item(event="dossier", others=others)]).payload["items"]
    assert (only["event"], only["others"]) == ("new", others)


def test_what_was_taken_down_is_not_told() -> None:
    gone = {"kind": "item", "id": 8, "event": "new", "version": 1, "taken_down": "2026-11-21T10:00:00+00:00"}
    message = compose("desk", [item(), gone])
    assert [one["id"] for one in message.payload["items"]] == [7]


@pytest.mark.parametrize("most", [2000, 900, 400, 120, 40])
@pytest.mark.parametrize("face", ["text", "markdown"])
def test_what_is_too_long_is_cut_between_items(face: str, most: int) -> None:
    several = [
        item(id=number, title=f"Number {number}.", address=f"https://met.example/{number}") for number in range(9)
    ]
    message = compose("desk", several)
    said = message.within(face, most)
    assert len(said) <= most
    assert said.count("](<") == said.count(">)")
    if most >= 120:
        assert "https://met.example/" in said
    assert message.within(face, 10**6) == getattr(message, face)


def test_a_mail_says_how_to_be_rid_of_it() -> None:
    headers = compose("desk\r\nBcc: x@y.org", [item()]).mail_headers("foi@example.org")
    assert headers["List-Unsubscribe"] == "<mailto:foi@example.org?subject=unsubscribe%20desk%20Bcc%3A%20x%40y.org>"
    assert headers["Auto-Submitted"] == "auto-generated"
    assert not any("\n" in value or "\r" in value for value in headers.values())


def test_several_summaries_are_one() -> None:
    other = {**SUMMARY, "sources": [{"source": "kent", "name": "Kent Police", "kept": 4, "matching": 0}]}
    message = compose("desk", [SUMMARY, other, SUMMARY])
    (only,) = message.payload["summaries"]
    assert [one["source"] for one in only["sources"]] == ["met", "kent"]
    assert "Kent Police: 4 kept, 0 as you asked" in message.text


def test_no_flood() -> None:
    several = [
        item(id=number, title=f"Number {number}.", address=f"https://met.example/{number}") for number in range(50)
    ]
    message = compose("desk", several)
    assert message.text.count("seen 21 November 2026") == 20
    assert "The next: Number 20." in message.text
    assert '<a href="https://met.example/20"' in message.html
    assert "And 30 more." in message.text
    assert "And 30 more." in message.html
    assert len(message.payload["items"]) == 50


@pytest.mark.parametrize("field", ["title", "quote", "ref", "words"])
def test_nothing_from_a_page_is_markup(field: str) -> None:
    hostile = '<script>alert(1)</script><img src=x onerror="x"> [a](javascript:x) <!here> *b* `c`'
    message = compose("desk", [item(**{field: hostile})])
    assert "<script" not in message.html
    assert "<img" not in message.html
    assert "<!here" not in message.markdown.replace("\\<!here", "")
    assert "[a](" not in message.markdown


def test_an_address_that_is_not_the_web_s_is_no_link() -> None:
    message = compose("desk", [item(address="javascript:alert(1)")])
    assert 'href="javascript' not in message.html
    assert link("javascript:alert(1)") == ""
    assert link("https://a.example/x>) y") == "https://a.example/x%3E)%20y"


def test_the_quote_is_marked() -> None:
    message = compose("desk", [item()])
    assert ">officers were dismissed</mark>" in message.html
    assert "> How many **officers were dismissed**?" in message.markdown
    assert "“How many *officers were dismissed*?” (in the request)" in message.text


def test_the_direction_of_writing_cannot_be_turned() -> None:
    assert flat("a\u202eb\u0007c") == "ab c"
    assert literal("@channel") == "@\u2060channel"


def test_a_test_is_marked() -> None:
    message = compose("desk", [item()], test=True)
    assert message.subject.startswith("foiwatch: TEST: ")
    for face in (message.text, message.html, message.markdown):
        assert "This is a test" in face


def test_the_key_stands_for_the_alerts_and_the_target() -> None:
    keys = {compose("desk", [item()], key=key).key for key in ("a 1", "a 1", "a 2", "b 1")}
    assert len(keys) == 3
