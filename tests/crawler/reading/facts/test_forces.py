"""The register, and for whom a reply speaks."""

import re

import pytest

from crawler.reading.facts.forces import at_address, by_reference, named, register

HERTS, BEDS, MET = "Hertfordshire Constabulary", "Bedfordshire Police", "Metropolitan Police Service"


def _name(url: str) -> str:
    force = at_address(url)
    return force.name if force else ""


def test_the_register_is_whole_and_no_host_or_name_is_shared() -> None:
    bodies = register()
    assert len(bodies) >= 55
    for part in ("hosts", "slugs", "aliases"):
        values = [value.casefold() for body in bodies for value in getattr(body, part)]
        assert len(values) == len(set(values)), part
    assert all(re.compile(body.ref_form) for body in bodies)
    assert {HERTS, BEDS, MET} <= {body.name for body in bodies}


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.met.police.uk/foi-ai/x/", MET),
        ("http://127.0.0.1:8077/foi-ai/hertfordshire-constabulary/x/", HERTS),
        ("http://localhost/foi-ai/surrey-police/x/", "Surrey Police"),
        ("https://www.beds.police.uk/", BEDS),
        ("https://foi.west-midlands.police.uk/?p=1", "West Midlands Police"),
        ("herts.pnn.police.uk", HERTS),
        ("https://www.example.org/met.police.uk/", ""),
        ("not an address", ""),
        ("http://[bad", ""),
    ],
)
def test_at_address(url: str, name: str) -> None:
    assert _name(url) == name


def test_names_and_aliases() -> None:
    assert [getattr(named(name), "name", None) for name in ("the met", "MPS", "WMP", "Nobody Police")] == [
        MET,
        MET,
        "West Midlands Police",
        None,
    ]


def test_a_form_tells_only_when_it_is_unique() -> None:
    assert by_reference("01.FOI.22.999001") == (MET,)
    assert by_reference("FOI2025/00001") == ()
