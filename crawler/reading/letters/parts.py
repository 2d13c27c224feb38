"""What was asked and answered, and when, by the kind of document: a reply, a correspondence, a report, a mail."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crawler.reading.facts.date_roles import is_dated_label
from crawler.reading.facts.letter_dates import HEAD, letter_dates, month_folder
from crawler.reading.fields import Dates, Page
from crawler.reading.letters import named_files
from crawler.reading.letters.edges import REQUESTING
from crawler.reading.letters.interim import kind
from crawler.reading.letters.letter import Letter, letter
from crawler.reading.letters.letter_parts import request_part, response_part, sifted
from crawler.reading.letters.mail import Mails, mails
from crawler.reading.letters.message_log import logged
from crawler.reading.letters.news import report
from crawler.reading.letters.phrases import is_title
from crawler.reading.letters.quoting import plain
from crawler.reading.letters.thread import Thread, thread
from crawler.reading.questions.items import item_of


@dataclass(frozen=True)
class Parts:
    """A document in its parts. `written`: the lines in which its reference may stand, all of them where empty.

    `withdrawn`: it is of a request that was taken back unanswered. `held`: what a body wrote that has not answered yet.
    """

    letter: Letter
    dates: Dates
    notes: tuple[str, ...] = ()
    overturned: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    withdrawn: bool = False
    held: tuple[str, ...] = ()


def parts(sort: str, lines: Sequence[str], seen: Page, url: str, *, us: bool = False) -> Parts:
    """The parts of a document of that kind; `us` as in letter_dates."""
    if sort == "news":
        told = report(lines)
        return Parts(
            Letter((), (), told.body, -1), Dates(published=seen.published or told.published or month_folder(url))
        )
    if sort == "correspondence" and (turns := thread(lines, seen.letters)):
        return _of_thread(turns, seen)
    lines = plain(lines)
    if seen.attachments:
        lines = [line for line in lines if not named_files.is_link_line(line, seen.attachments)]
    if sent := logged(lines) or mails(lines):
        return _of_mails(sent, url, seen, us)
    dates, notes = letter_dates(lines, url, seen.published, us=us)
    return Parts(letter(_undated(lines), seen.set_in), dates, notes)


def _undated(lines: Sequence[str]) -> list[str]:
    """The lines without the labels of dates in the head, which are fields of their own."""
    return [line for at, line in enumerate(lines) if at > HEAD or not is_dated_label(line)]


def _of_thread(turns: Thread, seen: Page) -> Parts:
    said, held = [sifted(each) for each in turns.answered], sifted(turns.held)
    kept = tuple(text for part in said for text in part.kept)
    left_out = (text for part in (*said, held) for text in part.left_out)
    split = Letter((), turns.asked, kept, 0, boilerplate=(*turns.receipts, *left_out), later=turns.later)
    # A file is seldom called by the reference as it is written: its name counts after all that is said.
    written = sorted(turns.written, key=lambda line: named_files.is_link_line(line, seen.attachments))
    return Parts(split, turns.dates, (), turns.overturned, tuple(written), turns.withdrawn, _told(held.kept))


def _told(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines, none where they are but the name and post of who signs."""
    return () if all(map(is_title, lines)) else tuple(lines)


def _of_mails(sent: Mails, url: str, seen: Page, us: bool) -> Parts:
    """The newest mail is the answer; the mail quoted under it is the request where it does not repeat it itself."""
    dates, notes = letter_dates(sent.newest, url, seen.published, us=us, sent=sent.answered_on)
    dates = replace(dates, received=dates.received or sent.asked_on)
    split = letter(_undated(sent.newest))
    if sent.quoted and split.request and (kind(sent.newest) == "clarification" or not _repeated(split, sent)):
        # What it asks is the force's own question, or a list in the answer.
        given = response_part(_undated(sent.newest))
        split = Letter((), (), tuple(given.kept), 0, boilerplate=tuple(given.left_out))
    if not split.request and sent.quoted:
        wished = request_part(sent.quoted)
        split = replace(split, request=tuple(wished.kept), boilerplate=(*split.boilerplate, *wished.left_out))
    return Parts(split, dates, notes)


def _repeated(split: Letter, sent: Mails) -> bool:
    """Whether the request that the newest mail shows is the one quoted, or the one quoted asks for nothing."""
    if any("?" in line for line in sent.quoted) and not any("?" in line for line in split.request):
        return False  # `Question 1 - 38 officers` answers in the words of the question
    quoted, own = (set(" ".join(lines).lower().split()) for lines in (sent.quoted, split.request))
    asks = any("?" in line or item_of(line) or REQUESTING.match(line) for line in sent.quoted)
    return not asks or 2 * len(own & quoted) > len(own)
