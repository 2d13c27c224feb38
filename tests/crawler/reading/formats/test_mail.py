"""An e-mail that was saved gives its subject, its words and those of its files."""

from email.message import EmailMessage

import pytest

from crawler.reading.documents import read_file


def letter(plain: str = "", rich: str = "") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "foi@example.org"
    message["Subject"] = "Reply – FOI 99/25"
    if plain:
        message.set_content(plain)
    if rich:
        (message.add_alternative if plain else message.set_content)(rich, subtype="html")
    return message


@pytest.mark.parametrize(
    ("plain", "rich"),
    [
        ("Cost: £1,250 held", ""),
        ("Cost: £1,250 held", "<p>Cost: <b>other</b></p>"),
        ("", "<html><style>p{}</style><p>Cost: <b>£1,250</b> held</p></html>"),
    ],
)
def test_subject_and_words(plain: str, rich: str) -> None:
    found = read_file(letter(plain, rich).as_bytes(), "reply.eml")
    assert (found.text, found.problem) == ("Reply – FOI 99/25\n\nCost: £1,250 held", "")
    assert found.media_type == "message/rfc822"


def test_the_files_that_came_with_it() -> None:
    message = letter("See attached.")
    message.add_attachment(b"Year,Total\n2024,7\n", maintype="text", subtype="csv", filename="data.csv")
    message.add_attachment(b"<html>Error</html>", maintype="application", subtype="pdf", filename="letter.pdf")
    found = read_file(message.as_bytes(), "reply.eml")
    assert [part.where for part in found.parts] == ["", "data.csv"]
    assert found.parts[1].text == "Year\tTotal\n2024\t7"
    assert found.problem == "letter.pdf: not a PDF: an HTML page"


def test_an_error_page_is_no_mail() -> None:
    assert read_file(b"<html><p>Not here</p></html>", "reply.eml").problem == "not an EML file: an HTML page"


def test_an_odd_mail_is_still_read() -> None:
    data = b"Subject: =?nonsense?B?zzz?=\nContent-Type: text/plain; charset=nonsense\n\nWords\xff"
    assert "Words" in read_file(data, "a.eml").text
