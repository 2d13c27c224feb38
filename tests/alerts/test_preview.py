"""What a preview shows is what is then sent, to the letter, and looking changes nothing."""

from html.parser import HTMLParser
from typing import Any

from alerts.deliver import deliver
from alerts.faces.preview_page import mrkdwn, page
from alerts.preview import preview
from alerts.subscribing.queue import queue
from alerts.subscribing.subscriptions import Subscription
from store import outbox

NOW = "2026-11-21T10:00:00+00:00"
NEXT = "2026-11-22T10:00:00+00:00"


def desk(*to: str, **other: Any) -> Subscription:
    return Subscription("desk", topics=("misconduct",), to=to, **other)


def test_what_is_shown_is_what_is_sent(store, keeper, web, mailbox) -> None:
    hook = web()
    one = desk(hook.address(), mailbox.address("reader@example.org"))
    queue(store, [one], NOW)
    keeper(1)
    keeper(2)
    (shown,) = preview(store, [one], NOW)
    assert len(shown.targets) == 2
    assert shown.heading == "=== desk: to 2 targets, now ==="
    assert shown.targets[1].startswith("mailto r…@example.org")
    assert outbox.deliveries(store, "waiting") == []
    queue(store, [one], NOW)
    assert [one.message for one in preview(store, [one], NOW)] == [shown.message]
    deliver(store, [one], NOW)
    assert hook.posts[0][1]["foiwatch"] == shown.message.payload
    assert hook.posts[0][1]["message"].strip() == shown.message.text.strip()
    (mail,) = mailbox.mails
    assert mail["Subject"] == shown.message.subject
    got = mail.get_body(("html",)).get_content().replace("\r\n", "\n")
    assert got.strip() == shown.message.html.strip()
    assert list(preview(store, [one], NOW)) == []


def test_a_message_that_waits_is_shown_as_it_was_made(store, keeper, web) -> None:
    hook = web()
    hook.status = 500
    one = desk(hook.address())
    queue(store, [one], NOW)
    keeper(1)
    queue(store, [one], NOW)
    deliver(store, [one], NOW)
    keeper(2)
    waiting, coming = preview(store, [one], NOW)
    assert waiting.message.payload == hook.posts[0][1]["foiwatch"]
    assert waiting.when > NOW
    assert [item["id"] for item in coming.message.payload["items"]] == [2]


def test_a_digest_is_shown_with_its_hour_and_its_end(store, keeper, web) -> None:
    hook = web()
    one = desk(hook.address(), when="daily")
    queue(store, [one], "2026-11-21T09:00:00+00:00")
    keeper(1)
    (shown,) = preview(store, [one], NOW)
    assert shown.when >= NOW
    assert shown.message.payload["closing"]["new"] == 1
    assert "New since" in shown.message.text


class Seen(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))


def test_the_page_holds_every_face_and_runs_nothing(store, keeper, web) -> None:
    one = desk(web().address())
    queue(store, [one], NOW)
    keeper(1, title='Misconduct </iframe></pre><script>alert(1)</script>" onload="x" *b* <!channel>')
    html = page(preview(store, [one], NOW))
    seen = Seen(html)
    tags = [tag for tag, _ in seen.elements]
    assert "script" not in tags
    assert tags.count("iframe") == 1
    (frame,) = [attributes for tag, attributes in seen.elements if tag == "iframe"]
    assert set(frame) == {"sandbox", "title", "srcdoc"}
    assert "</bdi></a></h2>" in (frame["srcdoc"] or "")
    assert "default-src 'none'" in html
    assert not any(name.startswith("on") for _, attributes in seen.elements for name in attributes)
    assert "Nothing would be sent now." in page([])


def test_slack_s_marks_are_shown_as_slack_shows_them() -> None:
    said = mrkdwn("*<https://a.example/?_x_=1&amp;b=2|A *b*>* · _where_\n> held ~7~ *9* &lt;b&gt;\nend <x>")
    assert '<a href="https://a.example/?_x_=1&amp;b=2">' in said
    assert "<i>where</i>" in said
    assert "<blockquote>held <del>7</del> <b>9</b> &lt;b&gt;</blockquote>" in said
    assert said.endswith("end &lt;x&gt;")
