"""The bodies of replies, one function a layout, in the order of the visible text that each force has."""

from collections.abc import Callable
from html import escape

from foiwatch.replica.disclosures import Answer, Disclosure, Question, long_date

_OPENING = {
    "disclosed": "I have today decided to disclose the requested information in full.",
    "part": "I have today decided to disclose some of the requested information. The rest is withheld, and "
    "for that part this is a Refusal Notice under Section 17 of the Act.",
    "refused": "The information is withheld. This is a Refusal Notice under Section 17 of the Act.",
    "not held": "A search was made and no information is held that would answer your request.",
    "ncnd": "The force can neither confirm nor deny that it holds the information you ask for, since the "
    "duty in Section 1(1)(a) of the Act does not apply.",
}
_ESSEX = {
    "disclosed": "Full Disclosure", "part": "Part Disclosure with {} Exemptions",
    "refused": "Full Refusal with {} Exemptions", "not held": "No Information Held",
    "ncnd": "NCND with {} Exemptions",
}  # fmt: skip


def paragraphs(*texts: str) -> str:
    return "\n".join(f"<p>{escape(text)}</p>" for text in texts if text)


def table(rows: tuple[tuple[str, ...], ...]) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in rows[0])
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows[1:])
    return f'<table class="c-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def request(disclosure: Disclosure) -> str:
    """What was asked: as a list, as numbered lines or with a Q before each number, as requesters do."""
    styles: tuple[Callable[[tuple[Question, ...]], str], ...] = (_as_list, _as_lines, _with_q)
    return paragraphs(disclosure.asker) + "\n" + styles[disclosure.serial % 3](disclosure.questions)


def _as_list(questions: tuple[Question, ...]) -> str:
    return "<ol>" + "".join(f"<li>{escape(q.text)}</li>" for q in questions) + "</ol>"


def _as_lines(questions: tuple[Question, ...]) -> str:
    return paragraphs(*(f"{q.number}. {q.text}" for q in questions))


def _with_q(questions: tuple[Question, ...]) -> str:
    return paragraphs(*(f"Q{q.number} {q.text}" for q in questions))


def answers(disclosure: Disclosure, mark: str) -> str:
    """What was answered; `mark` stands before the text, with {n} for the number of the question."""
    return "\n".join(_answer(answer, mark) for answer in disclosure.answers)


def _answer(answer: Answer, mark: str) -> str:
    line = paragraphs(mark.format(n=answer.number) + answer.text)
    return line + "\n" + table(answer.rows) if answer.rows else line


def exemptions(disclosure: Disclosure, dash: str = "–") -> str:
    if not disclosure.exemptions:
        return ""
    return (
        "<ul>"
        + "".join(f"<li>{section} {dash} {name.capitalize()}</li>" for section, name in disclosure.exemptions)
        + "</ul>"
    )


def _corrected(disclosure: Disclosure) -> str:
    return "The figures on this page were corrected after it was first published." if disclosure.revision else ""


def _ending(disclosure: Disclosure, *last: str) -> str:
    return paragraphs(*disclosure.reasons, _corrected(disclosure), *disclosure.caveats, *last)


def met(disclosure: Disclosure) -> str:
    return "\n".join((
        paragraphs(f"Freedom of information request reference no: {disclosure.ref}",
                   "I note you seek access to the following information:"),
        request(disclosure),
        paragraphs(_OPENING[disclosure.outcome]), exemptions(disclosure),
        paragraphs("Reason for decision", *disclosure.reasons) if disclosure.reasons else "",
        paragraphs("Disclosure") + "\n" + answers(disclosure, "Q{n} – ") if disclosure.answers else "",
        paragraphs(_corrected(disclosure), *disclosure.caveats, disclosure.review),
    ))  # fmt: skip


def bch(disclosure: Disclosure) -> str:
    return "\n".join((
        paragraphs(long_date(disclosure.responded), f"Our Ref: {disclosure.ref}"),
        f"<p><strong>Request under the Freedom of Information Act 2000 Ref No: {disclosure.ref}</strong></p>",
        paragraphs(f"I write in connection with your request for information received on "
                   f"{long_date(disclosure.received, year=False)}. I note you seek access to the following "
                   "information:"),
        request(disclosure),
        paragraphs("The Act asks us to look at what is wanted and not at who wants it.",
                   f"Response: {_OPENING[disclosure.outcome]}"),
        exemptions(disclosure, "-"), answers(disclosure, "{n}. "),
        _ending(disclosure, disclosure.thanks, disclosure.review),
    ))  # fmt: skip


def essex(disclosure: Disclosure) -> str:
    keywords = dict.fromkeys(word.strip(",.").capitalize() for word in disclosure.title.split() if word.isalpha())
    sections = ", ".join(section for section, _ in disclosure.exemptions)
    return "\n".join((
        paragraphs(", ".join(keywords) + ".", f"PUB {disclosure.serial + 1300}", disclosure.ref),
        paragraphs(disclosure.title, disclosure.period),
        request(disclosure),
        paragraphs(_ESSEX[disclosure.outcome].format(sections), "N/A"),
        paragraphs(f"{disclosure.responded:%d %B %Y}", "N/A"),
        answers(disclosure, "{n}. "), _ending(disclosure),
    ))  # fmt: skip


def cleveland(disclosure: Disclosure) -> str:
    number, year = disclosure.ref.split("-")
    return "\n".join((
        paragraphs(f"Date: {disclosure.responded:%d/%m/%y}", f"Enquiry Reference: {number}- {year}",
                   "I write about your Freedom of Information request, set out below with our response."),
        request(disclosure), paragraphs("Answer", _OPENING[disclosure.outcome]), exemptions(disclosure, "-"),
        answers(disclosure, "{n}) "), _ending(disclosure, disclosure.review),
    ))  # fmt: skip


def south_wales(disclosure: Disclosure) -> str:
    applies = "In relation to your request, the following exemption applies:" if disclosure.exemptions else ""
    return "\n".join((
        request(disclosure),
        paragraphs("Your request for information has now been considered."),
        paragraphs(_OPENING[disclosure.outcome], applies),
        exemptions(disclosure), answers(disclosure, "{n}. "), _ending(disclosure, disclosure.review),
    ))  # fmt: skip


LAYOUTS: dict[str, Callable[[Disclosure], str]] = {
    "met": met, "bch": bch, "essex": essex, "cleveland": cleveland, "south wales": south_wales,
}  # fmt: skip
