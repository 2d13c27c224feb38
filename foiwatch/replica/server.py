"""Runs the replica in a thread of its own: one port a site, on the loopback address and nowhere else."""

import asyncio
import socket
import threading
from collections.abc import Mapping
from datetime import datetime
from types import TracebackType

from aiohttp import web

from foiwatch.replica.added_pages import add_pages
from foiwatch.replica.service import Service
from foiwatch.replica.single_online_home import SingleOnlineHome
from foiwatch.replica.sites import COUNTS, SITES, Variant
from foiwatch.replica.troubles import TROUBLES
from foiwatch.replica.wordpress import WordPress
from foiwatch.replica.world import START, World

_HOST = "127.0.0.1"


class Replica:
    """The running sites, as a context manager: `sites` gives each address, `world` what they hold."""

    def __init__(self, world: World, variants: Mapping[str, Variant], ports: Mapping[str, int]) -> None:
        self.world, self.sites = world, dict[str, str]()
        self._services: dict[str, Service] = {}
        self._sockets: dict[str, socket.socket] = {}
        for name, log in world.logs.items():
            self._sockets[name] = socket.create_server((_HOST, ports.get(name, 0)), backlog=512)
            self.sites[name] = f"http://{_HOST}:{self._sockets[name].getsockname()[1]}"
            variant = variants.get(name, SITES[name].variant)
            product = WordPress if SITES[name].product == "wordpress" else SingleOnlineHome
            self._services[name] = Service(product(log, variant, self.sites[name]))
        self._ready, self._stopping = threading.Event(), asyncio.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="replica", daemon=True)

    @classmethod
    def start(
        cls, *, counts: Mapping[str, int] | None = None, size: float = 1.0,
        ports: Mapping[str, int] | None = None, variants: Mapping[str, Variant] | None = None,
        seed: int = 1, now: datetime = START,
    ) -> "Replica":  # fmt: skip
        """Start the sites and wait until they listen.

        `counts`: disclosures by site (default 150, 60, 60 and 120); `size` scales the default. `ports`: by
        site, 0 or none for a free one. `variants`: by site. Raises OSError when a port is taken, KeyError for
        an unknown site.
        """
        chosen = counts or {name: max(1, round(count * size)) for name, count in COUNTS.items()}
        bare = {name for name, variant in (variants or {}).items() if not variant.attachments}
        replica = cls(World(chosen, now=now, seed=seed, bare=bare), variants or {}, ports or {})
        replica._thread.start()
        replica._ready.wait()
        return replica

    def __enter__(self) -> "Replica":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Stop listening; safe to call twice."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stopping.set)
            self._thread.join(10)

    # ------------------------------------------------------------------ what tests turn and read

    def requests(self, site: str) -> list[tuple[str, str, int]]:
        """Method, path with query, and status of each request to the site since the last reset."""
        return list(self._services[site].requests)

    def reset_requests(self) -> None:
        for service in self._services.values():
            service.requests.clear()

    def trouble(self, site: str, kind: str | None, paths: str = "") -> None:
        """Make the site, or the addresses that start with `paths`, fail in a named way; None ends it.

        robots.txt stays as it is unless `paths` names it. Raises ValueError for a kind not in TROUBLES.
        """
        if kind is not None and kind not in TROUBLES:
            raise ValueError(f"no such trouble: {kind!r}; there are {', '.join(TROUBLES)}")
        self._services[site].trouble(kind, paths)

    def serve_documents(self, pages: Mapping[str, bytes | str], site: str = "met") -> None:
        """Add pages to a site's log, as its newest entries, or files beside it.

        A path that ends in "/" is a listed page: a str is an HTML fragment that gets the site's chrome, its
        title the first h1 (or title element); bytes are served as they are. Any other path is a file, which
        is not listed.
        """
        add_pages(self.world, site, pages)

    def warm(self) -> None:
        """Render every page and file once, so that a measurement does not pay for it."""
        for service in self._services.values():
            service.warm()

    # ------------------------------------------------------------------ the thread

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        runners = [web.ServerRunner(web.Server(s.handle), shutdown_timeout=0.1) for s in self._services.values()]
        for runner, listening in zip(runners, self._sockets.values(), strict=True):
            await runner.setup()
            await web.SockSite(runner, listening).start()
        self._ready.set()
        await self._stopping.wait()
        for runner in runners:
            await runner.cleanup()
