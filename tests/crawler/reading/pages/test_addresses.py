"""An address has one form, that form is stable, and a file is told from a page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.reading.pages.addresses import canonical, file_type, is_private

SITE = "https://www.example.police.uk"


@pytest.mark.parametrize(
    ("url", "form"),
    [
        ("HTTPS://WWW.Example.Police.UK:443/foi-ai/A-Page/", f"{SITE}/foi-ai/A-Page/"),
        (f"{SITE}/foi-ai/a-page", f"{SITE}/foi-ai/a-page/"),
        (f"{SITE}/foi-ai/a-page#main", f"{SITE}/foi-ai/a-page/"),
        (f"{SITE}//foi-ai///a-page/", f"{SITE}/foi-ai/a-page/"),
        (f"{SITE}/foi/equality-diversity--inclusion/", f"{SITE}/foi/equality-diversity--inclusion/"),
        (SITE, f"{SITE}/"),
        (f"{SITE}/?p=123", f"{SITE}/?p=123"),
        (f"{SITE}?p=123", f"{SITE}/?p=123"),
        (f"{SITE}/a/?q=", f"{SITE}/a/?q="),
        (f"{SITE}/a/?", f"{SITE}/a/"),
        (f"{SITE}/a/?b=2&a=1&b=1", f"{SITE}/a/?b=2&a=1&b=1"),
        (f"{SITE}/a/?dt=Disclosure+log,Other&ic=", f"{SITE}/a/?dt=Disclosure+log,Other&ic="),
        (f"{SITE}/a/?utm_source=x&q=1&UTM_Medium=y&gclid=z", f"{SITE}/a/?q=1"),
        (f"{SITE}/a.pdf?_t_hit.id=Soh/_9f_en-GB&_t_q=bwv&_t_tags=language:en,x", f"{SITE}/a.pdf"),
        (f"{SITE}/media/Fleet%20list.PDF", f"{SITE}/media/Fleet%20list.PDF"),
        (f"{SITE}/media/Fleet list.xlsx", f"{SITE}/media/Fleet%20list.xlsx"),
        (f"{SITE}/%7efoi/%c2%a3250", f"{SITE}/~foi/%C2%A3250/"),
        (f"{SITE}/£250/", f"{SITE}/%C2%A3250/"),
        (f"{SITE}/a/../b/./c/", f"{SITE}/b/c/"),
        (f"{SITE}/page.html", f"{SITE}/page.html"),
        (f"{SITE}/news/25170001.officers-told", f"{SITE}/news/25170001.officers-told/"),
        ("http://user:word@example.org:8080/a", "http://example.org:8080/a/"),
        ("http://example.org./a/", "http://example.org/a/"),
        ("http://127.0.0.1:8077/foi/", "http://127.0.0.1:8077/foi/"),
        ("http://[::1]:80/foi/", "http://[::1]/foi/"),
        ("http://bücher.example/", "http://xn--bcher-kva.example/"),
        (f"https://archive.example/web/2024/{SITE}/a/", f"https://archive.example/web/2024/{SITE}/a/"),
        (f"  {SITE}/a/\n", f"{SITE}/a/"),
    ],
)
def test_one_form(url: str, form: str) -> None:
    assert canonical(url) == form
    assert canonical(form) == form


@pytest.mark.parametrize(
    ("href", "form"),
    [
        ("../b/", f"{SITE}/foi/b/"),
        ("/SysSiteAssets/x.pdf", f"{SITE}/SysSiteAssets/x.pdf"),
        ("//media.example.org/x.pdf", "https://media.example.org/x.pdf"),
        ("?page=2", f"{SITE}/foi/a/?page=2"),
        ("#answers", f"{SITE}/foi/a/"),
        ("http://other.example/", "http://other.example/"),
    ],
)
def test_joins_to_the_page_it_stands_on(href: str, form: str) -> None:
    assert canonical(href, f"{SITE}/foi/a/") == form


@pytest.mark.parametrize(
    "url",
    [
        "",
        "mailto:foi@example.org",
        "javascript:void(0)",
        "tel:101",
        "http://[insert link]/",
        "http://",
        "https:///a",
        "http://example.org:99999/",
        "a/relative/path",
        "http://exa mple.org/",
        "file:///etc/x",
    ],
)
def test_what_is_no_web_address_has_no_form(url: str) -> None:
    assert canonical(url) == ""


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=40),
        st.text(alphabet="/?&=#.%:;@+abAZ09_-~£é 2fF\\[]", max_size=40).map(lambda tail: f"{SITE}/{tail}"),
    )
)
def test_the_form_is_stable(url: str) -> None:
    once = canonical(url)
    assert canonical(once) == once
    assert once == "" or once.startswith(("http://", "https://"))
    assert "#" not in once


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        (f"{SITE}/a/report.PDF", "pdf"),
        (f"{SITE}/a/data.v2.xlsx?_t_q=1.html", "xlsx"),
        (f"{SITE}/news-1-card.jpg.jpg", "jpg"),
        (f"{SITE}/letter.pdf.docx#page=2", "docx"),
        (f"{SITE}/Fleet%20list.csv%20", "csv"),
        ("data.ods", "ods"),
        (f"{SITE}/a/", ""),
        (f"{SITE}", ""),
        (f"{SITE}/report.pdf.html", ""),
        (f"{SITE}/page.aspx?file=report.pdf", ""),
        (f"{SITE}/news/25170001.officers-told/", ""),
        (f"{SITE}/.pdf", ""),
        (f"{SITE}/about-pdf", ""),
        ("https://example.zip", ""),
        ("http://[bad", ""),
    ],
)
def test_file_type(url: str, kind: str) -> None:
    assert file_type(url) == kind


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LOCALHOST.",
        "db.localhost",
        "printer.local",
        "intranet",
        "127.0.0.1",
        "127.1",
        "0x7f000001",
        "2130706433",
        "0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "::1",
        "[::1]",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:127.0.0.1",
        "0.0.0.0",
        "224.0.0.1",
    ],
)
def test_hosts_near_by(host: str) -> None:
    assert is_private(host)


@pytest.mark.parametrize(
    "host",
    [
        "www.met.police.uk",
        "8.8.8.8",
        "2606:4700::1111",
        "::ffff:8.8.8.8",
        "localhost.example.org",
        "10.example.org",
        "cafe.be",
        "127.0.0.1.example.org",
    ],
)
def test_hosts_out_there(host: str) -> None:
    assert not is_private(host)
