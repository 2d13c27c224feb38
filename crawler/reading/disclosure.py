"""One document, read whole: what it is called, who answered whom and when, and what was asked and given."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from crawler.reading import forces, named_files, speakers
from crawler.reading.chrome import strip_chrome
from crawler.reading.exemptions import citations
from crawler.reading.fields import Citation, Dates, Page, Reading
from crawler.reading.kind import kind
from crawler.reading.letter import Letter, letter
from crawler.reading.letter_dates import is_lone_date, letter_dates, month_folder
from crawler.reading.lines import unwrapped
from crawler.reading.outcome import of_the_test, outcome, outcome_parts
from crawler.reading.page import page
from crawler.reading.questions import Numbered, answers, answers_in_turn, questions
from crawler.reading.reference import references
from crawler.reading.suppressed import suppressed
from crawler.reading.tables import is_form, text_tables
from crawler.reading.thread import thread
from crawler.reading.title import title_of

_BYLINE = re.compile(r"by [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3}\b[^.?!]{0,60}", re.I)


@dataclass(frozen=True)
class _Parts:
    letter: Letter
    dates: Dates
    notes: tuple[str, ...] = ()
    overturned: tuple[str, ...] = ()


def read_page(data: bytes | str, url: str, *, owner: str = "", charset: str = "", container_xpath: str = "") -> Reading:
    """Read an HTML page. `owner` is the full name of the body whose log it is from, a fallback."""
    return _read(page(data, url, container_xpath, charset), url, owner)


def read_text(text: str, url: str = "", *, name: str = "", owner: str = "") -> Reading:
    """Read a plain text, of a file perhaps called `name`; its lines are its paragraphs."""
    lines = strip_chrome(unwrapped(text.splitlines()))
    read = _read(Page("", "\n".join(lines), tables=tuple(text_tables(lines))), url, owner)
    return read if read.title else replace(read, title=PurePath(name).stem)


def _read(seen: Page, url: str, owner: str) -> Reading:
    lines, listed = named_files.split_attachments(seen.words.splitlines())
    title, lines = (seen.title, lines) if seen.title else title_of(lines)
    sort = kind(seen.words.splitlines(), url, seen.site_name)
    bodies = _forces(sort, lines, seen, url, owner)
    ref, alt_refs = references(lines, title, forces.named(bodies[0]) if bodies else None)
    ref, alt_refs = ("", ()) if sort == "news" else (ref, alt_refs)
    bodies = bodies or forces.by_reference(ref)
    parts = _parts(sort, lines, seen, url)
    asked = questions(parts.letter.request)
    given = _given(parts.letter, asked)
    cited = citations(parts.letter.response, parts.overturned)
    attached = seen.attachments or listed
    tables = tuple(rows for rows in seen.tables if not is_form(rows))
    # What comes attached in a correspondence is most often the letter itself.
    data = any(not of_the_test(link.href.replace("_", " ") + " " + link.text) for link in attached)
    has_data = bool((data and sort == "disclosure") or tables or given)
    return Reading(
        url=url,
        kind=sort,
        title=title or ref or _opening(sort, lines),
        ref=ref,
        alt_refs=alt_refs,
        forces=bodies,
        dates=parts.dates,
        request_text="\n".join(parts.letter.request),
        response_text="\n".join(parts.letter.response),
        questions=asked,
        answers=given,
        citations=cited,
        outcome=_outcome(sort, parts.letter, cited, has_data),
        outcome_parts=outcome_parts(given),
        tables=tuple({"rows": rows, "where": f"table {number}"} for number, rows in enumerate(tables, 1)),
        suppressed=suppressed(tables, parts.letter.response),
        attachments=attached,
        words="\n".join(lines),
        canonical=seen.canonical,
        shortlink=seen.shortlink,
        notes=parts.notes,
    )


def _given(parts: Letter, asked: Sequence[Numbered]) -> tuple[Numbered, ...]:
    if parts.pairs:
        return tuple({"number": number, "text": text} for number, text in parts.pairs)
    return answers(parts.response, asked) or answers_in_turn(parts.response, asked)


def _outcome(sort: str, parts: Letter, cited: Sequence[Citation], has_data: bool) -> str:
    return outcome(parts.response, cited, has_data, reported=sort == "news", answered=parts.split >= 0)


def _opening(sort: str, lines: Sequence[str]) -> str:
    """What a report without a headline is called: its first sentence, when that is short."""
    return lines[0] if sort == "news" and lines and len(lines[0]) <= 160 else ""


def _parts(sort: str, lines: Sequence[str], seen: Page, url: str) -> _Parts:
    if sort == "news":
        return _Parts(
            Letter((), (), tuple(line for line in lines if not is_lone_date(line) and not _BYLINE.fullmatch(line)), -1),
            Dates(published=seen.published or month_folder(url)),
        )
    if sort == "correspondence" and (turns := thread(lines)):
        return _Parts(Letter((), turns.asked, turns.answered, 0), turns.dates, overturned=turns.overturned)
    dates, notes = letter_dates(lines, url, seen.published)
    return _Parts(
        letter([line for line in lines if not named_files.is_link_line(line, seen.attachments)]), dates, notes
    )


def _forces(sort: str, lines: Sequence[str], seen: Page, url: str, owner: str) -> tuple[str, ...]:
    if sort == "correspondence":
        return speakers.asked(lines, seen.site_name)
    if sort == "news":
        return speakers.reported(lines, seen.title)
    return speakers.answering(lines, url, owner)
