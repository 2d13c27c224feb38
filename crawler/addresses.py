"""The addresses of one source: which are its own, which form they are kept in, and which form is asked for."""

from urllib.parse import urldefrag, urljoin, urlsplit

from crawler.reading.pages.addresses import canonical


class Addresses:
    """The addresses of a log at `site`. `hosts` are the sites it also goes by: its old hosts, or the live one where
    `site` is a test server or a mirror, whose pages still write it.
    """

    def __init__(self, site: str, *hosts: str) -> None:
        self.site = site.rstrip("/")
        self._own = {_host(known) for known in (site, *hosts)}

    def canonical(self, href: str, base: str = "") -> str:
        """The one form in which an address is kept; "" for what is no web address."""
        address = canonical(href, base or self.site) if href.strip() else ""
        return self._at_site(address) if self.is_own(address) else address

    def as_listed(self, href: str, base: str) -> str:
        """The address with or without its last slash as the log writes it: some servers know only one form."""
        address = self.canonical(href, base)
        slash = urlsplit(urljoin(base, href.strip())).path.endswith("/")
        return address if slash or "?" in address else address.rstrip("/")

    def resolved(self, href: str, base: str) -> str:
        """The address that a link leads to, as written but for its host: the parameters of a listing are left alone."""
        try:
            address = urldefrag(urljoin(base, href.strip())).url
        except ValueError:
            return ""
        return self._at_site(address) if self.is_own(address) else address

    def is_own(self, address: str) -> bool:
        """Whether an address is on this source's own site, by http or https, with or without www."""
        return _host(address) in self._own

    def _at_site(self, address: str) -> str:
        parts = urlsplit(address)
        return self.site + parts._replace(scheme="", netloc="").geturl()


def _host(address: str) -> str:
    return urlsplit(address).netloc.lower().removeprefix("www.")
