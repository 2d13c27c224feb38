"""JSON Lines: one exported object a line."""

from collections.abc import Iterable
from typing import Any, TextIO

import msgspec


def to_jsonl(rows: Iterable[dict[str, Any]], out: TextIO) -> int:
    """Write one JSON object a line; gives how many."""
    count = 0
    for row in rows:
        out.write(msgspec.json.encode(row).decode() + "\n")
        count += 1
    return count
