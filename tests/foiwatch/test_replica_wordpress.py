"""The WordPress site: its REST API as a stock one has it, the feed, the archives, the two addresses."""

import re
from collections.abc import Iterator
from html import unescape
from xml.etree import ElementTree

import httpx
import pytest

from foiwatch.replica import Replica, Variant

POSTS = "/wp-json/wp/v2/posts"


@pytest.fixture(scope="module")
def replica() -> Iterator[Replica]:
    with Replica.start(counts={"west_midlands": 125}) as found:
        yield found


@pytest.fixture(scope="module")
def client(replica: Replica) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=replica.sites["west_midlands"], trust_env=False, timeout=5) as found:
        yield found


class TestRest:
    def test_pages_hold_every_post_once_newest_first(self, client: httpx.Client) -> None:
        pages = [client.get(POSTS, params={"per_page": 100, "page": n}) for n in (1, 2)]
        posts = [post for page in pages for post in page.json()]
        assert {page.headers["X-WP-Total"] for page in pages} == {"125"}
        assert {page.headers["X-WP-TotalPages"] for page in pages} == {"2"}
        assert len({post["id"] for post in posts}) == 125
        assert [post["date_gmt"] for post in posts] == sorted((p["date_gmt"] for p in posts), reverse=True)

    def test_ten_a_page_unless_asked(self, client: httpx.Client) -> None:
        reply = client.get(POSTS)
        assert (len(reply.json()), reply.headers["X-WP-TotalPages"]) == (10, "13")
        assert 'rel="next"' in reply.headers["Link"]

    @pytest.mark.parametrize(
        ("query", "code"),
        [
            ("per_page=100&page=3", "rest_post_invalid_page_number"),
            ("per_page=101", "rest_invalid_param"),
            ("per_page=0", "rest_invalid_param"),
            ("orderby=colour", "rest_invalid_param"),
            ("modified_after=yesterday", "rest_invalid_param"),
            ("modified_after=2026-10-01T00:00:00+00:00", "rest_invalid_param"),
        ],
    )
    def test_refusals(self, client: httpx.Client, query: str, code: str) -> None:
        reply = client.get(f"{POSTS}?{query}")
        assert (reply.status_code, reply.json()["code"]) == (400, code)
        assert reply.json()["data"]["status"] == 400

    def test_a_post_has_the_stock_shape(self, client: httpx.Client) -> None:
        (post,) = client.get(POSTS, params={"per_page": 1}).json()
        assert {
            "id", "date", "date_gmt", "guid", "modified", "modified_gmt", "slug", "status", "type", "link",
            "title", "content", "excerpt", "author", "featured_media", "comment_status", "ping_status",
            "sticky", "template", "format", "meta", "categories", "tags", "class_list", "_links",
        } == set(post)  # fmt: skip
        assert set(post["content"]) == {"rendered", "protected"}
        assert post["guid"]["rendered"].endswith(f"/?p={post['id']}")

    def test_titles_hold_entities(self, client: httpx.Client) -> None:
        titles = [post["title"]["rendered"] for post in client.get(POSTS, params={"per_page": 100}).json()]
        assert [title for title in titles if "&#8211;" in title]

    def test_times_are_of_london_and_of_greenwich(self, client: httpx.Client) -> None:
        shifted = {
            post["date_gmt"][5:7]: post["date"] != post["date_gmt"]
            for post in client.get(POSTS, params={"per_page": 100}).json()
        }
        assert shifted["07"] and not shifted["12"]

    def test_fields_are_those_asked_for(self, client: httpx.Client) -> None:
        (post,) = client.get(POSTS, params={"per_page": 1, "_fields": "id,title.rendered"}).json()
        assert set(post) == {"id", "title"} and set(post["title"]) == {"rendered"}

    def test_after_is_strict(self, client: httpx.Client) -> None:
        third = client.get(POSTS, params={"per_page": 3}).json()[2]
        newer = client.get(POSTS, params={"after": third["date_gmt"] + "Z"}).json()
        assert len(newer) == 2

    def test_modified_after_the_last_change_is_nothing(self, client: httpx.Client) -> None:
        (latest,) = client.get(POSTS, params={"per_page": 1, "orderby": "modified"}).json()
        reply = client.get(POSTS, params={"modified_after": latest["modified_gmt"] + "Z"})
        assert (reply.status_code, reply.json(), reply.headers["X-WP-Total"]) == (200, [], "0")

    def test_include_chooses_and_orders(self, client: httpx.Client) -> None:
        ids = [post["id"] for post in client.get(POSTS, params={"order": "asc", "per_page": 3}).json()]
        asked = {"include": ",".join(map(str, reversed(ids))), "orderby": "include", "order": "asc"}
        assert [post["id"] for post in client.get(POSTS, params=asked).json()] == ids[::-1]

    def test_one_post_by_number(self, client: httpx.Client) -> None:
        (post,) = client.get(POSTS, params={"per_page": 1}).json()
        assert client.get(f"{POSTS}/{post['id']}").json() == post
        assert client.get(f"{POSTS}/7").json()["code"] == "rest_post_invalid_id"

    def test_there_is_no_validator_and_no_other_route(self, client: httpx.Client) -> None:
        assert "ETag" not in client.get(POSTS).headers
        assert client.get("/wp-json/wp/v2/comets").json()["code"] == "rest_no_route"

    @pytest.mark.parametrize("status", [401, 404])
    def test_it_can_be_switched_off(self, status: int) -> None:
        with Replica.start(counts={"west_midlands": 2}, variants={"west_midlands": Variant(rest=status)}) as closed:
            site = closed.sites["west_midlands"]
            assert httpx.get(site + POSTS, trust_env=False).status_code == status
            assert httpx.get(site + "/feed/", trust_env=False).status_code == 200


class TestFeed:
    def test_its_pages_hold_every_post_and_then_end(self, client: httpx.Client) -> None:
        links = []
        for number in range(1, 14):
            root = ElementTree.fromstring(client.get(f"/feed/?paged={number}").content)
            links += [item.findtext("link") for item in root.iter("item")]
        assert len(set(links)) == len(links) == 125
        assert client.get("/feed/?paged=14").status_code == 404

    def test_an_item_has_its_words_and_its_short_address(self, client: httpx.Client) -> None:
        item = next(ElementTree.fromstring(client.get("/feed/").content).iter("item"))
        words = item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded") or ""
        assert "<strong>Response</strong>" in words and "/?p=" in (item.findtext("guid") or "")

    def test_it_can_be_switched_off(self) -> None:
        with Replica.start(counts={"west_midlands": 2}, variants={"west_midlands": Variant(feed=False)}) as closed:
            site = closed.sites["west_midlands"]
            assert httpx.get(site + "/feed/", trust_env=False).status_code == 404
            assert "/feed/" not in httpx.get(site + "/", trust_env=False).text


class TestPages:
    def test_the_short_address_leads_to_the_permalink(self, client: httpx.Client) -> None:
        (post,) = client.get(POSTS, params={"per_page": 1}).json()
        moved = client.get(f"/?p={post['id']}")
        assert (moved.status_code, moved.headers["Location"]) == (301, post["link"])
        assert client.get(post["link"].rstrip("/")).headers["Location"] == post["link"]
        assert client.get("/?p=7").status_code == 404

    def test_a_page_names_its_short_address_and_shows_the_same_words(self, client: httpx.Client) -> None:
        (post,) = client.get(POSTS, params={"per_page": 1}).json()
        page = client.get(post["link"])
        assert f'<link rel="shortlink" href="{post["guid"]["rendered"]}">' in page.text
        assert post["content"]["rendered"] in page.text
        assert '<meta name="x-synthetic" content="invented' in page.text

    def test_year_archives_hold_every_post_and_then_end(self, client: httpx.Client) -> None:
        links: list[str] = []
        for year in ("2025", "2026"):
            number = 1
            while (page := client.get(f"/{year}/page/{number}/" if number > 1 else f"/{year}/")).status_code == 200:
                links += re.findall(r'<h2 class="entry-title"><a href="([^"]+)"', page.text)
                number += 1
            assert page.status_code == 404
        assert len(links) == len(set(links)) == 125

    def test_the_attachments_are_there(self, client: httpx.Client) -> None:
        posts = client.get(POSTS, params={"per_page": 30}).json()
        files = [
            link for post in posts for link in re.findall(r'href="([^"]+uploads[^"]+)"', post["content"]["rendered"])
        ]
        assert files
        for address in files:
            assert client.get(unescape(address)).status_code == 200
