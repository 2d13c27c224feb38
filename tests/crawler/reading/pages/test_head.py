"""What a page says of itself."""

import pytest

from crawler.reading.page import page


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Dogs | Metropolitan Police</title>", "<main><p>a b c</p></main>", "Dogs"),
        ("<title>Dogs (1A/24) - FOI Disclosure Log</title>", "<h1>FOI Disclosure Log</h1>", "Dogs (1A/24)"),
        ("", "<main><h1>Dogs and<br>cats</h1><p>a b c</p></main>", "Dogs and cats"),
        ("<title>Nine dogs gone - News - Trent Herald</title>", "<p>a</p>", "Nine dogs gone"),
        ("<title>Dogs (290A/24) &raquo; FOI Disclosure Log</title>", "<p>a</p>", "Dogs (290A/24)"),
        ("<title>Kent Police</title>", "<h1>Kent Police</h1><main><h1>Dogs</h1></main>", "Dogs"),
        (
            "<title>Nine dogs gone | Blue Fleet Monthly</title>",
            "<main><h2>Nine dogs gone</h2></main>",
            "Nine dogs gone",
        ),
        ("<title>Complaints - police officers</title>", "", "Complaints - police officers"),
        ("", "<main><h1>Complaints about police officers</h1></main>", "Complaints about police officers"),
        ('<meta property="og:title" content="Dogs">', "<main><p>a</p></main>", "Dogs"),
        ("<title>Dismissals 2023 | Met</title>", "<main><p>a b c</p></main>", "Dismissals 2023"),
        ("<title>Metropolitan Police - Dismissals 2023</title>", "<main><p>a</p></main>", "Dismissals 2023"),
        ('<meta property="og:site_name" content="Our log"><title>Our log | Dogs</title>', "<p>a</p>", "Dogs"),
        ("<title>Police dogs - dismissals</title>", "<p>a</p>", "Police dogs - dismissals"),
        ("<title>Disclosure log</title>", "<h1>Disclosure log</h1><div><h2>Dogs</h2></div>", "Dogs"),
        (
            "<title>Disclosure log | NPCC</title>",
            "<h2>12/26 Dogs</h2><h3>Request</h3><h2>Other items</h2>",
            "12/26 Dogs",
        ),
        ("<title>FOI responses 2025 | Kent Police</title>", "<h2>Related pages</h2><h2>Dogs</h2>", "Dogs"),
        ("<title>Disclosure log</title>", "<h1>Disclosure log</h1><h2>Request</h2><h2>Response</h2>", "Disclosure log"),
        ("", "<header><h1>Essex Police</h1></header><main><h2>Dogs</h2><p>a b c</p></main>", "Dogs"),
    ],
)
def test_title(head: str, body: str, title: str) -> None:
    assert page(f"<html><head>{head}</head><body>{body}</body></html>").title == title


@pytest.mark.parametrize(
    ("markup", "published"),
    [
        ('<meta property="article:published_time" content="2025-07-30T09:12:00+01:00">', "2025-07-30"),
        ('<meta itemprop="datePublished" content="2024-01-02">', "2024-01-02"),
        ('<script type="application/ld+json">{"datePublished": "2023-05-06T00:00:00Z"}</script>', "2023-05-06"),
        ('<time datetime="2025-05-18T06:00">18th May</time>', "2025-05-18"),
        ('<aside><time datetime="2025-05-18">x</time></aside>', ""),
        ('<meta property="article:published_time" content="soon">', ""),
        ('<article><footer><time class="entry-date published updated" datetime="2016-09-22T14:03">', "2016-09-22"),
        (
            '<article><p class="entry-meta"><span class="posted-on">Posted on 22 September 2016</span></p></article>',
            "2016-09-22",
        ),
        ('<p class="post-meta">Posted on <a href="#">14 May 2024</a> by <a>FOI Unit</a></p>', "2024-05-14"),
        ('<p class="meta">Reply sent: 14 May 2024</p>', ""),
        ('<span itemprop="datePublished">3 May 2024</span>', "2024-05-03"),
        (
            '<p>Up</p><time class="updated" datetime="2024-05-09"></time><time datetime="2024-05-03"></time>',
            "2024-05-03",
        ),
        ('<footer><time datetime="2025-05-18">x</time></footer>', ""),
        ('<span class="entry-date">Updated 3 May 2024</span>', ""),
    ],
)
def test_published(markup: str, published: str) -> None:
    assert page(f"<html><body>{markup}<p>Some words here.</p></body></html>").published == published


def test_addresses_and_the_name_of_the_site() -> None:
    seen = page('<title>Dogs | Kent Police</title><link rel="canonical" href="/a/"><link rel=shortlink href="/?p=1">')
    assert (seen.canonical, seen.shortlink, seen.site_name) == ("/a/", "/?p=1", "Kent Police")
    assert page("<title>Kent Police - Dogs</title>").site_name == "Kent Police"
