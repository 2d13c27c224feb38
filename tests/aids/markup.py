"""What in a page could run, load or style something: nothing of it may come from the words of a disclosure."""

import html.parser
import re


class _Tags(html.parser.HTMLParser):
    """Every such element and attribute, but for the charts."""

    def __init__(self) -> None:
        super().__init__()
        self.suspect: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        chart = tag == "img" and str(dict(attrs).get("src")).startswith(("/charts/", "/dossiers/"))
        if not chart and tag in ("script", "img", "svg", "style", "iframe", "object", "embed", "b"):
            self.suspect.append(tag)
        for name, value in attrs:
            address = (value or "").strip().lower()
            if name.startswith("on") or name == "style" or re.match(r"(javascript|data|vbscript):", address):
                self.suspect.append(f"{tag} {name}={value}")


def suspects(text: str) -> list[str]:
    """The elements by their names, and the attributes as they stand."""
    tags = _Tags()
    tags.feed(text)
    return tags.suspect
