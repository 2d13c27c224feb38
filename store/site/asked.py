"""A search as the address asks for it: its words, facets and order, and the addresses that lead on."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from store.site.query import fts_query

DATE = "coalesce(nullif(d.published, ''), nullif(d.responded, ''), d.received)"
ORDERS = {"best": "Best match", "newest": "Newest first", "oldest": "Oldest first"}

_MATCHES = "d.id IN (SELECT rowid FROM disclosures_fts WHERE disclosures_fts MATCH :match)"


@dataclass(frozen=True)
class Facet:
    """One way to narrow a search: a value of the disclosure itself, or of the `table` that says it of one."""

    name: str
    label: str
    value: str
    table: str = ""

    @property
    def condition(self) -> str:
        if self.table:
            return f"d.id IN (SELECT disclosure FROM {self.table} WHERE {self.value} = :{self.name})"
        return f"{self.value} = :{self.name}"


FACETS = (
    Facet("force", "Force", "force", "disclosure_forces"),
    Facet("topic", "Topic", "topic", "matches"),
    Facet("year", "Year", f"substr({DATE}, 1, 4)"),
    Facet("outcome", "Outcome", "d.outcome"),
    Facet("kind", "Kind", "d.kind"),
    Facet("status", "On the site", "d.status"),
)


@dataclass(frozen=True)
class Asked:
    """A search as asked: the words, the chosen facet values, the order and the page (from 1)."""

    q: str = ""
    chosen: tuple[tuple[str, str], ...] = ()
    order: str = ""
    page: int = 1

    @property
    def match(self) -> str:
        return fts_query(self.q)[0]

    @property
    def as_typed(self) -> bool:
        return fts_query(self.q)[1]

    @property
    def sorted_by(self) -> str:
        by = self.order if self.order in ORDERS else ("best" if self.match else "newest")
        return "newest" if by == "best" and not self.match else by

    @property
    def arguments(self) -> dict[str, str]:
        """The named parameters of the SQL, which are also those of the canned query."""
        return {"match": self.match, **dict(self.chosen)}

    def where(self, leave_out: str = "", *, matching: bool = True) -> str:
        """The conditions, but for the facet named, and without that of the words unless `matching`."""
        chosen = dict(self.chosen)
        conditions = [f.condition for f in FACETS if f.name in chosen and f.name != leave_out]
        if self.match and matching:
            conditions.append(_MATCHES)
        return " AND ".join(["d.status <> 'quarantined'", *conditions])

    def url(self, path: str = "/search", **changes: str) -> str:
        """The address of this search, with facets changed or (by an empty value) taken away; from page 1."""
        page = changes.pop("page", "")
        values = {"q": self.q, **dict(self.chosen), "order": self.order, "page": page, **changes}
        query = urlencode({name: value for name, value in values.items() if value})
        return f"{path}?{query}" if query else path


def asked(arguments: Any) -> Asked:
    """The search that the address asks for; a page that is not a number is the first."""
    page = arguments.get("page") or ""
    return Asked(
        q=(arguments.get("q") or "").strip()[:1000],
        chosen=tuple((f.name, arguments.get(f.name)) for f in FACETS if arguments.get(f.name)),
        order=arguments.get("order") or "",
        page=min(max(int(page), 1), 5000) if page.isdecimal() and len(page) < 6 else 1,
    )
