"""What services answer is heard, although Apprise keeps it: status, Retry-After, words, and who is to blame."""

import socket
import threading
from email import message_from_bytes
from email.policy import default

import pytest
from aiosmtpd.controller import Controller
from apprise.plugins.slack import NotifySlack

from alerts.deliver import deliver, send
from alerts.preview import sample
from alerts.sending.answers import Answer, few, hearing, note, seconds
from alerts.sending.outcome import blame
from alerts.subscribing.queue import queue
from alerts.subscribing.subscriptions import Subscription

NOW = "2026-11-21T10:00:00+00:00"
DATE = "Sat, 21 Nov 2026 10:00:00 GMT"
MESSAGE = sample(Subscription("desk"), NOW)


@pytest.mark.parametrize(
    ("header", "date", "wait"),
    [
        ("120", "", 120),
        (" 7 ", "", 7),
        ("0", "", 0),
        ("Sat, 21 Nov 2026 10:30:00 GMT", DATE, 1800),
        ("Sat, 21 Nov 2026 09:30:00 GMT", DATE, 0),
        ("Sat, 21 Nov 2026 10:30:00 GMT", "", 0),
        ("-5", DATE, 0),
        ("soon", DATE, 0),
        ("", "", 0),
    ],
)
def test_a_retry_after_is_in_seconds_or_a_moment(header: str, date: str, wait: float) -> None:
    assert seconds(header, date) == wait


@pytest.mark.parametrize(
    ("answer", "who"),
    [
        (Answer("HTTP", 400), "message"),
        (Answer("HTTP", 413), "message"),
        (Answer("HTTP", 401), "target"),
        (Answer("HTTP", 404), "target"),
        (Answer("HTTP", 429), "target"),
        (Answer("HTTP", 409), "target"),
        (Answer("HTTP", 500), "unclear"),
        (Answer("HTTP", 200), "unclear"),
        (Answer("HTTP", 503), "host"),
        (Answer("HTTP"), "silent"),
        (Answer("HTTP", reached=False), "host"),
        (Answer("SMTP", 554, stage="data"), "message"),
        (Answer("SMTP", 451, stage="data"), "target"),
        (Answer("SMTP", 550), "target"),
        (Answer("SMTP", 535), "target"),
        (Answer("SMTP"), "silent"),
    ],
)
def test_who_is_to_blame(answer: Answer, who: str) -> None:
    assert blame(answer) == who


def test_only_the_first_words_are_shown_and_none_that_move_a_cursor() -> None:
    assert few(b"no\x1b[2J\r\n such \xff channel") == "no [2J such � channel"
    assert len(few("x" * 1000)) == 120


def test_who_does_not_hear_is_told_nothing() -> None:
    note(Answer("HTTP", 200))
    with hearing() as heard:
        note(Answer("HTTP", 500))
    assert heard == [Answer("HTTP", 500)]


def test_what_a_web_service_said_is_told(answering) -> None:
    status = [204]
    port = answering(lambda path, body, key: (status[0], (("Retry-After", "90"),)))
    outcome = send(f"json://127.0.0.1:{port}/", MESSAGE)
    assert (outcome.error, outcome.answer) == ("", "HTTP 204 No Content")
    status[0] = 429
    outcome = send(f"json://127.0.0.1:{port}/", MESSAGE)
    assert (outcome.answer, outcome.blame, outcome.retry_after) == ("HTTP 429 Too Many Requests", "target", 90)
    assert "429" in outcome.error


def test_a_service_that_is_not_there_and_one_that_says_nothing(answering) -> None:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        nobody = send(f"json://127.0.0.1:{one.getsockname()[1]}/", MESSAGE)
    assert (nobody.answer, nobody.blame) == ("not reached", "host")
    closing = send(f"json://127.0.0.1:{answering(lambda *_: (0,))}/", MESSAGE)
    stalling = send(f"json://127.0.0.1:{answering(lambda *_: (204, (), 2))}/?rto=0.2", MESSAGE)
    for silent in (closing, stalling):
        assert (silent.answer, silent.blame) == ("closed without an answer", "silent")


def test_each_webhook_has_the_key(store, web) -> None:
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def listen() -> None:
            for _ in range(2):
                connection, _ = server.accept()
                with connection:
                    heard.append(connection.recv(65536))
                    connection.sendall(b"HTTP/1.1 204 No Content\r\n\r\n")

        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        port = server.getsockname()[1]
        for scheme in ("form", "xml"):
            assert send(f"{scheme}://127.0.0.1:{port}/", MESSAGE).error == ""
        thread.join(5)
    assert [f"Idempotency-Key: {MESSAGE.key}".encode() in one for one in heard] == [True, True]


class Server:
    """A mail server that answers DATA with what `says` gives for the mail."""

    def __init__(self, says) -> None:
        self.says, self.mails = says, []

    async def handle_DATA(self, server, session, envelope) -> str:
        self.mails.append(message_from_bytes(envelope.content, policy=default))
        return self.says(self.mails[-1])


class AnyPort(Controller):
    """A controller that learns which port it was given before it tries its own door."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@pytest.fixture
def mailing():
    """`mailing(says)`: a mail server and the address of a reader there."""
    controllers = []

    def serve(says):
        server = Server(says)
        controllers.append(AnyPort(server, hostname="127.0.0.1", port=0))
        controllers[-1].start()
        port = controllers[-1].port
        return server, f"mailto://127.0.0.1:{port}?from=foi@example.org&to=reader@example.org&mode=insecure"

    yield serve
    for one in controllers:
        one.stop()


def test_a_mail_has_one_message_id_and_it_is_that_of_the_message(mailing) -> None:
    server, address = mailing(lambda mail: "250 queued as 4711")
    outcomes = [send(address, MESSAGE) for _ in range(2)]
    assert [outcome.answer for outcome in outcomes] == ["SMTP 250 queued as 4711"] * 2
    assert [mail.get_all("Message-ID") for mail in server.mails] == [[f"<{MESSAGE.key[:40]}@example.org>"]] * 2
    other = sample(Subscription("other"), NOW)
    send(address, other)
    assert server.mails[-1]["Message-ID"] != server.mails[0]["Message-ID"]


@pytest.mark.parametrize(
    ("answer", "who"),
    [("554 no", "message"), ("552 too big", "message"), ("451 later", "target")],
)
def test_what_a_mail_server_said_is_told(mailing, answer: str, who: str) -> None:
    _, address = mailing(lambda mail: answer)
    outcome = send(address, MESSAGE)
    assert (outcome.answer, outcome.blame) == (f"SMTP {answer}", who)
    assert outcome.error


def test_a_mail_server_that_is_not_there() -> None:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
        outcome = send(f"mailto://127.0.0.1:{port}?from=a@example.org&to=b@example.org&mode=insecure", MESSAGE)
    assert (outcome.answer, outcome.blame) == ("not reached", "host")


def test_services_that_are_no_webhooks_are_heard_too(answering, monkeypatch) -> None:
    port = answering(lambda path, body, key: (429, (("Retry-After", "33"),)))
    monkeypatch.setattr(NotifySlack, "webhook_url", f"http://127.0.0.1:{port}/services")
    outcome = send("slack://TAAAAAAAA/BBBBBBBBB/CCCCCCCCCCCCCCCCCCCCCCCC/#desk", MESSAGE)
    assert (outcome.answer, outcome.blame, outcome.retry_after) == ("HTTP 429 Too Many Requests", "target", 33)


def test_a_mail_box_that_is_gone_is_the_target_s_fault(mailbox) -> None:
    mailbox.refused = {"gone@example.org"}
    outcome = send(mailbox.address("gone@example.org"), MESSAGE)
    assert (outcome.answer, outcome.blame) == ("SMTP 550 no such person", "target")


def test_a_mail_that_is_refused_for_one_item_is_sent_without_it(store, keeper, mailing) -> None:
    server, address = mailing(lambda mail: "554 spam" if "part 3<" in mail.get_body(("html",)).get_content() else "250")
    one = Subscription("desk", topics=("misconduct",), to=(address,))
    queue(store, [one], NOW)
    for number in range(1, 6):
        keeper(number)
    queue(store, [one], NOW)
    report = deliver(store, [one], NOW)
    assert (len(report.sent), [left.disclosure for left in report.waiting]) == (4, [3])
    ids = [mail["Message-ID"] for mail in server.mails]
    assert len(set(ids)) == len(ids)
