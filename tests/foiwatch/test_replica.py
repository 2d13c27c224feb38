"""The replica's own promises as a server: what it answers to whom, and how it fails when told to."""

import http.client
import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx
import pytest

from foiwatch.replica import Replica, Variant
from foiwatch.replica.sites import LISTING

COUNTS = {"met": 45, "herts": 25, "beds": 25, "west_midlands": 25}


@pytest.fixture(scope="module")
def shared() -> Iterator[Replica]:
    with Replica.start(counts=COUNTS) as replica:
        yield replica


@pytest.fixture
def replica() -> Iterator[Replica]:
    with Replica.start(counts={"met": 12, "west_midlands": 12}) as found:
        yield found


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    with httpx.Client(trust_env=False, timeout=5) as found:
        yield found


def page_of(replica: Replica, site: str, place: int = 0) -> str:
    """The address of a disclosure page that is neither a file nor a moved one."""
    log = replica.world.logs[site]
    plain = [e for e in log.present() if not e.disclosure.file_only and e.disclosure.serial != 5]
    return replica.sites[site] + plain[place].path


def file_of(replica: Replica, site: str) -> str:
    return replica.sites[site] + replica._services[site].site.file_paths()[0]


class TestConditionalRequests:
    ADDRESSES = ("listing", "page", "file", "archive", "feed")

    def address(self, replica: Replica, kind: str) -> str:
        return {
            "listing": replica.sites["met"] + LISTING,
            "page": page_of(replica, "met"),
            "file": file_of(replica, "met"),
            "archive": replica.sites["west_midlands"] + "/2026/",
            "feed": replica.sites["west_midlands"] + "/feed/",
        }[kind]

    @pytest.mark.parametrize("kind", ADDRESSES)
    def test_the_own_etag_gives_304_without_a_body(self, shared: Replica, client: httpx.Client, kind: str) -> None:
        address = self.address(shared, kind)
        full = client.get(address)
        again = client.get(address, headers={"If-None-Match": full.headers["ETag"]})
        assert (full.status_code, again.status_code, again.content) == (200, 304, b"")
        assert again.headers["ETag"] == full.headers["ETag"]

    @pytest.mark.parametrize("kind", ADDRESSES)
    def test_the_own_last_modified_gives_304(self, shared: Replica, client: httpx.Client, kind: str) -> None:
        address = self.address(shared, kind)
        moment = client.get(address).headers["Last-Modified"]
        assert client.get(address, headers={"If-Modified-Since": moment}).status_code == 304

    @pytest.mark.parametrize(
        "headers",
        [
            {"If-None-Match": '"another"'},
            {"If-None-Match": "W/{etag}"},
            {"If-None-Match": '"another"', "If-Modified-Since": "{modified}"},
            {"If-Modified-Since": "Thu, 01 Jan 2015 00:00:00 GMT"},
            {"If-Modified-Since": "last Tuesday"},
        ],
    )
    def test_what_does_not_match_gets_the_page(
        self, shared: Replica, client: httpx.Client, headers: dict[str, str]
    ) -> None:
        address = page_of(shared, "met")
        sent = client.get(address).headers
        filled = {k: v.format(etag=sent["ETag"], modified=sent["Last-Modified"]) for k, v in headers.items()}
        assert client.get(address, headers=filled).status_code == 200

    def test_one_of_several_etags_is_enough(self, shared: Replica, client: httpx.Client) -> None:
        address = page_of(shared, "met")
        tags = f'"another", {client.get(address).headers["ETag"]}'
        assert client.get(address, headers={"If-None-Match": tags}).status_code == 304

    def test_a_site_without_validators_sends_none(self, client: httpx.Client) -> None:
        with Replica.start(counts={"met": 3}, variants={"met": Variant(validators=False)}) as replica:
            for address in (replica.sites["met"] + LISTING, page_of(replica, "met")):
                assert not {"ETag", "Last-Modified"} & {key.title() for key in client.get(address).headers}


class TestAddresses:
    @pytest.mark.parametrize("site", COUNTS)
    def test_robots_lets_the_log_be_read_and_forbids_something(
        self, shared: Replica, client: httpx.Client, site: str
    ) -> None:
        text = client.get(shared.sites[site] + "/robots.txt").text
        forbidden = [line.split(": ")[1] for line in text.splitlines() if line.startswith("Disallow")]
        paths = [LISTING, "/wp-json/", "/feed/", *shared.world.logs[site].entries]
        assert forbidden
        assert not [path for path in paths if path.startswith(tuple(forbidden))]

    def test_listens_on_the_loopback_address_only(self, shared: Replica) -> None:
        assert {urlsplit(site).hostname for site in shared.sites.values()} == {"127.0.0.1"}

    def test_a_taken_port_is_refused(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError):
            Replica.start(counts={"met": 1}, ports={"met": taken.getsockname()[1]})

    def test_the_listing_without_its_slash_or_its_af_is_a_redirect(self, shared: Replica, client: httpx.Client) -> None:
        for path in (LISTING.rstrip("/"), LISTING.replace("/af/", "/")):
            reply = client.get(f"{shared.sites['met']}{path}?q=drones")
            assert (reply.status_code, reply.headers["Location"]) == (301, f"{LISTING}?q=drones")

    def test_requests_are_counted_until_reset(self, replica: Replica, client: httpx.Client) -> None:
        client.get(replica.sites["met"] + "/nowhere/?a=1")
        client.post(replica.sites["met"] + LISTING)
        assert replica.requests("met") == [("GET", "/nowhere/?a=1", 404), ("POST", LISTING, 405)]
        replica.reset_requests()
        assert replica.requests("met") == []


class TestTrouble:
    def get(self, replica: Replica, client: httpx.Client, kind: str, path: str = LISTING) -> httpx.Response:
        replica.trouble("met", kind)
        return client.get(replica.sites["met"] + path)

    def test_bot_wall(self, replica: Replica, client: httpx.Client) -> None:
        reply = self.get(replica, client, "bot wall")
        assert (reply.status_code, reply.headers["cf-mitigated"]) == (403, "challenge")
        assert "Just a moment" in reply.text and "_cf_chl_opt" in reply.text

    @pytest.mark.parametrize(("kind", "words"), [("maintenance", "maintenance"), ("soft 404", "Page not found")])
    def test_pages_that_lie_about_their_status(
        self, replica: Replica, client: httpx.Client, kind: str, words: str
    ) -> None:
        reply = self.get(replica, client, kind)
        assert reply.status_code == 200
        assert words in reply.text and "results" not in reply.text

    def test_an_empty_listing_leaves_the_pages_alone(self, replica: Replica, client: httpx.Client) -> None:
        assert "No results" in self.get(replica, client, "empty listing").text
        assert "Freedom of information request" in client.get(page_of(replica, "met")).text

    def test_an_empty_wordpress(self, replica: Replica, client: httpx.Client) -> None:
        replica.trouble("west_midlands", "empty listing")
        reply = client.get(replica.sites["west_midlands"] + "/wp-json/wp/v2/posts")
        assert (reply.json(), reply.headers["X-WP-Total"]) == ([], "0")

    def test_error_500(self, replica: Replica, client: httpx.Client) -> None:
        assert self.get(replica, client, "error 500").status_code == 500

    def test_a_truncated_body_ends_early(self, replica: Replica, client: httpx.Client) -> None:
        replica.trouble("met", "truncated")
        parts = urlsplit(replica.sites["met"])
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=5)
        connection.request("GET", LISTING)
        with pytest.raises(http.client.IncompleteRead):
            connection.getresponse().read()
        connection.close()

    def test_not_html(self, replica: Replica, client: httpx.Client) -> None:
        reply = self.get(replica, client, "not html")
        assert reply.headers["Content-Type"] == "image/png" and reply.content.startswith(b"\x89PNG")

    def test_a_stall_sends_nothing(self, replica: Replica) -> None:
        replica.trouble("met", "stall")
        with httpx.Client(trust_env=False, timeout=0.3) as hasty, pytest.raises(httpx.ReadTimeout):
            hasty.get(replica.sites["met"] + LISTING)

    def test_slow_comes_in_the_end(self, replica: Replica, client: httpx.Client) -> None:
        with httpx.Client(trust_env=False, timeout=0.3) as hasty, pytest.raises(httpx.ReadTimeout):
            replica.trouble("met", "slow")
            hasty.get(replica.sites["met"] + LISTING)
        assert client.get(replica.sites["met"] + LISTING).status_code == 200

    def test_retry_after_then_well(self, replica: Replica, client: httpx.Client) -> None:
        first = self.get(replica, client, "retry after")
        second = client.get(replica.sites["met"] + LISTING)
        assert (first.status_code, first.headers["Retry-After"], second.status_code) == (429, "1", 200)

    def test_it_can_be_for_some_addresses_only_and_ends(self, replica: Replica, client: httpx.Client) -> None:
        walled, free = page_of(replica, "met", 0), page_of(replica, "met", 1)
        replica.trouble("met", "bot wall", urlsplit(walled).path)
        assert [client.get(a).status_code for a in (walled, free)] == [403, 200]
        replica.trouble("met", None)
        assert client.get(walled).status_code == 200

    def test_robots_stays_unless_named(self, replica: Replica, client: httpx.Client) -> None:
        robots = replica.sites["met"] + "/robots.txt"
        replica.trouble("met", "error 500")
        before = client.get(robots).status_code
        replica.trouble("met", "error 500", "/robots.txt")
        assert (before, client.get(robots).status_code) == (200, 500)

    def test_an_unknown_trouble_is_refused(self, replica: Replica) -> None:
        with pytest.raises(ValueError, match="no such trouble"):
            replica.trouble("met", "locusts")


class TestAddedPages:
    def test_a_fragment_gets_the_chrome_and_leads_the_listing(self, replica: Replica, client: httpx.Client) -> None:
        replica.serve_documents({"/foi-ai/met/added/": "<h1>Kites lost</h1><p>Seven kites.</p>"})
        page = client.get(replica.sites["met"] + "/foi-ai/met/added/").text
        assert "Seven kites." in page and "Customise Cookies" in page and page.count("<h1") == 1
        listing = client.get(replica.sites["met"] + LISTING).text
        first = listing.index('<li class="c-result">')
        assert listing.index("/foi-ai/met/added/") - first < 120

    def test_bytes_are_served_as_they_are_and_titled_by_themselves(
        self, replica: Replica, client: httpx.Client
    ) -> None:
        whole = b"<html><head><title>A whole page</title></head><body>Only this.</body></html>"
        replica.serve_documents({"/foi-ai/met/whole/": whole})
        assert client.get(replica.sites["met"] + "/foi-ai/met/whole/").content == whole
        assert "A whole page" in client.get(replica.sites["met"] + LISTING).text

    def test_a_file_is_served_and_not_listed(self, replica: Replica, client: httpx.Client) -> None:
        replica.serve_documents({"/SysSiteAssets/odd.pdf": b"%PDF-odd"})
        reply = client.get(replica.sites["met"] + "/SysSiteAssets/odd.pdf")
        assert (reply.content, reply.headers["Content-Type"]) == (b"%PDF-odd", "application/pdf")
        assert "odd.pdf" not in client.get(replica.sites["met"] + LISTING).text

    def test_on_wordpress_it_is_a_post(self, replica: Replica, client: httpx.Client) -> None:
        replica.serve_documents({"/kites-9a-26/": "<h1>Kites (9A/26)</h1><p>Seven.</p>"}, "west_midlands")
        (post, *_) = client.get(replica.sites["west_midlands"] + "/wp-json/wp/v2/posts").json()
        assert (post["title"]["rendered"], post["slug"]) == ("Kites (9A/26)", "kites-9a-26")
