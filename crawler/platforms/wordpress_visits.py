"""Visits of WordPress posts: one behind a password shows only a form, which must not replace what is kept."""

from collections.abc import AsyncIterator
from typing import Any

from lxml import html
from scrapy.http import HtmlResponse, Response

from crawler.visits import Visits
from store.records import Entry

PROTECTED = "password-protected"
# What WordPress's get_the_password_form() prints; a theme may change the class, hardly where the password is sent.
FORM = "//form[contains(concat(' ', @class, ' '), ' post-password-form ') or contains(@action, 'action=postpass')]"


class PostVisits(Visits):
    """Gives a protected post up by name, to be looked at again by the re-check; a kept disclosure stays as it was."""

    async def arrived(self, response: Response, entry: Entry) -> AsyncIterator[Any]:
        if is_protected(response):
            self.record.skipped(entry, PROTECTED)
            return
        async for made in super().arrived(response, entry):
            yield made


def is_protected(response: Response) -> bool:
    """Whether a page asks for the password of its post."""
    if response.status != 200 or not isinstance(response, HtmlResponse) or b"<form" not in response.body:
        return False
    return bool(html.fromstring(response.body).xpath(FORM))
