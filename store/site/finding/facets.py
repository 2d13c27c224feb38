"""The ways to narrow a search, and the SQL that says of which disclosures each value is true."""

from dataclasses import dataclass

# The force's own day, as precise as known; what does not begin with a year is no day to sort or to count by.
_DAY = "coalesce(nullif(d.published, ''), nullif(d.responded, ''), d.received)"
DAY = f"CASE WHEN {_DAY} GLOB '[12][0-9][0-9][0-9]*' THEN {_DAY} ELSE '' END"
YES, NO = "yes", "no"
_TABLES = """SELECT 'yes', group_concat(disclosure) FROM attachments
    WHERE disclosure > {above} AND EXISTS (SELECT 1 FROM file_tables WHERE file_tables.sha256 = attachments.sha256)
    UNION ALL SELECT 'yes', group_concat(id) FROM disclosures INDEXED BY disclosures_tables
    WHERE json_array_length(extra, '$.tables') > 0 AND id > {above}"""


@dataclass(frozen=True)
class Facet:
    """One way to narrow a search. `sql` gives (value, the numbers of its disclosures, as a list in one text).

    In it {above} is the number above which is asked; {by} is a sign that keeps SQLite, where only the latest numbers
    are wanted, from reading all in the order of the values. A `yesno` facet is "yes" of these and "no" of all others.
    """

    name: str
    label: str
    sql: str
    open: bool = False
    yesno: bool = False


def _own(value: str) -> str:
    return f"""SELECT {value}, group_concat(d.id) FROM disclosures d
        WHERE {{above}} = 0 AND d.status <> 'quarantined' GROUP BY 1
    UNION ALL SELECT +{value}, group_concat(d.id) FROM disclosures d
        WHERE {{above}} > 0 AND d.id > {{above}} AND +d.status <> 'quarantined' GROUP BY 1"""


def _of(table: str, value: str, also: str = "") -> str:
    return f"""SELECT {value}, group_concat(disclosure) FROM {table} WHERE disclosure > {{above}} {also}
        GROUP BY {{by}}{value}"""


FACETS = (
    Facet("force", "Force", _of("disclosure_forces", "force"), open=True),
    Facet("topic", "Topic", _of("matches", "topic"), open=True),
    Facet("year", "Year", _own(f"substr({DAY}, 1, 4)"), open=True),
    Facet("outcome", "Outcome", _own("d.outcome"), open=True),
    Facet("exemption", "Exemption relied on", _of("citations", "section", "AND relied_on = 1")),
    Facet("table", "Has a table", _TABLES, yesno=True),
    Facet(
        "attachment",
        "Has an attachment",
        "SELECT 'yes', group_concat(disclosure) FROM attachments WHERE disclosure > {above}",
        yesno=True,
    ),
    Facet("status", "On the force’s site", _own("d.status")),
    Facet("kind", "Kind", _own("d.kind")),
)
BY_NAME = {facet.name: facet for facet in FACETS}
DAYS = _own(DAY) + " ORDER BY 1"


def wholes(section: str) -> list[str]:
    """A section and all that it is within: s40(2)(a), s40(2), s40."""
    found = [section]
    while "(" in found[-1]:
        found.append(found[-1].rpartition("(")[0])
    return found
