"""The listing of a Single Online Home site: filters, pages of results, and how it shows a next page."""

from html import escape
from urllib.parse import parse_qs, urlencode

from foiwatch.replica.answers import Reply, html
from foiwatch.replica.chrome import page
from foiwatch.replica.log import Entry, Log
from foiwatch.replica.sites import LISTING, Variant
from foiwatch.replica.templates import fill

# One page of each log was moved: its listing entry still leads to the old address, which redirects.
_REDIRECTED = 5


def listing(log: Log, variant: Variant, query: str) -> Reply:
    """One page of results for a query string; beyond the last page, the page that says there are none."""
    asked = parse_qs(query, keep_blank_values=True)
    entries = _matching(log, variant, asked)
    number = _number(asked.get(variant.page_parameter, ["1"])[0])
    start = (number - 1) * variant.page_size
    shown = entries[start : start + variant.page_size]
    if not shown:
        return empty(log, variant)
    last = -(-len(entries) // variant.page_size)
    main = fill(
        "soh_listing", listing=LISTING, first=start + 1, last=start + len(shown), total=len(entries),
        items="".join(_item(log, variant, entry, start + place) for place, entry in enumerate(shown, 1)),
        pager=_pager(variant, asked, number, last),
    )  # fmt: skip
    text = page(log.site, "Published items", main, head=_head(variant, asked, number, last), plain=variant.plain)
    return html(text, modified=log.modified if variant.validators else None)


def empty(log: Log, variant: Variant) -> Reply:
    """A listing without entries."""
    words = "<h1>Published items</h1><p>No results were found. Try fewer words.</p>"
    return html(page(log.site, "Published items", f'<main id="main-content">{words}</main>', plain=variant.plain))


def media_path(log: Log, entry: Entry, place: int = 0) -> str:
    """The address of an attachment: folders take underscores where the page's take hyphens."""
    folder = log.folder(entry.disclosure.published).replace("-", "_")
    name = entry.disclosure.attachments[place].file_name
    return f"/SysSiteAssets/foi-media/{log.site.media_slug}/{folder}/{name}"


def old_address(entry: Entry) -> str:
    """Where the page was before it moved, or "" for a page that never did."""
    return entry.path.replace("/foi-ai/", "/foi-ai/af/", 1) if entry.disclosure.serial == _REDIRECTED else ""


def _matching(log: Log, variant: Variant, asked: dict[str, list[str]]) -> list[Entry]:
    wanted = {kind.strip() for value in asked.get("dt", []) for kind in value.split(",") if kind.strip()}
    words = asked.get("q", [""])[0].lower().split()
    found = [
        entry
        for entry in log.present()
        if (not wanted or _kind(entry) in wanted) and all(word in entry.disclosure.title.lower() for word in words)
    ]
    return sorted(found, key=lambda e: (e.disclosure.published, e.path), reverse=variant.newest_first)


def _kind(entry: Entry) -> str:
    return "Publication scheme" if entry.disclosure.file_only else "Disclosure log"


def _item(log: Log, variant: Variant, entry: Entry, position: int) -> str:
    disclosure = entry.disclosure
    day = f"{disclosure.published:%d %B %Y}"
    return fill(
        "soh_result", address=escape(_address(log, entry, position)), title=escape(disclosure.title),
        kind=_kind(entry), when=f'<p class="c-result_date">{day}</p>' if variant.dates else "",
        about=f"{escape(disclosure.category)}. A reply to a request in {len(disclosure.questions)} parts.",
    )  # fmt: skip


def _address(log: Log, entry: Entry, position: int) -> str:
    if entry.disclosure.file_only:
        return media_path(log, entry)
    if old := old_address(entry):
        return old
    if entry.disclosure.serial % 9 == 4 and not entry.page:
        # The position moves as newer entries come in: the part of an address that must not count.
        hit = f"Cds_Soh_Web_Models_Pages_FoiPage/_{entry.disclosure.serial:08d}_en-GB"
        tracked = {"_t_id": "x3Zq", "_t_q": "", "_t_hit.id": hit, "_t_hit.pos": position}
        return f"{entry.path}?{urlencode(tracked)}"
    return entry.path


def _at(variant: Variant, asked: dict[str, list[str]], number: int) -> str:
    kept = {**asked, variant.page_parameter: [str(number)]}
    return escape(f"{LISTING}?{urlencode(kept, doseq=True)}")


def _head(variant: Variant, asked: dict[str, list[str]], number: int, last: int) -> str:
    if variant.pagination != "rel" or number >= last:
        return ""
    return f'<link rel="next" href="{_at(variant, asked, number + 1)}">'


def _pager(variant: Variant, asked: dict[str, list[str]], number: int, last: int) -> str:
    near = [n for n in range(1, last + 1) if n in (1, last) or abs(n - number) <= 2]
    numbers = "".join(f'<li><a href="{_at(variant, asked, n)}">{n}</a></li>' for n in near)
    following = ""
    if number < last and variant.pagination != "numbers":
        rel = ' rel="next"' if variant.pagination == "rel" else ""
        following = f'<a class="c-pager_next"{rel} href="{_at(variant, asked, number + 1)}">Next</a>'
    return f'<nav class="c-pager" aria-label="Pages"><ul>{numbers}</ul>{following}</nav>'


def _number(text: str) -> int:
    return max(1, int(text)) if text.isascii() and text.isdigit() else 1
