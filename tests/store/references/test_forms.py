"""References taken apart: each form as its force writes it, unknown ones by structure, and what is only like one."""

import pytest

from store.references.forms import counter, forms, kin, take_apart
from store.references.taken import Numbered

MET, WMP = "Metropolitan Police Service", "West Midlands Police"
HERTS, CAMBS = "Hertfordshire Constabulary", "Cambridgeshire Constabulary"

KNOWN = [
    (MET, "01.FOI.23.028430", ("01.FOI.YY.N", "2023", 28430)),
    (MET, "01/FOI/22/024648", ("01.FOI.YY.N", "2022", 24648)),
    (MET, "1/FOI/22/024648", ("01.FOI.YY.N", "2022", 24648)),
    (MET, "22/24648", ("01.FOI.YY.N", "2022", 24648)),
    (MET, "2015120000327", ("YYYYMMN", "2015", 327, "", "2015-12")),
    (WMP, "165A/23", ("N/YY", "2023", 165, "A")),
    (WMP, "4847_14", ("N/YY", "2014", 4847)),
    (WMP, "2855_15 ", ("N/YY", "2015", 2855)),
    (WMP, "13044/16", ("N/YY", "2016", 13044)),
    (HERTS, "FOI2017/01146", ("FOIYYYY/N", "2017", 1146)),
    ("City of London Police", "FOI2024/00291", ("FOIYYYY/N", "2024", 291)),
    (CAMBS, "0339/2014", ("N/YYYY", "2014", 339)),
    (CAMBS, "0669-2012", ("N/YYYY", "2012", 669)),
    ("Northumbria Police", "506/22", ("N/YY", "2022", 506)),
    ("Northumbria Police", "FOI 225-22", ("N/YY", "2022", 225)),
    ("Northumbria Police", "FOI/1234", ("FOI/N", "", 1234)),
    ("Dyfed Powys Police", "895/2025", ("N/YYYY", "2025", 895)),
    ("Dyfed Powys Police", "294/25", ("N/YYYY", "2025", 294)),
    ("South Wales Police", "528/21", ("N/YY", "2021", 528)),
    ("Gwent Police", "2022/25448", ("YYYY/N", "2022", 25448)),
    ("Cleveland Police", "529 -25", ("N-YY", "2025", 529)),
    ("Cleveland Police", "11711", ("N", "", 11711)),
    ("Warwickshire Police", "933-2023", ("N-YYYY", "2023", 933)),
    ("Warwickshire Police", "FOI-602-2024", ("N-YYYY", "2024", 602)),
    ("West Mercia Police", "311904", ("N", "", 311904)),
    ("North Yorkshire Police", "1193.2025/26", ("N.YYYY/YY", "2025/26", 1193)),
    ("Essex Police", "16934", ("N", "", 16934)),
    ("Kent Police", "20/09/1088", ("YY/MM/N", "2020", 1088, "", "2020-09")),
    ("Devon and Cornwall Constabulary", "01/FOI/26/009421/P", ("01/FOI/YY/N", "2026", 9421)),
    ("Dorset Police", "01/FIN/21/0042", ("01/FIN/YY/N", "2021", 42)),
    ("Dorset Police", "2019-123", ("YYYY-N", "2019", 123)),
    ("Thames Valley Police", "HQ/PA/003493/18", ("HQ/PA/N/YY", "2018", 3493)),
    ("Thames Valley Police", "CM/PA/000012/19", ("CM/PA/N/YY", "2019", 12)),
    ("Hampshire and Isle of Wight Constabulary", "HC/001391/13", ("HC/N/YY", "2013", 1391)),
    ("Avon and Somerset Constabulary", "821-23", ("N/YY", "2023", 821)),
    ("Avon and Somerset Constabulary", "09/168", ("YY/N", "2009", 168)),
    ("Norfolk Constabulary", "FOI 000739/19", ("FOI N/YY", "2019", 739)),
    ("Suffolk Constabulary", "FOI 006860-17", ("FOI N/YY", "2017", 6860)),
    ("Nottinghamshire Police", "003253/15", ("N/YY", "2015", 3253)),
    ("Wiltshire Constabulary", "FOI 2022-725", ("FOI YYYY/N", "2022", 725)),
    ("West Yorkshire Police", "1427/19", ("N/YY", "2019", 1427)),
    ("West Yorkshire Police", "FOI-20091/78059", ("FOI-N/N", "", 20091)),
    ("Cheshire Constabulary", "2184", ("N", "", 2184)),
    ("South Yorkshire Police", "20171533", ("YYYYN", "2017", 1533)),
    ("Durham Constabulary", "DC/FOI 782/17", ("DC/FOI N/YY", "2017", 782)),
    ("Police Service of Northern Ireland", "FOI - 2022 - 01519", ("F-YYYY-N", "2022", 1519)),
    ("Police Service of Northern Ireland", "F-2021-00012", ("F-YYYY-N", "2021", 12)),
    ("Police Service of Northern Ireland", "FOI/14806", ("FOI/N", "", 14806)),
    ("Scottish Police Authority", "2023/24-080", ("FOI YYYY/YY-N", "2023/24", 80)),
    ("Police Scotland", "IM-FOI-2021-0942", ("IM-FOI-YYYY-N", "2021", 942)),
    ("Police Scotland", "19-0954", ("IM-FOI-YYYY-N", "2019", 954)),
    ("National Police Chiefs' Council", "061-2023", ("N/YYYY", "2023", 61)),
]  # fmt: skip


@pytest.mark.parametrize(("force", "ref", "parts"), KNOWN)
def test_a_form_of_its_force(force: str, ref: str, parts: tuple) -> None:
    assert take_apart(ref, force) == Numbered(*parts)


@pytest.mark.parametrize(
    ("ref", "parts"),
    [
        ("123/24", ("N/Y", "2024", 123)),
        ("FOI 123-24", ("N/Y", "2024", 123)),
        ("123B/24", ("N/Y", "2024", 123, "B")),
        ("FOI-2024-0123", ("Y/N", "2024", 123)),
        ("GMP/FOI/2024/0123", ("GMP Y/N", "2024", 123)),
        ("EIR 2024/7", ("EIR Y/N", "2024", 7)),
        ("24/01234", ("Y/N", "2024", 1234)),
        ("FOI 77.2024/25", ("N/Y", "2024/25", 77)),
        ("2024/25-077", ("Y/N", "2024/25", 77)),
        ("FOI 1234", ("N", "", 1234)),
    ],
)
def test_an_unknown_form_by_its_structure(ref: str, parts: tuple) -> None:
    assert take_apart(ref, "Humberside Police") == Numbered(*parts)


@pytest.mark.parametrize(
    "ref",
    [
        "", "abc", "2023/24", "2024-2025", "11/07/2012", "15/11/08-144", "N200/01", "CM/123/20", "IC-46173-V6R6",
        "FS50123456", "EA/2024/0139", "FT/EA/2024/0139", "42", "FOI 12.2024/31", "A" * 9999, "FOI-" * 999 + "1",
    ],
)  # fmt: skip
def test_what_only_looks_like_one(ref: str) -> None:
    assert take_apart(ref, "Humberside Police") is None


def test_the_dates_of_the_document_decide_between_two_readings() -> None:
    assert take_apart("2012-2020", "", (2012, 2013)) == Numbered("Y/N", "2012", 2020)
    assert take_apart("2012/20", "", (2020, 2021)) == Numbered("N/Y", "2020", 2012)
    assert take_apart("2012/20", "") is None


def test_a_year_that_the_dates_do_not_leave_possible_is_none() -> None:
    assert take_apart("144/08", "", (2023, 2024)) is None
    assert take_apart("92A/32", WMP, (2022, 2023)) is None, "a slip of the pen"
    assert take_apart("92A/15", WMP, (2022, 2023)) == Numbered("N/YY", "2015", 92, "A"), "a known form is believed"


def test_every_form_says_where_it_is_seen() -> None:
    every = {form for force, _, _ in KNOWN for form in forms(force)}
    assert every and all(form.source and form.series for form in every)


def test_a_counter_in_common_says_what_it_counts() -> None:
    shared = counter(HERTS, "FOIYYYY/N")
    assert shared and CAMBS in shared.forces and shared.counts and "inferred" in shared.source
    assert counter("City of London Police", "FOIYYYY/N") is None, "the same form, not the same office"
    assert kin(HERTS) == tuple(sorted(shared.forces)) and kin(MET) == (MET,)
