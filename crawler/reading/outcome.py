"""What became of a request, from the words of the reply; `unknown` rather than a guess."""

import re
from collections.abc import Mapping, Sequence

from crawler.reading.fields import Citation

_NCND = re.compile(
    r"neither confirms? (?:n?or) den(?:y|ies)|unable to confirm or (?:not|deny)|cadarnhau na gwadu", re.I
)
_NOT_HELD = re.compile(
    r"no information (?:is |was )?held|\b(?:do(?:es)? not|don['’]t) (?:\w+ )?hold|\bnot held\b|\bhold nothing"
    r"|\bnone (?:is |are )?held|\bholds no\b|no record of (?:it|this|that)|not recorded\b|\bhave no information",
    re.I,
)
_REFUSED = re.compile(
    r"\bfull refusal|refus(?:ed|al)|\bexempt\b|withh[eo]ld|not obliged|manifestly unreasonable"
    r"|\bcannot (?:answer|provide|supply)|cost too much"
    r"|exceeds? the appropriate|past the 18 hours|section 12\b|not (?:be )?disclosed?",
    re.I,
)
_TEST = re.compile(r"public interest test|prejudice test|harm test|(?:^|[\W_])PIT(?:$|[\W_])", re.I)
_NUMBER_FIRST = re.compile(
    r"(?:\d{1,3}(?:,\d{3})*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:of|were|was"
    r"|officers?|staff"
    r"|cases|complaints|people|hearings|allegations|incidents|had|have)\b",
    re.I,
)
_COST = re.compile(r"\b(?:would|hours?|minutes?|working days|cost)\b", re.I)
# The force's own word for the whole; what it adds as a favour, outside of the Act, does not change it.
_FULL_REFUSAL = re.compile(r"\bfull refusal\b|\b(?:refus(?:e[ds]?|ing)|exempt|withh[eo]ld)\b.{0,40}\bin full\b", re.I)
_PART = re.compile(
    r"part(?:ial|ly)? (?:disclosure|response|disclosed)|\bsome of (?:the|this|it)\b.{0,60}(?:disclos"
    r"|given|requested|provid)"
    r"|disclose (?:some|part)|partially successful",
    re.I,
)
_GIVEN = re.compile(
    r"please (?:find|see)\b.{0,80}(?:attach|below|table|document)|\battached\b|decided to disclose"
    r"|full disclosure|in the file"
    r"|set out below|figures? (?:are|is)|see (?:the )?(?:table|below|\S+\.(?:xlsx?|pdf|csv|docx?))"
    r"|we hold .{0,40}is given"
    r"|(?:provid|disclos|releas|suppl|answer)\w* .{0,30}in full\b",
    re.I,
)
_WOULD_NOT = re.compile(
    r"\b(?:would|could|did) not (?:say|disclose|give|provide|release)|refused to|declined to (?:say"
    r"|answer|give|disclose)"
    r"|citing an exemption|rejected (?:the|our) request",
    re.I,
)
_FIGURES = re.compile(
    r"(?:figures?|data|numbers|response|reply|documents?)(?: \w+){0,6}? (?:have |has )?(?:reveal|show|obtained"
    r"|released)"
    r"|can reveal|(?:released|disclosed|provided|published) (?:the |its |their )?(?:figures|data|numbers|details)"
    r"|its reply says|(?:force|response) (?:confirmed|revealed|showed)",
    re.I,
)
_PENDING = re.compile(
    r"will (?:answer|respond|reply) within|is being (?:considered|dealt with)|awaiting (?:a )?response", re.I
)


def outcome(
    lines: Sequence[str],
    citations: Sequence[Citation],
    has_data: bool,
    *,
    reported: bool = False,
    answered: bool = False,
) -> str:
    """One of fields.OUTCOMES. `has_data`: the reply carries a table, an attachment or a numbered answer.

    `answered`: the words stand under a heading of answer, so that words with no refusal in them are one.
    `reported`: the words are a newspaper's, who tells of the reply and does not quote it.
    """
    text = "\n".join(lines)
    if not text.strip():
        return "unknown"
    if reported:
        return _reported(text)
    relied = any(c.relied_on for c in citations)
    if _FULL_REFUSAL.search(text):
        return "refused"
    given = has_data or bool(_GIVEN.search("\n".join(line for line in lines if not of_the_test(line))))
    given = given or any(map(_counts, lines))
    if (given and (relied or _NCND.search(text))) or _PART.search(text):
        return "part_disclosed"
    if given:
        return "disclosed"
    kept_back = _withheld(text, relied)
    return "disclosed" if answered and kept_back == "unknown" else kept_back


def of_the_test(text: str) -> bool:
    """Whether words speak of the public interest test, which a refusal carries and which is no data."""
    return bool(_TEST.search(text))


def _counts(line: str) -> bool:
    """Whether a sentence of the line begins with a number that answers, and is not of the cost of answering."""
    return any(_NUMBER_FIRST.match(part) and not _COST.search(part) for part in re.split(r"(?<=[.;:]) ", line))


def _reported(text: str) -> str:
    held_back = _WOULD_NOT.search(text)
    if _FIGURES.search(text):
        return "part_disclosed" if held_back else "disclosed"
    return "refused" if held_back else "unknown"


def _withheld(text: str, relied: bool) -> str:
    if _NCND.search(text):
        return "ncnd"
    if relied or re.search(r"full refusal|refusal notice", text, re.I):
        return "refused"
    if _NOT_HELD.search(text):
        return "not_held"
    if _REFUSED.search(text):
        return "refused"
    return "pending" if _PENDING.search(text) else "unknown"


def outcome_parts(answers: Sequence[Mapping[str, str | None]]) -> dict[str, str]:
    """The outcome of each numbered answer that has one of its own."""
    parts = {}
    for answer in answers:
        text = answer["text"] or ""
        name = answer["number"] or ""
        if _NCND.search(text):
            parts[name] = "ncnd"
        elif _NOT_HELD.search(text):
            parts[name] = "not_held"
        elif _REFUSED.search(text):
            parts[name] = "refused"
        else:
            parts[name] = "disclosed"
    return parts
