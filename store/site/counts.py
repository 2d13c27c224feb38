"""Counts the disclosures that a search found, in all and by facet, in as few walks as can be."""

import asyncio

from datasette.database import Database

from store.site.asked import FACETS, Asked, Facet

Counted = list[tuple[str, int]]

MOST = 60
_OWN = tuple(facet for facet in FACETS if facet.table == "")
_HITS = "WITH hits AS MATERIALIZED (SELECT d.id, {columns} FROM disclosures d WHERE {{where}}) ".format(
    columns=", ".join(f"{facet.value} AS {facet.name}_" for facet in _OWN)
)
_TOTAL = "SELECT 'total', '', count(*) FROM hits"


async def total_of(db: Database, wanted: Asked) -> int:
    """How many disclosures a search finds. Raises QueryInterrupted when counting takes too long."""
    found = await db.execute(f"SELECT count(*) FROM disclosures d WHERE {wanted.where()}", wanted.arguments)
    return int(found.first()[0])


async def counts(db: Database, wanted: Asked) -> tuple[int, dict[str, Counted]]:
    """The total, and by facet its values with their counts; those of a chosen facet as if it were not.

    Raises QueryInterrupted when counting takes too long.
    """
    chosen = [facet for facet in FACETS if facet.name in dict(wanted.chosen)]
    free = [facet for facet in FACETS if facet not in chosen]
    walks = [_walk(db, wanted, free, ""), *(_walk(db, wanted, [facet], facet.name) for facet in chosen)]
    first, *others = await asyncio.gather(*walks)
    by_facet = {name: found for walk in (first, *others) for name, found in walk.items() if name != "total"}
    return first["total"][0][1], {name: _in_order(name, found) for name, found in by_facet.items()}


async def _walk(db: Database, wanted: Asked, facets: list[Facet], leave_out: str) -> dict[str, Counted]:
    sql = " UNION ALL ".join([_TOTAL, *map(_grouped, facets)])
    found = await db.execute(_HITS.format(where=wanted.where(leave_out)) + sql, wanted.arguments)
    counted: dict[str, Counted] = {"total": [], **{facet.name: [] for facet in facets}}
    for name, value, count in found:
        counted[name].append((value, count))
    return counted


def _grouped(facet: Facet) -> str:
    if facet.table:
        return f"""SELECT '{facet.name}', {facet.value}, count(*)
            FROM hits JOIN {facet.table} ON disclosure = hits.id GROUP BY 2"""
    return f"SELECT '{facet.name}', {facet.name}_, count(*) FROM hits GROUP BY 2"


def _in_order(name: str, found: Counted) -> Counted:
    """Years from the newest, all else from the most frequent; what has no value is left out."""
    named = sorted((value, count) for value, count in found if value)
    by_year = named[::-1]
    return by_year[:MOST] if name == "year" else sorted(named, key=lambda pair: -pair[1])[:MOST]
