"""Which feeds there are, and that no two share an address."""

import re

import pytest

from store.database import Store
from store.feeds.feed import Offer
from store.feeds.offered import feeds, slug, subscribed
from store.matches import Wanted


def test_topics_and_forces_of_the_record(told: Store) -> None:
    found = {(feed.kind, feed.slug): feed for feed in feeds(told, Offer(topics=("vetting",)))}
    assert ("topic", "misconduct") in found and ("topic", "vetting") in found
    assert found["force", "northshire-police"].wanted == Wanted(forces=("Northshire Police",))
    assert all(re.fullmatch(r"[a-z0-9_-]{1,80}", where) for _, where in found)


def test_an_empty_record_has_what_the_configuration_names(store: Store) -> None:
    assert [feed.name for feed in feeds(store, Offer(topics=("vetting",)))] == ["vetting"]


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("misconduct", "misconduct"), ("use_of_force", "use_of_force"), ("Dyfed-Powys Police", "dyfed-powys-police"),
        ("Café & Co.", "cafe-co"), ("../../etc/passwd", "etc-passwd"), ("x" * 200, "x" * 60),
    ],
)  # fmt: skip
def test_the_name_in_an_address(name: str, own: str) -> None:
    assert slug(name) == own


def test_a_name_without_letters_has_one_all_the_same() -> None:
    assert re.fullmatch(r"[0-9a-f]{8}", slug("警察")) and slug("警察") != slug("警视厅")


def test_names_that_are_written_alike_have_addresses_of_their_own() -> None:
    one, two = subscribed([("Desk!", Wanted(), ("new",)), ("desk", Wanted(), ("new",))])
    assert one.slug != two.slug and one.slug.startswith("desk-") and two.slug.startswith("desk-")


def test_who_hears_of_what_went_hears_of_its_return() -> None:
    both, other = subscribed([("a", Wanted(), ("new", "withdrawn")), ("b", Wanted(), ("changed", "news"))])
    assert both.verbs == ("new", "withdrawn", "restored") and other.verbs == ("changed", "news")
