"""A post as the REST API gives it, key for key as WordPress 6.8 does."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from foiwatch.replica.disclosures import slug
from foiwatch.replica.posts import Post, british
from foiwatch.replica.sites import SYNTHETIC


def rest_shape(post: Post) -> dict[str, Any]:
    """A post as /wp-json/wp/v2/posts gives it in the view context."""
    api = f"{post.base}/wp-json/wp/v2"
    return {
        "id": post.id, "date": _local(post.date), "date_gmt": _gmt(post.date),
        "guid": {"rendered": f"{post.base}/?p={post.id}"},
        "modified": _local(post.modified), "modified_gmt": _gmt(post.modified),
        "slug": post.entry.path.strip("/"), "status": "publish", "type": "post", "link": post.link,
        "title": {"rendered": post.title}, "content": {"rendered": post.content(), "protected": False},
        "excerpt": {"rendered": post.excerpt(), "protected": False},
        "author": 1, "featured_media": 0, "comment_status": "closed", "ping_status": "closed",
        "sticky": False, "template": "", "format": "standard",
        "meta": {"footnotes": "", "x-synthetic": SYNTHETIC},
        "categories": [post.category], "tags": [],
        "class_list": [f"post-{post.id}", "post", "type-post", "status-publish", "format-standard", "hentry",
                       f"category-{slug(post.category_name)}"],
        "_links": _links(post, api),
    }  # fmt: skip


def _links(post: Post, api: str) -> dict[str, list[Mapping[str, Any]]]:
    return {
        "self": [{"href": f"{api}/posts/{post.id}", "targetHints": {"allow": ["GET"]}}],
        "collection": [{"href": f"{api}/posts"}],
        "about": [{"href": f"{api}/types/post"}],
        "author": [{"embeddable": True, "href": f"{api}/users/1"}],
        "wp:attachment": [{"href": f"{api}/media?parent={post.id}"}],
        "wp:term": [{"taxonomy": "category", "embeddable": True, "href": f"{api}/categories?post={post.id}"}],
        "curies": [{"name": "wp", "href": "https://api.w.org/{rel}", "templated": True}],
    }


def _local(moment: datetime) -> str:
    return british(moment).isoformat(timespec="seconds")


def _gmt(moment: datetime) -> str:
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
