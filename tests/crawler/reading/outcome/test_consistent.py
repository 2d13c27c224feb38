"""Questions go with the whole."""

from crawler.reading.outcome.consistent import agreed, consistent

SURE = {"disclosed": 0.9, "part_disclosed": 0.02, "refused": 0.02, "not_held": 0.04, "ncnd": 0.01, "pending": 0.01}
TORN = {"disclosed": 0.5, "part_disclosed": 0.02, "refused": 0.3, "not_held": 0.16, "ncnd": 0.01, "pending": 0.01}
REFUSED = {"disclosed": 0.1, "part_disclosed": 0.3, "refused": 0.5, "not_held": 0.05, "ncnd": 0.04, "pending": 0.01}


def test_no_question_contradicts_the_whole() -> None:
    assert consistent("disclosed", {"1": SURE, "2": TORN}, {}, 0.1) == {"1": "disclosed", "2": "disclosed"}
    assert consistent("not_held", {"1": SURE}, {}, 0.1) == {"1": "not_held"}


def test_of_which_question_something_is_kept_back_is_not_guessed() -> None:
    assert consistent("part_disclosed", {"1": SURE, "2": TORN}, {}, 0.1) == {"1": "disclosed", "2": "disclosed"}
    assert consistent("part_disclosed", {"1": SURE, "2": REFUSED}, {}, 0.1) == {"1": "disclosed", "2": "refused"}


def test_what_nothing_tells_is_left_out() -> None:
    assert consistent("refused", {"1": SURE, "2": TORN}, {}, 0.2) == {"2": "refused"}


def test_where_no_outcome_is_likely_that_of_the_rules_stands() -> None:
    assert consistent("refused", {"1": SURE}, {"1": "not_held"}, 0.2) == {"1": "not_held"}
    assert consistent("refused", {"1": SURE}, {"1": "disclosed"}, 0.2) == {}


def test_a_whole_of_which_no_question_gives_anything_gives_nothing() -> None:
    assert agreed("part_disclosed", {"1": REFUSED, "2": REFUSED}) == "refused"
    assert agreed("part_disclosed", {"1": REFUSED, "2": SURE}) == "part_disclosed"
    assert agreed("disclosed", {}) == "disclosed"
