"""What `foiwatch alerts check` prints: how much a subscription would have brought, and what to think of."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from alerts.subscribing.checking import Check, Sample


def as_object(check: "Check") -> dict[str, Any]:
    """For programs; shares are from 0 to 1."""
    return asdict(check)


def lines(check: "Check") -> Iterator[str]:
    """For people."""
    from alerts.faces.wording import counted

    yield (
        f"{check.subscription}: {counted(check.disclosures, 'disclosure')} in {counted(check.messages, 'message')}"
        f" in the last {check.days} days"
    )
    for warning in check.warnings:
        yield f"warning: {warning}"
    for word, near in check.unknown.items():
        yield f"warning: no disclosure has the word “{word}”" + (f"; some have {_or(near)}" if near else "")
    if check.last:
        yield "\nThe last messages would have been:"
    for sample in check.last:
        yield from _sample(sample)
    if check.related:
        yield "\nWords that these have and most others have not:"
    for one in check.related:
        yield f"  {one.word:20} in {one.share:4.0%} of these, in {one.of_all:4.0%} of all"


def _sample(sample: "Sample") -> Iterator[str]:
    from alerts.faces.text_face import flat

    yield f"\n  {sample.moment}  {flat(sample.subject)}"
    for item in sample.items:
        yield f"    {flat(item['title'])}"
        if item["quote"]:
            yield f"      “{flat(item['quote'])}”"
        yield f"      {flat(item['address'])}"


def _or(words: list[str]) -> str:
    return " or ".join(f"“{word}”" for word in words)
