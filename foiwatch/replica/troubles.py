"""The ways in which a site fails, by name, and the bytes that a reader is then given."""

from dataclasses import replace

from foiwatch.replica.answers import Reply, html, moved
from foiwatch.replica.sites import LISTING, SYNTHETIC
from foiwatch.replica.templates import fill

# "truncated", "stall" and "slow" are done by the service, which alone can hold or cut a connection.
TROUBLES = (
    "bot wall", "maintenance", "soft 404", "empty listing", "error 500", "truncated", "not html", "stall",
    "slow", "retry after", "to the log", "to the front page",
)  # fmt: skip
_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060"
    "000000050001a5f645400000000049454e44ae426082"
)


def troubled(kind: str, healthy: Reply, soft_404: Reply, empty: Reply, *, is_listing: bool, first_time: bool) -> Reply:
    """What is answered under the trouble `kind`, instead of `healthy`."""
    if kind == "bot wall":
        walled = html(fill("wall", synthetic=SYNTHETIC), 403)
        return replace(walled, headers={"cf-mitigated": "challenge", "Server": "cloudflare"})
    if kind == "maintenance":
        # With status 200, as some systems send it: a reader that trusts the status keeps it as a page.
        return html(fill("maintenance", synthetic=SYNTHETIC))
    if kind == "soft 404":
        return replace(soft_404, status=200)
    if kind == "empty listing":
        return empty if is_listing else healthy
    if kind in ("to the log", "to the front page"):
        return moved(LISTING if kind == "to the log" else "/")
    if kind == "error 500":
        return html(fill("error", synthetic=SYNTHETIC), 500)
    if kind == "not html":
        return Reply(_PIXEL, media_type="image/png")
    if kind == "retry after" and first_time:
        return replace(html(fill("error", synthetic=SYNTHETIC), 429), headers={"Retry-After": "1"})
    return healthy
