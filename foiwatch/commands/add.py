"""`foiwatch add`: read a document that came another way, by e-mail say, and keep it."""

import sys

import click

from foiwatch.command import Settings


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="FILE|URL...")
@click.option(
    "--force", help="The force that answered, by its full name or its source's: when the document does not say."
)
@click.option("--url", default="", help="The address that a single FILE was saved from.")
@click.pass_obj
def command(settings: Settings, documents: tuple[str, ...], force: str | None, url: str) -> None:
    """Read documents and keep them. Exit 1 when one could not be read; the others are kept."""
    from crawler.workers import FileReader
    from foiwatch.adding import add
    from foiwatch.documents import NoDocument, bring
    from foiwatch.known import full_name
    from foiwatch.lock import only_run
    from foiwatch.project import settings_for
    from foiwatch.quarantined import tell
    from store.evidence.archive import Archive
    from store.purging.errors import TakenDown
    from store.records import ADDED

    if url and len(documents) > 1:
        raise click.UsageError("--url goes with a single document")
    named = full_name(force) if force else ""
    failed = 0
    with only_run(settings.config.store), FileReader(settings.config.limits) as files:
        store = settings.open_store()
        about = {"software": "foiwatch", "http-header-user-agent": settings_for(settings.config)["USER_AGENT"]}
        archive = Archive(store, ADDED, None, settings.now.isoformat(), about)
        for where in documents:
            try:
                document = bring(where, settings.config, files, url)
            except NoDocument as reason:
                click.echo(f"foiwatch: {reason}", err=True)
                failed += 1
                continue
            moment = settings.now.isoformat()
            try:
                kept = add(store, document, settings.config, files, archive, force=named, moment=moment)
            except TakenDown as refusal:
                click.echo(f"foiwatch: {where}: {refusal}", err=True)
                failed += 1
                continue
            click.echo(f"{kept.verb}\t{kept.disclosure}\t{document.reading.ref}\t{document.reading.title}")
        archive.close()
        tell(store, settings.now.isoformat())
        store.close()
    sys.exit(1 if failed else 0)
