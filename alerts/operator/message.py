"""What the operator is told as a message: the same sentences in each of the faces, and for a program what they say."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from alerts.compose import Message
from alerts.faces.markdown_face import literal
from alerts.faces.untrusted import flat, shortened
from alerts.faces.wording import counted
from alerts.operator.sources import day

Body = Mapping[str, Any]
SUBJECT = 180
FOOT = "You get this because of `operator` in foiwatch.toml. Readers do not. `foiwatch doctor` says how things are now."
HEADERS = {"Auto-Submitted": "auto-generated"}  # RFC 3834: nobody's absence is to answer it
_PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>
<body style="font:16px/1.5 sans-serif;max-width:640px;margin:24px auto;padding:0 12px">{}</body></html>"""
_SMALL = "font-size:14px;opacity:0.75"


def message(bodies: Sequence[Body], key: str) -> Message:
    """One message of what `report.frozen` made; of several, each under its time, the earliest first."""
    subject = _subject(bodies)
    payload = {"subject": subject, "subscription": "operator", "reports": [dict(body) for body in bodies]}
    faces = _html(subject, bodies), _text(subject, bodies), _markdown(bodies)
    return Message(subject, *faces, payload, key, HEADERS)


def sample(moment: str) -> Message:
    """A test message."""
    line = {"said": "this is a test; nothing is wrong", "advice": ""}
    blocks = [{"heading": "Test", "lines": [line]}]
    body = {"kind": "operator", "moment": moment, "blocks": blocks, "lasting": 0, "troubles": []}
    return message([body], hashlib.sha256(f"operator test {moment}".encode()).hexdigest())


def _subject(bodies: Sequence[Body]) -> str:
    blocks = [block for body in bodies for block in body["blocks"]]
    lines = [line for block in blocks for line in block["lines"]]
    first = f"{blocks[0]['heading'].lower()}: {flat(lines[0]['said'])}"
    more = f" (and {len(lines) - 1} more)" if len(lines) > 1 else ""
    return f"foiwatch operator: {shortened(first, SUBJECT - len(more) - 19)}{more}"


def _headed(body: Body, alone: bool) -> Iterator[tuple[str, Sequence[Mapping[str, str]]]]:
    for block in body["blocks"]:
        yield block["heading"] if alone else f"{day(body['moment'])} {block['heading']}", block["lines"]


def _lasting(bodies: Sequence[Body]) -> str:
    # A message that had to wait may come after a later one.
    when, number = f"Open on {day(bodies[-1]['moment'])} UTC", bodies[-1]["lasting"]
    return f"{when}, these included: {counted(number, 'trouble')}." if number else f"{when}: nothing."


def _sections(bodies: Sequence[Body]) -> list[tuple[str, Sequence[Mapping[str, str]]]]:
    return [section for body in bodies for section in _headed(body, len(bodies) == 1)]


def _text(subject: str, bodies: Sequence[Body]) -> str:
    blocks = [subject]
    for heading, lines in _sections(bodies):
        said = [f"- {flat(line['said'])}" + (f"\n  {line['advice']}" if line["advice"] else "") for line in lines]
        blocks.append("\n".join([heading, *said]))
    return "\n\n".join([*blocks, _lasting(bodies), FOOT]) + "\n"


def _html(subject: str, bodies: Sequence[Body]) -> str:
    blocks = [f'<h1 style="font-size:20px">{escape(subject)}</h1>']
    for heading, lines in _sections(bodies):
        items = "".join(
            f'<li style="margin:0 0 8px">{escape(flat(line["said"]))}'
            f'<br><span style="{_SMALL}">{escape(line["advice"])}</span></li>'
            for line in lines
        )
        blocks.append(f'<h2 style="font-size:17px;margin:16px 0 4px">{escape(heading)}</h2><ul>{items}</ul>')
    blocks += [f"<p>{_lasting(bodies)}</p>", f'<p style="{_SMALL}">{escape(FOOT)}</p>']
    return _PAGE.format("\n".join(blocks))


def _markdown(bodies: Sequence[Body]) -> str:
    blocks = []
    for heading, lines in _sections(bodies):
        said = [
            f"- {literal(flat(line['said']))}" + (f" ({line['advice']})" if line["advice"] else "") for line in lines
        ]
        blocks.append("\n".join([f"**{heading}**", "", *said]))
    return "\n\n".join([*blocks, _lasting(bodies), f"*{literal(FOOT)}*"])
