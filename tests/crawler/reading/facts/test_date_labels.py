"""The labels of dates."""

import pytest

from crawler.reading.facts.date_labels import labelled


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
