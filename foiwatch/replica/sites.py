"""The sites that the replica can play, and the ways in which a site may be built otherwise."""

from dataclasses import dataclass

LISTING = "/foi-ai/af/accessing-information/published-items/"
SYNTHETIC = "invented page, not a real disclosure"


@dataclass(frozen=True)
class Variant:
    """How a site is built; each field is something that nobody has seen for certain on the live sites.

    `pagination`: "rel" (a link with rel=next), "text" (a link that says Next) or "numbers" (?page=N links).
    `plain`: no class attribute anywhere. `rest`: 200, 401 or 404 for WordPress's REST API. `layout`: the
    order of a reply, "" for the site's own, else "met", "bch", "essex", "cleveland" or "south wales".
    `validators`: ETag and Last-Modified on HTML pages; WordPress without a cache plugin sends none.
    `attachments` False: no reply carries a file, for measurements of pages alone.
    """

    pagination: str = "rel"
    plain: bool = False
    dates: bool = True
    newest_first: bool = True
    page_size: int = 20
    page_parameter: str = "page"
    layout: str = ""
    rest: int = 200
    feed: bool = True
    validators: bool = True
    attachments: bool = True


@dataclass(frozen=True)
class Site:
    """One site: whose it is, which product, its address shapes, and how it is built unless told otherwise."""

    name: str
    full_name: str
    product: str
    page_slug: str
    media_slug: str
    folder: str
    layout: str
    variant: Variant = Variant()


SITES = {
    site.name: site
    for site in (
        Site("met", "Metropolitan Police", "soh", "metropolitan-police", "metropolitan-police",
             "disclosure-{year}/{month}-{year}", "met", Variant(pagination="rel")),
        Site("herts", "Hertfordshire Constabulary", "soh", "hertfordshire-constabulary", "hertfordshire",
             "foi/{year}/{month}", "bch", Variant(pagination="text", page_size=10)),
        Site("beds", "Bedfordshire Police", "soh", "bedfordshire-police", "bedfordshire",
             "foi/{year}/{month}", "bch", Variant(pagination="numbers", page_size=10)),
        Site("essex", "Essex Police", "soh", "essex-police", "essex",
             "other-information/previous-foi-requests", "essex"),
        Site("cleveland", "Cleveland Police", "soh", "cleveland-police", "cleveland",
             "disclosure/{year}/{month}", "cleveland"),
        Site("south_wales", "South Wales Police", "soh", "south-wales-police", "south-wales",
             "disclosure-log/{year}/{month}", "south wales"),
        Site("west_midlands", "West Midlands Police", "wordpress", "", "", "", "wordpress",
             Variant(page_size=10)),
    )
}  # fmt: skip

# Enough to page through, and small enough to crawl in seconds.
COUNTS = {"met": 150, "herts": 60, "beds": 60, "west_midlands": 120}
