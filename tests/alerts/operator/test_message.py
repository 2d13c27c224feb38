"""What the operator reads: the same sentences in every face, nothing in them that is markup, one key for ever."""

from typing import Any

from alerts.operator.message import message, sample
from alerts.operator.report import Ended, News, frozen, listed
from alerts.operator.trouble import DISK, FIELD, QUIET, SOURCE, Trouble

NOW = "2026-11-21T10:00:00+00:00"


def broken(number: int, cause: str = "HTTP 500") -> Trouble:
    name = f"Force {number}"
    return Trouble(SOURCE, f"force_{number}", cause, f"{name}: {cause}", "`foiwatch sources`", cause, name)


def body(*begun: Trouble, ended: tuple[Ended, ...] = (), names: int = 60, lasting: int = 0) -> dict[str, Any]:
    return frozen(News(begun, ended=ended, lasting=lasting), NOW, [str(n) for n in range(names)])


def test_it_says_what_is_wrong_what_to_do_and_how_much_is_open() -> None:
    quiet = Trouble(QUIET, "kent", "quiet", "Kent Police: nothing new for 30 working days", "look at its site")
    made = message([body(broken(1), quiet, lasting=3)], "k3y")
    assert made.key == "k3y"
    assert made.headers["Auto-Submitted"] == "auto-generated"
    assert made.subject == "foiwatch operator: broken: Force 1: HTTP 500 (and 1 more)"
    for face in (made.text, made.html, made.markdown):
        assert "Force 1: HTTP 500" in face
        assert "look at its site" in face
        assert "Open on 2026-11-21 10:00 UTC, these included: 3 troubles." in face
        assert "Readers do not." in face
    assert made.payload["reports"][0]["troubles"][1] == {"kind": "quiet", "about": "kent", "event": "begun"}


def test_forty_of_one_cause_are_one_sentence() -> None:
    made = message([body(*(broken(number) for number in range(40)), lasting=40)], "k3y")
    assert made.subject.startswith("foiwatch operator: broken: 40 sources have the same trouble, HTTP 500: Force 0,")
    assert made.text.count("HTTP 500") == 2  # in the subject and once below it
    assert "Force 11 and 28 more" in made.text
    assert len(made.payload["reports"][0]["troubles"]) == 40


def test_none_that_can_be_reached_is_a_network_that_is_down() -> None:
    away = [broken(number, "cannot be reached") for number in range(40)]
    (block,) = body(*away, names=40)["blocks"]
    assert block["lines"][0]["said"].startswith("none of the 40 sources can be reached")
    assert "40 sources have the same trouble" in body(*away, names=41)["blocks"][0]["lines"][0]["said"]


def test_what_is_over_is_said_by_kind() -> None:
    over = tuple(Ended(SOURCE, f"force_{number}", f"Force {number}", NOW, True) for number in range(2))
    more = (Ended(FIELD, "kent: reference", "Kent Police", NOW, True), Ended(DISK, "", "", NOW, True))
    (block,) = body(ended=over + more)["blocks"]
    assert [line["said"] for line in block["lines"]] == [
        "the disk has room again (told of since 2026-11-21 10:00)",
        "Kent Police, reference: there again (told of since 2026-11-21 10:00)",
        "Force 0, Force 1: read whole again (told of since 2026-11-21 10:00)",
    ]
    assert "Open on 2026-11-21 10:00 UTC: nothing." in message([body(ended=over)], "").text


def test_reports_that_waited_together_are_one_message_in_order() -> None:
    made = message([body(broken(1)), {**body(broken(2)), "moment": "2026-11-22T10:00:00+00:00"}], "")
    assert made.text.index("2026-11-21 10:00 Broken") < made.text.index("2026-11-22 10:00 Broken")


def test_nothing_of_a_site_becomes_markup() -> None:
    hostile = "listing unreadable: <b>*x* [y](http://z.example)\n\u202eBcc: a@b.example"
    made = message([body(broken(1, hostile))], "")
    assert "\n" not in made.subject
    assert "\u202e" not in made.text + made.html + made.markdown + made.subject
    assert "<b>" not in made.html
    assert "*x*" not in made.markdown
    assert "[y](" not in made.markdown
    assert len(message([body(broken(1, "x" * 5000))], "").subject) <= 180


def test_the_sample_says_that_it_is_one() -> None:
    assert "this is a test" in sample(NOW).text


def test_of_many_names_the_first_are_said() -> None:
    assert listed(["a", "b", "a"]) == "a, b"
    assert listed(map(str, range(13))).endswith("10, 11 and 1 more")
