"""A wall is told by name, and a force's own page is never taken for one."""

import time

import pytest

from crawler.reading.pages.walls import wall

JSD = (
    "<script>(function(){window.__CF$cv$params={r:'8f',t:'MTc='};var a=document.createElement('script');"
    "a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js';})();</script>"
)
CHROME = (
    "<p>Leave this site</p><p>We use some essential cookies to make our website work.</p><p>Sorry, there was "
    "a technical problem. Please try again.</p><p>This is a beta, which means it's a work in progress.</p>"
)
LETTER = (
    "<p>Freedom of information request reference no: 01.FOI.24.099999</p><p>I note you seek access to the "
    "following information:</p>" + "<p>How many vehicles were repaired in each year, by borough and by kind?</p>" * 50
)


def names(text: str) -> list[str]:
    return [name.strip() for name in " ".join(text.split()).split(" / ")]


NOT_THERE = names("""
Page not found / Page not found | Invented Police / 404 / 404 | Invented Police / Error 404 / 404 Not Found
/ 404 - Page not found / 404 error: page not found / Sorry, we can't find that page / Sorry, we can’t find
the page you’re looking for / We couldn't find the page you requested / Oops! That page can&rsquo;t be
found. / The page you are looking for is no longer available / This page no longer exists / Sorry, this page
does not exist / This content is no longer available / This page isn't available / The requested page could
not be found / The page has been moved or deleted / Invented Police - Page Not Found / Not found / Tudalen
heb ei chanfod / Tudalen heb ei darganfod / Ni ellir dod o hyd i'r dudalen / Ni allwn ddod o hyd i’r dudalen
/ Nid yw'r dudalen ar gael / Ni chafwyd hyd i'r dudalen | Heddlu
""")

SHUT = names("""
Site maintenance / Website maintenance / Scheduled maintenance / Down for maintenance / Maintenance mode /
This site is temporarily unavailable / Service unavailable / Our website is currently undergoing maintenance
/ The website is down for scheduled maintenance / Sorry, the service is unavailable / Under maintenance /
Temporarily unavailable | Invented Police / We'll be back soon / 503 Service Temporarily Unavailable /
Sorry, there is a problem with the service / We are experiencing technical difficulties / Maintenance /
Mae'r wefan yn cael ei chynnal: gwefan ddim ar gael / Gwaith cynnal a chadw ar y wefan
""")

SUBJECTS = names("""
Vehicle maintenance costs / Scheduled maintenance of helicopters / Maintenance of police stations / Site
maintenance contracts 2023 / 404 incidents / 404 incidents | Invented Police / FOI 404/25 / Just a moment: a
campaign on drink driving / Missing persons not found / Weapons no longer available / Page views of the
force website / Custody records not found / Stolen vehicles: not found / Documents missing from files /
Officers temporarily unavailable for duty / Service dogs / Website maintenance and hosting costs / Access
denied to custody visitors / Security checks on staff / Technical difficulties in body worn video /
Attention required: stop and search / Tudalen flaen / Cynnal a chadw cerbydau 2023 / Costau cynnal a chadw'r
wefan / CCTV footage no longer available / Police response to file not found requests / Web page costs and
what was removed / Website maintenance - costs 2019 to 2023 / Service unavailable calls / Systems down for
maintenance in control rooms 2022
""")


def page(title: str = "Invented Police", h1: str = "", body: str = "", head: str = "") -> str:
    heading = f"<h1 class='x'><span>{h1}</span></h1>" if h1 else ""
    return (
        '<!doctype html><html><head><meta name="x-synthetic" content="invented">'
        f"<title>{title}</title>{head}</head><body>{CHROME}{heading}<main>{body}</main></body></html>"
    )


@pytest.mark.parametrize(
    ("status", "headers", "html"),
    [
        (403, {"cf-mitigated": "challenge"}, ""),
        (200, {"CF-Mitigated": "Challenge"}, page(body=LETTER)),
        (202, {"x-amzn-waf-action": "challenge"}, ""),
        (403, {}, "<html><head><title>Just a moment...</title></head><body></body></html>"),
        (
            503,
            {},
            "<html><head><title>Just a moment…</title></head><body>Checking your browser</body></html>",
        ),
        (
            200,
            {},
            "<title>Just a moment...</title><noscript>Enable JavaScript and cookies to continue</noscript>",
        ),
        (429, {}, "<script>window._cf_chl_opt={cvId:'3'}</script>"),
        (200, {}, "<html><script>window._cf_chl_opt = {}</script><body></body></html>"),
        (403, {}, "<script src='/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1?ray=8'></script>"),
        (200, {}, "<script src='/cdn-cgi/challenge-platform/h/g/orchestrate/jsch/v1'></script>"),
        (403, {}, page("Attention Required! | Cloudflare", body=JSD)),
        (200, {}, "<iframe src='/_Incapsula_Resource?CWUDNSAI=9'>Request unsuccessful.</iframe>"),
        (403, {}, page("Access Denied", "Access Denied")),
    ],
)
def test_bot_walls(status: int, headers: dict[str, str], html: str) -> None:
    assert wall(status, headers, html) == "bot wall"


@pytest.mark.parametrize("name", NOT_THERE)
def test_soft_404s(name: str) -> None:
    body = "<p>It may have been moved. Try the search.</p>"
    assert wall(200, {}, page(name, body=body)) == "soft 404"
    assert wall(200, {}, page(h1=name, body=body)) == "soft 404"
    assert wall(404, {}, page(name, body=body)) == ""


@pytest.mark.parametrize("name", SHUT)
@pytest.mark.parametrize("status", [200, 503])
def test_maintenance_pages(name: str, status: int) -> None:
    assert wall(status, {}, page(name, body="<p>Please try again later.</p>")) == "maintenance page"
    assert wall(status, {}, page(h1=name, body="<p>Please try again later.</p>")) == "maintenance page"


def test_maintenance_in_the_words_of_a_503() -> None:
    words = "<p>Briefly unavailable for scheduled maintenance. Check back in a minute.</p>"
    assert wall(503, {"Retry-After": "600"}, page(body=words)) == "maintenance page"
    assert wall(200, {}, page(h1="Disclosure log", body=words)) == ""


@pytest.mark.parametrize("title", SUBJECTS)
@pytest.mark.parametrize("body", ["<p>No information held.</p>", LETTER], ids=["short", "letter"])
def test_a_disclosure_is_no_wall(title: str, body: str) -> None:
    assert wall(200, {"server": "cloudflare"}, page(f"{title} | Invented Police", title, body + JSD)) == ""


def test_the_body_may_say_what_it_likes() -> None:
    words = "<p>Just a moment. Page not found. 404. The site is temporarily unavailable for maintenance.</p>"
    assert wall(200, {}, page(h1="Errors of the force website", body=words)) == ""


@pytest.mark.parametrize("title", ["Just a moment...", "Page not found", "Site maintenance", "404", "Maintenance"])
def test_a_long_letter_with_a_reference_is_no_wall_whatever_its_title(title: str) -> None:
    assert wall(200, {}, page(title, title, LETTER)) == ""


@pytest.mark.parametrize("status", [403, 404, 410, 429, 500, 502, 503])
def test_a_plain_error_is_left_to_its_status(status: int) -> None:
    assert wall(status, {}, "<html><title>Error</title><body>Nothing to see.</body></html>") == ""


def test_a_redirect_to_an_error_page_is_a_soft_404() -> None:
    html = page(body="<p>Try the search.</p>")
    assert wall(200, {}, html, "https://www.example.police.uk/errors/404.html?from=/a/") == "soft 404"
    assert wall(200, {}, html, "https://www.example.police.uk/foi/404-25/") == ""
    assert wall(200, {}, page(body=LETTER), "https://www.example.police.uk/page-not-found/") == ""


def test_empty_and_broken_markup() -> None:
    for html in ("", "<", "<title>", "<h1>", "\x00" * 100, "<title></title><h1></h1>"):
        assert wall(200, {}, html) == ""


@pytest.mark.parametrize(
    "html",
    [
        "<" * 300_000,
        "<h1>" * 80_000,
        "<script>" * 40_000,
        "<title>" + "page " * 60_000,
        "<h1>" + "sorry " * 9_000 + "</h1>",
        "<!--" * 80_000,
    ],
)
def test_hostile_markup_takes_no_long_time(html: str) -> None:
    before = time.process_time()
    assert wall(503, {}, html) in ("", "maintenance page")
    assert time.process_time() - before < 2
