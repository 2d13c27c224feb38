"""`foiwatch versions`: what became of a disclosure, its versions, and the words that differ between two of them."""

import json

import click

from foiwatch.command import Settings


@click.command()
@click.argument("id")
@click.option(
    "--diff", "pair", nargs=2, type=click.IntRange(min=1), metavar="A B",
    help="The words that differ between two versions: [-removed-]{+added+}.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.pass_obj
def command(settings: Settings, id: str, pair: tuple[int, int] | None, as_json: bool) -> None:
    """List what became of a disclosure and its versions. ID is its number, an address of it, or its reference.

    Exit 2 when the record does not hold it.
    """
    from foiwatch import comparison
    from store.finding import find_kept

    store = settings.open_store()
    try:
        disclosure = find_kept(store, id)
        found: comparison.AllVersions | comparison.TwoVersions
        found = comparison.of_two(store, disclosure, *pair) if pair else comparison.of_all(store, disclosure)
        if as_json:
            click.echo(json.dumps(found.as_object(), ensure_ascii=False))
        else:
            found.show()
    finally:
        store.close()
