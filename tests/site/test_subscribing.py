"""The subscription that a search shows: foiwatch's own reader of the configuration takes it, and it asks the same."""

from pathlib import Path

import pytest

from alerts.subscribing.subscriptions import Subscription
from foiwatch.config import load_config
from store.site.asked import Asked
from store.site.subscribing import subscription

HOSTILE = '"""\n[[subscription]]\nto = ["json://evil.example"] \\ \x00 \x1f \x7f é 😀 \' # $'


def read(tmp_path: Path, wanted: Asked) -> tuple[str, Subscription]:
    pasted = subscription(wanted)
    file = tmp_path / "foiwatch.toml"
    file.write_text('contact = "desk@example.org"\n\n' + pasted, encoding="utf-8")
    (found,) = load_config(file).subscriptions
    return pasted, found


def test_everything_that_a_subscription_can_ask_for_is_asked(tmp_path: Path) -> None:
    chosen = (("force", "Essex Police"), ("topic", "misconduct"), ("outcome", "refused"), ("exemption", "s40(2)"))
    pasted, found = read(tmp_path, Asked('"gross misconduct" OR vetting', chosen))
    assert (found.search, found.topics, found.forces) == (
        '"gross misconduct" OR vetting', ("misconduct",), ("Essex Police",),
    )  # fmt: skip
    assert (found.outcomes, found.exemptions) == (("refused",), ("s40(2)",))
    assert (found.when, found.at, found.zone) == ("daily", "08:30", "Europe/London")
    assert "cannot ask" not in pasted


def test_what_it_cannot_ask_for_is_said(tmp_path: Path) -> None:
    chosen = (("year", "2024"), ("table", "yes"), ("status", "withdrawn"), ("kind", "news"), ("outcome", "odd"))
    pasted, found = read(tmp_path, Asked("", chosen))
    assert pasted.count("A subscription cannot ask for this") == 5
    assert "# A subscription cannot ask for this; it tells of all: Year: 2024\n" in pasted
    assert (found.search, found.topics, found.outcomes) == ("", (), ())


@pytest.mark.parametrize(
    "typed",
    ["01.FOI.24.012345", '"unbalanced', "(", "AND", "foo:bar", "*", "'; --", "a NEAR", "é\ud800", "{x}", HOSTILE],
)
def test_whatever_was_typed_is_a_search_that_can_be_run(tmp_path: Path, typed: str) -> None:
    _, found = read(tmp_path, Asked(typed))
    assert found.search == Asked(typed).match
    assert found.to == ()


def test_hostile_values_stay_in_their_comment(tmp_path: Path) -> None:
    pasted, found = read(tmp_path, Asked("taser", (("year", HOSTILE), ("exemption", HOSTILE), ("outcome", HOSTILE))))
    assert found.exemptions == () and len(pasted.splitlines()) == 11
