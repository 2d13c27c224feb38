"""A word diff says what a reader would: the words that went, the words that came, and nothing of white space."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.comparing.wordruns import LONG, Run, aligned, differ, word_runs


def marked(before: str, after: str) -> str:
    marks = {"equal": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
    return "".join(f"{marks[run.kind][0]}{run.text}{marks[run.kind][1]}" for run in word_runs(before, after))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("Seven were dismissed.", "Eight were dismissed.", "[-Seven-]{+Eight+} were dismissed."),
        ("a  b\nc", "a b c", "a b c"),
        ("It cost 1,234 pounds.", "It cost 1,243 pounds.", "It cost [-1,234-]{+1,243+} pounds."),
        ("under s40(2) we", "under s31(1)(g) we", "under [-s40(2)-]{+s31(1)(g)+} we"),
        ("", "All of it.", "{+All of it.+}"),
        ("All of it.", "", "[-All of it.-]"),
        ("", "", ""),
    ],
)
def test_words_are_compared_as_a_reader_would(before: str, after: str, said: str) -> None:
    assert marked(before, after) == said


def test_a_sentence_written_anew_is_one_change() -> None:
    before, after = "We hold it. Nothing else. End.", "We hold it. All was sent in June. End."
    assert [run.kind for run in word_runs(before, after)] == ["equal", "removed", "added", "equal"]


text = st.text(alphabet=st.sampled_from("ab1é 😀.,\n\tx\ud7ff"), max_size=60)


@settings(max_examples=150, deadline=None)
@given(text, text)
def test_the_runs_give_both_texts_back(before: str, after: str) -> None:
    runs = word_runs(before, after)
    came = "".join(run.text for run in runs if run.kind != "removed")
    went = "".join(run.text for run in runs if run.kind != "added")
    assert came == after
    assert went.split() == before.split()
    assert all(after[run.at : run.at + len(run.text)] == run.text for run in runs if run.kind != "removed")
    assert differ(runs) == (before.split() != after.split() or any(run.kind != "equal" for run in runs))
    assert not differ(word_runs(before, before))


def table(seed: int, rows: int) -> list[str]:
    dice = random.Random(seed)
    return ["\t".join(str(dice.randint(1, 99_999)) for _ in range(8)) for _ in range(rows)]


def test_a_few_cells_of_a_table_of_two_megabytes_are_found() -> None:
    rows = table(1, 45_000)
    other = rows.copy()
    for row in (7, 20_000, 44_999):
        other[row] += "\tcorrected"
    before, after = "\n".join(rows), "\n".join(other)
    assert len(before) > 2_000_000 > LONG
    runs = word_runs(before, after, seconds=60)  # a busy machine must not decide the test
    assert [run.text.strip() for run in runs if run.kind == "added"] == ["corrected"] * 3
    assert not [run for run in runs if run.kind == "removed" and run.text.strip()]


def test_what_has_nothing_in_common_takes_bounded_time() -> None:
    before, after = "\n".join(table(1, 30_000)), "\n".join(table(2, 30_000))
    began = time.process_time()
    runs = word_runs(before, after, seconds=0.5)
    assert time.process_time() - began < 8  # half a second of comparing, and what it takes to take both apart
    assert differ(runs)
    assert "".join(run.text for run in runs if run.kind != "removed") == after


def test_lists_are_aligned_by_what_is_the_same() -> None:
    assert list(aligned(["a", "b", "c"], ["a", "x", "c", "d"])) == [
        ("equal", 0, 1), ("removed", 1, 2), ("added", 1, 2), ("equal", 2, 3), ("added", 3, 4),
    ]  # fmt: skip


def test_a_run_says_where_it_stands() -> None:
    assert word_runs("one two", "one three two") == (
        Run("equal", "one ", 0), Run("added", "three ", 4), Run("equal", "two", 10),
    )  # fmt: skip
