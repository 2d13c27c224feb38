"""WordPress's REST API for posts, with the parameters, headers and refusals of a stock installation."""

import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qs, urlencode

from foiwatch.replica.answers import Reply
from foiwatch.replica.disclosures import slug
from foiwatch.replica.posts import CATEGORIES, Post
from foiwatch.replica.rest_query import Refused, filtered, ordered, whole_number
from foiwatch.replica.rest_shape import rest_shape
from foiwatch.replica.sites import SYNTHETIC

JSON = "application/json; charset=UTF-8"
API = "/wp-json/wp/v2"


def json_reply(value: Any, status: int = 200, headers: Mapping[str, str] = MappingProxyType({})) -> Reply:
    """A reply with the fixed headers of the API, and those given."""
    # PHP's json_encode writes \/ and \u escapes.
    body = json.dumps(value, separators=(",", ":")).replace("/", "\\/").encode("ascii")
    fixed = {
        "X-Robots-Tag": "noindex", "X-Content-Type-Options": "nosniff", "Allow": "GET", "Vary": "Origin",
        "Access-Control-Expose-Headers": "X-WP-Total, X-WP-TotalPages, Link",
        "Access-Control-Allow-Headers": "Authorization, X-WP-Nonce, Content-Disposition, Content-Type",
    }  # fmt: skip
    return Reply(body, status, JSON, None, {**fixed, **headers})


def answer(path: str, query: str, posts: list[Post], base: str) -> Reply:
    """The reply of the API to a GET. `posts` are those that are published."""
    asked = {key.removesuffix("[]"): ",".join(values) for key, values in parse_qs(query).items()}
    rest = path.removeprefix(API).rstrip("/")
    try:
        if rest == "/posts":
            return _collection(asked, posts, base)
        if found := re.fullmatch(r"/posts/(\d+)", rest):
            return _single(int(found[1]), asked, posts)
    except Refused as refusal:
        said = {
            "code": refusal.code,
            "message": str(refusal),
            "data": {"status": refusal.status, **refusal.data},
        }
        return json_reply(said, refusal.status)
    if rest == "/categories":
        return json_reply([{"id": n, "name": name, "slug": slug(name)} for n, name in enumerate(CATEGORIES, 2)])
    if path.rstrip("/") == "/wp-json":
        return json_reply({"name": "FOI Disclosure Log", "url": base, "namespaces": ["wp/v2"], "meta": SYNTHETIC})
    missing = "No route was found matching the URL and request method."
    return json_reply({"code": "rest_no_route", "message": missing, "data": {"status": 404}}, 404)


def switched_off(status: int) -> Reply:
    """What a site says whose owner has closed the API: 401 by a plugin, 404 by the web server."""
    if status == 401:
        words = "DRA: Only authenticated users can access the REST API."
        return json_reply({"code": "rest_cannot_access", "message": words, "data": {"status": 401}}, 401)
    return Reply(b"<html><head><title>404 Not Found</title></head><body>Not Found</body></html>", 404)


def _single(number: int, asked: dict[str, str], posts: list[Post]) -> Reply:
    post = next((p for p in posts if p.id == number), None)
    if post is None:
        raise Refused("rest_post_invalid_id", "Invalid post ID.", 404)
    return json_reply(_only(rest_shape(post), asked))


def _collection(asked: dict[str, str], posts: list[Post], base: str) -> Reply:
    size, number = whole_number(asked, "per_page", 10, 100), whole_number(asked, "page", 1, None)
    found = ordered(filtered(posts, asked), asked)
    start = whole_number(asked, "offset", (number - 1) * size, None, low=0)
    pages = -(-len(found) // size)
    if number > pages and found:
        message = "The page number requested is larger than the number of pages available."
        raise Refused("rest_post_invalid_page_number", message)
    shown = [_only(rest_shape(post), asked) for post in found[start : start + size]]
    headers = {"X-WP-Total": str(len(found)), "X-WP-TotalPages": str(pages)}
    if links := _neighbours(asked, number, pages, base):
        headers["Link"] = links
    return json_reply(shown, headers=headers)


def _neighbours(asked: dict[str, str], number: int, pages: int, base: str) -> str:
    def link(other: int, rel: str) -> str:
        return f'<{base}{API}/posts?{urlencode({**asked, "page": other})}>; rel="{rel}"'

    return ", ".join([link(number - 1, "prev")] * (number > 1) + [link(number + 1, "next")] * (number < pages))


def _only(shape: dict[str, Any], asked: dict[str, str]) -> dict[str, Any]:
    if "_fields" not in asked:
        return shape
    wanted = [field.strip().split(".") for field in asked["_fields"].split(",")]
    kept: dict[str, Any] = {}
    for key, value in shape.items():
        inner = [path[1] for path in wanted if path[0] == key and len(path) > 1]
        if [key] in wanted:
            kept[key] = value
        elif inner and isinstance(value, dict):
            kept[key] = {name: value[name] for name in inner if name in value}
    return kept
