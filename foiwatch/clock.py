"""The one place that asks what time it is, so that weeks can be played in a test: FOIWATCH_NOW stands in."""

import os
from datetime import UTC, datetime


def now() -> datetime:
    """The time, aware, in UTC and to the second. Raises ValueError when FOIWATCH_NOW is not ISO 8601."""
    played = os.environ.get("FOIWATCH_NOW", "")
    moment = datetime.fromisoformat(played) if played else datetime.now(UTC)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC).replace(microsecond=0)
