"""The routes of the project's own pages of figures, each behind the login that the site may ask for."""

from collections.abc import Awaitable, Callable
from typing import Any

from datasette import Response
from datasette.utils import tilde_encode

from store.site.about import about_page
from store.site.charts import chart_file
from store.site.citing import ROUTE as BIBTEX_FILE
from store.site.copies import ROUTE as COPY_FILE
from store.site.copies import copy_file
from store.site.data import data_page
from store.site.disclosure import bibtex_file, disclosure_page
from store.site.dossiers import dossier_page, dossier_table, dossiers_page
from store.site.exemptions import exemption_page, exemptions_page, sentences_file
from store.site.figures import figure
from store.site.forces import force_page, forces_page
from store.site.front import front_page
from store.site.overview import sources_page
from store.site.searching import search_file, search_page
from store.site.sections import about
from store.site.tables import ROUTE as TABLE_FILE
from store.site.tables import table_file
from store.site.taking import ROUTE as SEARCH_FILE

Page = Callable[[Any, Any], Awaitable[Response]]

_NUMBER = r"[1-9]\d{0,17}"


def segment(name: str) -> str:
    """A name as a part of an address, whatever it holds."""
    return str(tilde_encode(name))


FILTERS: dict[str, Callable[..., Any]] = {"segment": segment, "about_section": about, "figure": figure}


def guarded(page: Page) -> Page:
    """The page, for whoever may see the site."""

    async def view(datasette: Any, request: Any) -> Response:
        await datasette.ensure_permissions(request.actor, ["view-instance", ("view-database", "foi")])
        return await page(datasette, request)

    return view


ROUTES = [
    (route, guarded(page))
    for route, page in (
        (r"/search$", search_page),
        (SEARCH_FILE, search_file),
        (r"/(?P<database>foi)$", data_page),
        (rf"/foi/disclosures/(?P<pks>{_NUMBER})$", disclosure_page),
        (BIBTEX_FILE, bibtex_file),
        (TABLE_FILE, table_file),
        (COPY_FILE, copy_file),
        (r"/sources$", sources_page),
        (r"/$", front_page),
        (r"/forces$", forces_page),
        (r"/forces/(?P<name>[^/]{1,900})$", force_page),
        (r"/exemptions$", exemptions_page),
        (r"/exemptions/(?P<section>[^/]{1,900})$", exemption_page),
        (r"/exemptions/(?P<section>[^/]{1,900})/sentences\.csv$", sentences_file),
        (r"/dossiers$", dossiers_page),
        (rf"/dossiers/(?P<id>{_NUMBER})$", dossier_page),
        (rf"/dossiers/(?P<id>{_NUMBER})/table-(?P<number>[1-9]\d{{0,3}})\.(?P<ending>csv|svg)$", dossier_table),
        (r"/about$", about_page),
        (r"/charts/(?P<name>[a-z-]{1,40})\.(?P<ending>svg|csv)$", chart_file),
    )
]
