"""An error page never overwrites a disclosure; a corrected one does."""

import pytest

from crawler.doubts import ANOTHER, NO_WORDS, doubt
from store.records import AttachmentSeen, Disclosure, Sighting

ANSWER = "We hold the following: twelve officers were dismissed in 2024 and nine in 2025 after hearings in public."


def kept(title: str = "Dismissals", ref: str = "123A/25") -> Disclosure:
    return Disclosure(
        1, "met", "disclosure", "https://x.example/a/", title, ref, (), "", "", "", "How many were dismissed?", ANSWER,
        "disclosed", "present", 1, "2026-01-01", "2026-01-01",
    )  # fmt: skip


def seen(title: str, words: str, ref: str = "", **more: object) -> Sighting:
    return Sighting("met", "https://x.example/a/", title, words, ref=ref, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sighting", "reason"),
    [
        (seen("Sign in", "Sign in with your account. Forgotten your password? Register for an account here."), ANOTHER),
        (seen("Your area", "Find your neighbourhood team and crime maps of your area."), ANOTHER),
        (seen("Dismissals", ""), NO_WORDS),
        (seen("Dismissals", "This disclosure has been taken down on legal advice."), ""),
        (seen("Dismissals and hearings", ANSWER + " Corrected on 3 March."), ""),
        (seen("Something else", "An entirely new text about the same matter.", ref="123A/25"), ""),
    ],
)
def test_against_what_was_kept(sighting: Sighting, reason: str) -> None:
    assert doubt(kept(), sighting) == reason


def test_a_new_page_needs_words_or_a_file() -> None:
    assert doubt(None, seen("Dismissals", " ")) == NO_WORDS
    assert doubt(None, seen("Dismissals", "", attachments=(AttachmentSeen("https://x.example/a.pdf"),))) == ""
