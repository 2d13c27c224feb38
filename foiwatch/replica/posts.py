"""A WordPress post made of an invented disclosure: its number, its addresses, its times and its HTML."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape

from foiwatch.replica.layouts import answers, exemptions, paragraphs, request
from foiwatch.replica.log import Entry

CATEGORIES = (
    "Crime Statistics", "Discipline, Complaints and Legal", "Equality and Diversity", "Finance",
    "Human Resources", "Information Technology", "Operations", "Other", "Roads Policing",
)  # fmt: skip
_FIRST_ID, _STEP = 30000, 4
_OPENING = {
    "disclosed": "All that we hold on this is given below.",
    "part": "Part of this can be given and part cannot.",
    "refused": "We are not able to give this out.",
    "not held": "We hold no information that would answer this.",
    "ncnd": "West Midlands Police can neither confirm nor deny that it holds the information.",
}


@dataclass(frozen=True)
class Post:
    """One entry as WordPress knows it."""

    entry: Entry
    base: str

    @property
    def id(self) -> int:
        # Media and revisions take numbers too, so those of posts have gaps.
        return _FIRST_ID + self.entry.disclosure.serial * _STEP

    @property
    def link(self) -> str:
        return self.base + self.entry.path

    @property
    def title(self) -> str:
        """The title as rendered: texturized, with entities, as the REST API and the feed give it."""
        if self.entry.page:
            return escape(self.entry.page.title, quote=False)
        disclosure = self.entry.disclosure
        return texturized(f"{disclosure.title} ({disclosure.ref})")

    @property
    def date(self) -> datetime:
        return self.entry.disclosure.published

    @property
    def modified(self) -> datetime:
        return self.entry.modified

    @property
    def category(self) -> int:
        return CATEGORIES.index(self.entry.disclosure.category) + 2

    @property
    def category_name(self) -> str:
        return self.entry.disclosure.category

    def uploads(self) -> list[tuple[str, str]]:
        """Path and link text of each attachment."""
        folder = f"/wp-content/uploads/{self.date:%Y/%m}/"
        return [(folder + a.file_name, a.title) for a in self.entry.disclosure.attachments]

    def content(self) -> str:
        return self.entry.page.body if self.entry.page else _content(self)

    def excerpt(self) -> str:
        first = self.entry.disclosure.questions[0].text if self.entry.disclosure.questions else self.title
        return f"<p>Request 1. {escape(first)} [&hellip;]</p>\n"


def texturized(text: str) -> str:
    """As WordPress's wptexturize: a spaced hyphen and straight quotes become entities."""
    return (
        escape(text, quote=False).replace(" - ", " &#8211; ").replace("'", "&#8217;").replace(" to 20", " &#8211; 20")
    )


def _content(post: Post) -> str:
    disclosure = post.entry.disclosure
    corrected = "The figures were corrected after this was first published." if disclosure.revision else ""
    files = "\n".join(f'<p><a href="{post.base}{path}">{escape(text)}</a></p>' for path, text in post.uploads())
    heading = "REASONS FOR DECISION" if disclosure.serial % 2 else "REASON FOR DECISION"
    parts = (
        "<p><strong>Request</strong></p>", request(disclosure), "<p><strong>Response</strong></p>",
        paragraphs(_OPENING[disclosure.outcome]), answers(disclosure, "{n}. "), paragraphs(corrected),
        f"<p><strong>{heading}</strong></p>" if disclosure.reasons else "", exemptions(disclosure),
        paragraphs(*disclosure.reasons, *disclosure.caveats),
        f"<h2>Attachments</h2>\n{files}" if files else "<h2>Attachments</h2>\n<p>No attachments</p>",
    )  # fmt: skip
    return "\n".join(part for part in parts if part) + "\n"


def british(moment: datetime) -> datetime:
    """The wall clock in London: an hour ahead between the last Sundays of March and October, at 01:00 UTC."""
    summer = _last_sunday(moment.year, 3) <= moment < _last_sunday(moment.year, 10)
    return (moment + timedelta(hours=1) if summer else moment).replace(tzinfo=None)


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)
