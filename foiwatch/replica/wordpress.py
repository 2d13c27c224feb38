"""A WordPress site: finds what an address stands for; the API, the feed and the HTML are made elsewhere."""

import re
from urllib.parse import parse_qs

from foiwatch.replica import files, rest, theme
from foiwatch.replica.answers import Reply, html, moved
from foiwatch.replica.disclosures import slug
from foiwatch.replica.feed import feed
from foiwatch.replica.log import Log
from foiwatch.replica.posts import Post, british
from foiwatch.replica.sites import SYNTHETIC, Variant

ROBOTS = f"""# {SYNTHETIC}
User-agent: *
Disallow: /wp-admin/
Allow: /wp-admin/admin-ajax.php
"""
_ARCHIVE = re.compile(
    r"(?P<stem>/(?:(?P<year>\d{4})(?:/(?P<month>\d\d))?/|disclosure-log/|category/(?P<category>[a-z-]+)/)?)"
    r"(?:page/(?P<page>[1-9]\d*)/)?"
)


class WordPress:
    """Answers for one log. Posts and addresses are worked out once for each edition of the log."""

    def __init__(self, log: Log, variant: Variant, base: str) -> None:
        self.log, self.variant, self.base = log, variant, base
        self._edition = -1
        self._posts: list[Post] = []
        self._places: dict[int, int] = {}
        self._years: list[int] = []
        self._uploads: dict[str, tuple[Post, int]] = {}

    def reply(self, path: str, query: str) -> Reply:
        """The answer to a GET; unknown addresses are the theme's 404 page."""
        self._index()
        asked = parse_qs(query)
        if path.startswith("/wp-json") or "rest_route" in asked:
            return self._api("/wp-json" + asked["rest_route"][0] if "rest_route" in asked else path, query)
        if path == "/robots.txt":
            return Reply(ROBOTS.encode(), media_type="text/plain; charset=utf-8")
        if path == "/" and "p" in asked:
            found = next((post for post in self._posts if str(post.id) == asked["p"][0]), None)
            return moved(found.link) if found else self.not_found(404)
        if path == "/feed/" or asked.get("feed") == ["rss2"]:
            return self._feed(asked)
        if path in self.log.entries:
            entry = self.log.entries[path]
            return self.not_found(404) if entry.gone else self._single(Post(entry, self.base))
        return self._upload(path) or self._elsewhere(path)

    def file_paths(self) -> list[str]:
        """The address of every attachment."""
        self._index()
        return list(self._uploads)

    def not_found(self, status: int) -> Reply:
        """The theme's page for an address that is not there."""
        words = "<h1>Oops! That page can&rsquo;t be found.</h1><p>It looks like nothing was found here.</p>"
        return html(self._page("Page not found", words, "error404"), status)

    def empty_listing(self) -> Reply:
        """The front page of a log without posts."""
        words = "<h1>Nothing Found</h1><p>It seems we can&rsquo;t find what you are looking for.</p>"
        return html(self._page("Disclosure log", words, "archive no-results"))

    def _index(self) -> None:
        if self._edition == self.log.edition:
            return
        found = [Post(entry, self.base) for entry in self.log.present()]
        self._posts = sorted(found, key=lambda post: (post.date, post.id), reverse=True)
        self._places = {post.id: place for place, post in enumerate(self._posts)}
        self._years = sorted({british(post.date).year for post in found}, reverse=True)
        self._uploads = {path: (post, n) for post in found for n, (path, _) in enumerate(post.uploads())}
        self._edition = self.log.edition

    def _api(self, path: str, query: str) -> Reply:
        if self.variant.rest != 200:
            return rest.switched_off(self.variant.rest)
        return rest.answer(path, query, self._posts, self.base)

    def _feed(self, asked: dict[str, list[str]]) -> Reply:
        number = asked.get("paged", ["1"])[0]
        if not self.variant.feed or not number.isdigit():
            return self.not_found(404)
        return feed(self._posts, self.base, self.log.modified, max(1, int(number)))

    def _upload(self, path: str) -> Reply | None:
        if path in self.log.extra_files:
            return files.extra(path, self.log.extra_files[path])
        if path not in self._uploads:
            return None
        post, place = self._uploads[path]
        attachment = post.entry.disclosure.attachments[place]
        data = files.make(post.entry.disclosure, attachment)
        return Reply(data, media_type=files.MEDIA_TYPES[attachment.kind], modified=post.entry.filed)

    def _elsewhere(self, path: str) -> Reply:
        slashed = f"{path}/"
        if not path.endswith("/") and (
            slashed in self.log.entries or slashed == "/feed/" or _ARCHIVE.fullmatch(slashed)
        ):
            return moved(self.base + slashed)
        found = _ARCHIVE.fullmatch(path)
        return self._archive(found) if found else self.not_found(404)

    def _archive(self, asked: re.Match[str]) -> Reply:
        chosen = [post for post in self._posts if _belongs(post, asked)]
        size, number = self.variant.page_size, int(asked["page"] or 1)
        shown = chosen[(number - 1) * size : number * size]
        if not shown:
            return self.not_found(404)
        heading = f"Year: <span>{asked['year']}</span>" if asked["year"] else "Disclosure log"
        pager = theme.pager(self.base + asked["stem"], number, -(-len(chosen) // size))
        text = self._page("Disclosure log", theme.archive(heading, shown, pager), "archive")
        return html(text, modified=self.log.modified if self.variant.validators else None)

    def _single(self, post: Post) -> Reply:
        modified = max(post.modified, post.entry.styled) if self.variant.validators else None
        if post.entry.page and post.entry.page.whole:
            return Reply(post.entry.page.whole, modified=modified)
        place = self._places[post.id]
        # By date, as WordPress has it: a page's bytes change when a newer neighbour comes, its words do not.
        older = self._posts[place + 1] if place + 1 < len(self._posts) else None
        newer = self._posts[place - 1] if place else None
        text = theme.page(
            self.base, self.variant, self._years, post.title, theme.article(post, older, newer),
            f"single single-post postid-{post.id}", theme.article_head(post), post.entry.markup,
        )  # fmt: skip
        links = f'<{self.base}/wp-json/>; rel="https://api.w.org/", <{self.base}/?p={post.id}>; rel=shortlink'
        return html(text, modified=modified, Link=links)

    def _page(self, title: str, main: str, classes: str) -> str:
        return theme.page(self.base, self.variant, self._years, title, main, classes)


def _belongs(post: Post, asked: re.Match[str]) -> bool:
    local = british(post.date)
    return (
        (not asked["year"] or local.year == int(asked["year"]))
        and (not asked["month"] or local.month == int(asked["month"]))
        and (not asked["category"] or slug(post.category_name) == asked["category"])
    )
