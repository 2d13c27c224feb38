"""Sending through Apprise, each target on its own; marked sent only after the service accepted it."""

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta
from functools import partial
from smtplib import SMTPException, SMTPResponseException
from typing import Any

from apprise import Apprise, AppriseAsset, NotifyBase, NotifyFormat
from apprise.plugins.custom_form import NotifyForm
from apprise.plugins.custom_json import NotifyJSON
from apprise.plugins.custom_xml import NotifyXML
from apprise.plugins.email import NotifyEmail
from apprise.plugins.email import base as email_plugin
from apprise.plugins.email.smtp import AppriseSMTPController
from apprise.plugins.slack import NotifySlack
from apprise.result import AppriseResultStatus
from filelock import FileLock

from alerts.compose import Message
from alerts.faces.closing import closings
from alerts.sending import outcome
from alerts.sending.answers import Answer, few, hearing, note
from alerts.sending.outcome import Outcome
from alerts.sending.report import Report as Report
from alerts.sending.report import sentences
from alerts.sending.rounds import Place, Round
from alerts.sending.targets import digest, host, name, single
from alerts.subscribing.schedule import serve
from alerts.subscribing.subscriptions import Subscription
from store import outbox
from store.database import Store

TIMEOUT = 45  # seconds that one message may take
# Apprise waits 4 s for an answer. A service that accepts a message in 5 s would then be sent it again and again.
ANSWER = 30.0
DEAD_AFTER_DAYS = 7.0
LOCK = "deliver.lock"
# Set for the mail that is being sent; Apprise hands it on to the thread that sends.
_MESSAGE_ID: ContextVar[str] = ContextVar("message_id", default="")
_PLAIN: ContextVar[str] = ContextVar("plain", default="")

# What Apprise logs of a failure comes back with its result and is said once, by us.
logging.getLogger("apprise").propagate = False


def deliver(
    store: Store, subscriptions: Iterable[Subscription], now: str, dead_after_days: float = DEAD_AFTER_DAYS
) -> Report:
    """Send all that is due, one message for each subscription and target. What fails, waits.

    What has waited for `dead_after_days` and was tried at least four times becomes a dead letter.
    """
    subscriptions = tuple(subscriptions)
    addresses = {digest(address): address for one in subscriptions for address in single(one.to)}
    names = {target: name(address) for target, address in addresses.items()}
    # Two that deliver at once would both send what neither has marked yet.
    with FileLock(store.folder / LOCK):
        serve(store, subscriptions, now)
        errors = _orphans(store, addresses, now)
        places = {target: Place(address, host(address)) for target, address in addresses.items()}
        this = Round(store, places, now, timedelta(days=dead_after_days), closings(store, subscriptions, now))
        this.run(send)
    dead = tuple(outbox.deliveries(store, "dead"))
    errors += sentences(this.failures, this.buried, dead, names)
    return Report(tuple(this.sent), tuple(outbox.deliveries(store, "waiting")), dead, tuple(errors), names)


def _orphans(store: Store, addresses: Mapping[str, str], now: str) -> list[str]:
    """A target that has left the configuration can be sent nothing; that is said, not hidden."""
    lost = [one for one in outbox.deliveries(store, "waiting", due=now) if one.target not in addresses]
    if not lost:
        return []
    outbox.mark_dead(store, lost, now, "the target is no longer in the configuration")
    return [f"{len(lost)} alerts are for targets that are no longer in the configuration: dead letters"]


def understood(address: str) -> bool:
    """Whether Apprise knows such addresses; whether the service will accept anything is not asked."""
    return all(_service(one) is not None for one in single([address]))


def _service(address: str) -> NotifyBase | None:
    # A scraped title must not be able to name a file or an escape for Apprise to act on.
    asset = AppriseAsset(app_id="foiwatch", app_desc="", interpret_escapes=False)
    service: NotifyBase | None = Apprise.instantiate(address, asset=asset)
    return service


def send(address: str, message: Message) -> Outcome:
    """Send one message to one target, with an Apprise object of its own: one used again makes itself wait."""
    shown, service = name(address), _service(address)
    if service is None:
        return Outcome(shown, "Apprise does not understand this address", blame="target", brief="not understood")
    _address(service, message)
    kind, body = _face(service, message)
    calls = Apprise()
    calls.add(service)
    with hearing() as heard:
        result = calls.notify(body=body, title=message.subject, body_format=kind, timeout=TIMEOUT)
    if result:
        return outcome.accepted(shown, heard)
    if result.status is AppriseResultStatus.TIMEOUT:
        return outcome.failed(shown, f"no answer within {TIMEOUT} s", heard)
    return outcome.failed(shown, outcome.reason([entry.message for entry in result.logs()]), heard)


def _address(service: NotifyBase, message: Message) -> None:
    """Let a repeat be known as one, where the service has a place to say so, and wait long enough for its answer."""
    _PLAIN.set(message.text)  # for other services of mail as well
    if isinstance(service, NotifyJSON):
        # Apprise's own keys (title, message, type) stay; the facts for a program stand under "foiwatch".
        service.payload_extras["foiwatch"] = message.payload
    if isinstance(service, NotifyJSON | NotifyXML | NotifyForm):
        service.headers["Idempotency-Key"] = message.key
    if isinstance(service, NotifyEmail):
        service.headers.update(message.mail_headers(str(min(service.reply_to, default=service.from_addr[1]))))
        _MESSAGE_ID.set(f"<{message.key[:40]}@{_domain(service)}>")
        if service.socket_connect_timeout == type(service).socket_connect_timeout:  # no ?cto=; it is for all answers
            service.socket_connect_timeout = int(ANSWER)
    if isinstance(service, NotifySlack) and message.slack and not service.template:
        service._send = partial(_in_blocks, service._send, message.slack)  # type: ignore[method-assign]
    if service.socket_read_timeout == type(service).socket_read_timeout:  # no ?rto= in the address
        service.socket_read_timeout = ANSWER


def _in_blocks(plain: Callable[..., Any], slack: Mapping[str, Any], url: str, payload: dict, **how: Any) -> Any:
    if "attachments" in payload:  # Apprise's one text; the channel and the user stay
        payload = {name: one for name, one in payload.items() if name not in ("attachments", "mrkdwn")} | dict(slack)
    return plain(url, payload, **how)


def _domain(service: NotifyEmail) -> str:
    """That of the sender: it must be one's own, and the same for a repeat."""
    domain = str(service.from_addr[1]).rpartition("@")[2]
    return domain if re.fullmatch(r"[A-Za-z0-9.-]+", domain) else "foiwatch.invalid"


class _Post(AppriseSMTPController):
    """A connection to a mail server that says what the server answered, and gives a mail our own Message-ID."""

    def __enter__(self) -> AppriseSMTPController:
        with _noting():
            super().__enter__()
        for step in ("mail", "rcpt", "data"):
            setattr(self._socket, step, _noted(getattr(self._socket, step), step))
        return self

    def sendmail(self, from_addr: str, to_addrs: list, message: str) -> bool:
        head, gap, body = message.partition("\n\n")
        ours = re.sub(r"(?mi)^(Message-ID:).*(\n[ \t].*)*", rf"\1 {_MESSAGE_ID.get()}", head, count=1)
        return bool(super().sendmail(from_addr, to_addrs, ours + gap + body))


def _noted(plain: Callable[..., tuple[int, bytes]], step: str) -> Callable[..., tuple[int, bytes]]:
    def call(*words: Any) -> tuple[int, bytes]:
        with _noting("data" if step == "data" else ""):
            code, said = plain(*words)
        # A server may say before it sees a message that it is too big: RFC 1870, 6.1.
        stage = "data" if step == "data" or (step, code) == ("mail", 552) else ""
        note(Answer("SMTP", code, few(said), stage=stage))
        return code, said

    return call


@contextmanager
def _noting(stage: str = "") -> Iterator[None]:
    try:
        yield
    except SMTPResponseException as error:
        note(Answer("SMTP", error.smtp_code, few(error.smtp_error), stage=stage))
        raise
    except (OSError, SMTPException):
        note(Answer("SMTP", reached=bool(stage)))
        raise


# Apprise makes a Message-ID of its own and has no place for another: its connection is the last to see the mail.
email_plugin.AppriseSMTPController = _Post  # type: ignore[attr-defined]
# It makes the plain part out of the HTML; ours has the same facts in better order.
email_plugin.convert_between = lambda *_: _PLAIN.get()  # type: ignore[attr-defined]


def _face(service: object, message: Message) -> tuple[NotifyFormat, str]:
    """The face that a service shows best: HTML for mail, text for programs, Markdown where understood."""
    resolve = service.resolve_format  # type: ignore[attr-defined]
    if isinstance(service, NotifyEmail | NotifyJSON):
        kind = NotifyFormat.HTML if resolve("markdown") is NotifyFormat.HTML else NotifyFormat.TEXT
        return kind, getattr(message, str(kind.value))
    kind = resolve("markdown")  # the title may join the body, and signs that a service escapes take more room
    room = (service.body_maxlen - len(message.subject)) * 4 // 5  # type: ignore[attr-defined]
    return kind, message.within(str(kind.value), max(room, 80))
