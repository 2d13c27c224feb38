"""What an older record has not been asked yet: disclosures that were kept before the record compared them."""

from dataclasses import dataclass

from store.database import Store

# What lacks a row, where the row would be, and what writes it. Articles are compared with nothing.
_LACKING = {
    "for the same question across forces": (
        "dossier_requests",
        "AND status <> 'quarantined'",
        "foiwatch dossiers rebuild",
    ),
    "for duplicates": ("wordings", "", "foiwatch merge find"),
}


@dataclass(frozen=True)
class Unfilled:
    """So many disclosures were never compared; `found` says so in words, `command` is what compares them."""

    count: int
    found: str
    command: str


def unfilled(store: Store) -> list[Unfilled]:
    """What there is to be done for an older record; empty for one that was made with this version."""
    found = []
    for purpose, (table, rest, command) in _LACKING.items():
        query = f"""SELECT count(*) FROM disclosures WHERE kind <> 'news' {rest}
            AND NOT EXISTS (SELECT 1 FROM {table} WHERE disclosure = disclosures.id)"""
        count = store.db.conn.execute(query).fetchone()[0]
        if count:
            said = "disclosure was" if count == 1 else "disclosures were"
            found.append(Unfilled(count, f"{count:,} {said} never compared {purpose}", command))
    return found
