"""The public database, step by step: migrations are only ever appended."""

from sqlite_utils import Database, Migrations

from store.contents_tables import CONTENTS
from store.crawl_tables import CRAWL
from store.search_index import SEARCH
from store.tables import RECORD
from store.views import VIEWS

public = Migrations("foiwatch")


@public()
def m001_the_record(db: Database) -> None:
    """Forces, sources, disclosures with all that belongs to them, the ledger and the runs."""
    for statement in (*RECORD, *CRAWL, *SEARCH, *VIEWS):
        db.execute(statement)


@public()
def m002_what_files_hold(db: Database) -> None:
    """The parts and tables of files, which files are held back, and which news reports which disclosure."""
    for statement in CONTENTS:
        db.execute(statement)
