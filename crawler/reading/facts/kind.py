"""What sort of document it is: a force's reply, a correspondence on an archive, or a newspaper's report."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from crawler.reading.facts.forces import at_address
from crawler.reading.letters.message_heads import heads
from crawler.reading.sentences.signals import signals

_ARCHIVES = ("whatdotheyknow.com",)
_REQUEST_TO = re.compile(
    r"(?:.{2,140} [-–] )?an? freedom of information request to [^.?!]{3,80}"
    r"|.{2,60} made this freedom of information request to .{3,80}",
    re.I,
)
_THREAD = re.compile(
    r"from: \S.*|dear .{3,60},|yours (?:faithfully|sincerely).*|\d attachments?(?:: .*)?"
    r"|.* left an annotation.*",
    re.I,
)
_TOP = 6  # lines, among which the headers of a mail stand
_MAIL = re.compile(r"(?:to|sent|subject)\s*: \S", re.I)
_REPLY = signals(
    r"\b(?:i|we) refer to your\b|\byour (?:foi |freedom of information )?(?:request|enquiry)\b|\byou (?:have |had"
    r" )?(?:asked|requested|wrote)\b"
    r"|can confirm that (?:it|we|the force) holds?|^dear (?:sir|madam|mr|mrs|ms|miss|applicant|requester)\b|^yours"
    r" (?:sincerely|faithfully)"
    r"|\bsections? \d+ ?\(|internal review|^(?:attachments?|reasons? for decision|no attachments)\b|seek access to"
    r"|refusal notice|\bour ref\b|request under the freedom of information act"
    r"|reference no|you asked:"
    r"|^(?:request|response|answer|disclosure|your request)\s*[:–-]?$|^response [–-]"
    r"|enquiry reference|have today decided"
    r"|i write (?:in connection|about|regarding)|not obliged to|foi ref|^pub \d+$|^request number",
)
_PRESS = signals(
    r"\bspokes(?:man|woman|person)\b.{0,40}(?:said|added)|\b(?:said|added|told)\s*:|can reveal"
    r"|\bfigures (?:seen|obtained|released|shared|show|reveal)"
    r"|have revealed|has revealed|(?-i:told the)\b"
    r"|this newspaper|the \w+ can|campaigners?\b|a freedom of information request (?:by|from)"
    r"|under the freedom of information act|\b(?:we|which) (?:asked|put|sent|submitted|made)\b.{0,60}\bfreedom of"
    r" information\b"
    r"|\b(?:tell|told) the (?-i:[A-Z])|\bthe force (?:said|added|told|confirmed|declined|would not)\b"
    r"|\b(?:obtained|seen|released to|analysed|shared with|given to|compiled)(?: by)? the (?-i:[A-Z])"
    r"|(?:declined|refused) to (?:tell|say|comment)\b|\b(?:approached|contacted|asked) for (?:a )?comment\b"
    r"|\bfreedom of information (?:laws?|rules|legislation)\b"
)
# Beside a quotation, which few lines have.
_QUOTES = signals(
    r"(?:(?-i:[a-z])\w+,? (?:said|added|went on|explained|wrote|continued)|\b(?:called|described|branded) (?:it|the"
    r"|this|that)\b.{0,60}) ?[“\"]|[,?!][”\"] (?:(?-i:[a-z])\w+ ){0,3}(?:said|says|added|went on|wrote"
    r"|continued)\b",
)
_QUOTED = re.compile(r"[“\"][^”\"]{0,600}[”\"]")
# A newspaper's own call for more: `Do you know more? Mail the newsdesk.`
ASKS_READERS = re.compile(r"(?:do|have|are|were|did|would|got|know) (?:you\b|(?:a|any)\b)[^.]*\?", re.I)
_TO_SOMEBODY = signals(r"\byou(?:r|rs)?\b|\b(?:i|we) (?:can confirm|hold|am|enclose|attach)\b")


def kind(lines: Sequence[str], url: str, site: str = "", *, is_report: bool = False) -> str:
    """One of fields.KINDS. `site` is what the document's title adds: an archive says there what it is.

    `is_report`: the page states that it is a newspaper's; the news pages of forces may do so too.
    """
    host = (urlsplit(url).hostname or "") if "[" not in url else ""
    if host.removeprefix("www.").endswith(_ARCHIVES) or any(map(_REQUEST_TO.fullmatch, (site, *lines[:4]))):
        return "correspondence"
    own = at_address(url)
    if own and "/news/" not in urlsplit(url).path:
        return "disclosure"
    if is_report and not own:
        return "news"
    if not own and _is_thread(lines):
        return "correspondence"
    lines = [line.strip() for line in lines]
    if own:
        return "disclosure" if any(map(_REPLY.search, lines)) else "news"
    press = ("/news/" in urlsplit(url).path if host else 0) + sum(map(_is_of_press, lines))
    if not press:
        return "disclosure"
    replies = sum(map(_REPLY.search, lines))
    # A report speaks of a force and to nobody: one sign is enough where no line is written to anyone.
    told_of = not replies and not any(map(_writes_to_somebody, lines))
    return "news" if told_of or (press >= 2 and press > replies) else "disclosure"


def _is_of_press(line: str) -> bool:
    return _PRESS.search(line) or (('"' in line or "“" in line or "”" in line) and _QUOTES.search(line))


def _writes_to_somebody(line: str) -> bool:
    return bool(_TO_SOMEBODY.search(_QUOTED.sub("", line))) and not ASKS_READERS.match(line)


def _is_thread(lines: Sequence[str]) -> bool:
    """Whether dated letters of two days follow one another, addressed and signed; a mail with its quotes is none."""
    turns = sum(bool(_THREAD.fullmatch(line.strip())) for line in lines)
    if turns < 2 or any(map(_MAIL.match, lines[:_TOP])):
        return False
    starts = heads(lines)
    return len({head.date for head in starts}) > 1 and any(head.sender or head.start < 4 for head in starts)
