"""Of a long text only what changed is shown, with a few words around it."""

from store.comparing.hunks import hunks, shortened
from store.comparing.wordruns import Run, word_runs

LONG = " ".join(f"w{n}" for n in range(100))


def test_equal_words_are_cut_to_the_nearest() -> None:
    runs = word_runs(f"{LONG} old {LONG}", f"{LONG} new {LONG}")
    said = "".join(run.text for run in shortened(runs, context=3))
    assert said == " … w97 w98 w99 oldnew w0 w1 w2 … "


def test_changes_far_apart_are_two_hunks_and_near_ones_are_one() -> None:
    far = list(hunks(word_runs(f"a {LONG} b", f"x {LONG} y"), context=5))
    assert [[run.kind for run in hunk] for hunk in far] == [
        ["removed", "added", "equal"], ["equal", "removed", "added"],
    ]  # fmt: skip
    near = list(hunks(word_runs("a one two b", "x one two y"), context=5))
    assert len(near) == 1


def test_what_is_the_same_has_no_hunk() -> None:
    assert list(hunks([Run("equal", LONG)])) == []
    assert list(hunks([])) == []
