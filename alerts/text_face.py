"""A message as plain text, addresses bare."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from alerts import wording

if TYPE_CHECKING:
    from alerts.compose import Content


def render(subject: str, content: "Content") -> str:
    """The whole message."""
    blocks = [wording.TEST] if content.test else []
    blocks += [_item(one) for one in content.items]
    if content.more:
        blocks.append(f"And {content.more:,} more. {wording.HOW_TO_SEE}")
    blocks += [_summary(one) for one in content.summaries]
    blocks.append(wording.FOOT.format(content.subscription))
    return "\n\n".join([subject, *blocks]) + "\n"


def _item(item: Mapping[str, Any]) -> str:
    said = (wording.title(item), wording.happened(item), " · ".join(wording.facts(item)))
    lines = [flat(one) for one in said]
    if item["quote"]:
        lines.append(f"  “{flat(item['quote'])}” ({wording.where(item) or 'quoted'})")
    lines.append(item["address"])
    lines += [f"  + {flat(label)}: {address}" for label, address in wording.attached(item)]
    return "\n".join(lines)


def _summary(summary: Mapping[str, Any]) -> str:
    lines = [wording.opening(summary), *(f"  {wording.source_line(one)}" for one in summary["sources"])]
    if summary["examples"]:
        lines += ["", wording.LATEST, "", "\n\n".join(_item(one) for one in summary["examples"])]
    return "\n".join(lines)


def flat(text: str) -> str:
    """Scraped text in one line, without control characters or marks that turn the direction of writing."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
