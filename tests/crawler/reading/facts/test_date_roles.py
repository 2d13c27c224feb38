"""What a date is the date of."""

import pytest

from crawler.reading.facts.date_roles import role
from crawler.reading.facts.dates import dates_in

RECEIVED = (
    "We acknowledge having had your request on 3 May 2024, in which you asked for the following.",
    "Kent Police received this request on 3 May 2024.",
    "The force had your request on 3 May 2024.",
    "Request received by Kent Police on 3 May 2024.",
    "We acknowledged your request, dated 3 May 2024, at the time and can now reply.",
    "Thank you for contacting the Disclosure Team on 3 May 2024.",
    "On 3 May 2024 the same letter from you arrived at both forces.",
    "On 3 May 2024 Kent Police took delivery of the request below.",
    "It was on 3 May 2024 that your e-mail came to this office.",
    "I have your note of 3 May 2024 before me.",
    "We acknowledge receipt on 3 May 2024 of your enquiry about dogs.",
    "This office received on the 3rd May 2024 a written request in these words.",
    "Yours of 3 May 2024 is to hand.",
    "We were asked on 3 May 2024 for the following.",
    "Case opened: 3 May 2024",
    "Date you asked: 3 May 2024",
    "I write in connection with your request for information received on 3 May 2024.",
    "Your email came in on 3 May 2024.",
    "Thank you for your request which came to hand on 3 May 2024.",
    "Thank you for your FOI request of 3 May 2024 about dogs.",
    "I refer to your enquiry which came in on 3rd May and which has been dealt with under the Act.",
    "I am writing about the request for information that you made to Kent Police on 3rd May.",
    "I write about the request that Norfolk Constabulary and Suffolk Constabulary had from you on the 3rd May 2024.",
    "I refer to your letter dated Friday 3 May 2024.",
    "On 3 May 2024 you asked us for the number of dogs.",
    "On 3 May 2024, we received your request.",
    "Further to your e-mail of the 3rd of May 2024, I reply as follows.",
    "In response to your Freedom of Information request dated 3 May 2024:",
    "You wrote to us on 3 May 2024 asking for the following.",
    "Diolch am eich cais a ddaeth i law ar 3 Mai 2024.",
    "Derbyniwyd eich cais ar 3 Mai 2024.",
    "We received a request for information from you on 3 May 2024.",
    "Further to your request received by this office 3 May 2024, we reply as follows.",
    "I am replying to your letter, dated Monday the 3rd of May, 2024.",
    "We got your request on the 3rd May.",
    "We write with our reply to the request that you sent to us on 3rd May, and we are sorry for the wait.",
    "Date received: 3 May 2024",
    "Received: 03/05/24",
    "Date of request: 03.05.2024",
    "Request date - 3 May 2024",
    "Your request of: 3 May 2024",
    "| Date request received | 3 May 2024 |",
    "Received on 3 May 2024",
    "Dyddiad derbyn: 3 Mai 2024",
    "Request received: Friday, 3 May 2024",
    "I write further to the above, received by this office on 3rd May 2024.",
    "The above was received here on 3 May 2024.",
    "I refer to the above, which reached us on 3 May 2024.",
    "Further to the above-named, which you submitted on 3 May 2024, I reply.",
    "With regard to the above, which we received on 3rd May.",
    "What follows is our reply to your request, dated 3 May 2024.",
    "This came in on 3 May 2024.",
    "This was logged by Kent Police on 3 May 2024.",
    "Kent Police logged this on 3 May 2024.",
    "We first received this on 3 May 2024.",
    "The requester's question, 3 May 2024",
    "Applicant’s letter (received 03/05/24)",
    "The applicant's e-mail of 3 May 2024",
    "Details of request (received 3 May 2024)",
    "Information requested: 3 May 2024",
    "Applicant wrote on 3 May 2024",
    "Cais a dderbyniwyd 3 Mai 2024",
    "On 3 May 2024 the team had the following from you:",
    "On 3 May 2024 Essex Police got this from you.",
    "On 3 May 2024 the following came by post:",
    "The following arrived here on 3 May 2024.",
    "We got the following from you on 3 May 2024.",
)
RESPONDED = (
    "This request is ours; it was answered on 3 May 2024.",
    "This request came by post. We answered it on 3 May 2024.",
    "Your request was dealt with on 3 May 2024.",
    "Reply out: 3 May 2024",
    "Date we answered: 3 May 2024",
    "Date: 3 May 2024",
    "Dated 3 May 2024",
    "Dyddiad / Date: 3 Mai 2024",
    "Reply sent: 3 May 2024",
    "Responded to: 3 May 2024",
    "Date of response: 03/05/2024",
    "Response date: 3-May-2024",
    "Date responded | 3 May 2024",
    "Our Ref: 412/24 Date: 3 May 2024",
    "Answered on 3 May 2024",
    "Date completed: 3 May 2024",
    "Response issued: 3 May 2024",
    "Decision date: 3 May 2024",
    "This reply was sent to you on 3 May 2024.",
    "Letter dated: 3 May 2024",
    "Response Issued – 03/05/2024",
    "Please find below our response, dated 03/05/24.",
    "Please find attached our reply, which is dated 3 May 2024.",
    "Below is our answer of 3 May 2024.",
    "Here is the response sent on 3 May 2024.",
    "Please read below our decision of 3 May 2024.",
    "Please find enclosed the response issued on the 3rd May 2024.",
    "Sent to applicant on 3 May 2024",
    "Issued to the requester 3 May 2024",
    "Our reply went out on 3 May 2024",
    "Signed 3 May 2024",
    "Answered by post, 3 May 2024",
    "This reply, no. 412/24, was made on 3 May 2024.",
    "Our answer to this enquiry went to the person who made it by registered post on 3 May 2024.",
    "The response to your request was issued on 3 May 2024.",
    "The Constabulary's reply, dated 3 May 2024, is below.",
    "Avon & Somerset Police answer dated 3 May 2024",
    "City of London Police's decision, 3 May 2024",
    "The Constabulary's response (3 May 2024)",
    "Force reply 3 May 2024",
    "ESSEX POLICE RESPONSE: 3 May 2024",
    "Essex Police replied on 3 May 2024:",
    "Issued by Essex Police on 3 May 2024",
    "Response of Essex Police, 3 May 2024",
    "Reply sent to the applicant: 3 May 2024",
    "Refusal notice dated 3 May 2024",
    "Ein hymateb (3 Mai 2024)",
)
PUBLISHED = (
    "Published: 3 May 2024",
    "Published on Friday 3 May 2024",
    "Publication date: 3 May 2024",
    "Date published 03/05/2024",
    "Posted on 3 May 2024",
    "Date of publication: 3 May 2024",
    "Uploaded: 3 May 2024",
    "Added to the disclosure log on 3 May 2024",
    "This answer was put on our website on 3 May 2024.",
    "Cyhoeddwyd ar 3 Mai 2024",
    "Disclosure log date: 3 May 2024",
    "Entry added 3 May 2024",
    "Disclosed and published 3 May 2024",
    "Put on our site 3 May 2024",
    "Released to the disclosure log: 3 May 2024",
)
NEITHER = (
    "Your previous request was answered on 3 May 2024.",
    "The call came at night and was answered on 3 May 2024.",
    "How many complaints were received between 3 May 2024 and 4 June 2024?",
    "Officers who were dismissed on 3 May 2024.",
    "The data is correct as at 3 May 2024.",
    "The figures were extracted on 3 May 2024.",
    "Your clarification was received on 3 May 2024.",
    "Date clarified: 3 May 2024",
    "Last updated: 3 May 2024",
    "A reply is due by 3 May 2024.",
    "Your request for data from 3 May 2024 to 4 June 2024 is answered below.",
    "Your request about the protest on 3 May 2024 is refused.",
    "the total number of complaints received on 3 May 2024",
    "We responded to your earlier request on 3 May 2024.",
    "For the period: 3 May 2024",
    "The position is as at 3 May 2024",
    "In May 2024 you changed the policy.",
    "Review date: 3 May 2024",
    "Further to our response dated 3 May 2024, you asked for a review.",
    "I refer to our response dated 3 May 2024.",
    "This is our earlier reply, dated 3 May 2024",
    "The constable rang and police logged this on 3 May 2024.",
    "This was recorded as a crime on 3 May 2024.",
    "This complaint was received on 3 May 2024",
    "The above officers were dismissed on 3 May 2024",
    "The above crimes were recorded on 3 May 2024",
    "This policy was made on 3 May 2024",
    "On 3 May 2024 we had a parade from which you were absent.",
    "On 3 May 2024 the sergeant had this from his inspector.",
    "The following crimes were recorded on 3 May 2024",
    "On 3 May 2024 the following officers left:",
    "The applicant's arrest (3 May 2024)",
    "Essex Police officers dismissed 3 May 2024",
    "Essex Police response to the inspection, 3 May 2024",
    "Essex Police response times 3 May 2024",
    "The pilot of the police dog, released to the public on 3 May 2024",
)


def _role(line: str, above: str = "") -> str:
    return role(line, dates_in(line)[0], above)


@pytest.mark.parametrize("line", RECEIVED)
def test_received(line: str) -> None:
    assert _role(line) == "received"


@pytest.mark.parametrize("line", RESPONDED)
def test_responded(line: str) -> None:
    assert _role(line) == "responded"


@pytest.mark.parametrize("line", PUBLISHED)
def test_published(line: str) -> None:
    assert _role(line) == "published"


@pytest.mark.parametrize("line", NEITHER)
def test_neither(line: str) -> None:
    assert _role(line) in ("", "other")


def test_a_label_may_stand_above_its_date() -> None:
    assert _role("3 May 2024", "Date received") == "received"
    assert _role("3 May 2024", "Date of reply:") == "responded"
    assert _role("3 May 2024", "Dear applicant") == ""


def test_labels_may_head_the_columns_of_a_table() -> None:
    above, line = "| Ref | Date received | Date sent |", "| 12/25 | 3 May 2024 | 9 June 2024 |"
    assert [role(line, date, above) for date in dates_in(line)] == ["received", "responded"]


def test_two_dates_in_one_line_have_each_their_own() -> None:
    line = "Received: 3 May 2024 | Responded: 9 June 2024 | Published: 1 July 2024"
    assert [role(line, date) for date in dates_in(line)] == ["received", "responded", "published"]
    line = "the request that we had from you on 3 May 2024 and that you made clearer on 9 June 2024."
    assert [role(line, date) for date in dates_in(line)] == ["received", "other"]


def test_a_second_date_has_a_label_of_its_own() -> None:
    line = "Logged 22 September 2025, closed 16 October 2025"
    assert [role(line, date) for date in dates_in(line)] == ["received", "responded"]


@pytest.mark.parametrize(
    "line",
    [
        "Sent to applicant on 12 March 2025, having been received on 14 February",
        "Answered 12 March 2025 in reply to a request received 14 February",
        "Replied 12 March 2025 to a request of 14 February",
        "Sent to the requester on 12 March 2025 after it was received on 14 February",
        "Responded to on 12 March 2025, having come in on 14 February",
        "Sent 12 March 2025 (received 14 February)",
        "Issued to applicant 12 March 2025, request received 14 February",
        "Disclosed on 12 March 2025, the request having been received on 14 February",
        "This answer to your request of 14 February went to you on 12 March 2025.",
        "The question came to us on 14 February and the answer left us on 12 March 2025.",
        "Dates: asked 14 February, answered 12 March 2025",
        "Answered by post, 12 March 2025; asked by e-mail, 14 February",
        "Received 14 February and answered 12 March 2025",
        "Kent Police logged this on 14 February and replied on 12 March 2025.",
        "We received this on 14 February and answered it on 12 March 2025.",
        "This reached us on 14 February and our reply went out on 12 March 2025.",
        "The force registered this on 14 February, and responded on 12 March 2025.",
        "Reference 417/25. Requested on 14/02/25 and replied to on 12/03/25.",
        "FOI 417/25: received 14 February and sent out 12 March 2025.",
    ],
)
def test_both_days_in_one_sentence(line: str) -> None:
    dates = {role(line, date): date.month for date in dates_in(line)}
    assert dates == {"responded": 3, "received": 2}


def test_a_sentence_that_goes_on_behind_a_number_has_no_label() -> None:
    line = "Crime 417/25. Asked on 3 May 2024 and again on 4 May 2024 the witness said no."
    assert [role(line, date) for date in dates_in(line)] == ["", ""]


def test_a_later_day_behind_one_of_something_else_has_no_label() -> None:
    line = "He was arrested on 3 May 2024 and was released on 4 May 2024"
    assert [role(line, date) for date in dates_in(line)] == ["", ""]


@pytest.mark.parametrize(
    "line", ["Went out: 12/03/25", "Reply of both Constabularies, 24.06.2025", "Sent out 3 May 2024"]
)
def test_how_an_answer_leaves(line: str) -> None:
    assert role(line, dates_in(line)[0]) == "responded"


def test_a_day_in_brackets_behind_a_heading() -> None:
    for line, name in (("The response (dated 30/07/25)", "responded"), ("Request (received 3 May 2025)", "received")):
        assert role(line, dates_in(line)[0]) == name


@pytest.mark.parametrize(
    "line",
    [
        "Thank you for your e mail of 3 May 2024, in which you ask about geese.",
        "Thank you for getting in touch on 3 May 2024.",
        "Thanks for writing to the unit on 3 May 2024.",
        "Your FOIA of 3 May 2024 has been looked at.",
        "Your queries of 3 May 2024 are taken in turn.",
        "Your 3 May 2024 request is copied below.",
        "Your contact with us on 3 May 2024 is treated as a request.",
        "By e mail on 3 May 2024 you asked for:",
        "This is the response to the request that you sent on 3 May 2024.",
        "In a letter dated 3 May 2024 you sought:",
        "On 3 May 2024 you filled in our form.",
        "On 3 May 2024 you got in touch to ask:",
        "You e mailed the force on 3 May 2024.",
        "Your enquiry was opened on 3 May 2024.",
        "The questions that you raised with us on 3 May 2024 are these.",
        "The force was approached by you on 3 May 2024.",
        "The request that you submitted (3 May 2024) was:",
        "I write about two letters received from you on 3 May 2024.",
        "This concerns the several e-mails we had from you by web form on 3 May 2024.",
        "This is in reply to the following, which reached us on 3 May 2024:",
        "Our answer to what follows, which came in on 3 May 2024, is at the end.",
        "The table answers the text below, received on 3 May 2024.",
    ],
)
def test_how_a_request_comes(line: str) -> None:
    assert _role(line) == "received"


@pytest.mark.parametrize(
    "line",
    [
        "Thank you for coming on 3 May 2024.",
        "Thank you for your patience on 3 May 2024.",
        "In our letter of 3 May 2024 you were asked to be clearer.",
        "In the raid of 3 May 2024 you lost a dog.",
        "We disclose the following, which was sent to the coroner on 3 May 2024.",
        "The officer gave no answer to the following sergeants, who arrived on 3 May 2024.",
        "The clearer questions received from you on 3 May 2024 are answered, and the clarification is noted.",
        "Two letters received from the coroner on 3 May 2024 are held.",
        "Your 3 May 2024 arrest is on file.",
        "Your request for the e mails of 3 May 2024 is refused.",
        "You asked how many officers were on duty on 3 May 2024.",
        "The officer in question was sent home on 3 May 2024.",
    ],
)
def test_what_is_no_coming_of_a_request(line: str) -> None:
    assert _role(line) in ("", "other")
