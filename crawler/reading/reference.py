"""The reference of a request: by label, by the form that its force uses, by title; never from an address."""

import re
from collections.abc import Sequence

from crawler.reading.fields import Force

_LABEL = re.compile(
    r"(?:\b(?:our|foi|foia|request|enquiry|case|internal|response|rfi|eir"
    r"|file)?\s*ref(?:erence)?s?\b\s*(?:(?:no|number|num)\b)?"
    r"|\b(?:foi|request|log|case)\s+(?:request\s+)?(?:no|number|num)\b"
    r"|\b(?:logged|registered|recorded) (?:as|under)(?: (?:number|reference))?(?=\s+\S*\d)"
    r"|\b(?:request|cyfeirnod)(?=\s*:\s*\S*\d))"
    r"\s*\.?\s*[:|#–-]?\s*",
    re.I,
)
_YOUR = re.compile(r"\b(?:your|my|officer|crime|incident|cad|log|complaint|url|cross)\s*$", re.I)
_TOKEN = re.compile(
    r"(?:(?-i:[A-Z]{2,4} (?=\d)))?(?:(?:FOIA?|RFI|EIR|IM|DC|HQ|HC|CM|IR|F|IC|FS)[\s./-]{0,3}(?=[A-Z\d]))*"
    r"(?:[A-Z]{1,4}[./-])*\d[\dA-Z]*(?:\s?[./_-]\s?(?:[A-Z]{1,4}\s?[./_-]\s?)?[\dA-Z]+){0,4}",
    re.I,
)
_TITLE = (
    re.compile(r"\(\s*(?:ref(?:erence)?:?\s*)?((?:FOI\s*)?\d{1,6}[A-Z]?\s*[/_-]\s*\d{2,5})\s*\)", re.I),
    re.compile(r"^\s*FOI[AR]?(?: request)?[\s:#-]+(?:ref(?:erence)?:?\s*)?(\d{1,6}[A-Z]?\s?[/_-]\s?\d{2,4})\b", re.I),
    re.compile(r"^\s*(FOI20\d\d/\d{5})\b", re.I),
)
_DISTINCT = re.compile(
    r"\b(?:0?1[./]FOI[./]\d\d[./]\d{5,6}(?:/[A-Z])?|FOI20\d\d/\d{5}|IM-FOI-20\d\d-\d{4}|DC/FOI \d{1,4}/\d\d"
    r"|(?:HQ|CM|HC)/(?:PA/)?\d{6}/\d\d|IR/\d\d/\d\d/\d{4}|PUB \d{3,5})\b",
    re.I,
)
_HEADING = re.compile(r"^(?:freedom of information|foi) request:?\s+(?=\S*\d)", re.I)
_DATE_LIKE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:\d\d|\d{4})|(?:19|20)\d\d")
HEAD = 40


def references(lines: Sequence[str], title: str = "", force: Force | None = None) -> tuple[str, tuple[str, ...]]:
    """The reference as the document writes it, without stray spaces, and the other names it gives itself."""
    form = re.compile(force.ref_form, re.I) if force and force.ref_form else None
    head = [line.strip() for line in lines[:HEAD]]
    found = [*_labelled(head, form), *_titled(title, form), *_alone(head, form)]
    distinct = [hit.group() for line in (title, *head[:12]) for hit in _DISTINCT.finditer(line)]
    found += [ref for ref in distinct if not ref.upper().startswith(("PUB", "IR/"))]
    ref = found[0] if found else ""
    others = [normal(other) for other in (*found[1:], *distinct, *_reviews(lines))]
    return ref, tuple(dict.fromkeys(other for other in others if other != ref))


def normal(ref: str) -> str:
    """A reference without the spaces that typing left in it: `412 -25` is `412-25`, `FOI 225/22` stays."""
    ref = re.sub(r"\s*([/_.-])\s*", r"\1", " ".join(ref.split()))
    return ref.strip(" .,;:()[]-–/_")


def _labelled(head: Sequence[str], form: re.Pattern[str] | None) -> list[str]:
    found = []
    for at, line in enumerate(head):
        for label in [*_LABEL.finditer(line), *_HEADING.finditer(line)]:
            rest = line[label.end() :] or (head[at + 1] if at + 1 < len(head) else "")
            if len(line) < 200 and not _YOUR.search(line[: label.start()]) and (ref := _token(rest, form)):
                found.append(ref)
    return list(dict.fromkeys(found))


def _token(text: str, form: re.Pattern[str] | None) -> str:
    text = text.lstrip(" |:#–-*").strip()
    if form and (hit := form.match(text)):
        return normal(hit.group())
    hit = _TOKEN.match(text)
    if not hit or not re.search(r"\d{2}", hit.group()):
        return ""
    ref = normal(hit.group())
    return "" if _DATE_LIKE.fullmatch(ref) else ref


def _titled(title: str, form: re.Pattern[str] | None) -> list[str]:
    refs = [normal(hit.group(1)) for pattern in _TITLE for hit in pattern.finditer(title)]
    if form and (hit := re.search(rf"(?:^|[\s(])({form.pattern})\)?\s*$", title, re.I)) and not refs:
        refs = [normal(hit.group(1))]
    return refs


def _alone(head: Sequence[str], form: re.Pattern[str] | None) -> list[str]:
    """Lines near the top that are nothing but a reference of the force's own form."""
    if not form:
        return []
    lines = [re.sub(r"^FOI(?:A| ref)?[ :]*(?=\d)", "", line) for line in head[:15]]
    return [normal(line) for line in lines if form.fullmatch(line) and not _DATE_LIKE.fullmatch(line)]


def _reviews(lines: Sequence[str]) -> list[str]:
    """The references of internal reviews, which stand anywhere in a thread."""
    hits = (re.match(r"internal review(?: ref(?:erence)?)?:?\s+(\S*\d\S*)", line, re.I) for line in lines)
    return [hit.group(1) for hit in hits if hit]
