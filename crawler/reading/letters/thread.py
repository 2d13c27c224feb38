"""A correspondence on a public archive: what was asked, what was answered in the end, and when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crawler.reading.fields import Dates, Marked
from crawler.reading.letters.interim import is_number
from crawler.reading.letters.interim_signs import PUTS_OFF
from crawler.reading.letters.messages import Message, messages
from crawler.reading.letters.phrases import SIGN_OFF
from crawler.reading.letters.replaced import in_reach, replaced, reviewed
from crawler.reading.letters.withdrawn import is_withdrawn, withdraws

_LABEL = re.compile(
    r"(?:our |foi |your )?ref(?:erence)?\b.{0,40}\d.{0,10}|(?:internal review|(?:re: ?)?freedom of information(?:"
    r" act)?(?: \d{4})?"
    r"(?: request)?|request for information)\b.{0,60}|\d+ attachments?(?::.*)?|subject: .*"
    r"|(?:[-•*] )?[^.?!]{1,80}\.(?:pdf|docx?|xlsx?|csv|rtf|odt|ods|txt|zip)\b.{0,40}"
    r"|[\d.]+ ?[km]b?|(?:[\d.]+ ?[km]b? )?(?:download|view(?: as html)?)(?: (?:download|view as html))*",
    re.I,
)
_SIGNED = 6  # lines of name, post and office under a sign-off
_POST = re.compile(
    r"(?:[A-Z][\w’'.-]*,? )?(?:[\w&,-]+ ){0,5}(?:officer|manager|team|unit|department|mailbox|adviser|advisor|maker"
    r"|governance"
    r"|rights|compliance|reviewer|head of .{3,40})",
    re.I,
)
_GREETING = re.compile(
    r"(?:dear|good (?:morning|afternoon|evening)|hello|hi|annwyl|prynhawn da|bore da"
    r"|to whom it may concern)\b(?:,? [^\s,.;:?]+){0,9},?",
    re.I,
)
# A sign-off in the line of the last sentence, with the name of whoever signs.
_RUN_ON = re.compile(
    r"(?<=[.?!;)]) (?:yours (?:faithfully|sincerely|truly)|(?:(?:kind(?:est)?|best|warm|many) )?"
    r"(?:regards|wishes|thanks))"
    r"\b[,.]?(?: (?-i:[A-Z])[\w’'.-]*,?){0,5}\W*$",
    re.I,
)
# What stands before the name that ends a letter.
_CLOSES = re.compile(r"\b(?:yours|from|signed|all the best)[,:]?\s*$", re.I)
_STOPS = (".", "?", "!", ";", ")")


@dataclass(frozen=True)
class Thread:
    """What the requester wrote and what the body answered, receipts left out, and the dates of both.

    `asked` is the request and `later` what the requester wrote after it, as where a review is asked for. `receipts`
    are the lines of the letters that answer nothing yet; `written` all that the body wrote: its reference stands in
    any of them.
    `withdrawn`: the request was taken back before it was answered. `held`: where nothing is answered yet, the last
    letter that puts the answer off or asks back.
    """

    asked: tuple[str, ...]
    later: tuple[str, ...]
    answered: tuple[tuple[str, ...], ...]
    dates: Dates
    overturned: tuple[str, ...] = ()
    receipts: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    withdrawn: bool = False
    held: tuple[str, ...] = ()


def thread(lines: Sequence[str], marks: Sequence[Marked] = ()) -> Thread | None:
    """The thread, or None for a text without dated messages from both sides; `marks` as in messages."""
    found = messages(lines, marks)
    outgoing = [message for message in found if not message.incoming]
    incoming = [message for message in found if message.incoming]
    answers = [message for message in incoming if message.kind == "answer"]
    if not outgoing or len(found) < 2:
        return None
    over = replaced(answers)
    # A request made smaller is answered when that is; a review leaves the day of the first answer.
    first = over if over and in_reach(answers, over) and not reviewed(answers[over]) else 0
    asked = [tuple(_unsigned(message)) for message in outgoing]
    interim = [message for message in incoming if message.kind != "answer"]
    held = None if answers else next((one for one in reversed(interim) if _puts_off(one)), None)
    left = [line for message in interim if message is not held for line in message.lines if not _label(line)]
    return Thread(
        asked[0],
        tuple(line for later in asked[1:] for line in later),
        tuple(tuple(_unsigned(message)) for message in answers),
        Dates(outgoing[0].date, answers[first].date if answers else ""),
        tuple(line for message in answers[:over] for line in message.lines),
        tuple(left),
        tuple(line for message in incoming for line in message.lines),
        not answers and (is_withdrawn(lines) or any(withdraws(message.lines) for message in outgoing[1:])),
        tuple(_unsigned(held)) if held else (),
    )


def _puts_off(message: Message) -> bool:
    """Whether a letter that answers nothing says more than that the request has come."""
    return message.kind == "clarification" or any(map(PUTS_OFF.search, message.lines))


def _unsigned(message: Message) -> list[str]:
    """The lines of a letter without greeting, labels and signature."""
    kept: list[str] = []
    signing = 0
    for line in message.lines:
        if SIGN_OFF.fullmatch(line.strip()):
            signing = _SIGNED
        elif signing and len(line.split()) <= 8 and not line.endswith((".", "?", ":")):
            signing -= 1
        elif not _label(line):
            signing = 0
            kept.append(_RUN_ON.sub("", line))
    while kept and _POST.fullmatch(kept[-1].strip()):
        kept.pop()
    if kept and not message.incoming:
        kept[-1] = _unnamed(kept[-1].strip(), message.sender)
    return list(filter(None, kept))


def _unnamed(line: str, sender: str) -> str:
    """The last line of a letter without the name of its writer, where a sentence ends before it."""
    if not sender or not line.endswith(sender):
        return line
    said = _CLOSES.sub("", line.removesuffix(sender)).strip()
    return said if not said or said.endswith(_STOPS) else line


def _label(line: str) -> bool:
    text = line.strip()
    return bool(_LABEL.fullmatch(text) or _GREETING.fullmatch(text) or is_number(text))
