"""`foiwatch serve`: opens the collection in Datasette, read-only, on this machine unless told otherwise."""

import os
import socket
import webbrowser
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from store.errors import StoreError

if TYPE_CHECKING:
    from foiwatch.command import Settings


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True, help="0 takes a free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--workers", type=click.IntRange(1, 64), default=lambda: min(2, os.cpu_count() or 1),
    show_default="2, or 1 on one processor", help="Processes that answer.",
)  # fmt: skip
@click.option("--base", default="/", callback=lambda *given: _path(given[2]), help="The path of the site at a proxy.")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in a browser.")
@click.pass_obj
def command(settings: "Settings", port: int, host: str, workers: int, base: str, open_browser: bool) -> None:
    """Show the collection as a Datasette site: search, disclosures, sources, tables."""
    from foiwatch.serving import serve, site
    from store.site.app import current

    config = settings.config
    current(config.store, settings.now.isoformat())
    shown = site(config, base)
    with _listen(host, port) as listening, suppress(KeyboardInterrupt):
        address = _address(listening)
        click.echo(f"foiwatch: serving {config.store} at {address} (Ctrl-C ends it)", err=True)
        if open_browser:
            webbrowser.open(address + base[1:])
        serve(shown, listening, workers)


def _path(base: str) -> str:
    return f"/{base.strip('/')}/" if base.strip("/") else "/"


def _listen(host: str, port: int) -> socket.socket:
    # Bound before anything is said, so that the address printed is one that answers.
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(128)
    except OSError as error:
        listening.close()
        raise StoreError(f"cannot listen on {host} port {port}: {error.strerror or error}") from error
    return listening


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
