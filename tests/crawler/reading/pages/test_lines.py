"""Nothing of the content is lost or reordered."""

from lxml import html

from crawler.reading.pages.lines import lines_of, unwrapped


def _lines(body: str) -> list[str]:
    return lines_of(html.fromstring(f"<div>{body}</div>"))


def test_lists_keep_their_numbers() -> None:
    assert _lines(
        '<ol start="4"><li>four<ol type="a"><li>sub</li></ol></li><li value="9">nine</li><li>ten</li></ol>'
    ) == [
        "4. four",
        "a. sub",
        "9. nine",
        "10. ten",
    ]
    assert _lines('<ol type="I"><li>one</li></ol><ul><li>dot</li></ul>') == ["I. one", "- dot"]


def test_breaks_terms_and_ordinals() -> None:
    assert _lines("a<br>b<br/><b>c</b> d") == ["a", "b", "c d"]
    assert _lines("<dl><dt>Our Ref</dt><dd>12/34</dd><dt>Date:</dt><dd>1 May</dd></dl>") == [
        "Our Ref: 12/34",
        "Date: 1 May",
    ]
    assert _lines("<p>1<sup>st</sup> May, 5<sup>2</sup></p>") == ["1st May, 5 2"]


def test_tables_and_tabs() -> None:
    assert _lines(
        "<table><caption>Cap</caption><tr><th>Year</th><th>N</th></tr><tr><td>2020</td><td>&lt;5</td></tr></table>t"
    ) == [
        "Cap",
        "| Year | N |",
        "| 2020 | <5 |",
        "t",
    ]
    assert _lines("<pre>Year\tN\n\n2020\t*</pre>") == ["Year\tN", "2020\t*"]
    assert _lines("<p>Year\tN</p><p>1.\tHow many?</p>") == ["Year\tN", "1. How many?"]
    assert _lines("<p>\n\t\tindented\n\t\tsource</p>") == ["indented source"]


def test_a_table_that_lays_out_the_page_is_not_a_table() -> None:
    assert _lines("<table><tr><td><p>a</p><p>b</p></td></tr></table>") == ["a", "b"]


def test_invisible_characters_and_depth() -> None:
    assert _lines("<p>So\u00adft\u200b and\u00a0hard</p>") == ["Soft and hard"]
    assert _lines("<span>" * 200 + "deep" + "</span>" * 200) == ["deep"]


def test_lines_cut_at_the_margin_are_joined_and_mail_marks_go() -> None:
    raw = [
        "> 1. How many special constables were the subject of a",
        "> conduct matter?",
        ">",
        "> 2. How many left?",
        "a) all",
    ]
    assert unwrapped(raw) == [
        "1. How many special constables were the subject of a conduct matter?",
        "2. How many left?",
        "a) all",
    ]


def test_a_table_and_a_short_line_are_not_joined() -> None:
    raw = ["Year\tOfficers dismissed after a hearing in public", "all\t9", "Yours sincerely", "the team"]
    assert unwrapped(raw) == raw


def test_a_list_numbered_by_its_style() -> None:
    assert _lines('<ol style="list-style-type: lower-alpha"><li>x</li><li>y</li></ol>') == ["a. x", "b. y"]
    assert _lines('<ol class="is-style-upper-roman"><li>x</li></ol>') == ["I. x"]


def test_a_term_that_asks_is_a_line() -> None:
    assert _lines("<dl><dt>How many?</dt><dd>Nine</dd></dl>") == ["How many?", "Nine"]


def test_a_box_that_keeps_its_lines_is_preformatted() -> None:
    assert _lines('<div style="white-space: pre-wrap">Dear Sir,\n\n1. How many?\n2. Where?</div>') == [
        "Dear Sir,",
        "1. How many?",
        "2. Where?",
    ]
    assert _lines('<div style="white-space:pre-wrap"><p>a\nb</p></div>') == ["a b"]


def test_an_item_that_holds_only_a_list_keeps_its_number() -> None:
    assert _lines('<ol><li><ol type="a"><li>x</li></ol></li><li>y</li></ol>') == ["1.", "a. x", "2. y"]


def test_a_question_in_a_list_of_terms_stands_apart() -> None:
    term = "4. Has anyone looked at it? If so give me the report."
    assert _lines(f"<dl><dt>{term}</dt><dd>Yes.</dd><dt>Reference</dt><dd>12/25</dd></dl>") == [
        term,
        "Yes.",
        "Reference: 12/25",
    ]


def test_a_label_and_its_value_that_only_the_style_sets_apart() -> None:
    assert _lines("<p><span>Case number</span><b>DF/12/24</b></p>") == ["Case number DF/12/24"]
    assert _lines("<p><span>Received</span><span>11-11-2024</span></p>") == ["Received 11-11-2024"]
    assert _lines("<p><b>S</b>ussex and <b>re</b>use of CO<sub>2</sub></p>") == ["Sussex and reuse of CO2"]
