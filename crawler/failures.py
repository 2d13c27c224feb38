"""Why a source, or one of its pages, could not be read: each reason has a name that the operator sees.

CrawlError
├── Refused            the source may not be polled at all (no contact, a private address)
└── SourceFailure      the run of the source ends here and is not whole
    ├── BotWall
    ├── Maintenance
    ├── SoftNotFound
    ├── EmptyListing
    ├── RepeatedListing
    ├── ShortListing
    └── ListingUnreadable
"""


class CrawlError(Exception):
    """The root of all that crawling raises."""


class Refused(CrawlError):
    """The source may not be polled: the configuration does not allow it."""


class SourceFailure(CrawlError):
    """The run of a source ends here. `name` is what its health says."""

    name = "failure"

    def __str__(self) -> str:
        detail = super().__str__()
        return f"{self.name}: {detail}" if detail else self.name


class BotWall(SourceFailure):
    name = "bot wall"


class Maintenance(SourceFailure):
    name = "maintenance page"


class SoftNotFound(SourceFailure):
    name = "soft 404"


class EmptyListing(SourceFailure):
    name = "empty listing"


class RepeatedListing(SourceFailure):
    name = "listing repeats itself"


class ShortListing(SourceFailure):
    name = "listing shorter than it says"


class ListingUnreadable(SourceFailure):
    name = "listing unreadable"


BY_WALL = {cls.name: cls for cls in (BotWall, Maintenance, SoftNotFound)}
