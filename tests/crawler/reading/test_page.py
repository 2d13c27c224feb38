"""A page into words: what trafilatura would lose is kept."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.reading.page import page

HEAD = '<meta charset="utf-8"><meta name="x-synthetic" content="invented">'


def _words(body: str) -> str:
    return page(f"<html><head>{HEAD}</head><body>{body}</body></html>").words


@pytest.mark.parametrize("answer", ["No information held.", "None", "12", "Yes.", "<5"])
@pytest.mark.parametrize("wrap", ["<main>{}</main>", "<article>{}</article>", "<div>{}</div>", "{}"])
def test_one_line_answers(wrap: str, answer: str) -> None:
    escaped = answer.replace("<", "&lt;")
    body = wrap.format(f"<p>Question 1: how many swords are there?</p><p>{escaped}</p>")
    assert _words(body).splitlines() == ["Question 1: how many swords are there?", answer]


def test_a_bare_main_element() -> None:
    assert page("<main><h1>Swords</h1><p>No information held.</p></main>").words == "No information held."


def test_what_markdown_escapes_is_read_back() -> None:
    text = "Is 3 * 4 under <5? See 165A_23_attachment.pdf, **note** 1) and #2 | [x]"
    assert _words(f"<main><p>{text.replace('<', '&lt;')}</p><p>More words stand here.</p></main>").startswith(text)


def test_markup_alone_changes_nothing() -> None:
    plain = _words("<main><p>Request</p><p>How many dogs bit, and whom?</p><p>Nine, all of them officers.</p></main>")
    bold = _words(
        "<div class='a'><main id='b'><h2><strong>Request</strong></h2><div><p>How many <em>dogs</em> bit,\n"
        " and whom?</p></div>"
        "<p><span>Nine</span>, all of them officers.</p></main></div>"
    )
    assert plain == bold


def test_a_repeated_sentence_stays_and_a_page_reads_the_same_the_tenth_time() -> None:
    body = (
        "<main>"
        + "".join(f"<p>{i}. Line.</p><p>The exemption for personal data applies here.</p>" for i in range(9))
        + "</main>"
    )
    first = _words(body)
    assert first.count("The exemption") == 9
    assert all(_words(body) == first for _ in range(10))


def test_a_container_narrows() -> None:
    body = "<main><div class='t'>Teaser text here</div><div id='r'><p>Nine dogs bit him.</p></div></main>"
    assert page(f"<body>{body}</body>", container_xpath="//*[@id='r']").words == "Nine dogs bit him."
    assert (
        page(f"<body>{body}</body>", container_xpath="//*[@id='none']").words == "Teaser text here\nNine dogs bit him."
    )


@settings(max_examples=60, deadline=None)
@given(st.text("<>/pdivtablerhulio= \"'&;a1\n", max_size=120), st.binary(max_size=60))
def test_anything_is_a_page(text: str, data: bytes) -> None:
    assert isinstance(page(text).words, str)
    assert isinstance(page(data).words, str)


def test_a_lone_teaser_is_not_the_page_and_several_go() -> None:
    own = "<h1>Gifts</h1><p>Words of the answer are here and go on for a good while.</p>"
    assert _words(f"<main>{own}<article><p>Dogs lost</p></article></main>").startswith("Words of the answer")
    teasers = "".join(
        f"<article><h3><a href='/{name}/'>{name}</a></h3><p>Read on.</p></article>" for name in ("a", "b")
    )
    assert _words(f"<main>{own}{teasers}</main>") == "Words of the answer are here and go on for a good while."


def test_files_in_a_box_at_the_side() -> None:
    seen = page(
        "<body><main><h1>Gifts</h1><p>Please see the files for the gifts.</p></main><aside class='sidebar'>"
        "<h2>Downloads</h2><a href='/SysSiteAssets/g.pdf'>Gifts</a></aside>"
        "<aside><a href='/n.pdf'>News</a></aside></body>"
    )
    assert [link.href for link in seen.attachments] == ["/SysSiteAssets/g.pdf"]
    assert seen.words == "Please see the files for the gifts."


def test_words_that_no_white_space_parts_are_counted_apart() -> None:
    body = (
        "<main><h1>Officers and the dogs of the force (1A/24)</h1><div><time datetime='2026-10-20'>October 20, 2026"
        "</time></div><div class='entry-content'><h2>Request</h2><p>How many?</p><h2>Response</h2><p>Three.</p></div>"
        "</main>"
    )
    assert _words(body).splitlines() == ["Request", "How many?", "Response", "Three."]


def test_a_very_long_page_is_read_without_the_extractor(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr("crawler.reading.page.extract", lambda *given, **_: asked.append(given))
    long = "<p>Nine dogs bit him.</p>" * 45_000
    assert _words(long).count("\n") == 44_999
    assert not asked
    assert _words("<p>Nine dogs bit him.</p>") == "Nine dogs bit him."
    assert asked


def test_the_foot_of_a_page_without_a_main_element() -> None:
    body = (
        "<div><div><h1>Dogs</h1></div><div><p>Nine dogs bit him.</p></div></div><div class='f'><a href='/p/'>Privacy"
        "</a> <a href='/a/'>Accessibility</a><p>© Invented Police</p></div>"
    )
    assert _words(body) == "Nine dogs bit him."


def test_chrome_inside_the_main_element() -> None:
    body = (
        "<main><div class='z'><a href='/f/'>Freedom</a><a href='/f/m/'>Met</a></div><h1>Dogs</h1><p>Nine dogs bit"
        " him.</p><div><h3>Is there anything wrong with this page?</h3><p>Tell us</p></div></main>"
    )
    assert _words(body) == "Nine dogs bit him."
