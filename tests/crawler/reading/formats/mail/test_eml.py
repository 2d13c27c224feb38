"""An e-mail that was saved gives who wrote when about what, its words and those of its files."""

from email.message import EmailMessage

import pytest

from crawler.reading.disclosure import read_text
from crawler.reading.documents import read_file


def letter(plain: str = "", rich: str = "") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "FOI Team <foi@invented.police.uk>"
    message["Subject"] = "Reply – FOI 99/25"
    if plain:
        message.set_content(plain)
    if rich:
        (message.add_alternative if plain else message.set_content)(rich, subtype="html")
    return message


HEAD = "From: FOI Team <foi@invented.police.uk>\nSubject: Reply – FOI 99/25"


@pytest.mark.parametrize(
    ("plain", "rich"),
    [
        ("Cost: £1,250 held", ""),
        ("Cost: £1,250 held", "<p>Cost: <b>other</b></p>"),
        ("", "<html><style>p{}</style><p>Cost: <b>£1,250</b> held</p></html>"),
        (" ", "<p>Cost: £1,250 held</p>"),
    ],
)
def test_head_and_words(plain: str, rich: str) -> None:
    found = read_file(letter(plain, rich).as_bytes(), "reply.eml")
    assert (found.text, found.problem) == (f"{HEAD}\n\nCost: £1,250 held", "")
    assert found.media_type == "message/rfc822"


def test_the_day_is_the_senders_and_dates_the_letter() -> None:
    message = letter("Dear Applicant\n\nYou asked:\n\nHow many?\n\nOur response:\n\n7 officers were dismissed.")
    message["Date"] = "Wed, 02 Jul 2025 00:30:00 +0100"
    found = read_file(message.as_bytes())  # known by its headers, whatever it is called
    assert found.text.split("\n")[1:3] == ["Subject: Reply – FOI 99/25", ""] or "Date: 2 July 2025" in found.text
    assert read_text(found.text).dates.responded == "2025-07-02"


def test_addresses_of_private_people_are_left_out() -> None:
    quoted = "From: Any Applicant <any@example.org>\nSent: 5 June 2025\nTo: FOI Team <foi@invented.police.uk>"
    wrote = "On 4 June 2025, Any Applicant <any@example.org> wrote:"
    message = letter(f"Write to unit@example.org\n\n> {quoted}\n{wrote}\nPlease tell.")
    message["To"] = "Any Applicant <any@example.org>, other@example.org"
    message["Cc"] = '"any@example.org" <any@example.org>'
    text = read_file(message.as_bytes(), "a.eml").text
    assert "any@example.org" not in text
    assert "other@example.org" not in text
    assert "To: Any Applicant\n" in text
    assert "Cc:" not in text
    assert "To: FOI Team <foi@invented.police.uk>" in text
    assert "On 4 June 2025, Any Applicant wrote:" in text
    assert "Write to unit@example.org" in text


def test_the_files_that_came_with_it() -> None:
    message = letter("See attached.")
    message.add_attachment(b"Year,Total\n2024,7\n", maintype="text", subtype="csv", filename="data.csv")
    message.add_attachment(b"<html>Error</html>", maintype="application", subtype="pdf", filename="letter.pdf")
    found = read_file(message.as_bytes(), "reply.eml")
    assert [part.where for part in found.parts] == ["", "data.csv"]
    assert found.parts[1].text == "Year\tTotal\n2024\t7"
    assert found.problem == "letter.pdf: not a PDF: an HTML page"


def test_a_forwarded_message_is_a_file_with_files_of_its_own() -> None:
    inner = letter("Inner words.")
    inner.replace_header("Subject", "Earlier")
    inner.add_attachment(b"a,b\n1,2\n", maintype="text", subtype="csv", filename="data.csv")
    outer = letter("See below.")
    outer.add_attachment(inner)
    found = read_file(outer.as_bytes(), "a.eml")
    assert [part.where for part in found.parts] == ["", "Earlier.eml", "Earlier.eml, data.csv"]
    assert "Inner words." in found.parts[1].text
    assert "Inner words." not in found.parts[0].text


def test_a_logo_is_no_attachment_and_a_nameless_file_is_one() -> None:
    message = letter("Words", "<p>Words <img src='cid:logo'></p>")
    page = message.get_payload()[1]
    page.add_related(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", cid="<logo>")
    message.add_attachment(b"{\\rtf1 Nameless}", maintype="application", subtype="rtf")
    found = read_file(message.as_bytes(), "a.eml")
    assert [(part.where, part.text) for part in found.parts[1:]] == [("attachment 4", "Nameless")]
    assert found.problem == ""


@pytest.mark.parametrize(
    ("charset", "words", "read"),
    [
        ("iso-8859-2", "Łódź".encode("iso-8859-2"), "Łódź"),
        ("us-ascii", "“7”".encode("cp1252"), "“7”"),
        ("iso-8859-1", "‘7’".encode("cp1252"), "‘7’"),
        ("utf-8", "£7".encode("cp1252"), "£7"),
        ("nonsense", "£7".encode(), "£7"),
    ],
)
def test_encodings_said_rightly_and_wrongly(charset: str, words: bytes, read: str) -> None:
    head = f"MIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n"
    assert read_file(head.encode() + words).text == read


def test_flowing_lines_are_joined() -> None:
    head = b"MIME-Version: 1.0\nContent-Type: text/plain; format=flowed\n\n"
    assert read_file(head + b"How many \nofficers?\n-- \nUnit\n").text == "How many officers?\n-- \nUnit"


def test_an_error_page_is_no_mail() -> None:
    assert read_file(b"<html><p>Not here</p></html>", "reply.eml").problem == "not an EML file: an HTML page"


def test_an_odd_mail_is_still_read() -> None:
    data = b"Subject: =?nonsense?B?zzz?=\nDate: soon\nContent-Type: text/plain; charset=nonsense\n\nWords\xff"
    assert "Words" in read_file(data, "a.eml").text


def test_a_letter_in_pieces_is_read_whole() -> None:
    message = letter("", "<p>Dear Applicant</p><p>7 officers.</p>")
    message.make_mixed()
    for words in ("This e-mail is only for whom it is meant.", "Entry 7 of the log"):
        message.attach(letter(words).get_body())
    message.get_payload()[-1]["Content-Disposition"] = "attachment"
    found = read_file(message.as_bytes(), "a.eml")
    said = [(part.where, part.text.removeprefix(HEAD).strip()) for part in found.parts]
    assert said == [
        ("", "Dear Applicant\n7 officers.\n\nThis e-mail is only for whom it is meant."),
        ("attachment 3", "Entry 7 of the log"),
    ]


def test_of_two_forms_one_is_read_whichever_way_they_are_set() -> None:
    plain, rich = "Seven officers were dismissed.", "<p>Seven officers were <b>dismissed</b>.</p>"
    message = letter(plain, rich)
    message.set_type("multipart/mixed")
    assert read_file(message.as_bytes(), "a.eml").text == f"{HEAD}\n\n{plain}"
    message = letter("Please use HTML.", f"<p>Seven officers were dismissed in all.</p>{rich}{rich}")
    assert "in all." in read_file(message.as_bytes(), "a.eml").text
    assert "use HTML" not in read_file(message.as_bytes(), "a.eml").text


def test_a_seal_and_a_style_are_no_files() -> None:
    message = letter("Words")
    message.add_attachment(b"0\x82\1", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    message.add_attachment("p {}", subtype="css", filename="a.css")
    found = read_file(message.as_bytes(), "a.eml")
    assert (len(found.parts), found.problem) == (1, "")


@pytest.mark.parametrize(
    "above", [b"", b"\xef\xbb\xbf", b"\r\n\n", b"From foi@invented.police.uk Wed Jul  2 10:00:00 2025\n"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_letters_as_they_are_in_headers_and_what_may_stand_above_these(above: bytes, encoding: str) -> None:
    head = "From: Bl\xe2n <foi@invented.police.uk>\nSubject: Ymateb \xe2\nMIME-Version: 1.0\n\nWords".encode(encoding)
    said = "From: Bl\xe2n <foi@invented.police.uk>\nSubject: Ymateb \xe2\n\nWords"
    assert read_file(above + head, "a.eml").text == said
