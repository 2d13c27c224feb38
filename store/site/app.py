"""Builds the Datasette instance over `foi.db`, and over nothing else."""

from pathlib import Path

from datasette.app import Datasette
from datasette.utils import parse_metadata

from store.database import PUBLIC_NAME, open_store
from store.errors import StoreError
from store.runs import note_killed_runs

_HERE = Path(__file__).parent

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


def datasette_app(store_folder: Path) -> Datasette:
    """The site over `<store_folder>/foi.db`, not yet running.

    The file is opened read-only but not as immutable, so that a crawl may write to it meanwhile.
    Raises StoreError when there is no such file.
    """
    return Datasette(
        files=[str(_database(store_folder))],
        metadata=parse_metadata((_HERE / "metadata.yml").read_text(encoding="utf-8")),
        settings=SETTINGS,
        template_dir=str(_HERE / "templates"),
        plugins_dir=str(_HERE / "plugins"),
        static_mounts=[("assets", str(_HERE / "static"))],
    )


def current(store_folder: Path) -> None:
    """Bring a store of an earlier version up to date, and close the accounts of runs that were killed.

    The site itself never writes. Raises StoreError when there is no store, or it cannot be written.
    """
    _database(store_folder)
    store = open_store(store_folder)
    note_killed_runs(store)
    store.close()


def _database(store_folder: Path) -> Path:
    database = store_folder / PUBLIC_NAME
    if not database.is_file():
        raise StoreError(f"{database}: there is nothing to serve yet: `foiwatch run` makes it")
    return database
