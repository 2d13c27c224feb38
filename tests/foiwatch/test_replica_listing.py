"""The Single Online Home sites: the ways through the listing, and what its pages carry."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin, urlsplit

import httpx
import pytest

from foiwatch.replica import Replica, Variant
from foiwatch.replica.sites import LISTING, SITES

SOH = [name for name, site in SITES.items() if site.product == "soh"]


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    with httpx.Client(trust_env=False, timeout=5) as found:
        yield found


@pytest.fixture(scope="module")
def replica() -> Iterator[Replica]:
    with Replica.start(counts=dict.fromkeys(SOH, 45)) as found:
        yield found


def entries(text: str) -> list[str]:
    return [unescape(href) for href in re.findall(r"<h3[^>]*><a href=\"([^\"]+)\"", text)]


def following(text: str, kind: str, number: int) -> str:
    """The address of the next page, found in the one way that the site offers."""
    shapes = {
        "rel": r'<a[^>]*rel="next"[^>]*href="([^"]+)"',
        "text": r'href="([^"]+)">Next</a>',
        "numbers": rf'href="([^"]+)">{number + 1}</a>',
    }
    found = re.search(shapes[kind], text)
    return unescape(found[1]) if found else ""


def walk(client: httpx.Client, replica: Replica, kind: str) -> list[str]:
    address, number, found = replica.sites["met"] + LISTING + "?q=&dt=&fdte=", 1, list[str]()
    while address:
        text = client.get(address).text
        found += entries(text)
        onward = following(text, kind, number)
        address, number = urljoin(address, onward) if onward else "", number + 1
    return found


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("kind", ["rel", "text", "numbers"])
def test_each_way_of_paging_leads_to_every_entry(client: httpx.Client, kind: str, plain: bool) -> None:
    variant = Variant(pagination=kind, plain=plain, page_size=7)
    with Replica.start(counts={"met": 30}, variants={"met": variant}) as replica:
        found = walk(client, replica, kind)
        first = client.get(replica.sites["met"] + LISTING).text
    assert len(found) == len(set(found)) == 30
    assert ('rel="next"' in first) == (kind == "rel")
    assert (">Next<" in first) == (kind != "numbers")
    assert ("class=" in first) != plain


def test_the_query_is_kept_from_page_to_page(client: httpx.Client, replica: Replica) -> None:
    text = client.get(replica.sites["met"] + LISTING + "?q=&dt=Disclosure+log").text
    assert "dt=Disclosure+log" in following(text, "rel", 1)


def test_the_newest_come_first_unless_the_variant_says_otherwise(client: httpx.Client) -> None:
    order = {}
    for newest_first in (True, False):
        variant = Variant(newest_first=newest_first, page_size=50)
        with Replica.start(counts={"met": 20}, variants={"met": variant}) as replica:
            order[newest_first] = walk(client, replica, "rel")
    assert [urlsplit(a).path for a in order[True]] == [urlsplit(a).path for a in reversed(order[False])]


def test_dates_can_be_left_out(client: httpx.Client) -> None:
    with Replica.start(counts={"met": 5}, variants={"met": Variant(dates=False)}) as replica:
        text = client.get(replica.sites["met"] + LISTING).text
    assert not re.search(r"\d{1,2} [A-Z][a-z]+ 20\d\d", text)


def test_the_document_type_filters(client: httpx.Client, replica: Replica) -> None:
    scheme = entries(client.get(replica.sites["met"] + LISTING + "?dt=Publication%20scheme").text)
    assert len(scheme) == 1 and scheme[0].endswith(".xlsx")
    both = client.get(replica.sites["met"] + LISTING + "?dt=Disclosure+log,Publication+scheme").text
    again = client.get(replica.sites["met"] + LISTING + "?dt=Disclosure+log&dt=Publication+scheme").text
    assert "of 45 results" in both and "of 45 results" in again


def test_beyond_the_end_there_is_a_page_without_results(client: httpx.Client, replica: Replica) -> None:
    reply = client.get(replica.sites["met"] + LISTING + "?page=99")
    assert reply.status_code == 200 and entries(reply.text) == []


def test_every_entry_leads_somewhere_and_some_are_odd(client: httpx.Client, replica: Replica) -> None:
    found = walk(client, replica, "rel")
    replies = {path: client.get(replica.sites["met"] + path) for path in found}
    assert {reply.status_code for reply in replies.values()} == {200, 301}
    assert [path for path in found if path.endswith(".xlsx")]
    assert [path for path in found if "_t_hit.pos=" in path]
    (old,) = [path for path, reply in replies.items() if reply.status_code == 301]
    assert client.get(replica.sites["met"] + replies[old].headers["Location"]).status_code == 200


@pytest.mark.parametrize("site", SOH)
def test_every_page_carries_the_chrome_its_reference_and_the_mark(
    client: httpx.Client, replica: Replica, site: str
) -> None:
    for entry in list(replica.world.logs[site].present())[:12]:
        reply = client.get(replica.sites[site] + entry.path, follow_redirects=True)
        if entry.disclosure.file_only:
            assert reply.headers["Content-Type"].endswith("sheet")
            continue
        text = unescape(reply.text)
        assert '<meta name="x-synthetic" content="invented' in reply.text
        for words in ("Leave this site", "Customise Cookies", "This site is a beta", "Is this page useful?"):
            assert words in text
        assert entry.disclosure.title in text and entry.disclosure.questions[0].text in text
        if site in ("met", "herts", "beds", "essex"):
            assert entry.disclosure.ref in text


@pytest.mark.parametrize("path", ["/", LISTING, LISTING + "?page=99", "/nowhere/"])
def test_other_pages_carry_the_mark_too(client: httpx.Client, replica: Replica, path: str) -> None:
    assert '<meta name="x-synthetic" content="invented' in client.get(replica.sites["beds"] + path).text


def test_a_layout_can_be_chosen(client: httpx.Client) -> None:
    with Replica.start(counts={"met": 3}, variants={"met": Variant(layout="south wales")}) as replica:
        (entry, *_) = replica.world.logs["met"].present()
        text = client.get(replica.sites["met"] + entry.path).text
    assert "Your request for information has now been considered." in text
    assert entry.disclosure.ref not in text
