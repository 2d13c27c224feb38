"""The names, posts and addresses with which answers end."""

import pytest

from crawler.reading.letters.letter_parts import response_part
from crawler.reading.letters.signature import unsigned

SAID = ["We hold nothing of the kind.", "The last count was nine."]


@pytest.mark.parametrize(
    "signature",
    [
        ["Ottoline Farrow-Grebe, Disclosures Officer"],
        ["Ottoline Farrow-Grebe", "Disclosures Officer"],
        ["O. Farrow-Grebe, Information Rights and Disclosure, Peel House"],
        ["Mr Barnaby ap Tegid", "FOI Lead", "Peel House, 4 Station Road, Anytown"],
        ["Miss Ida O’Quill", "Information Governance Adviser", "3 June 2025"],
        ["Tegid Farrow, Swyddog Rhyddid Gwybodaeth", "3 Mehefin / June 2025"],
        ["Information Rights Officer, for Northshire, Southshire and Westshire"],
        ["Decision maker, Central Disclosure Unit"],
        ["Ottoline Farrow | 30 October 2023"],
        ["Ottoline Farrow-Grebe, 3 June 2025"],
        ["Ottoline Farrow", "Disclosure Clerk", "3 June 2025"],
        ["Will May", "IT and Information Management", "PO Box 12, Anytown"],
        ["Freedom of Information Team", "Anyshire Police Headquarters, Hall Lane, Anytown AN1 2BC"],
        ["Anyshire Police, 3 Mehefin 2025 / 3 June 2025, file 31/25"],
        ["Answered 3 June 2025. Our file A-2025-0031."],
        ["Anyshire and Westshire Constabulary, 3 June 2025"],
    ],
)
def test_what_signs_an_answer_goes(signature: list[str]) -> None:
    assert unsigned([*SAID, *signature]) == SAID


@pytest.mark.parametrize(
    "last",
    [
        ["Toyota Corolla"],
        ["Ottoline Farrow"],
        ["2. Information Management Unit"],
        ["The officer in charge is the head of records."],
        ["Heads of department: 4, managers: 9"],
        ["Station Road, High Street, Park Lane"],
        ["| Information Officer | 3 |"],
        ["No review officer"],
        ["Anyshire Police, June 2025"],
        ["Sent on 3 June 2025."],
        ["Anyshire Police lost 4 on 3 June 2025."],
        ["File 31/25 was closed on 3 June 2025."],
        ["| Anyshire Police | 3 June 2025 |"],
        ["Ottoline Farrow, 3 June 2025", "Ida Quill, 4 June 2025"],
    ],
)
def test_what_only_looks_like_a_signature_stays(last: list[str]) -> None:
    assert unsigned([*SAID, *last]) == [*SAID, *last]


def test_an_answer_is_never_signature_alone() -> None:
    assert unsigned(["Information Rights Officer"]) == ["Information Rights Officer"]
    assert unsigned([]) == []


def test_an_address_below_a_greeting_goes_whatever_its_length() -> None:
    lines = [*SAID, "Regards", "Ottoline Farrow", "Disclosure Clerk", "Peel House, 45 Old Station Road, Lower Anytown"]
    assert response_part(lines).kept == SAID
