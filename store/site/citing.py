"""How to cite a disclosure: in words, and as BibTeX that holds whatever a title holds."""

from typing import Any

from store.feeds.plain import flat, link
from store.site.words import day

ROUTE = r"/disclosures/(?P<id>[1-9]\d{0,17})\.bib$"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Braces must pair in BibTeX even behind a backslash, so neither stands for itself.
_SIGNS = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}", '"': r"\textquotedbl{}",
    **{sign: f"\\{sign}" for sign in "$&%#_"},
}  # fmt: skip
_SPELLED = str.maketrans(_SIGNS)


def plain(page: dict[str, Any], permanent: str, today: str) -> str:
    """The disclosure in one sentence: who, what, when, which version, where, and when it was looked at."""
    parts = [author(page), f"“{_title(page)}”", flat(page["ref"]), _dated(page), link(page["address"])]
    kept = f"version {page['version']}, kept by foiwatch at {permanent}, last seen {page['last_seen'][:10]}"
    return ", ".join([part for part in parts if part] + [kept, f"accessed {day(today)}"]) + "."


def bibtex(page: dict[str, Any], permanent: str, today: str) -> str:
    """The same as an entry of BibTeX; the numbers of disclosure and version make its key."""
    date = _dated(page)
    original = link(page["address"])
    fields = {
        "author": f"{{{_spelled(author(page))}}}",
        "title": f"{{{_spelled(_title(page))}}}",
        "year": date[:4],
        "howpublished": _spelled(f"Disclosure log, {original}" if original else "Not in a disclosure log"),
        "note": _spelled(_note(page)),
        "url": _address(permanent),
        "urldate": today,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    if date[5:7].isdecimal() and 1 <= int(date[5:7]) <= 12:
        lines.append(f"  month = {_MONTHS[int(date[5:7]) - 1]},")
    return "\n".join([f"@misc{{foiwatch-{page['id']}-v{page['version']},", *lines, "}"]) + "\n"


def author(page: dict[str, Any]) -> str:
    """The force or forces, else the source."""
    return flat(", ".join(force["name"] for force in page["forces"]) or page["source_name"])


def _title(page: dict[str, Any]) -> str:
    return flat(page["title"], 500) or "Untitled"


def _dated(page: dict[str, Any]) -> str:
    date = page["published"] or page["responded"] or page["received"]
    return date if date[:4].isdecimal() and len(date) <= 10 else ""


def _note(page: dict[str, Any]) -> str:
    reference = f"Reference {flat(page['ref'])}; " if page["ref"] else ""
    return f"{reference}version {page['version']}, kept by foiwatch, last seen {page['last_seen'][:10]}"


def _spelled(words: str) -> str:
    return words.translate(_SPELLED)


def _address(address: str) -> str:
    """An address inside braces; `link` has percent-encoded braces and backslashes."""
    return link(address).replace("%", "\\%").replace("#", "\\#")
