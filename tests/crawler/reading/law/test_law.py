"""What the sections of the information laws are."""

import pytest

from crawler.reading.law.law import by_titles, exempts, kind_of, numbers


@pytest.mark.parametrize(
    ("section", "law", "kind", "test", "ncnd"),
    [
        ("s40(2)", "FOIA", "absolute", "class", False),
        ("s40(5B)(a)(i)", "FOIA", "absolute", "class", True),
        ("s31(1)(g)", "FOIA", "qualified", "prejudice", False),
        ("s30(3)", "FOIA", "qualified", "class", True),
        ("s12(2)", "FOIA", "refusal", "", True),
        ("s17", "FOIA", "procedure", "", False),
        ("s43(1)", "FOIA", "qualified", "class", False),
        ("s43(2)", "FOIA", "qualified", "prejudice", False),
        ("s37(1)(a)", "FOIA", "absolute", "class", False),
        ("s18", "FOISA", "refusal", "", True),
        ("s36(2)", "FOISA", "absolute", "class", False),
        ("reg 12(4)(b)", "EIR", "qualified", "class", False),
        ("reg 12(1)", "EIR", "procedure", "", False),
    ],
)
def test_kind_of(section: str, law: str, kind: str, test: str, ncnd: bool) -> None:
    found = kind_of(section, law)
    assert found is not None
    assert (found.kind, found.test, found.ncnd) == (kind, test, ncnd)


def test_an_unknown_section_has_no_kind() -> None:
    assert kind_of("s99", "FOIA") is None
    assert not exempts("s99", "FOIA")
    assert not exempts("s16", "FOIA")
    assert exempts("s14(1)", "FOIA")


def test_the_absolute_exemptions_are_those_of_section_2() -> None:
    absolute = {n for n in numbers("FOIA") if (kind := kind_of(f"s{n}")) and kind.kind == "absolute"}
    assert absolute == {"21", "23", "32", "34", "40", "41", "44"}


def test_a_title_names_its_section() -> None:
    assert by_titles("exemptions for national security and law enforcement") == ("s24", "s31")
    assert by_titles("an exemption for bicycles") == ()
