"""What a service made of a message, and who is to blame when it did not take it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from alerts.sending.answers import Answer

Blame = Literal["", "message", "target", "host", "unclear", "silent"]
# RFC 9110, 15.5: these speak of what was sent. All other refusals (who you are, where you ask, how often) would
# meet any other message as well.
_OF_THE_MESSAGE = frozenset({400, 406, 411, 412, 413, 414, 415, 416, 422, 431, 451})
_OF_THE_HOST = frozenset({502, 503, 504, 520, 521, 522, 523, 524})


@dataclass(frozen=True)
class Outcome:
    """What became of a message: `error` is empty when it was accepted, `answer` is what the service said.

    `blame` decides what must wait: a message that is refused holds up no other, a target none of another's.
    Of a `silent` service nobody knows whether it took the message. `retry_after` are the seconds for which it asked
    to be left in peace.
    """

    target: str
    error: str = ""
    answer: str = ""
    blame: Blame = ""
    retry_after: float = 0.0
    brief: str = ""  # the error in two words, with nothing in it of what was sent

    @property
    def refused(self) -> bool:
        return self.blame == "message"


def accepted(target: str, heard: Sequence[Answer]) -> Outcome:
    """The service took it."""
    return Outcome(target, answer=str(heard[-1]) if heard else "")


def failed(target: str, error: str, heard: Sequence[Answer]) -> Outcome:
    """It did not, and what it said last tells why."""
    last = next((one for one in reversed(heard) if not 200 <= one.status < 300), heard[-1] if heard else None)
    if last is None:
        return Outcome(target, error, "", "host", brief="no answer")
    wait = max((one.retry_after for one in heard), default=0.0)
    brief = f"{last.protocol} {last.status}" if last.status else str(last)
    return Outcome(target, error, str(last), blame(last), wait, brief)


def blame(answer: Answer) -> Blame:
    """Who is to blame for what was not accepted."""
    if not answer.reached:
        return "host"
    if not answer.status:
        return "silent"
    if answer.protocol == "SMTP":
        return _of_mail(answer)
    if answer.status in _OF_THE_MESSAGE:
        return "message"
    if answer.status in _OF_THE_HOST:
        return "host"
    # A receiver may fail at a certain message, or say no with a 200.
    return "target" if 300 <= answer.status < 500 else "unclear"


def _of_mail(answer: Answer) -> Blame:
    """RFC 5321, 4.2.1: 4yz will pass; 5yz after DATA, or for the size told before it, is said of the message."""
    return "message" if answer.stage == "data" and answer.status >= 500 else "target"


def reason(said: Sequence[str]) -> str:
    """What Apprise logged of a failure, each sentence once, in one line."""
    lines = [" ".join(line.split()).rstrip(".") for line in said if line.strip()]
    return "; ".join(dict.fromkeys(lines))[:300] or "the service did not accept the message"
