"""What was asked and what was answered, by the phrases of many forces."""

import pytest

from crawler.reading.letter import letter


@pytest.mark.parametrize(
    ("lines", "request_text", "response"),
    [
        (["Request", "How many?", "Response", "Nine."], "How many?", "Nine."),
        (["REQUEST:", "How many?", "RESPONSE:", "Nine."], "How many?", "Nine."),
        (["You asked:", "How many?", "In Response:", "Nine."], "How many?", "Nine."),
        (["Cais", "Faint?", "Ymateb", "Naw."], "Faint?", "Naw."),
        (["Request: How many dogs are there?", "Our response:", "Nine."], "How many dogs are there?", "Nine."),
        (
            ["I note you seek access to the following information:", "How many?", "Nine.", "DISCLOSURE", "9"],
            "How many?\nNine.",
            "9",
        ),
        (["You wrote:", "How many?", "We answered", "Nine."], "How many?", "Nine."),
        (["Below is your request and our response.", "How many?", "Answer", "Nine."], "How many?", "Nine."),
        (["How many dogs?", "There are nine."], "How many dogs?", "There are nine."),
        (["Date: 3 May 2025", "Ref: 12/25", "Nine dogs."], "", "Nine dogs."),
    ],
)
def test_parts(lines: list[str], request_text: str, response: str) -> None:
    found = letter(lines)
    assert "\n".join(found.request) == request_text
    assert "\n".join(found.response) == response


def test_a_decision_opens_the_answer() -> None:
    lines = ["Please say how many officers have a second job.", "Your request has now been considered.", "Nine."]
    found = letter(lines)
    assert found.request == ("Please say how many officers have a second job.",)
    assert found.response[-1] == "Nine."


def test_a_signature_goes_and_an_annex_stays() -> None:
    lines = ["Request", "How many?", "Response", "Nine.", "Yours sincerely", "A. Clerk", "Information Rights",
             "Annex A sets out the public interest test in full."]  # fmt: skip
    assert letter(lines).response == ("Nine.", "Annex A sets out the public interest test in full.")
