"""A message as CommonMark, which Apprise turns into Slack's own marks; scraped text cannot become markup."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from alerts import wording
from alerts.text_face import flat

if TYPE_CHECKING:
    from alerts.compose import Content

# Slack shows a backslash that Apprise leaves before a star or a backtick: look-alikes stand for these.
_LOOKALIKES = str.maketrans({"*": "∗", "`": "ˋ", "~": "∼", "\\": "＼", "|": "¦"})
_SPECIAL = re.compile(r"([<>\[\]#])")
_CALL = re.compile(r"@(?=\w)")
_SAFE_IN_ADDRESS = ":/?#@!$&'()*+,;=%-._~"


def render(content: "Content") -> str:
    """The whole message; the subject travels as its title."""
    blocks = [f"*{wording.TEST}*"] if content.test else []
    blocks += [_item(one) for one in content.items]
    if content.more:
        blocks.append(f"**And {content.more:,} more.** {wording.HOW_TO_SEE}")
    blocks += [_summary(one) for one in content.summaries]
    blocks.append(f"*{literal(wording.FOOT.format(content.subscription))}*")
    return "\n\n".join(blocks)


def _item(item: Mapping[str, Any]) -> str:
    lines = [
        f"**[{literal(wording.title(item))}](<{link(item['address'])}>)**",
        f"{literal(wording.happened(item))} · {literal(' · '.join(wording.facts(item)))}",
    ]
    if item["quote"]:
        lines += [f"> {_quote(item)}", f"*{literal(wording.where(item) or 'quoted')}*"]
    files = [f"[{literal(label)}](<{link(address)}>)" for label, address in wording.attached(item)]
    if files:
        lines.append(f"Attachments: {', '.join(files)}")
    return "\n".join(lines)


def _quote(item: Mapping[str, Any]) -> str:
    text, words = flat(item["quote"]), flat(item["words"])
    before, found, after = text.partition(words) if words else (text, "", "")
    return f"{_escaped(before)}**{_escaped(found)}**{_escaped(after)}" if found else _escaped(text)


def _summary(summary: Mapping[str, Any]) -> str:
    lines = [
        wording.opening(summary),
        *(f"- {literal(wording.source_line(one))}" for one in summary["sources"]),
    ]
    return "\n\n".join(["\n".join(lines), *(_item(one) for one in summary["examples"])])


def literal(text: str) -> str:
    """Text that stays text: no markup, no link, and no call of a channel or a person."""
    return _escaped(flat(text))


def _escaped(flat_text: str) -> str:
    calm = _CALL.sub("@\u2060", flat_text.translate(_LOOKALIKES))
    return _SPECIAL.sub(r"\\\1", calm)


def link(address: str) -> str:
    """An address that cannot close the link it stands in; only the web's."""
    return quote(address, safe=_SAFE_IN_ADDRESS) if address.startswith(("http://", "https://")) else ""
