"""References by label, form and title."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reading.facts.forces import named, register
from crawler.reading.facts.reference import references
from crawler.reading.facts.reference_forms import normal
from crawler.reading.facts.reference_labels import is_labelled

LONG = " that the answer has kept you waiting for so long" * 4 + "."


@pytest.mark.parametrize(
    ("force", "line", "ref"),
    [
        (
            "Metropolitan Police Service",
            "Freedom of information request reference no: 01.FOI.22.999001",
            "01.FOI.22.999001",
        ),
        ("Metropolitan Police Service", "Freedom of Information Request Reference No: 2015120009327", "2015120009327"),
        ("Hertfordshire Constabulary", "Our Ref: FOI2017/09146", "FOI2017/09146"),
        ("Cleveland Police", "Enquiry Reference: 529 -25", "529-25"),
        ("Kent Police", "FREEDOM OF INFORMATION REQUEST 25/03/0999", "25/03/0999"),
        ("North Yorkshire Police", "Reference Number: 1193.2025/26", "1193.2025/26"),
        ("Devon and Cornwall Constabulary", "FOI Reference: 01/FOI/26/009421/P", "01/FOI/26/009421/P"),
        ("Thames Valley Police", "Ref: HQ/PA/003493/18", "HQ/PA/003493/18"),
        ("Durham Constabulary", "Our reference: DC/FOI 782/17", "DC/FOI 782/17"),
        ("Police Service of Northern Ireland", "Request Number: FOI/16816", "FOI/16816"),
        ("Police Scotland", "Our Ref: IM-FOI-2021-0942 Date: 31st May 2021", "IM-FOI-2021-0942"),
        ("West Mercia Police", "Ref: 311904", "311904"),
        ("Warwickshire Police", "Request Ref No: 933-2023", "933-2023"),
        ("Wiltshire Constabulary", "Reference: FOI 2022-725", "FOI 2022-725"),
        ("Essex Police", "| FOI Ref: | 18850 |", "18850"),
        ("Gwent Police", "Cyfeirnod: 2025/31007", "2025/31007"),
    ],
)
def test_label_and_form(force: str, line: str, ref: str) -> None:
    assert references([line, "Some words."], "A title", named(force))[0] == ref


def test_a_reference_on_the_line_after_its_label() -> None:
    assert references(["Our Ref:", "1427/19", "Dear applicant"])[0] == "1427/19"


@pytest.mark.parametrize("title", ["Claims (428A/23)", "Claims (428A/23 )", "Claims ( 428A / 23)"])
def test_the_title_of_a_post(title: str) -> None:
    assert references(["Request", "How many?"], title, named("West Midlands Police"))[0] == "428A/23"


def test_not_another_reference() -> None:
    lines = ["Your Ref: AB/99/12", "Crime reference: 15/11/08-144", "In 2019 you asked, and we answered."]
    assert references(lines, "Dogs") == ("", ())


def test_an_earlier_request_in_the_text_is_not_it() -> None:
    lines = ["Our Ref: FOI2025/09917", "You wrote before, see our reply FOI2024/00001."]
    ref, others = references(lines, "", named("Bedfordshire Police"))
    assert ref == "FOI2025/09917"
    assert "FOI2025/09917" not in others


def test_bare_numbers_need_their_force() -> None:
    lines = ["Keywords, of, it", "PUB 2107", "24981", "2020 to 2024"]
    assert references(lines, "", named("Essex Police")) == ("24981", ("PUB 2107",))
    assert references(lines, "")[0] == ""


@given(st.lists(st.text(max_size=60), max_size=8), st.text(max_size=60), st.sampled_from([None, *register()]))
def test_any_lines(lines: list[str], title: str, force: object) -> None:
    ref, others = references(lines, title, force)  # type: ignore[arg-type]
    assert ref not in others
    assert normal(ref) == ref


@given(st.text(max_size=40))
def test_normal_is_idempotent(text: str) -> None:
    assert normal(normal(text)) == normal(text)


@pytest.mark.parametrize(
    ("lines", "title", "force", "ref"),
    [
        (["Request", "In reference 611A/22 you said nine."], "Dogs (428A/23)", "West Midlands Police", "428A/23"),
        (["Case number N200/01 was one."], "Dogs", "Kent Police", ""),
        (["Reference period 2022/23"], "Dogs 2022/23", "Northumbria Police", ""),
        (
            ["My earlier request, reference 24/05/0417, was refused.", "Our ref: 24/11/0932"],
            "",
            "Kent Police",
            "24/11/0932",
        ),
        (["Incident ref: 15/11/08-144", "Crime ref 20/4417/24"], "", "Kent Police", ""),
        (["See FOI 412/24 on our site.", "Ref: 518/25"], "", "South Wales Police", "518/25"),
        (["How many?", "Please quote reference number 642/24 in any letter."], "", "Northumbria Police", "642/24"),
        (["Publication Number: PUB 1459", "FOI Number: 16934"], "", "Essex Police", "16934"),
        (["Your ref: AB/12/345", "Our ref: 1187/25"], "", "West Yorkshire Police", "1187/25"),
        (["Request number: FOI-25-1906. Date received: 2 April 2025."], "", "Surrey Police", "FOI-25-1906"),
        (["Our ref (Kent Police): 24/11/0926", "Our ref (Essex Police): FOI 27315"], "", "Kent Police", "24/11/0926"),
        (["FREEDOM OF INFORMATION ACT 2000 - YOUR REQUEST"], "", "Bedfordshire Police", ""),
        (
            [
                "This is an automatic acknowledgement and you need not answer it. Our ref 2024/31877",
                "Internal review reference: IR/2024/31877",
            ],
            "",
            "Gwent Police",
            "2024/31877",
        ),
        (["Your request has been logged as 003120/22."], "", "Leicestershire Constabulary", "003120/22"),
        (["It has been logged under the number 003120/22."], "", "Leicestershire Constabulary", "003120/22"),
        (["Your enquiry is now logged under ref. 003120/22."], "", "Leicestershire Constabulary", "003120/22"),
        (["We deal with this request under reference 003120/22."], "", "Leicestershire Constabulary", "003120/22"),
        (["We have sent the same to others under reference 003120/22."], "", "Leicestershire Constabulary", ""),
        (["An earlier one like your request under reference 003120/22 failed."], "", "Leicestershire Constabulary", ""),
        ([], "FOI 18402 - Lost dogs", "Staffordshire Police", "18402"),
        ([], "FOI 2024 - Lost dogs", "Staffordshire Police", ""),
        (["| FOI ref | Received |", "| 12/25 | 3 May 2025 |", "Ref: 318/25"], "", "South Wales Police", "12/25"),
    ],
)
def test_lookalikes(lines: list[str], title: str, force: str, ref: str) -> None:
    assert references(lines, title, named(force))[0] == ref


def test_what_else_belongs() -> None:
    met = named("Metropolitan Police Service")
    lines = ["Our ref: 01.FOI.22.024648", "Please quote 22/24648.", "See 01.FOI.21.000001 and 21/00001."]
    assert references(lines, "", met) == ("01.FOI.22.024648", ("22/24648",))
    lines = ["Ref: 25/03/0417", "How many?", "Internal review reference: IR/25/04/0031."]
    assert references(lines, "", named("Kent Police")) == ("25/03/0417", ("IR/25/04/0031",))


# Beside dates, behind other labels, in letters that no register knows; and what only looks like one.
WRITTEN = [
    ("Warwickshire Police", ["FOI-1187-2025 Published 24/10/2025", "Request received 26/09/2025"], "FOI-1187-2025"),
    ("Warwickshire Police", ["FOI-1187-2025 | Published 24/10/2025"], "FOI-1187-2025"),
    ("Warwickshire Police", ["FOI-1187-2025, answered 24/10/2025"], "FOI-1187-2025"),
    ("Warwickshire Police", ["Published 24/10/2025 FOI-1187-2025"], "FOI-1187-2025"),
    ("Warwickshire Police", ["Published 24/10/2025 • FOI-1187-2025 • Complaints"], "FOI-1187-2025"),
    ("Warwickshire Police", ["24 October 2025", "FOI-1187-2025: Discriminatory behaviour"], "FOI-1187-2025"),
    ("Merseyside Police", ["DJ 2025-1904", "Reply sent 30/10/25", "The request"], "DJ 2025-1904"),
    ("Merseyside Police", ["DJ 2025-1904 – Hearing loss claims"], "DJ 2025-1904"),
    ("Merseyside Police", ["DJ 2025-1904 | Reply sent 30/10/25"], "DJ 2025-1904"),
    ("Merseyside Police", ["CR/2025/1904", "The request"], "CR/2025/1904"),
    ("Merseyside Police", ["SP-00412-25", "The request"], "SP-00412-25"),
    ("Merseyside Police", ["Merseyside Police", "FOI 412/25", "Dear applicant"], "FOI 412/25"),
    ("Merseyside Police", ["FOI 412/25 | 3 May 2025"], "412/25"),
    ("Merseyside Police", ["FOI request 412/25"], "412/25"),
    ("Merseyside Police", ["Disclosure 412/25"], "412/25"),
    ("Gloucestershire Constabulary", ["Request 2025.412", "How many?"], "2025.412"),
    ("Gloucestershire Constabulary", ["Ref 2025.412", "How many?"], "2025.412"),
    ("Gloucestershire Constabulary", ["Reference 26/0552. Sent on the 12th of March 2026."], "26/0552"),
    ("Gloucestershire Constabulary", ["Our reference is 26/0552."], "26/0552"),
    ("Gloucestershire Constabulary", ["Please quote reference FOI 26-0552 in any correspondence."], "FOI 26-0552"),
    ("Gloucestershire Constabulary", ["Your request has been given the reference number 2025/0552."], "2025/0552"),
    ("Gloucestershire Constabulary", ["This is the answer to your request 2025/0552 of 3 May 2025."], "2025/0552"),
    (
        "Gloucestershire Constabulary",
        ["I refer to your request for information, reference 2025/0552, dated 3 May 2025."],
        "2025/0552",
    ),
    (
        "Gloucestershire Constabulary",
        ["Thank you for writing to us on 3 May with a request about owls, reference GL 2025-0552. I am sorry" + LONG],
        "GL 2025-0552",
    ),
    (
        "Gloucestershire Constabulary",
        ["Thank you for writing to us with a request about an incident, incident reference GL 2025-0552. It is" + LONG],
        "",
    ),
    ("Gloucestershire Constabulary", ["Freedom of Information Request - 2025/0552"], "2025/0552"),
    ("Gloucestershire Constabulary", ["Freedom of Information request (our ref 2025/0552)"], "2025/0552"),
    ("Lancashire Constabulary", ["DPO/FOI/002318/25", "Dear applicant"], "DPO/FOI/002318/25"),
    ("Lancashire Constabulary", ["Ref: DPO/FOI/002318/25"], "DPO/FOI/002318/25"),
    ("Lancashire Constabulary", ["Our ref - FOI 2318 / 25"], "FOI 2318/25"),
    ("Surrey Police", ["FOI Number: 33-25-412"], "33-25-412"),
    ("Surrey Police", ["Number: 412/2025", "Received: 3 May 2025"], "412/2025"),
    ("Surrey Police", ["Case: 412/2025", "Received: 3 May 2025"], "412/2025"),
    ("Surrey Police", ["Log number 412/2025"], "412/2025"),
    ("Surrey Police", ["Log entry 412/2025"], "412/2025"),
    ("Surrey Police", ["Reference number", "412/2025"], "412/2025"),
    (
        "Surrey Police",
        ["| Reference | Received | Answered |", "| FOI 412/2025 | 03/05/2025 | 20/05/2025 |"],
        "FOI 412/2025",
    ),
    ("Surrey Police", ["FOI ID 412/2025"], "412/2025"),
    ("Norfolk Constabulary", ["FOI 003316/22", "The question", "How many?"], "FOI 003316/22"),
    ("Norfolk Constabulary", ["FOI 003316-22 Drones", "The question"], "FOI 003316-22"),
    ("Norfolk Constabulary", ["FOI No 003316/22"], "003316/22"),
    ("Nottinghamshire Police", ["003316/22", "Dear Sir"], "003316/22"),
    ("Kent Police", ["FREEDOM OF INFORMATION REQUEST 20/09/1088 dated 3 May 2020"], "20/09/1088"),
    ("West Midlands Police", ["FOI Ref: 1033A/25"], "1033A/25"),
    ("British Transport Police", ["FOI Reference: 164-25"], "164-25"),
    ("British Transport Police", ["164-25 | Lost property"], "164-25"),
    ("Merseyside Police", ["2024/25 figures", "Dogs"], ""),
    ("Merseyside Police", ["2023-2024", "| Year | Total |"], ""),
    ("Merseyside Police", ["A12/2025 roadworks"], ""),
    ("Merseyside Police", ["PC 2104-19 was dismissed"], ""),
    ("Merseyside Police", ["DNA 2019-2024", "How many?"], ""),
    ("Merseyside Police", ["CRIMES 2019-2024", "How many?"], ""),
    ("Merseyside Police", ["FOI 2019-2024", "How many?"], ""),
    ("Merseyside Police", ["L1 8JX", "0151 709 6010"], ""),
    ("Merseyside Police", ["24/10/2025", "Dogs"], ""),
    ("Merseyside Police", ["SO 2024/25", "Dogs"], ""),
    ("Merseyside Police", ["FY 2024/25", "Dogs"], ""),
    ("Merseyside Police", ["Q1 2024/25", "Dogs"], ""),
    ("Merseyside Police", ["Q1 2024-2025", "Dogs"], ""),
]


@pytest.mark.parametrize(("force", "lines", "ref"), WRITTEN)
def test_written_in_many_ways(force: str, lines: list[str], ref: str) -> None:
    assert references(lines, "A title", named(force))[0] == ref


@pytest.mark.parametrize(
    "line",
    [
        "We write to acknowledge your request of 30 August, to which number 1042-24 has been given.",
        "Thank you for your request, to which the number 1042-24 has been allotted.",
        "It is number 1042-24 in our register.",
        "The number of your request is 1042-24.",
        "Please use the number 1042-24 when you write to us.",
        "Your request is known here as 1042-24.",
        "Your request carries the number 1042-24.",
        "Our number for your letter is 1042-24.",
        "Your letter was logged with us as 1042-24.",
        "It was entered in our register under 1042-24.",
        "This went into our log as 1042-24.",
        "The reference we gave it was 1042-24.",
        "The case number given to your request is 1042-24.",
        "Sent on 3 May 2024. Our file 1042-24.",
        "Alma Clerk, Records Team, 3 May 2024, file 1042-24",
        "Alma Clerk (file 1042-24)",
    ],
)
def test_a_number_given_in_a_sentence(line: str) -> None:
    assert references([line], "", named("British Transport Police"))[0] == "1042-24"


def test_letters_run_into_a_number() -> None:
    assert references(["| FOI No: | DJ2291/25 |"], "Dogs", named("Merseyside Police"))[0] == "DJ2291/25"


def test_the_word_before_a_number_alone_on_its_line_is_part_of_it_but_for_a_label_without() -> None:
    assert references(["FOI 26/00417", "Dear applicant"], "Dogs")[0] == "FOI 26/00417"
    assert references(["FOI 0297-25", "Our reference: 0297-25"], "Dogs")[0] == "0297-25"


@pytest.mark.parametrize(
    ("line", "ref"),
    [
        ("Reference Number: 24/25/3390", "24/25/3390"),
        ("FOI 47-23-1329", "47-23-1329"),
        ("Subject: 1673-25", "1673-25"),
        ("000914/23 – Police dogs in hot weather", "000914/23"),
        ("12/05/2024 – Police dogs in hot weather", ""),
        ("Reference Number: 24/12/2025", ""),
        ("Subject: Police dogs in hot weather", ""),
    ],
)
def test_numbers_that_look_like_dates_and_those_beside_the_title(line: str, ref: str) -> None:
    assert references([line, "How many dogs?"], "Police dogs in hot weather")[0] == ref


@pytest.mark.parametrize(
    "line",
    [
        "Cais / Request 611/2025",
        "Cais 611/2025 / Request 611/2025",
        "Cais 611/2025",
        "Request / Cais 611/2025",
        "Ymateb / Response 611/2025",
        "Cofnod / Log entry 611/2025",
        "Cais RhG / FOI Request 611/2025",
        "Cais Rhyddid Gwybodaeth / Freedom of Information Request 611/2025",
        "Rhif y Cais Rhyddid Gwybodaeth: 611/2025",
        "Rhif y cais / Request number: 611/2025",
        "Ref / Cyf: 611/2025",
        "Cyf / Ref 611/2025",
        "Ein cyf / Our ref: 611/2025",
        "Our ref / Ein cyf - 611/2025",
        "Our response to FOI 611/2025",
        "Final decision on freedom of information request 611/2025",
    ],
)
def test_labels_in_welsh_and_in_both_languages(line: str) -> None:
    assert references([line, "Dismissals"], "Dogs", named("Dyfed Powys Police"))[0] == "611/2025"
    assert is_labelled(line)


@pytest.mark.parametrize("line", ["Ymateb / Response 3", "Ymateb / Response 1 & 2", "Cais / Request", "Cais 1"])
def test_a_heading_that_counts_answers_is_no_reference(line: str) -> None:
    assert references([line, "Dismissals"], "Dogs", named("Dyfed Powys Police"))[0] == ""
    assert not is_labelled(line)


@pytest.mark.parametrize(
    ("force", "lines", "title", "ref"),
    [
        ("Durham Constabulary", ["DC/FOI 0612/25 | Answered 27.06.25"], "FOI 0612/25 Vetting", "DC/FOI 0612/25"),
        ("Durham Constabulary", ["FOI 0612/25", "Our ref: DC/FOI 0612/25"], "Vetting", "DC/FOI 0612/25"),
        ("Durham Constabulary", ["Our ref: DC/FOI 0612/25", "FOI 0612/25"], "Vetting", "DC/FOI 0612/25"),
        ("Lancashire Constabulary", ["DPO/FOI/009871/23"], "FOI 009871/23 Noise", "DPO/FOI/009871/23"),
        ("Lancashire Constabulary", ["Ref: FOI/009871/23", "DPO/FOI/009871/23"], "Noise", "DPO/FOI/009871/23"),
        ("Lancashire Constabulary", ["Ref: 009871/23", "DPO/009871/23"], "Noise", "DPO/009871/23"),
        ("Merseyside Police", ["IR/412/25", "Ref: 412/25"], "Noise", "412/25"),
        ("Merseyside Police", ["Ref: 412/25", "DJ 2025-1412"], "Noise", "412/25"),
        ("Merseyside Police", ["Ref: 412/25", "HQ/1412/25"], "Noise", "412/25"),
        ("Lincolnshire Police", ["FOI 009114/25", "Published: 24 October 2025"], "Dogs", "009114/25"),
        ("Nottinghamshire Police", ["FOI 009114/25", "How many?"], "Dogs", "009114/25"),
        ("Humberside Police", ["FOI 01025/25", "How many?"], "Dogs", "FOI 01025/25"),
        ("Norfolk Constabulary", ["FOI 009114/25", "How many?"], "Dogs", "FOI 009114/25"),
    ],
)
def test_the_letters_of_an_office_and_those_that_are_a_label(
    force: str, lines: list[str], title: str, ref: str
) -> None:
    assert references(lines, title, named(force))[0] == ref


def test_hostile_lines_are_read_in_linear_time() -> None:
    start = time.process_time()
    assert not is_labelled("request " + "11/" * 20_000 + "x x")
    for piece in (
        "cais / ",
        "ein y rhif ",
        "foi ",
        "412/25/",
        "request ",
        "DC/",
        "our file ",
        "our number for it is ",
        " (A ",
    ):
        assert references([piece * 10_000] * 5, "Dogs", named("Durham Constabulary"))[0] == ""
        is_labelled(piece * 10_000)
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("line", "ref"),
    [
        ("FOI Ref: 2025-1234 / Subject: dogs", "2025-1234"),
        ("Request reference 1234/25 - final response", "1234/25"),
        ("Subject: FOI 1234/25 - Dogs", "FOI 1234/25"),
        ("Our Ref FOI 1234/25/JS", "FOI 1234/25/JS"),
        ("Reference: 25 / 1234", "25/1234"),
        ("[FOI-2025-123]", "FOI-2025-123"),
        ("FOI1234/25", "FOI1234/25"),
        ("FOI-1234-25-1111-000", "FOI-1234-25-1111-000"),
        ("Information request 1234/25", "1234/25"),
        ("FOI log 1234/25", "1234/25"),
        ("Reply 1234/25 of 3 May 2025", "1234/25"),
        ("Decision 1234/25, 3 May 2025", "1234/25"),
        ("FOI Disclosure 1234/25 (3 May 2025)", "1234/25"),
        ("Answer 12/05/2025", ""),
        ("Request 1/25", ""),
        ("Decision 1234/25 was wrong", ""),
    ],
)
def test_where_a_number_ends(line: str, ref: str) -> None:
    assert references([line, "How many?"], "Police dogs", named("Merseyside Police"))[0] == ref


@pytest.mark.parametrize(
    "line",
    [
        "CRN: 3391/25",
        "CRN 3391/25",
        "[CRN 3391/25]",
        "Your request has been given the CRN 3391/25.",
        "URN: 3391/25",
        "ICRS no. 3391/25",
        "FOIA CASE: 3391/25",
        "Our case: 3391/25",
        "File 3391/25",
        "Ticket number 3391/25",
        "Submission ID: 3391/25",
        "Unique identifier: 3391/25",
        "Casework number 3391/25",
        "FOIA no. 3391/25",
        "FOI & EIR number: 3391/25",
        "How to write to us: quoting 3391/25 in the subject.",
    ],
)
def test_what_an_office_calls_its_number(line: str) -> None:
    assert references(["Some Police", line, "How many geese?"], "Geese") == ("3391/25", ())


@pytest.mark.parametrize(
    "line",
    [
        "Crime URN: 3391/25",
        "URN of the incident",
        "File 2024/25",
        "Ticket prices 2024-2025",
        "We quote 12,500/25.",
        "The coroner's file 3391/25 is closed.",
        "The reference for this one in 2019 was 3391 geese.",
        "The number of this request is one.",
        "Our number for this one is 01632 960417.",
        "Geese are in our log under birds, 3391/25 of them.",
        "The number for this year is 3391.",
        "In this case 12/25 geese were lost.",
        "We lost two geese, file copies 3391/25 among them.",
        "File 2024",
        "Files 3391",
    ],
)
def test_what_only_looks_like_such_a_number(line: str) -> None:
    assert references(["Some Police", line, "How many geese?"], "Geese")[0] == ""


def test_the_initials_of_a_number_in_a_title() -> None:
    assert references(["How many geese?"], "FOI request - geese [CRN 25-00733]")[0] == "25-00733"
    assert references(["How many geese?"], "Geese [figures 2024-25]")[0] == ""


def test_a_number_that_a_like_request_had_is_none_of_this() -> None:
    lines = ["Case no: 3391/25", "Your clerks answered a like request (CRN 1208/21) in a week."]
    assert references(lines, "Geese") == ("3391/25", ())


def test_the_number_of_a_review_alone_on_its_line() -> None:
    lines = ["Case no: 3391/25", *["How many geese?"] * 50, "IR/25/0142", "IR camera 25/01 was out."]
    assert references(lines, "Geese") == ("3391/25", ("IR/25/0142",))


@pytest.mark.parametrize(
    ("force", "ref"),
    [
        ("West Midlands Police", "188A/24"),
        ("Essex Police", "17720"),
        ("Nottinghamshire Police", "009130/25"),
        ("Northumbria Police", "FOI 731-22"),
        ("Norfolk Constabulary", "FOI 004906/25"),
        ("Durham Constabulary", "DC/FOI 518/25"),
        ("Devon and Cornwall Constabulary", "01/FIN/25/3310"),
        ("", "2718/25"),
    ],
)
@pytest.mark.parametrize(
    "line",
    [
        "RE: Request {} - horse boxes",
        "Subject: FW: Request {}: Horse boxes",
        "FOI request {} – horse boxes",
        "Request {}",
        "Freedom of Information Request {}",
        "In any letter please quote {}.",
    ],
)
def test_the_number_of_a_request_by_which_a_mail_or_a_line_calls_it(force: str, ref: str, line: str) -> None:
    said = line.format(ref)
    assert references(["Good morning", said, "How many horse boxes?"], "Horse boxes", named(force)) == (ref, ())
    if " - " in said or ": H" in said:
        assert (
            references(["Good morning", "How many horse boxes?"], said.removeprefix("Subject: "), named(force))[0]
            == ref
        )


@pytest.mark.parametrize(
    "line",
    [
        "Request 2 - horse boxes",
        "RE: Request 2023/24 - horse boxes",
        "Request 2021-2024: horse boxes",
        "Request 12/05/2025 - horse boxes",
        "Request 24/7 - horse boxes",
        "Request 999 - horse boxes",
        "Requests 004417/25 - horse boxes",
    ],
)
@pytest.mark.parametrize("force", ["Kent Police", "Cheshire Constabulary", "West Midlands Police", ""])
def test_what_stands_behind_request_and_is_no_number_of_it(line: str, force: str) -> None:
    assert references(["Good morning", line, "How many?"], "Horse boxes", named(force)) == ("", ())
    assert references(["Good morning", "How many?"], line, named(force)) == ("", ())


def test_a_title_that_ends_with_the_whole_number() -> None:
    assert references(["How many?"], "Horse boxes - FOI-718-2024", named("Warwickshire Police")) == ("FOI-718-2024", ())


@pytest.mark.parametrize(
    ("title", "ref"),
    [("RE: Horse boxes [FOI 3317/25]", "3317/25"), ("Horse boxes (FOI2025/03317)", "FOI2025/03317")],
)
def test_the_word_that_only_says_what_a_number_in_brackets_is(title: str, ref: str) -> None:
    for force in ("Lincolnshire Police", ""):
        assert references(["How many?"], title, named(force))[0] == ref
    assert references(["How many?"], "Horse boxes (FOI 003317/25)", named("Suffolk Constabulary"))[0] == "FOI 003317/25"


@pytest.mark.parametrize(
    ("title", "ref"),
    [
        ("Freedom of Information request FOI/1190/25", "FOI/1190/25"),
        ("FOI/0044/2025", "FOI/0044/2025"),
        ("Dogs (FOI-2025-00447 in full)", "FOI-2025-00447"),
        ("Cost of FOI/2019/20", ""),
    ],
)
def test_the_letters_and_a_number_with_its_year_tell_themselves(title: str, ref: str) -> None:
    assert references(["Dear Applicant"], title, None)[0] == ref


@pytest.mark.parametrize(
    ("lines", "title", "ref"),
    [
        (["2024/0391", "Date: 3 May 2024"], "Police horses", "2024/0391"),
        (["0391-2024", "Date: 3 May 2024"], "Police horses", "0391-2024"),
        (["2024/2025", "Date: 3 May 2024"], "Police horses", ""),
        (["2019-2024", "Horses by year"], "Police horses", ""),
        (["05/2024", "Horses by year"], "Police horses", ""),
        (["See 2024/0391 as well", "Horses by year"], "Police horses", ""),
        ([*["Horses"] * 6, "2024/0391"], "Police horses", ""),
    ],
)
def test_a_number_of_a_year_alone_at_the_top(lines: list[str], title: str, ref: str) -> None:
    assert references(lines, title, named("North Wales Police"))[0] == ref


@pytest.mark.parametrize(
    ("title", "force", "ref"),
    [
        ("FW: FOI 004182/24 stolen tractors", "Suffolk Constabulary", "FOI 004182/24"),
        ("RE: Fwd: FOI 4182/24 stolen tractors", "Lancashire Constabulary", "4182/24"),
        ("FOI/24/004182/B Stolen tractors", "Greater Manchester Police", "FOI/24/004182/B"),
        ("RE: FOI and stolen tractors", "Suffolk Constabulary", ""),
        ("FW: FOI 2023/24 stolen tractors", "Lancashire Constabulary", ""),
        ("FOI/24/004182/Borough stolen tractors", "Greater Manchester Police", ""),
    ],
)
def test_the_subject_of_a_mail_opens_with_it(title: str, force: str, ref: str) -> None:
    assert references([], title, named(force))[0] == ref


@pytest.mark.parametrize(
    ("force", "line", "ref"),
    [
        ("Cheshire Constabulary", "File 4417", "4417"),
        ("Essex Police", "Our file no. 18850", "18850"),
        ("Humberside Police", "Enquiry number 44170", "44170"),
        ("Humberside Police", "Our file 4417", "4417"),
        ("Humberside Police", "Our number for this one is 44170.", "44170"),
        ("Kent Police", "File 4417", ""),
        ("Humberside Police", "Case 4417", ""),
        ("Humberside Police", "File 44", ""),
    ],
)
def test_a_bare_number_that_its_line_calls_a_files(force: str, line: str, ref: str) -> None:
    assert references(["Headquarters", line, "How many geese?"], "Geese", named(force))[0] == ref


@pytest.mark.parametrize(
    ("force", "last", "ref"),
    [
        ("Wiltshire Constabulary", ["FOI 2024-417"], "FOI 2024-417"),
        ("Lincolnshire Police", ["004417/24"], "004417/24"),
        ("", ["DJ/0417/24"], "DJ/0417/24"),
        ("Kent Police", ["Our ref: 24/05/0417"], "24/05/0417"),
        ("Lincolnshire Police", ["Quote 004417/24 should you write again."], "004417/24"),
        ("Lincolnshire Police", ["If you ring us, mention 004417/24."], "004417/24"),
        ("Lincolnshire Police", ["Please give the reference 004417/24 in any letter."], "004417/24"),
        ("Lincolnshire Police", ["See as well", "004417/24"], ""),
        ("Lincolnshire Police", ["004417/24", "004418/24"], ""),
        ("Lincolnshire Police", ["004417/24 – Police geese"], ""),
        ("Lincolnshire Police", ["Officers give 004417/24 geese a letter."], ""),
        ("Kent Police", ["Earlier reference: 24/05/0417"], ""),
        ("", ["0417/24"], ""),
    ],
)
@pytest.mark.parametrize("words", [20, 60])
def test_the_number_with_which_a_letter_ends(words: int, force: str, last: list[str], ref: str) -> None:
    assert references([*["We keep geese."] * words, *last], "Geese", named(force)) == (ref, ())


@pytest.mark.parametrize(
    ("line", "refs"),
    [
        ("412/25 (Norfolk) · FOI 004417/25 (Suffolk)", ["412/25", "FOI 004417/25"]),
        ("FOI-25-0417 (for Surrey) and 3391/25 (for Sussex)", ["FOI-25-0417", "3391/25"]),
        ("Devon and Cornwall: 3391/25; Dorset: 3392/25", ["3391/25", "3392/25"]),
        ("Surrey 2023/24 · Sussex 2024/25", [""]),
        ("Surrey 118 · Sussex 164", [""]),
        ("Surrey 12-14 · Sussex 8-9", [""]),
        ("3391/25 (Surrey)", [""]),
        ("3391/25 (Surrey) and so on", [""]),
    ],
)
def test_what_each_force_of_a_joint_reply_calls_it(line: str, refs: list[str]) -> None:
    ref, others = references([line, "How many geese?"], "Geese")
    assert [ref, *others] == refs
