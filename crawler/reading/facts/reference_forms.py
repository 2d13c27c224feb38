"""What a reference looks like: by the form of its force, by the common forms, in a title, alone on a line."""

import re
from collections.abc import Iterator, Sequence

from crawler.reading.facts.date_roles import is_dated_label
from crawler.reading.facts.dates import dates_in
from crawler.reading.facts.reference_labels import INITIALS, SUBJECT

_PREFIX = r"(?:(?:FOIA?|RFI|EIR|IM|DC|DF|HQ|HC|CM|IR|F|IC|FS)[\s./-]{0,3}(?=[A-Z\d]))"
# Behind a mark with spaces only a number goes on: `412 / 25`, but `412/25 - Dogs`.
_JOIN = r"(?:\s?[/_-]\s?(?=\d)|[/_-]|\.)"
_TOKEN = re.compile(
    rf"(?:(?-i:[A-Z]{{2,4}} ?(?=\d)))?{_PREFIX}*"
    rf"(?:[A-Z]{{1,6}}[./-])*\d[\dA-Z]*(?:{_JOIN}(?:[A-Z]{{1,4}}{_JOIN})?(?:\d[\dA-Z]*|[A-Z]{{1,3}}\d*(?![A-Z])))"
    r"{0,4}",
    re.I,
)
_CALLED = (
    r"(?:(?:FOI[AR]?|RFI|freedom of information)(?: request)?(?: ref(?:erence)?)?|cais(?: rhyddid gwybodaeth)?"
    rf"|ref(?:erence)?|{'|'.join(INITIALS)})"
)
_TITLE = (
    re.compile(
        rf"[(\[]\s*(?:(?:FOI|ref(?:erence)?|{'|'.join(INITIALS)})\b:?\s*)?((?:FOI)?\d{{1,6}}[A-Z]?\s*[/_-]\s*\d{{2,5}})"
        r"\s*[)\]]",
        re.I,
    ),
    re.compile(rf"^\s*{_CALLED}[\s:#.-]+(?:no\.? )?(\d{{1,6}}[A-Z]?\s?[/_-]\s?\d{{2,4}})\b", re.I),
    re.compile(rf"\b{_CALLED}[\s:#.-]+(?:no\.? )?(\d{{1,6}}[A-Z]?\s?[/_-]\s?\d{{2,4}})\s*$", re.I),
    re.compile(r"^\s*(FOI20\d\d/\d{5})\b", re.I),
    re.compile(r"^\s*FOI[\s:#.-]+(?:no\.? )?(?!(?:19|20)\d\d\b)(\d{4,6})\s*[–—:-]\s", re.I),
)
_DISTINCT = re.compile(
    r"\b(?:0?1[./]FOI[./]\d\d[./]\d{5,6}(?:/[A-Z])?|FOI20\d\d/\d{5}|IM-FOI-20\d\d-\d{4}|DC/FOI \d{1,4}/\d\d"
    r"|FOI/\d{3,6}(?![\d/])|FOI/\d\d/\d{5,7}(?:/[A-Z])?(?![\w/])"
    r"|FOI[/-](?:20\d\d[/-]\d{3,6}|(?!20\d\d[/-]\d\d\b)\d{2,6}[/-](?:20)?\d\d)(?![\d/-])"
    r"|(?:HQ|CM|HC)/(?:PA/)?\d{6}/\d\d)\b",
    re.I,
)
_DATE_LIKE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:\d\d|(?:19|20)\d\d)|(?:19|20)\d\d")
_YEARS = re.compile(r"((?:19|20)\d\d)\s?[/-]\s?(?:20)?(\d\d)")
_CALLS = re.compile(
    r"^(?:FOI(?:A| ref)?|(?i:(?:our |the )?(?:file|case|docket|ticket|enquiry)(?: no\.?| number)?))[ :]*(?=\d)"
)
_FILED = re.compile(r"(?:our |the )?(?:file|docket|ticket|enquiry)(?: no\.?| number)?:? (\d{4,6})", re.I)
_MARK = re.compile(r" ?([/_.-]) ?")
_LONG = re.compile(r"0?1[./]FOI[./](\d\d)[./](\d{5,6})", re.I)
_GOES_ON = re.compile(r"[\w/]")
_SHORT = re.compile(r"(?<![\w./-])(?:0?1/FOI/)?(\d\d)/(\d{5,6})(?![\w/-])", re.I)
_ALONE = 15  # lines, among which a reference may stand without a label
_FIRST = 5  # lines, among which it may besides have a form that nobody knows
_BRIEF = 90  # characters
_PLACE = 24  # characters of a reference with its dash
_LETTERED = re.compile(
    rf"(?!(?:FY|PC|DC|PS|SO|Q\d|{'|'.join(INITIALS)}) )"
    r"(?:(?:[A-Z]{2,4}[/ #-]){1,3}|FOI)\d{2,6}[A-Z]?(?:[/.-]\d{2,6}){1,3}(?:[/.-][A-Z])?"
)
# As a number of the year that it is of: `2025/0412`, `0412/2025`.
_OF_A_YEAR = re.compile(r"20\d\d[/-]\d{3,6}|\d{3,6}[/-]20\d\d")
_FORWARDED = re.compile(r"(?:(?:re|fwd?)\s*: ?){1,4}", re.I)
# Years that a count is of: 2019-2024, 2024/25.
_SPAN = re.compile(r"(?<!\d)(20\d\d)[/-](?:20)?(\d\d)(?!\d)")
_MOST_YEARS = 15
_MARKED = re.compile(r"\d\w?\s?[/_.-]\s?\d|[A-Z][/_.-]\d")
_BRACKETED = re.compile(r"^[\[(]([^\[\]()]{5,30})[\])]$")
_BARS = re.compile(r"\s*[|•·]\s*")
_DASHES = re.compile(r"\s[–-]\s|:\s")
_OPENING = re.compile(r"((?:[A-Z]{2,4} )?\S*\d\S*?)[\s,.(–-]+")


def normal(ref: str) -> str:
    """A reference without the spaces that typing left in it: `412 -25` is `412-25`, `FOI 225/22` stays."""
    ref = _MARK.sub(r"\1", " ".join(ref.split()))
    return ref.strip(" .,;:()[]-–/_")


def token(text: str, form: re.Pattern[str] | None) -> str:
    text = text.lstrip(" |:#–-*").strip()
    if form and (hit := form.match(text)) and not _GOES_ON.match(text, hit.end()):
        return "" if _is_years(hit.group()) else normal(hit.group())
    hit = _TOKEN.match(text)
    if not hit or len(re.sub(r"\D", "", hit.group())) < 3:
        return ""
    ref = normal(hit.group())
    return "" if _DATE_LIKE.fullmatch(ref) or _is_years(ref) or (len(ref) == 9 and _spans_years(ref) == ref) else ref


def _spans_years(text: str) -> str:
    """The years that a count is of, from the first to a later one: 2019-2024; "" where none stand in the text."""
    found = _SPAN.search(text)
    return found.group() if found and 0 < int(found[2]) - int(found[1]) % 100 <= _MOST_YEARS else ""


def _is_years(text: str) -> bool:
    """Whether it is a year and the next, as of finance: 2023/24."""
    years = _YEARS.fullmatch(text.strip())
    return bool(years) and (int(years[1]) + 1) % 100 == int(years[2]) if years else False


def titled(title: str, form: re.Pattern[str] | None) -> list[str]:
    """The references that a title bears, of a mail the subject, which may be forwarded or answered."""
    title = _FORWARDED.sub("", title.lstrip(), count=1) if _FORWARDED.match(title.lstrip()) else title
    found = [normal(hit.group(1)) for pattern in _TITLE for hit in pattern.finditer(title)]
    if form:
        marked = rf"(?:^\s*|\(\s*|\b{_CALLED}[\s:#.-]+(?:no\.? )?)({form.pattern})(?![\w/])"
        at_end = rf"(?:^|[\s(])({form.pattern})\)?\s*$"
        found = [normal(hit.group(1)) for path in (at_end, marked) for hit in re.finditer(path, title, re.I)] + found
    if (called := SUBJECT.match(title)) and (ref := token(title[called.end() :], form)):
        found.insert(0, ref)
    return [ref for ref in dict.fromkeys(found) if not _is_years(ref) and not re.fullmatch(r"(?:19|20)\d\d", ref)]


def alone(head: Sequence[str], form: re.Pattern[str] | None) -> list[str]:
    """Lines near the top that are nothing but a reference, or one that a bar or a date with its label sets apart.

    By the form of the force, and in the first lines by letters before a number and its year, `DJ 2025-1904`, or by
    that year in full.
    """
    found = []
    for at, line in enumerate(head[:_ALONE]):
        for piece in _pieces(line):
            ref = piece if form is None or form.fullmatch(piece) else _CALLS.sub("", piece)
            own = form and form.fullmatch(ref) and (ref in (line, _CALLS.sub("", line)) or _MARKED.search(ref))
            filed = _FILED.fullmatch(piece) if form is None else None
            ref = filed[1] if filed else ref
            known = at < _FIRST and (filed or _LETTERED.fullmatch(ref) or (ref == line and _OF_A_YEAR.fullmatch(ref)))
            if (own or (known and not _spans_years(ref))) and not (_DATE_LIKE.fullmatch(ref) or _is_years(ref)):
                found.append(normal(ref))
    return found


def _pieces(line: str) -> Iterator[str]:
    """The line, and what stands apart in it: `FOI-1187-2025 Published 24/10/2025`, `412/25 | Dogs`."""
    yield line
    yield from _BRACKETED.findall(line)
    if len(line) > _BRIEF or line.startswith(("|", "- ")) or not _MARKED.search(line):
        return
    yield from _BARS.split(line) if _BARS.search(line) else _DASHES.split(line)[:1]
    dates = dates_in(line)
    if len(dates) != 1:
        return
    opening = _OPENING.match(line)
    if opening and is_dated_label(line[opening.end() :]):
        yield opening[1]
    elif is_dated_label(line[: dates[0].end]):
        yield line[dates[0].end :].strip(" .,()")


def beside_title(head: Sequence[str], title: str, form: re.Pattern[str] | None) -> list[str]:
    """What stands before the title where a line near the top repeats it: `000914/23 – Police dogs`."""
    own = title.casefold()
    rows = (line for line in head[:_ALONE] if own and line.casefold().endswith(own) and len(line) <= len(own) + _PLACE)
    numbers = (line[: -len(own)].rstrip(" :|–-") for line in rows)
    return [ref for one in numbers if _MARKED.search(one) and len(ref := token(one, form)) == len(one.strip())]


def distinct(lines: Sequence[str]) -> list[str]:
    """The references that no other number looks like, where no label stands before them."""
    return [hit.group() for line in lines for hit in _DISTINCT.finditer(line)]


def shorter(ref: str, lines: Sequence[str]) -> list[str]:
    """The short forms of a long reference, 22/24648 of 01.FOI.22.024648: the year and number agree."""
    whole = _LONG.fullmatch(ref)
    hits = (hit for line in lines if whole for hit in _SHORT.finditer(line))
    return [hit.group() for hit in hits if whole and (hit[1], int(hit[2])) == (whole[1], int(whole[2]))]
