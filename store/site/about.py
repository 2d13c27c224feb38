"""The page about the data: how it is gathered and read, how far it can be relied on, and whom to tell of an error."""

import re
import tomllib
from pathlib import Path
from typing import Any

from datasette import Response

from store.site.front import freshness
from store.site.health import sources_at_a_glance
from store.site.rendering import rendered
from store.site.rows import rows

MEASURED = tomllib.loads((Path(__file__).parent / "measured.toml").read_text(encoding="utf-8"))["measured"]
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63})+", re.ASCII)
_TOTALS = "SELECT name, number FROM figures_totals"


def tell(datasette: Any, contact: str) -> None:
    """Say whom a reader can write to. It is not in Datasette's own settings, which are shown to all."""
    datasette.foiwatch_contact = contact


async def about_page(datasette: Any, request: Any) -> Response:
    """Method, limits, measured accuracy, licence, and how to report an error or ask for a removal."""
    db = datasette.get_database("foi")
    contact = str(getattr(datasette, "foiwatch_contact", ""))
    context = {
        "measured": MEASURED,
        "contact": contact,
        "mail": bool(_MAIL.fullmatch(contact)),
        "totals": {row["name"]: row["number"] for row in await rows(db, _TOTALS)},
        "sources": await sources_at_a_glance(db),
        **await freshness(db),
    }
    return await rendered(datasette, request, "about.html", context)
