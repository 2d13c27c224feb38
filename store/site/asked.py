"""A search as the address asks for it: its words, facets and order, and the addresses that lead on."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from store.site.finding.facets import FACETS
from store.site.query import fts_query

DATE = "coalesce(nullif(d.published, ''), nullif(d.responded, ''), d.received)"
ORDERS = {"best": "Best match", "newest": "Newest first", "oldest": "Oldest first"}
PAGE = 20
REACH = 5_000  # disclosures that a search leads to, page by page or as a file; narrower ones lead to the others


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
        chosen=tuple((f.name, arguments.get(f.name)[:300]) for f in FACETS if arguments.get(f.name)),
        order=arguments.get("order") or "",
        page=min(max(int(page), 1), REACH // PAGE) if page.isdecimal() and len(page) < 6 else 1,
    )
