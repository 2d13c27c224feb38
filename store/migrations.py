"""The public database, step by step: migrations are only ever appended."""

from sqlite_utils import Database, Migrations

from store.contents_tables import CONTENTS
from store.crawl_tables import CRAWL
from store.dossiers.tables import DOSSIERS
from store.evidence.tables import EVIDENCE
from store.figures.tables import FIGURES
from store.merging.tables import MERGES
from store.purging.tables import TOMBSTONES
from store.references import noting
from store.references.tables import ESTIMATES, OUTDATED, REFERENCES
from store.search_index import REWORDED, SEARCH, WITH_TABLES
from store.states_tables import STATES
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


@public()
def m003_evidence(db: Database) -> None:
    """The archived responses: where each is, by address, time and digest."""
    for statement in EVIDENCE:
        db.execute(statement)


@public()
def m004_merges(db: Database) -> None:
    """Which disclosures are the same, with the reason, and what finds near duplicates."""
    for statement in MERGES:
        db.execute(statement)


@public()
def m005_states(db: Database) -> None:
    """The ledger of what became of each disclosure."""
    for statement in STATES:
        db.execute(statement)


@public()
def m006_dossiers(db: Database) -> None:
    """The same question across forces, and what finds it."""
    for statement in DOSSIERS:
        db.execute(statement)


@public()
def m007_tombstones(db: Database) -> None:
    """What was taken down, without its content."""
    for statement in TOMBSTONES:
        db.execute(statement)


@public()
def m008_references(db: Database) -> None:
    """Reference numbers taken apart, so that holes in a sequence can be counted."""
    for statement in REFERENCES:
        db.execute(statement)
    noting.fill(db)


@public()
def m009_estimates(db: Database) -> None:
    """What was estimated from the reference numbers when a crawl ended."""
    for statement in ESTIMATES:
        db.execute(statement)


@public()
def m010_figures(db: Database) -> None:
    """What the site shows in figures and charts, counted when a run ends."""
    for statement in FIGURES:
        db.execute(statement)


@public()
def m011_tables(db: Database) -> None:
    """Which disclosures have a table, for who searches for these."""
    db.execute(WITH_TABLES)


@public()
def m012_outdated_estimates(db: Database) -> None:
    """Which estimates are of before the crawl that is on."""
    for statement in OUTDATED:
        db.execute(statement)


@public()
def m013_reworded(db: Database) -> None:
    """Whose words changed after it was kept, so that what a search found can be kept current."""
    for statement in REWORDED:
        db.execute(statement)
