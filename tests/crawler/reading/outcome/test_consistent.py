"""Questions go with the whole."""

from crawler.reading.outcome.consistent import agreed, consistent, in_groups

SURE = {"disclosed": 0.9, "part_disclosed": 0.02, "refused": 0.02, "not_held": 0.04, "ncnd": 0.01, "pending": 0.01}
TORN = {"disclosed": 0.5, "part_disclosed": 0.02, "refused": 0.3, "not_held": 0.16, "ncnd": 0.01, "pending": 0.01}
REFUSED = {"disclosed": 0.1, "part_disclosed": 0.3, "refused": 0.5, "not_held": 0.05, "ncnd": 0.04, "pending": 0.01}

KEPT = {"disclosed": 0.05, "part_disclosed": 0.05, "refused": 0.8, "not_held": 0.05, "ncnd": 0.04, "pending": 0.01}


def test_no_question_contradicts_the_whole() -> None:
    assert consistent("disclosed", {"1": SURE, "2": TORN}, (), 0.1) == {"1": "disclosed", "2": "disclosed"}
    assert consistent("not_held", {"1": SURE}, (), 0.1) == {"1": "not_held"}


def test_of_which_question_something_is_kept_back_is_not_guessed() -> None:
    assert consistent("part_disclosed", {"1": SURE, "2": TORN}, (), 0.1) == {"1": "disclosed", "2": "disclosed"}
    assert consistent("part_disclosed", {"1": SURE, "2": REFUSED}, (), 0.1) == {"1": "disclosed", "2": "refused"}


def test_what_nothing_tells_is_left_out() -> None:
    assert consistent("refused", {"1": SURE, "2": TORN}, (), 0.2) == {"2": "refused"}


def test_a_whole_of_which_no_question_gives_anything_gives_nothing() -> None:
    part = dict.fromkeys(SURE, 0.02) | {"part_disclosed": 0.6, "refused": 0.3}
    assert agreed(part, {"1": KEPT, "2": KEPT}, {}) == "refused"
    assert agreed(part, {"1": KEPT, "2": SURE}, {}) == "part_disclosed"
    assert agreed(part, {}, {}) == "part_disclosed"


def test_a_small_number_kept_back_makes_a_part() -> None:
    most = dict.fromkeys(SURE, 0.02) | {"disclosed": 0.7, "part_disclosed": 0.2}
    assert agreed(most, {"1": SURE}, {}) == "disclosed"
    assert agreed(most, {"1": SURE}, {"small": 1.0}) == "part_disclosed"
    assert agreed(most, {"1": SURE}, {"small": 1.0, "in full": 1.0}) == "disclosed"
    assert consistent("part_disclosed", {"1": SURE}, {"1"}, 0.1) == {"1": "part_disclosed"}
    assert consistent("disclosed", {"1": SURE}, {"1"}, 0.1) == {"1": "disclosed"}


def test_a_group_that_is_named_as_one_has_one_outcome() -> None:
    parts = {"REQUEST 1 Q1": "refused", "REQUEST 1 Q2": "refused", "REQUEST 2 Q1": "disclosed"}
    assert in_groups(parts, ["REQUEST 1"]) == {"REQUEST 1": "refused", "REQUEST 2 Q1": "disclosed"}
    assert in_groups(parts, []) == parts
    assert in_groups(parts, ["REQUEST 1", "REQUEST 1 Q2"]) == parts  # told of one by one as well
    apart = parts | {"REQUEST 1 Q2": "disclosed"}
    assert in_groups(apart, ["REQUEST 1"]) == apart


def test_where_data_are_given_something_is_held() -> None:
    none = dict.fromkeys(SURE, 0.02) | {"not_held": 0.6, "disclosed": 0.3}
    assert agreed(none, {}, {}) == "not_held"
    assert agreed(none, {"1": KEPT}, {"data": 1.0}) == "disclosed"


def test_what_waits_beside_an_answer_is_a_part() -> None:
    waits = dict.fromkeys(SURE, 0.02) | {"pending": 0.9}
    assert agreed(waits, {"1": waits, "2": waits}, {}) == "pending"
    assert agreed(waits, {"1": TORN, "2": waits}, {}) == "pending"
    assert agreed(waits, {"1": SURE, "2": waits}, {}) == "part_disclosed"
    parts = consistent("part_disclosed", {"1": SURE, "2": waits}, (), 0.1)
    assert parts == {"1": "disclosed", "2": "pending"}
