"""Builds the Datasette instance over `foi.db`, and over nothing else."""

from pathlib import Path
from secrets import token_hex

from datasette.app import Datasette
from datasette.utils import parse_metadata

from store.database import PUBLIC_NAME, open_store
from store.errors import StoreError
from store.feeds.feed import Offer
from store.figures.estimates import note_missing
from store.figures.filling import refresh
from store.runs import note_killed_runs
from store.site.about import tell
from store.site.feeds import offer
from store.site.login import asking

_HERE = Path(__file__).parent
NOTHING = Offer()

SETTINGS = {
    "allow_download": False,
    "allow_facet": True,
    "suggest_facets": False,
    "default_page_size": 50,
    "default_facet_size": 15,
    "facet_time_limit_ms": 400,
    "max_returned_rows": 5000,
    "num_sql_threads": 4,
    "sql_time_limit_ms": 2000,
    "truncate_cells_html": 300,
}


def datasette_app(
    store_folder: Path, offered: Offer = NOTHING, contact: str = "", login: str = "", base: str = "/", secret: str = ""
) -> Datasette:
    """The site over `<store_folder>/foi.db`, not yet running.

    `offered` is what the configuration adds to the feeds, `contact` whom a reader can write to, `login` the
    "name:password" that is asked of every visitor, `base` the path of the site, which begins and ends with "/"; several
    processes that answer for one site need the same `secret`. The file is opened read-only but not as immutable, so
    that a crawl may write to it meanwhile. Raises StoreError when there is no such file.
    """
    site = Datasette(
        files=[str(_database(store_folder))],
        metadata=parse_metadata((_HERE / "metadata.yml").read_text(encoding="utf-8")) | asking(login),
        settings=SETTINGS | {"base_url": base},
        secret=secret or token_hex(32),
        template_dir=str(_HERE / "templates"),
        plugins_dir=str(_HERE / "plugins"),
        static_mounts=[("assets", str(_HERE / "static"))],
    )
    offer(site, offered)
    tell(site, contact)
    return site


def current(store_folder: Path, moment: str) -> None:
    """Bring a store of an earlier version up to date, close the accounts of runs that were killed, and count the
    figures and the holes anew where the record has moved on since. `moment` is now, ISO 8601 in UTC.

    The site itself never writes. Raises StoreError when there is no store, or it cannot be written.
    """
    _database(store_folder)
    store = open_store(store_folder)
    note_killed_runs(store)
    refresh(store, moment)
    note_missing(store, moment)
    store.close()


def _database(store_folder: Path) -> Path:
    database = store_folder / PUBLIC_NAME
    if not database.is_file():
        raise StoreError(f"{database}: there is nothing to serve yet: `foiwatch run` makes it")
    return database
