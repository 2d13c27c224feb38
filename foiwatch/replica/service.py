"""One site on one port: finds the answer to a request, remembers it, and counts what was asked."""

import asyncio
from dataclasses import dataclass

from aiohttp import web

from foiwatch.replica.answers import Reply, all_headers, not_modified
from foiwatch.replica.rest import json_reply
from foiwatch.replica.single_online_home import SingleOnlineHome
from foiwatch.replica.sites import LISTING
from foiwatch.replica.troubles import troubled
from foiwatch.replica.wordpress import WordPress

_STALL, _SLOW = 600.0, 1.5


@dataclass(frozen=True)
class Ready:
    """A reply with its headers worked out."""

    reply: Reply
    headers: dict[str, str]


class Service:
    """Replies are kept by address until the log changes: a crawl should not wait for rendering."""

    def __init__(self, site: SingleOnlineHome | WordPress) -> None:
        self.site = site
        self.requests: list[tuple[str, str, int]] = []
        self.troubles: dict[str, str] = {}
        self._ready: dict[str, Ready] = {}
        self._edition = -1
        self._seen: set[str] = set()

    def trouble(self, kind: str | None, prefix: str) -> None:
        """Switch a failure on for addresses that start so; None switches it off (all, for the prefix "")."""
        if kind is None:
            self.troubles = {p: k for p, k in self.troubles.items() if prefix and p != prefix}
        else:
            self.troubles[prefix] = kind
            self._seen.clear()

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer one request."""
        if request.method not in ("GET", "HEAD"):
            return self._counted(request, web.Response(status=405, headers={"Allow": "GET, HEAD"}))
        kind = self._kind(request.path_qs)
        ready = self._healthy(request) if not kind else self._troubled(request, kind)
        if kind in ("stall", "slow"):
            await asyncio.sleep(_STALL if kind == "stall" else _SLOW)
        if kind == "truncated":
            return await self._cut(request, ready)
        if not_modified(request.headers, ready.headers):
            kept = {key: ready.headers[key] for key in ("ETag", "Last-Modified")}
            return self._counted(request, web.Response(status=304, headers=kept))
        return self._counted(
            request, web.Response(body=ready.reply.body, status=ready.reply.status, headers=ready.headers)
        )

    def warm(self) -> None:
        """Make every page and file, so that the first to ask does not wait."""
        for path in [*self.site.log.entries, *self.site.file_paths()]:
            self._found(path, path, "")

    def _kind(self, path: str) -> str:
        found = [prefix for prefix in self.troubles if path.startswith(prefix)]
        if not found or (path == "/robots.txt" and max(found, key=len) != path):
            return ""
        return self.troubles[max(found, key=len)]

    def _healthy(self, request: web.BaseRequest) -> Ready:
        return self._found(request.path_qs, request.path, request.rel_url.raw_query_string)

    def _found(self, address: str, path: str, query: str) -> Ready:
        if self._edition != self.site.log.edition:
            self._ready.clear()
            self._edition = self.site.log.edition
        if address not in self._ready:
            reply = self.site.reply(path, query)
            self._ready[address] = Ready(reply, all_headers(reply))
        return self._ready[address]

    def _troubled(self, request: web.BaseRequest, kind: str) -> Ready:
        first = request.path_qs not in self._seen
        self._seen.add(request.path_qs)
        healthy = self._healthy(request).reply
        reply = troubled(kind, healthy, self.site.not_found(404), self._empty(request.path),
                         is_listing=_is_listing(request.path), first_time=first)  # fmt: skip
        return Ready(reply, all_headers(reply))

    def _empty(self, path: str) -> Reply:
        if path.startswith("/wp-json"):
            return json_reply([], headers={"X-WP-Total": "0", "X-WP-TotalPages": "0"})
        return self.site.empty_listing()

    async def _cut(self, request: web.BaseRequest, ready: Ready) -> web.StreamResponse:
        body = ready.reply.body
        response = web.StreamResponse(
            status=ready.reply.status, headers={**ready.headers, "Content-Length": str(len(body))}
        )
        await response.prepare(request)
        await response.write(body[: len(body) // 2])
        if request.transport is not None:
            request.transport.close()
        return self._counted(request, response)

    def _counted(self, request: web.BaseRequest, response: web.StreamResponse) -> web.StreamResponse:
        self.requests.append((request.method, request.path_qs, response.status))
        return response


def _is_listing(path: str) -> bool:
    fixed = (LISTING, "/", "/feed/", "/disclosure-log/")
    return path in fixed or path.startswith(("/wp-json/wp/v2/posts", "/20", "/page/"))
