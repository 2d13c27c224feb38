"""The parameters of WordPress's collection of posts: which are refused, what they choose, in what order."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from foiwatch.replica.posts import Post, british

_ORDERS = (
    "author", "date", "id", "include", "modified", "parent", "relevance", "slug", "include_slugs", "title",
)  # fmt: skip
# rest_parse_date in wp-includes/rest-api.php: a "+" that was not escaped has become a space and is refused.
_MOMENT = re.compile(r"^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d(?::\d\d)?)?$")
_LISTS = ("include", "exclude", "slug", "categories")
_KEYS: dict[str, Callable[[Post], Any]] = {
    "modified": lambda post: (post.modified, post.id),
    "id": lambda post: post.id,
    "title": lambda post: post.title,
    "slug": lambda post: post.entry.path,
}
_MOMENTS = ("after", "before", "modified_after", "modified_before")


class Refused(ValueError):
    """A parameter that the API does not take, with the code, the status and the details that it answers."""

    def __init__(self, code: str, message: str, status: int = 400, **data: Any) -> None:
        super().__init__(message)
        self.code, self.status, self.data = code, status, data


def whole_number(asked: dict[str, str], key: str, otherwise: int, top: int | None, low: int = 1) -> int:
    """A parameter that must be a whole number within bounds. Raises Refused."""
    text = asked.get(key, str(otherwise))
    if text.isdigit() and low <= int(text) <= (top or int(text)):
        return int(text)
    bounds = f"{key} must be between {low} (inclusive) and {top} (inclusive)" if top else f"{key} must be a number."
    raise Refused("rest_invalid_param", f"Invalid parameter(s): {key}", params={key: bounds})


def filtered(posts: list[Post], asked: dict[str, str]) -> list[Post]:
    """The posts that every parameter lets through. Raises Refused."""
    moments = {key: _moment(key, asked[key]) for key in _MOMENTS if key in asked}
    wanted = {key: set(asked[key].split(",")) for key in _LISTS if key in asked}
    search = asked.get("search", "")
    return [post for post in posts if _inside(post, moments) and _chosen(post, wanted, search)]


def _inside(post: Post, moments: dict[str, datetime]) -> bool:
    # WP_Date_Query compares strictly, on the site's own clock.
    for key, limit in moments.items():
        own = british(post.modified if key.startswith("modified") else post.date)
        if not (own > limit if key.endswith("after") else own < limit):
            return False
    return True


def _chosen(post: Post, wanted: dict[str, set[str]], search: str) -> bool:
    number, category = str(post.id), str(post.category)
    own = {"include": number, "exclude": number, "slug": post.entry.path.strip("/"), "categories": category}
    if any((own[key] in values) == (key == "exclude") for key, values in wanted.items()):
        return False
    return not search or search.lower() in f"{post.title} {post.content()}".lower()


def _moment(key: str, text: str) -> datetime:
    if not _MOMENT.match(text):
        raise Refused("rest_invalid_param", f"Invalid parameter(s): {key}", params={key: "Invalid date."})
    moment = datetime.fromisoformat(text.replace("t", "T"))
    return british(moment.astimezone(UTC)) if moment.tzinfo else moment


def ordered(posts: list[Post], asked: dict[str, str]) -> list[Post]:
    """The posts by orderby and order; the newest first when neither is given. Raises Refused."""
    by, order = asked.get("orderby", "date"), asked.get("order", "desc")
    if by not in _ORDERS or order not in ("asc", "desc"):
        wrong = "orderby" if by not in _ORDERS else "order"
        allowed = {wrong: f"{wrong} is not one of {', '.join(_ORDERS)}."}
        raise Refused("rest_invalid_param", f"Invalid parameter(s): {wrong}", params=allowed)
    if by == "include" and "include" in asked:
        place = {number: n for n, number in enumerate(asked["include"].split(","))}
        return sorted(posts, key=lambda p: place[str(p.id)])
    return sorted(posts, key=_KEYS.get(by, lambda post: (post.date, post.id)), reverse=order == "desc")
