"""The HTML pages of the WordPress site: a post, an archive, the page for what is not there."""

import re
from html import escape

from foiwatch.replica.disclosures import slug
from foiwatch.replica.posts import Post, british
from foiwatch.replica.sites import SYNTHETIC, Variant
from foiwatch.replica.templates import fill


def page(
    base: str, variant: Variant, years: list[int], title: str, main: str, classes: str,
    head: str = "", markup: int = 0,
) -> str:  # fmt: skip
    """A whole page; `markup` counts restylings."""
    feed = f'<link rel="alternate" type="application/rss+xml" title="Feed" href="{base}/feed/">'
    html = fill(
        "wordpress", base=base, title=title, main=main, classes=classes, head=head, markup=markup,
        synthetic=SYNTHETIC, feed=feed if variant.feed else "",
        archives="".join(f'<li><a href="{base}/{year}/">{year}</a></li>' for year in years),
    )  # fmt: skip
    return re.sub(r' class="[^"]*"', "", html) if variant.plain else html


def article(post: Post, older: Post | None, newer: Post | None) -> str:
    """The post itself and the links to its neighbours by date."""
    pairs = (("prev", older), ("next", newer))
    links = [f'<a href="{other.link}" rel="{rel}">{other.title}</a>' for rel, other in pairs if other]
    return fill(
        "post", id=post.id, title=post.title, content=post.content(), base=post.base,
        neighbours=" ".join(links), category=escape(post.category_name),
        category_slug=slug(post.category_name),
    )  # fmt: skip


def article_head(post: Post) -> str:
    return fill("post_head", id=post.id, link=post.link, base=post.base, published=post.date.isoformat())


def archive(heading: str, posts: list[Post], pager: str) -> str:
    """A page of summaries."""
    return f'<h1 class="page-title">{heading}</h1>{"".join(map(_summary, posts))}{pager}'


def _summary(post: Post) -> str:
    local = british(post.date)
    return fill(
        "summary", id=post.id, link=post.link, title=post.title, moment=local.isoformat(),
        day=f"{local.day} {local:%B %Y}", excerpt=post.excerpt(),
    )  # fmt: skip


def pager(stem: str, number: int, last: int) -> str:
    """Links to the other pages of an archive, whose first page is `stem`."""
    if last < 2:
        return ""

    def at(other: int) -> str:
        return stem + (f"page/{other}/" if other > 1 else "")

    links = [f'<a class="page-numbers" href="{at(n)}">{n}</a>' for n in range(1, last + 1) if n != number]
    if number < last:
        links.append(f'<a class="next page-numbers" href="{at(number + 1)}">Next</a>')
    return f'<nav class="navigation pagination" aria-label="Posts pagination">{" ".join(links)}</nav>'
