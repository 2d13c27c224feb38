"""What Slack is posted stays within its limits, and what does not fit is counted, never torn."""

import re

from alerts.compose import compose
from alerts.faces.slack_face import ALL, BLOCKS, SECTION

LONG = "Misconduct & <dismissal> of officers " * 40


def item(number: int, **other) -> dict:
    return {
        "kind": "item", "id": number, "event": "changed", "version": 2, "seen": "2026-03-09T06:10:00+00:00",
        "source": "met", "forces": ["Metropolitan Police Service"], "title": LONG, "ref": "01.FOI.26.1",
        "date": "2026-03", "address": "https://met.example/?" + "a=&" * 90, "topics": ["misconduct"], "quote": LONG,
        "words": "dismissal", "where": "response", "changed": ["response_text"], "most": 100,
        "diff": [
            {"where": f"Place {at}", "cut": True, "runs": [{"kind": "added", "text": LONG[:800]}]} for at in range(6)
        ],
        "attachments": [{"label": LONG, "address": f"https://met.example/{at}.pdf"} for at in range(40)], **other,
    }  # fmt: skip


def texts(slack) -> list[str]:
    return [one["text"] for block in slack["blocks"] for one in (block.get("text"), *block.get("elements", ())) if one]


def test_the_longest_item_fits_and_is_cut_with_a_link() -> None:
    said = texts(compose("desk", [item(1)], made="2026-03-09T09:00:00+00:00").slack)
    assert max(map(len, said)) <= SECTION
    assert re.search(r"_This is cut short here\._ <https://met\.example/[^|<>]*\|read on>$", said[1])
    assert "more files" in said[2]
    for one in said:
        assert not re.search(r"&(?!amp;|lt;|gt;)", one)
        assert (
            one.count("<") == one.replace("\n> ", "").count(">") == len(re.findall(r"<https://[^|<>]+\|[^<>]+>", one))
        )


def test_what_does_not_fit_is_counted_with_a_link() -> None:
    slack = compose("desk", [item(number) for number in range(100)]).slack
    assert len(slack["blocks"]) <= BLOCKS
    assert sum(map(len, texts(slack))) <= ALL
    (more,) = [one for one in texts(slack) if one.startswith("*And ")]
    assert re.match(r"\*And \d+ more\.\* .* The next: <https://met\.example/", more)


def test_many_short_items_keep_to_the_blocks() -> None:
    short = {"title": "Hearings", "quote": "", "diff": [], "attachments": [], "address": "https://met.example/1"}
    slack = compose("desk", [item(number, **short) for number in range(100)]).slack
    assert 40 <= len(slack["blocks"]) <= BLOCKS


def test_a_page_cannot_mark_call_or_link() -> None:
    hostile = "*b* _i_ ~s~ `c` <!here> <@U1> @here :fire: https://evil.example file_name_1.pdf 10:30:00"
    slack = compose("desk", [item(1, title=hostile, quote="", diff=[], attachments=[])]).slack
    title = texts(slack)[1].split("|")[1].split(">")[0]
    plain = title.replace("\u2060", "")
    assert (
        plain == "∗b∗ ˍiˍ ∼s∼ ˋcˋ &lt;!here&gt; &lt;@U1&gt; @here :fire: https://evil.example file_name_1.pdf 10:30:00"
    )
    for made_harmless in ("@\u2060here", ":\u2060fire:", "https:\u2060//", " 10:30:00"):
        assert made_harmless in title
    assert (slack["unfurl_links"], slack["unfurl_media"]) == (False, False)
