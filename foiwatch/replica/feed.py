"""The RSS feed of a WordPress site, ten posts a page, as the stock template writes it."""

from datetime import UTC, datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape

from foiwatch.replica.answers import Reply
from foiwatch.replica.posts import Post
from foiwatch.replica.sites import SYNTHETIC

_PER_PAGE = 10
_HEAD = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:atom="http://www.w3.org/2005/Atom"
	xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
"""


def feed(posts: list[Post], base: str, modified: datetime, number: int) -> Reply:
    """One page of the feed; past the end it is empty and a 404. `posts` are newest first."""
    shown = posts[(number - 1) * _PER_PAGE : number * _PER_PAGE]
    body = f"""{_HEAD}<channel>
	<title>FOI Disclosure Log</title>
	<atom:link href="{base}/feed/" rel="self" type="application/rss+xml" />
	<link>{base}</link>
	<description>{SYNTHETIC}</description>
	<lastBuildDate>{format_datetime(modified)}</lastBuildDate>
	<language>en-GB</language>
	<sy:updatePeriod>hourly</sy:updatePeriod>
	<sy:updateFrequency>1</sy:updateFrequency>
	<generator>https://wordpress.org/?v=6.8.2</generator>
{"".join(map(_item, shown))}</channel></rss>
"""
    return Reply(body.encode(), 200 if shown else 404, "application/rss+xml; charset=UTF-8", modified)


def _item(post: Post) -> str:
    return f"""	<item>
		<title>{escape(post.title).replace("&amp;#", "&#")}</title>
		<link>{post.link}</link>
		<dc:creator><![CDATA[admin]]></dc:creator>
		<pubDate>{format_datetime(post.date.astimezone(UTC))}</pubDate>
		<category><![CDATA[{post.category_name}]]></category>
		<guid isPermaLink="false">{post.base}/?p={post.id}</guid>
		<description><![CDATA[{post.excerpt()}]]></description>
		<content:encoded><![CDATA[{post.content()}]]></content:encoded>
	</item>
"""
