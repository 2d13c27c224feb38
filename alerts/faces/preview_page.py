"""The messages that would be sent as one HTML page to look at: each face as its reader would see it."""

import json
import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from alerts.preview import Preview

# What a mail holds can neither run nor load anything, nor leave its frame.
_PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>What foiwatch would send</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'">
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 720px; margin: 0 auto; padding: 16px; }}
section {{ border-top: 3px solid; margin: 32px 0; }}
h2 {{ font-size: 18px; margin: 12px 0 0; overflow-wrap: anywhere; }}
h3 {{ font-size: 15px; margin: 20px 0 6px; }}
iframe {{ width: 100%; height: 70vh; border: 1px solid gray; }}
pre {{ white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid gray; padding: 12px; font-size: 13px; }}
.slack {{ border: 1px solid gray; padding: 8px 16px; font-size: 15px; line-height: 1.46; overflow-wrap: anywhere; }}
.slack h4 {{ font-size: 18px; margin: 8px 0; }}
.slack small {{ display: block; opacity: .75; font-size: 13px; margin: 0 0 12px; }}
.slack blockquote {{ border-left: 4px solid gray; margin: 4px 0; padding-left: 12px; }}
</style></head><body><h1>What foiwatch would send</h1>
{sections}
</body></html>
"""
_LINK = re.compile(r"<(https?://[^|<>\s\"]+)\|([^<>]*)>")
_TAGS = (
    (re.compile(r"\*([^*\n]+)\*"), "b"),
    (re.compile(r"~([^~\n]+)~"), "del"),
    (re.compile(r"\b_([^_\n]+)_\b"), "i"),
)


def page(previews: Iterable[Preview]) -> str:
    """The whole page, one section a message."""
    sections = [_section(one) for one in previews]
    return _PAGE.format(sections="\n".join(sections) or "<p>Nothing would be sent now.</p>")


def _section(one: Preview) -> str:
    message = one.message
    targets = "".join(f"<li>{escape(target)}</li>" for target in one.targets)
    headers = "\n".join(f"{name}: {value}" for name, value in message.mail_headers("SENDER").items())
    payload = json.dumps(message.payload, ensure_ascii=False, indent=1)
    blocks = json.dumps(message.slack, ensure_ascii=False, indent=1)
    return f"""<section><h2>{escape(one.heading.strip("= "))}</h2><ul>{targets}</ul>
<h3>As a mail</h3><pre>{escape(f"Subject: {message.subject}")}\n{escape(headers)}</pre>
<iframe sandbox title="The mail in HTML" srcdoc="{escape(message.html)}"></iframe>
<h3>Its plain part, and where only text is shown</h3><pre>{escape(message.text)}</pre>
<h3>In Slack, roughly</h3><div class="slack">{"".join(map(_block, message.slack.get("blocks", ())))}</div>
<details><summary>The same, as it is posted</summary><pre>{escape(blocks)}</pre></details>
<h3>For programs</h3><details><summary>The JSON payload</summary><pre>{escape(payload)}</pre></details>
</section>"""


def _block(block: Mapping[str, Any]) -> str:
    if block["type"] == "header":
        return f"<h4>{_plain(block['text']['text'])}</h4>"
    if block["type"] == "divider":
        return "<hr>"
    if block["type"] == "context":
        return "".join(f"<small>{mrkdwn(one['text'])}</small>" for one in block["elements"])
    return f"<p>{mrkdwn(block['text']['text'])}</p>"


def mrkdwn(text: str) -> str:
    """Slack's marks as HTML: links, bold, struck out, italics and quotes, as far as our messages use them."""
    return "<br>".join(_line(line) for line in text.split("\n")).replace("</blockquote><br>", "</blockquote>")


def _line(line: str) -> str:
    links = [f'<a href="{to}">{text}</a>' for to, text in _LINK.findall(line)]
    # Page text comes with its entities; marks are not looked for in addresses.
    shown = _LINK.sub("\0", line.removeprefix("> ")).replace("<", "&lt;").replace(">", "&gt;")
    for mark, tag in _TAGS:
        shown = mark.sub(rf"<{tag}>\1</{tag}>", shown)
    for link in links:
        shown = shown.replace("\0", link, 1)
    return f"<blockquote>{shown}</blockquote>" if line.startswith("> ") else shown


def _plain(text: str) -> str:
    return text.replace("<", "&lt;").replace(">", "&gt;")
