"""Where alerts go: one address for each recipient, and a name for it that tells no secret."""

import hashlib
import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

MAIL = ("mailto", "mailtos")
# The host is part of the address and no secret only for services that one runs oneself.
_OPEN_HOST = ("json", "jsons", "xml", "xmls", "form", "forms", "ntfy", "ntfys", "gotify", "gotifys")


def single(addresses: Iterable[str]) -> tuple[str, ...]:
    """The addresses, a mail to several people as one for each: of a joint one nobody says who was refused."""
    return tuple(dict.fromkeys(one for address in addresses for one in _split(address)))


def digest(address: str) -> str:
    """What stands for an address in the outbox."""
    return hashlib.sha256(address.encode()).hexdigest()[:16]


def host(address: str) -> str:
    """A digest of what an address shares with others that fail together: its server, or else its service."""
    scheme = address.partition("://")[0].lower()
    parts = urlsplit(address.replace("#", "%23"))
    if scheme in MAIL:
        server = dict(parse_qsl(parts.query)).get("smtp", "")
        return digest(f"mail {server or parts.netloc.rpartition('@')[2]}".lower())
    if scheme in _OPEN_HOST:
        return digest(f"{scheme} {parts.netloc.rpartition('@')[2]}".lower())
    # In slack://A/B/C the first part is no host but a secret, and another in each address.
    return digest(f"service {scheme}")


def name(address: str) -> str:
    """An address without its secrets, such as `mailto n…@example.org (3fa2b1)`."""
    scheme = address.partition("://")[0].lower()
    if scheme in MAIL:
        shown = " " + ", ".join(re.sub(r"^(.).*@", r"\1…@", to) for to in _recipients(address)) or ""
    elif scheme in _OPEN_HOST:
        parts = urlsplit(address)
        shown = f" {parts.hostname or ''}"
    else:
        shown = ""
    return f"{scheme}{shown.rstrip()} ({digest(address)[:6]})"


def _recipients(address: str) -> list[str]:
    """As Apprise reads them: the path of the address, then its `to`."""
    parts = urlsplit(address.replace("#", "%23"))
    found = [unquote(step) for step in parts.path.split("/")]
    found += [to for key, to in parse_qsl(parts.query) if key == "to"]
    return [one for some in found for one in re.split(r"[,;\s]+", some) if "@" in one]


def _split(address: str) -> list[str]:
    scheme = address.partition("://")[0].lower()
    recipients = _recipients(address) if scheme in MAIL else []
    if len(recipients) < 2:
        return [address]
    parts = urlsplit(address.replace("#", "%23"))
    rest = urlencode([pair for pair in parse_qsl(parts.query) if pair[0] != "to"], quote_via=quote)
    return [f"{parts.scheme}://{parts.netloc}?{rest}&to={quote(one)}" for one in recipients]
