"""The register of sources, how far their walks came, and the validators that servers gave."""

import pytest

from store.database import Store
from store.errors import StoreError
from store.records import Validators
from store.walks import Walk, register_forces, register_sources, save_validators, save_walk, validators, walk

NOON = "2026-11-21T12:00:00+00:00"


def test_a_walk_is_saved_field_by_field(store: Store) -> None:
    assert walk(store, "essex") == Walk()
    save_walk(store, "essex", frontier="?page=7", walked=NOON)
    assert save_walk(store, "essex", complete=True, frontier="") == Walk(complete=True, walked=NOON)
    assert walk(store, "essex") == Walk(complete=True, walked=NOON)


def test_a_source_that_is_not_registered_has_no_walk_to_save(store: Store) -> None:
    assert walk(store, "nowhere") == Walk()
    with pytest.raises(StoreError, match="nowhere"):
        save_walk(store, "nowhere", walked=NOON)


def test_registering_again_corrects_the_name_and_leaves_the_walk(store: Store, rows) -> None:
    save_walk(store, "essex", walked=NOON)
    register_sources(store, [("essex", "Essex Police", "single_online_home", "https://new.example")])
    assert rows("SELECT site, walked FROM sources") == [("https://new.example", NOON)]


def test_a_force_keeps_its_website_when_none_is_given(store: Store, rows) -> None:
    register_forces(store, [("Essex Police", "https://essex.example")])
    register_forces(store, [("Essex Police", ""), ("Kent Police", "")])
    assert rows("SELECT name, website FROM forces ORDER BY name") == [
        ("Essex Police", "https://essex.example"),
        ("Kent Police", ""),
    ]


def test_validators_are_kept_verbatim_and_forgotten_when_no_longer_said(store: Store) -> None:
    said = Validators('W/"abc"', "Sat, 21 Nov 2026 12:00:00 GMT")
    save_validators(store, "https://essex.example/", said, NOON)
    assert validators(store, "https://essex.example/") == said
    save_validators(store, "https://essex.example/", Validators(), NOON)
    assert validators(store, "https://essex.example/") is None
