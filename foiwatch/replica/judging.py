"""Judges the weeks of a demonstration: what should have happened and did not is named."""

from foiwatch.replica.demonstration import WALLED, Played


def shortcomings(played: list[Played]) -> list[str]:
    """What should have happened and did not, as sentences; none when all is well."""
    first, second, third = played
    found = [
        f"week {week.number} ended with exit {week.code} where {code} was due; the log says: {week.complaint}"
        for week, code in zip(played, (0, 1, 0), strict=True)
        if week.code != code
    ]
    if not first.summaries:
        found.append("the first crawl was not summed up in an alert")
    if first.items:
        found.append(f"the first crawl sent {len(first.items)} alerts of its own, a flood")
    told = {item["event"] for week in (second, third) for item in week.items}
    found += [
        f"no alert told of a {event} disclosure" for event in ("new", "changed", "withdrawn") if event not in told
    ]
    if any(item["source"] == WALLED for item in second.items):
        found.append(f"{WALLED} gave alerts from behind a bot wall")
    before, after = (_kept(week, WALLED) for week in (first, second))
    if after < before:
        found.append(f"{WALLED} lost {before - after} disclosures to a bot wall")
    return found


def _kept(week: Played, source: str) -> int:
    return next((int(row.get("kept", 0)) for row in week.sources if row["name"] == source), 0)
