"""Notices that a mail program adds to a message, whoever wrote it."""

import pytest

from crawler.reading.sentences.boilerplate import sift, sift_request


@pytest.mark.parametrize(
    "notice",
    [
        "This message has been swept for viruses by our provider.",
        "This e-mail came from outside the company.",
        "If it was not meant for you please delete it.",
        "If you are not the intended recipient, tell the sender.",
    ],
)
def test_a_notice_is_in_neither_text(notice: str) -> None:
    assert not sift_request(notice).kept
    assert not sift(notice).kept


@pytest.mark.parametrize(
    "line",
    [
        "How many messages were scanned for viruses?",
        "The number of e-mails scanned for malware.",
        "If this is not meant for publication, say so.",
        "If it was not meant for you, why did the officer send this message?",
    ],
)
def test_what_is_asked_of_mails_stays(line: str) -> None:
    assert sift_request(line).kept
