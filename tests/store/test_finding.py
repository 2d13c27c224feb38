"""A disclosure is found by what people call it; what was taken down is said to have been."""

from collections.abc import Callable
from typing import Any

import pytest

from store.database import Store
from store.errors import NotKept
from store.finding import find_kept
from store.keeping import keep
from store.purging.purge import purge

NOON = "2026-11-21T12:00:00+00:00"


def test_it_is_found_by_number_address_and_reference(store: Store, sighting: Callable[..., Any]) -> None:
    page = sighting(1)
    keep(store, page, seen=NOON, run=None)
    assert {find_kept(store, text) for text in ("1", page.address, "foi 1")} == {1}


@pytest.mark.parametrize("text", ["2", "https://essex.example/none/", "", "9" * 30])
def test_what_never_was_is_said_not_to_be_kept(store: Store, text: str) -> None:
    with pytest.raises(NotKept, match="holds no disclosure"):
        find_kept(store, text)


def test_what_was_taken_down_is_said_to_be_so_by_number_and_by_address(
    store: Store, sighting: Callable[..., Any]
) -> None:
    page = sighting(1)
    keep(store, page, seen=NOON, run=None)
    purge(store, 1, "personal data", NOON, lambda _: True)
    for text in ("1", page.address):
        with pytest.raises(NotKept, match="disclosure 1 was taken down on 2026-11-21: personal data"):
            find_kept(store, text)
