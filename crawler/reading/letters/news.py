"""A newspaper's report: its own paragraphs without the furniture of the site, its day, and the paper it stands in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crawler.reading.facts.date_roles import role
from crawler.reading.facts.dates import dates_in
from crawler.reading.facts.forces import named

_ENDS = re.compile(r"[.!?…:;][”\"’'»)\]]*$")
_LONG = 25  # words, from which a line without a full stop is a paragraph all the same
_ITEM = re.compile(r"[-•*·]\s|\d{1,2}[.)]\s")
_BYLINE = re.compile(
    r"(?:(?:words |story |report |exclusive )?by:?|(?:words|story|report|reporter|pictures?):)"
    r" [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}\b.{0,80}|[\w’' -]{4,40} [|@]"
    r" .{3,60}",
    re.I,
)
_PROMO = re.compile(
    r"(?:do|have|are|were|did|would|got|know) (?:you|a|any)\b[^.]*\?.*|\W*what do you think\?.*"
    r"|.{0,60}let us know (?:in the|what you)\b.*|(?:sign|log) (?:up|in)\b.*|subscribe\b.*"
    r"|.{0,60}\bnewsletters?\b.{0,60}|advert(?:isement)?s?\b.{0,40}|article"
    r" continues.*"
    r"|hide ad|story continues.*|follow (?:us|the)\b.*|join (?:us|our|the conversation)\b.*|download (?:our|the) .*"
    r"|click here.*"
    r"|have your say.*|comments?\b.{0,60}|\d+ comments?\b.*|.{0,60}\bipso\b.*|complaints? (?:procedure|about this).*"
    r"|.{0,120}\b(?:image|picture|photo|credit)s?: .{0,60}|share\b.{0,60}|get in touch\b.*|(?:e-?mail|contact|call)"
    r" (?:us|our newsdesk"
    r"|the newsdesk)\b.*|for more (?:news|stories|from)\b.*|support (?:us|our)\b.*|(?:related )?(?:topics?|tags?)\b"
    r" ?:?.*"
    r"|(?:published|updated|posted|first published)\b.{0,60}|© .*|copyright\b.*|(?:you can )?(?:read|see) (?:more|next"
    r"|also|our)\b.{0,120}"
    r"|want (?:more|to read)\b.*|don['’]t miss\b.*|most read.*|trending.*|popular now.*|recommended.*|cookies?\b.*|our"
    r" journalism\b.*"
    r"|get (?:the latest|all the latest|breaking)\b.*|stay up to date\b.*|sponsored.*",
    re.I,
)
_LEADS_ON = re.compile(
    r"(?:read (?:next|more|also)|related|see also|most read|more (?:on|from|stories)|recommended|trending)\b.{0,60}",
    re.I,
)
_KINDS = (
    r"(?:herald|gazette|courier|mail|post|echo|times|star|news|mercury|examiner|observer|chronicle|telegraph|standard"
    r"|argus"
    r"|journal|advertiser|press|express|mirror|sun|guardian|independent|record|review|voice|citizen|messenger|recorder"
    r"|reporter"
    r"|tribune|globe|sentinel|live|today|world|bulletin|leader|comet|informer|packet|democrat|dispatch|despatch|free"
    r" press|enquirer)"
)
_NAME = rf"(?:(?-i:[A-Z])[\w&’'-]+ ){{0,3}}(?=(?-i:[A-Z])){_KINDS}"
_SELF = re.compile(
    rf"\b(?:told|to|asked by|obtained by|by|with|from|for|given) (?-i:[Tt]he) (?P<a>{_NAME})\b(?! of\b)"
    rf"|(?:^|[.,“\"] ?)(?-i:[Tt]he) (?P<b>{_NAME}) (?:put|asked|can|has|had|sent|requested|submitted|understands|made"
    r"|revealed|obtained)\b",
    re.I,
)
_OWNER = re.compile(
    r"(?:©|copyright|\(c\))(?: ?(?:©|\(c\)))?[ ,]*(?:\d{4}(?:[-–]\d{2,4})?)?[ ,]*(?:by"
    r" )?(?P<name>[A-Z][\w&’' -]{2,40}?)"
    r"(?: (?:ltd|limited|plc|media|group|publishing|newspapers)\b.*|[.,|].*|$|\d.*)",
    re.I,
)
_NO_PAPER = re.compile(
    r"(?:home|news|latest|local|uk|crime|sport|menu|logo|homepage|back|index|police|front page|farming|.{0,30} news"
    r" and .*|what ?do ?they ?know"
    r"|.*freedom of information.*)",
    re.I,
)
_TOP = 8  # lines, among which byline and date stand


@dataclass(frozen=True)
class Report:
    """The paragraphs of an article, and its ISO day of publication where a line near the top says it."""

    body: tuple[str, ...]
    published: str = ""


def report(lines: Sequence[str]) -> Report:
    """The article without headings, captions, promotions and bylines: its paragraphs end as sentences do."""
    kept: list[str] = []
    skipping = False
    for line in (line.strip() for line in lines):
        item = _is_item(line)
        skipping = (skipping and item) or bool(_LEADS_ON.fullmatch(line))
        told = _is_paragraph(line) or (item and kept and _follows(line, kept[-1]))
        if told and not skipping and not _is_aside(line):
            kept.append(line)
    return Report(tuple(kept), _published(lines))


def _is_aside(line: str) -> bool:
    """Whether a line is of the writer or of the newspaper, and not of what it reports."""
    return bool(_BYLINE.fullmatch(line) or _PROMO.fullmatch(line))


def _follows(item: str, before: str) -> bool:
    """Whether an item is of a list that a paragraph opens, or a row of a table of the article."""
    return item.startswith("|") or before.endswith(":") or _is_item(before)


def _is_item(line: str) -> bool:
    return line.startswith("|") or bool(_ITEM.match(line))


def _is_paragraph(line: str) -> bool:
    words = line.split()
    return len(words) >= _LONG or (len(words) >= 3 and bool(_ENDS.search(line)) and not _is_stamp(line))


def _is_stamp(line: str) -> bool:
    return len(line) < 60 and len(dates_in(line)) == 1 and len(line.split()) <= 8


def _published(lines: Sequence[str]) -> str:
    """The day by the line that names it, else by the first short line near the top that is a date."""
    stamps = [
        (line, date) for line in (*lines[:_TOP], *lines[-2:]) if len(line) < 90 for date in dates_in(line) if date.iso
    ]
    told = [date.iso for line, date in stamps if role(line, date) == "published"]
    bare = [date.iso for line, date in stamps if date.day and not _is_paragraph(line) and role(line, date) != "other"]
    return next(iter((*told, *bare)), "")


def paper(names: Sequence[str], lines: Sequence[str]) -> str:
    """The name of the newspaper: the first of `names` that can be one, else as the article calls itself."""
    for name in names:
        if (text := _clean(name)) and not _NO_PAPER.fullmatch(text) and named(text) is None and len(text.split()) <= 6:
            return text
    for line in lines:
        if found := _SELF.search(line):
            return (found["a"] or found["b"]).strip()
    owners = (_OWNER.search(line) for line in lines[-5:])
    return next((found["name"].strip() for found in owners if found), "")


def _clean(name: str) -> str:
    return re.sub(
        r"^(?:www\.)|\.(?:co\.uk|com|news)$| (?:logo|home|homepage)$", "", " ".join(name.split()), flags=re.I
    ).strip(" |-–")
