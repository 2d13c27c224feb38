"""Addresses: one form for each, so that a page met twice is known again; what kind of thing they name."""

import ipaddress
import re
import socket
from urllib.parse import unquote, urljoin, urlsplit

from yarl import URL

DOCUMENT = re.compile(
    r"pdf|doc[xm]?|dotx?|odt|rtf|xls[xmb]?|xltx?|ods|csv|tsv|txt|pptx?|ppsx?|odp|eml|msg|zip|7z|rar|gz"
    r"|jpe?g|png|gif|tiff?|bmp|webp|svg|mp[34]|wav|avi|mov|km[lz]|shp"
)
PAGE = re.compile(r"x?html?|shtml|aspx?|ashx|php|jspx?|do|cfm|cgi|xml|json|rss|atom|js|css")

# Episerver Find marks every search hit with _t_*, Alaveteli a file that it has let a reader see; the rest are
# advertisers' marks. None chooses content.
TRACKING = re.compile(
    r"(?:_t_|utm_).*|_?ga|_gl|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_[ce]id|cookie_passthrough", re.I
)


def canonical(url: str, base: str = "") -> str:
    """The one form of a web address, joined to `base`; "" for what is no http(s) address.

    Page addresses end with a slash, as Single Online Home and WordPress write them: both answer with and
    without it. Names of files and of pages with a suffix (.html, .aspx) keep theirs. The order of the query
    is kept, since a log may read it in order. canonical(canonical(x)) == canonical(x).
    """
    try:
        address = URL(urljoin(base.strip(), url.strip()))
        host = (address.host or "").rstrip(".")
    except ValueError:
        return ""
    if address.scheme not in ("http", "https") or not host or re.search(r"[\s%]", host):
        return ""
    try:
        plain = URL.build(scheme=address.scheme, host=host, port=address.port)
    except ValueError:
        return ""
    path = _path(address.raw_path)
    query = _query(address.raw_query_string)
    return str(plain).rstrip("/") + path + (f"?{query}" if query else "")


def file_type(url: str) -> str:
    """The suffix, in lower case, of an address that names a document ("pdf"); "" for a page."""
    suffix = _suffix(_path_of(url))
    return suffix if DOCUMENT.fullmatch(suffix) else ""


def is_private(host: str) -> bool:
    """Whether a host names this machine or a private network, by its name alone: nothing is looked up."""
    name = host.strip().strip("[]").rstrip(".").lower()
    address = _literal(name)
    if address is not None:
        return not address.is_global or address.is_multicast
    # A name of one label is only ever found on a local network.
    return "." not in name or name.endswith((".localhost", ".local", ".internal", ".lan", ".home.arpa"))


def _literal(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        address = ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        return _old_style(name)
    mapped = getattr(address, "ipv4_mapped", None)
    return mapped or address


def _old_style(name: str) -> ipaddress.IPv4Address | None:
    # Resolvers still take 127.1, 0x7f000001 and 2130706433 for addresses of this machine.
    if not re.fullmatch(r"[0-9a-fx.]*\d[0-9a-fx.]*", name):
        return None
    try:
        return ipaddress.IPv4Address(socket.inet_aton(name))
    except OSError:
        return None


def _path_of(url: str) -> str:
    try:
        return urlsplit(url.strip()).path
    except ValueError:
        return ""


def _suffix(path: str) -> str:
    name = unquote(path.rpartition("/")[2].partition(";")[0]).strip()
    stem, dot, suffix = name.rpartition(".")
    return suffix.lower() if stem and dot else ""


def _path(raw: str) -> str:
    # The slashes of an address within an address (an archive's copy) are not doubled by mistake.
    path = re.sub(r"(?<!:)/{2,}", "/", raw) or "/"
    suffix = _suffix(path)
    if path.endswith("/") or DOCUMENT.fullmatch(suffix) or PAGE.fullmatch(suffix):
        return path
    return path + "/"


def _query(raw: str) -> str:
    pairs = (pair for pair in raw.split("&") if pair)
    return "&".join(pair for pair in pairs if not TRACKING.fullmatch(unquote(pair.partition("=")[0])))
