"""One document, read whole: what it is called, who answered whom and when, and what was asked and given."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

from crawler.reading.facts import forces, speakers
from crawler.reading.facts.kind import kind
from crawler.reading.facts.reference import references
from crawler.reading.fields import Page, Reading
from crawler.reading.judged import Seen, judge
from crawler.reading.letters import named_files
from crawler.reading.letters.dialogue import is_dialogue
from crawler.reading.letters.letter import Letter
from crawler.reading.letters.news import paper
from crawler.reading.letters.parts import parts as parted
from crawler.reading.letters.worded import worded
from crawler.reading.page import page
from crawler.reading.pages.chrome import strip_chrome
from crawler.reading.pages.forms import is_form
from crawler.reading.pages.lines import unwrapped
from crawler.reading.pages.tables import Rows, aligned, text_tables
from crawler.reading.pages.title import title_of
from crawler.reading.pages.wrapped import paragraphs
from crawler.reading.questions.answers import answers, answers_in_turn
from crawler.reading.questions.given import in_pairs, numbered, stated
from crawler.reading.questions.questions import Numbered, questions

_AMERICAN = "Police Service of Northern Ireland"


def read_page(data: bytes | str, url: str, *, owner: str = "", charset: str = "", container_xpath: str = "") -> Reading:
    """Read an HTML page. `owner` is the full name of the body whose log it is from, a fallback."""
    return _read(page(data, url, container_xpath, charset), url, owner)


def read_text(text: str, url: str = "", *, name: str = "", owner: str = "") -> Reading:
    """Read a plain text, of a file perhaps called `name`; its lines are its paragraphs."""
    lines = strip_chrome(unwrapped(paragraphs(aligned(text.splitlines()))))
    read = _read(Page("", "\n".join(lines), tables=tuple(text_tables(lines))), url, owner)
    return read if read.title else replace(read, title=PurePath(name).stem)


def _read(seen: Page, url: str, owner: str) -> Reading:
    words = seen.words.splitlines()
    lines, listed = named_files.split_attachments(words)
    title, lines = (seen.title, lines) if seen.title else title_of(lines)
    sort = kind(words, url, seen.site_name, is_report=seen.is_report)
    bodies = () if sort == "news" else _forces(sort, lines, seen, url, owner)
    parts = parted(sort, lines, seen, url, us=_AMERICAN in bodies)
    bodies = speakers.reported(parts.letter.response, seen.title) if sort == "news" else bodies
    bodies, ref, alt_refs = _referenced(sort, parts.written or lines, title, bodies)
    asked = questions(parts.letter.request)
    given = _given(parts.letter, asked)
    attached = seen.attachments or listed or named_files.loose(lines)
    tables = _no_forms(seen.tables, {ref, *alt_refs, *vars(parts.dates).values()} - {""})
    judged = judge(Seen(sort, lines, parts, bodies, asked, numbered(given), _of_data(tables), attached))
    return Reading(
        url=url,
        kind=sort,
        title=title or ref or _opening(sort, lines),
        ref=ref,
        alt_refs=alt_refs,
        forces=bodies,
        dates=parts.dates,
        request_text=worded((*parts.letter.request, *parts.letter.later)),
        response_text=worded(parts.letter.response or parts.held),
        boilerplate=parts.letter.boilerplate,
        questions=asked,
        answers=_answered(given, asked, judged.decision.parts, parts.letter),
        citations=judged.citations,
        outcome=judged.decision.outcome,
        outcome_parts=judged.decision.parts,
        ncnd_part=judged.decision.ncnd_part,
        tables=tuple({"rows": rows, "where": f"table {number}"} for number, rows in enumerate(tables, 1)),
        suppressed=judged.suppressed,
        attachments=attached,
        words="\n".join(lines),
        canonical=seen.canonical,
        shortlink=seen.shortlink,
        notes=parts.notes,
        paper=paper(seen.papers, lines) if sort == "news" else "",
    )


def _referenced(
    sort: str, lines: Sequence[str], title: str, bodies: tuple[str, ...]
) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """The bodies that a document is of, its reference and its other ones; a newspaper's report has no reference."""
    if sort == "news":
        return bodies, "", ()
    ref, alt_refs = references(lines, title, forces.named(bodies[0]) if bodies else None)
    return bodies or forces.by_reference(ref), ref, alt_refs


def _no_forms(tables: Sequence[Rows], own: Collection[str]) -> tuple[Rows, ...]:
    return tuple(rows for rows in tables if not is_form(rows, own))


def _of_data(tables: Sequence[Rows]) -> tuple[Rows, ...]:
    """The tables without those of questions: what stands beside a question is its answer, perhaps a refusal."""
    return tuple(rows for rows in tables if not is_dialogue(rows))


def _given(parts: Letter, asked: Sequence[Numbered]) -> tuple[Numbered, ...]:
    if parts.pairs:
        return in_pairs(parts.pairs, asked)
    return answers(parts.response, asked) or answers_in_turn(parts.response, asked)


def _answered(
    given: Sequence[Numbered], asked: Sequence[Numbered], outcomes: Mapping[str, str], letter: Letter
) -> tuple[Numbered, ...]:
    placed = not any(question["number"] for question in asked)
    return stated(given, outcomes, letter.response, listed=not letter.pairs, placed=placed)


def _opening(sort: str, lines: Sequence[str]) -> str:
    """What a report without a headline is called: its first sentence, when that is short."""
    return lines[0] if sort == "news" and lines and len(lines[0]) <= 160 else ""


def _forces(sort: str, lines: Sequence[str], seen: Page, url: str, owner: str) -> tuple[str, ...]:
    if sort == "correspondence":
        return speakers.asked(lines, seen.site_name)
    return speakers.answering(lines, url, owner or speakers.of_site((seen.site_name, *seen.papers)))
