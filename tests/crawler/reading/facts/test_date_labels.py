"""The labels of dates."""

import pytest

from crawler.reading.facts.date_labels import at_end, labelled
from crawler.reading.facts.letter_dates import letter_dates


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Date received:", "received"),
        ("Published on", "published"),
        ("Date of response", "responded"),
        ("Dyddiad derbyn / Date received", "received"),
        ("Due date", "other"),
        ("Figures", ""),
        ("", ""),
    ],
)
def test_labelled(label: str, role: str) -> None:
    assert labelled(label) == role


def test_what_is_a_label_only_at_the_end_of_a_line() -> None:
    assert (at_end("Request,"), at_end("Our position on"), at_end("Dogs")) == ("received", "responded", "")


# Labels in every order: before, above and beside their dates, behind references, in one line.
LABELS = [
    (["Date received 26/09/2025", "Date of reply 24/10/2025"], ("2025-09-26", "2025-10-24", "")),
    (["Logged on: 3 May 2025", "Reply sent: 16 May 2025"], ("2025-05-03", "2025-05-16", "")),
    (["Your request dated 3 May 2025", "Issued 16 May 2025"], ("2025-05-03", "2025-05-16", "")),
    (["We received it on 3 May 2025", "Response date: 16 May 2025"], ("2025-05-03", "2025-05-16", "")),
    (["FOI-1187-2025 Published 24/10/2025"], ("", "", "2025-10-24")),
    (["FOI 1187/25 | Published: 24 October 2025 | Received: 1 October 2025"], ("2025-10-01", "", "2025-10-24")),
    (["Ref 1187/25. Published 24 October 2025. Received 1 October 2025."], ("2025-10-01", "", "2025-10-24")),
    (["Reference 26/0552. Sent on the 12th of March 2026."], ("", "2026-03-12", "")),
    (["Reference 26/0552. Issued: 12 March 2026"], ("", "2026-03-12", "")),
    (["FOI 26/0552, answered 12 March 2026"], ("", "2026-03-12", "")),
    (["FOI 26/0552 (answered 12 March 2026)"], ("", "2026-03-12", "")),
    (["Letter date", "15th April 2025"], ("", "2025-04-15", "")),
    (["Letter date: 15th April 2025"], ("", "2025-04-15", "")),
    (["Date of letter: 15th April 2025"], ("", "2025-04-15", "")),
    (["Date of your letter: 15th April 2025"], ("2025-04-15", "", "")),
    (["Date of our letter: 15th April 2025"], ("", "2025-04-15", "")),
    (["Letter dated 15th April 2025"], ("", "2025-04-15", "")),
    (["Your letter dated 15th April 2025"], ("2025-04-15", "", "")),
    (["Our position on 15 May 2025:"], ("", "2025-05-15", "")),
    (["Our position as of 15 May 2025:"], ("", "2025-05-15", "")),
    (["What we told you on 15 May 2025"], ("", "2025-05-15", "")),
    (["What you asked on 2 May 2025", "What we said on 15 May 2025"], ("2025-05-02", "2025-05-15", "")),
    (["Request, 8 July 2025", "How many?", "Answer, 25 July 2025"], ("2025-07-08", "2025-07-25", "")),
    (["Request (8 July 2025)", "How many?", "Response (25 July 2025)"], ("2025-07-08", "2025-07-25", "")),
    (["Request – 8 July 2025", "How many?", "Response – 25 July 2025"], ("2025-07-08", "2025-07-25", "")),
    (["The request (8 July 2025)", "How many?", "The reply (25 July 2025)"], ("2025-07-08", "2025-07-25", "")),
    (["Request | 8 July 2025", "Response | 25 July 2025"], ("2025-07-08", "2025-07-25", "")),
    (["Request of 8 July 2025", "Response of 25 July 2025"], ("2025-07-08", "2025-07-25", "")),
    (["You asked us this on 8 July 2025:", "We answered on 25 July 2025:"], ("2025-07-08", "2025-07-25", "")),
    (["You asked (8 July 2025)", "We answered (25 July 2025)"], ("2025-07-08", "2025-07-25", "")),
    (["You asked, 8 July 2025:", "We said, 25 July 2025:"], ("2025-07-08", "2025-07-25", "")),
    (["FREEDOM OF INFORMATION REQUEST REFERENCE NUMBER: 188/2026 24/04/2026"], ("", "2026-04-24", "")),
    (["Our ref: 188/2026 Date: 24/04/2026"], ("", "2026-04-24", "")),
    (["FOI 188/2026 – 24 April 2026"], ("", "2026-04-24", "")),
    (["Response issued on 24 April 2026 (reference 188/26)"], ("", "2026-04-24", "")),
    (["Received: 1 April 2026 • Answered: 24 April 2026 • Outcome: disclosed"], ("2026-04-01", "2026-04-24", "")),
    (
        ["Received 1 April 2026, answered 24 April 2026, published 1 May 2026"],
        ("2026-04-01", "2026-04-24", "2026-05-01"),
    ),
    (
        ["Request received: 01/04/2026 Response sent: 24/04/2026 Published: 01/05/2026"],
        ("2026-04-01", "2026-04-24", "2026-05-01"),
    ),
    (["Date published: December 2023", "Reference number: 1206/23"], ("", "", "2023-12")),
    (["Published: 24 October 2025", "Freedom of Information request"], ("", "", "2025-10-24")),
    (["Added to the log: 24 October 2025"], ("", "", "2025-10-24")),
    (["Added to the disclosure log on 24 October 2025"], ("", "", "2025-10-24")),
    (["This response was published on 24 October 2025."], ("", "", "2025-10-24")),
    (["Put online 24 October 2025"], ("", "", "2025-10-24")),
    (["Went live: 24 October 2025"], ("", "", "2025-10-24")),
    (["Date of our answer: 24 October 2025"], ("", "2025-10-24", "")),
    (["Date answered: 24 October 2025"], ("", "2025-10-24", "")),
    (["Date we replied: 24 October 2025"], ("", "2025-10-24", "")),
    (["Reply date: 24 October 2025"], ("", "2025-10-24", "")),
    (["Replied to: 24 October 2025"], ("", "2025-10-24", "")),
    (["Decision issued: 24 October 2025"], ("", "2025-10-24", "")),
    (["Signed off: 24 October 2025"], ("", "2025-10-24", "")),
    (["Response signed off 24 October 2025"], ("", "2025-10-24", "")),
    (["Finalised: 24 October 2025"], ("", "2025-10-24", "")),
    (["Case closed 24 October 2025"], ("", "2025-10-24", "")),
    (["Dated this 24th day of October 2025"], ("", "2025-10-24", "")),
    (["Submitted by the applicant: 1 October 2025"], ("2025-10-01", "", "")),
    (["Date request received: 1 October 2025"], ("2025-10-01", "", "")),
    (["Date of request: 1 October 2025"], ("2025-10-01", "", "")),
    (["Date of enquiry: 1 October 2025"], ("2025-10-01", "", "")),
    (["Date submitted: 1 October 2025"], ("2025-10-01", "", "")),
    (["Date asked: 1 October 2025"], ("2025-10-01", "", "")),
    (["Asked: 1 October 2025"], ("2025-10-01", "", "")),
    (["The request, received 1 October 2025", "Our reply, sent 24 October 2025"], ("2025-10-01", "2025-10-24", "")),
    (["Clarification, received 9 October 2025", "Request, received 1 October 2025"], ("2025-10-01", "", "")),
    (["Asked 1 October 2025, answered 24 October 2025"], ("2025-10-01", "2025-10-24", "")),
    (["Came in: 1 October 2025"], ("2025-10-01", "", "")),
    (["Request in: 1 October 2025"], ("2025-10-01", "", "")),
    (["Arrived with us 1 October 2025"], ("2025-10-01", "", "")),
    (
        ["Acknowledged: 2 October 2025", "Received: 1 October 2025", "Due: 30 October 2025", "Sent: 24 October 2025"],
        ("2025-10-01", "2025-10-24", ""),
    ),
    (["Thank you for your email of 1 October 2025, in which you ask about dogs."], ("2025-10-01", "", "")),
    (["I refer to the request that you made under the Act on 1 October 2025."], ("2025-10-01", "", "")),
    (
        ["Your request was received by Kent Police on 1 October 2025 and has now been considered."],
        ("2025-10-01", "", ""),
    ),
    (["On 1 October 2025 you asked Kent Police for the following:"], ("2025-10-01", "", "")),
    (["Kent Police was asked the following on 1 October 2025."], ("2025-10-01", "", "")),
    (["We are replying to the questions you put to us on 1 October 2025."], ("2025-10-01", "", "")),
    (["Further to your application which came to hand on 1 October 2025, please see below."], ("2025-10-01", "", "")),
    (
        ["| Received | Replied | Published |", "| 01/10/2025 | 24/10/2025 | 01/11/2025 |"],
        ("2025-10-01", "2025-10-24", "2025-11-01"),
    ),
    (
        ["| Date received | 01/10/2025 |", "| Date closed | 24/10/2025 |", "| Month published | November 2025 |"],
        ("2025-10-01", "2025-10-24", "2025-11"),
    ),
    (["| Date of request | 01/10/2025 | Date of response | 24/10/2025 |"], ("2025-10-01", "2025-10-24", "")),
    (["FOI/01519 · received 01/10/2025 · responded 24/10/2025"], ("2025-10-01", "2025-10-24", "")),
    (["Date: 24.10.25"], ("", "2025-10-24", "")),
    (["DATE IN: 01-10-2025 DATE OUT: 24-10-2025"], ("2025-10-01", "2025-10-24", "")),
    (["Date opened: 1 October 2025", "Finished: 24 October 2025"], ("2025-10-01", "2025-10-24", "")),
    (["Rec: 01/10/2025", "Resp: 24/10/2025"], ("2025-10-01", "2025-10-24", "")),
    (["Day of receipt: 01/10/2025", "Issue date: 24/10/2025"], ("2025-10-01", "2025-10-24", "")),
    (["Received by the Disclosure Unit: 01/10/2025"], ("2025-10-01", "", "")),
    (["Your e mail, 1 October 2025"], ("2025-10-01", "", "")),
    (["E-mail, 1 October 2025"], ("", "", "")),
    (["Time out: 24 October 2025", "Received by post: geese", "Restaurant: 3 May 2025"], ("", "", "")),
    (["Request received 1st October 2025; response provided 24th October 2025."], ("2025-10-01", "2025-10-24", "")),
    (["If we hear nothing by 15 July 2025 the request will be treated as closed."], ("", "", "")),
    (["Figures were taken from the system on 3 May 2025."], ("", "", "")),
    (["The policy was published on 3 May 2025."], ("", "", "")),
    (["1. How many complaints were received on 3 May 2025?"], ("", "", "")),
    (["2. How many letters were sent on 3 May 2025?"], ("", "", "")),
    (["An earlier reply was sent on 3 May 2025."], ("", "", "")),
    (["Our position on 3 May 2025 was that no officer had been suspended, and that remains so."], ("", "", "")),
    (["Please see FOI 123/25 published 3 May 2025 for a similar answer."], ("", "", "")),
    (["Request", "1 January 2024 to 31 December 2024: how many dogs were kept?"], ("", "", "")),
]


@pytest.mark.parametrize(("lines", "told"), LABELS)
def test_labels_of_a_letter(lines: list[str], told: tuple[str, str, str]) -> None:
    dates, _ = letter_dates(lines, "", "")
    assert (dates.received, dates.responded, dates.published) == told
