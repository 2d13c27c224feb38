"""A message is never longer than the service takes: whole items go, the rest is counted, with a link."""

import pytest

from alerts.compose import compose
from alerts.deliver import _face, _service
from alerts.faces.html_page import COLOURS

ITEM = {
    "kind": "item", "id": 7, "event": "new", "version": 1, "seen": "2026-11-21T10:00:00+00:00", "source": "met",
    "forces": ["Metropolitan Police Service"], "title": "Officers dismissed & <resigned>", "ref": "01.FOI.26.1",
    "date": "2026-11", "address": "https://met.example/foi/7/", "topics": ["misconduct"],
    "quote": "How many officers were dismissed?",
    "words": "dismissed", "where": "request", "attachments": [], "changed": [], "most": 60,
}  # fmt: skip
TOKEN = "abcdefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize(
    "address",
    [
        f"discord://123456789/{TOKEN}",
        f"tgram://123456789:{TOKEN}abcdefghi/123",
        f"mmost://h.example/{TOKEN}",
        "ntfy://topic",
        "matrix://user:secret@h.example/#room",
    ],
)
def test_a_service_gets_what_it_takes(address: str) -> None:
    service = _service(address)
    assert service is not None
    message = compose("desk", [{**ITEM, "id": number} for number in range(60)])
    _, body = _face(service, message)
    assert len(body) + len(message.subject) <= service.body_maxlen
    assert body.count("https://met.example/foi/7/") >= 2
    if service.body_maxlen < 9_000:
        assert " more." in body


def test_a_long_mail_stays_below_what_mail_programs_hide() -> None:
    message = compose("desk", [{**ITEM, "id": number, "quote": "dismissed & " * 200} for number in range(60)])
    assert len(message.html.encode()) < 102_000
    assert message.html.rstrip().endswith("</html>")
    assert message.html.count("<div") == message.html.count("</div>")
    assert len(message.payload["items"]) == 60


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _styles(style: str) -> dict[str, str]:
    return dict(one.split(":") for one in style.split(";"))


@pytest.mark.parametrize("night", [0, 1], ids=["day", "night"])
@pytest.mark.parametrize(
    "name", [name for name in COLOURS if "color:" in COLOURS[name][0].replace("background-color", "")]
)
def test_every_text_stands_out(name: str, night: int) -> None:
    style = _styles(COLOURS[name][night])
    if "color" not in style:
        style["color"] = _styles(COLOURS["page"][night])["color"]
    grounds = (
        [style["background"]]
        if "background" in style
        else [_styles(COLOURS[on][night])["background"] for on in ("page", "card")]
    )
    for ground in grounds:
        high, low = sorted((_luminance(style["color"]), _luminance(ground)), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= 4.5
