"""The words together: they find what no rule foresees, say which words they were, and leave rules' matches alone."""

import json
import math
from pathlib import Path

import pytest

from alerts.topics.lexicon import Lexicon
from alerts.topics.phrases import words
from alerts.topics.scoring import parts_of, shown, wilson
from alerts.topics.topics import ROOT_TOPIC, load, match
from alerts.topics.topics_words import READ, SURE, SURER, Weighing
from alerts.topics.weights import ALWAYS, Weight, read_weights, write_weights

LABELS = sorted((Path(__file__).parents[1] / "labels").glob("*.jsonl"))
ROWS = [json.loads(line) for path in LABELS for line in path.read_text("utf-8").splitlines()]
UNFORESEEN = [
    ("title", "Keyboards"),
    ("request", "Six of your officers were found to have jammed a key to look busy. What happened to them?"),
]


def pairs(topics, rows) -> list[tuple[bool, bool]]:
    return [(row["misconduct"], any(one.topic == ROOT_TOPIC for one in match(topics, parts_of(row)))) for row in rows]


def right(found: list[tuple[bool, bool]]) -> float:
    return sum(wanted == got for wanted, got in found) / len(found)


def test_words_find_what_the_rules_do_not(topics) -> None:
    assert match(load(weights={}), UNFORESEEN) == ()
    (one,) = match(topics, UNFORESEEN)
    assert one.topic == ROOT_TOPIC
    assert one.score >= SURE
    assert all(sign["rule"].startswith("misconduct: the words together, ") for sign in one.evidence)
    for sign in one.evidence:
        assert sign["words"] in sign["quote"]
        assert any(sign["where"] == where and sign["quote"] in text for where, text in UNFORESEEN)


def test_what_is_about_misconduct_says_of_which_kind(topics) -> None:
    parts = [("title", "Home life"), ("request", "How many officers were reported for hitting a husband or a wife?")]
    assert {"misconduct", "domestic_abuse"} <= {one.topic for one in match(topics, parts)}
    (kind,) = [one for one in match(topics, parts) if one.topic == "domestic_abuse"]
    assert kind.evidence[0]["words"] == "husband"
    assert kind.evidence[0]["rule"] == "domestic_abuse: the kind of misconduct that is named"
    other = [("title", "Home life"), ("request", "How many burglaries were there while a husband or a wife was away?")]
    assert match(topics, other) == ()


@pytest.mark.parametrize(
    ("asked", "enough"), [("What was said of staff hats?", SURER), ("Which hats were sacked?", SURE)]
)
@pytest.mark.parametrize("more", [-0.01, 0.01])
def test_words_that_name_nothing_of_misconduct_must_be_surer(asked: str, enough: float, more: float) -> None:
    chance = enough + more
    topics = load(weights={ALWAYS: Weight(math.log(chance / (1 - chance)) - 9), "hats": Weight(9.0, 1.0)})
    named = load(weights={**topics.words.weights, "{sanctioned}": Weight(1e-9, 1e-9)})
    parts = [("title", "Clothes"), ("request", f"{asked} I ask about all of the last three years.")]
    assert bool(match(named, parts)) == (more > 0)


def test_words_that_name_nobody_and_nothing_done_are_about_something_else() -> None:
    """However many lean to one side: a death, a photograph and a witness are no misconduct."""
    sure = load(weights={ALWAYS: Weight(9.0), "{public}": Weight(1.0, 1.0)})
    asked = "Photographs of the death, and what a {} believed"
    assert match(sure, [("title", "Beach"), ("request", asked.format("resident"))]) == ()
    assert match(sure, [("title", "Beach"), ("request", asked.format("constable"))])


def test_what_says_next_to_nothing_is_no_evidence() -> None:
    known = {"{person}": 1.0, "{deed}": 1e-3, "beach": 1.0}
    topics = load(weights={ALWAYS: Weight(5.0), **{mark: Weight(says, 1.0) for mark, says in known.items()}})
    asked = [("title", "Beach"), ("request", "Who lied to us about the other constables?")]
    (found,) = [one for one in match(topics, asked) if one.topic == ROOT_TOPIC]
    assert [sign["words"] for sign in found.evidence] == ["Beach", "constables"]


NOTHING, EVERYTHING = {ALWAYS: Weight(-50.0)}, {ALWAYS: Weight(9.0)}
ASKED = [("title", "Vetting software"), ("request", "Cost and supplier? Which officers were dismissed for racism?")]


def test_words_undo_what_the_rules_find_in_a_title_or_at_the_beginning_of_a_request(topics) -> None:
    assert ROOT_TOPIC in [one.topic for one in match(load(weights={}), ASKED)]
    assert match(load(weights=NOTHING), ASKED) == ()
    assert ROOT_TOPIC in [one.topic for one in match(topics, ASKED)]


@pytest.mark.parametrize(
    "further",
    [
        ("request", "salt " * READ + "Which officers were dismissed for racism?"),
        (
            "response",
            "An officer was dismissed for gross misconduct. A constable resigned before a misconduct hearing. "
            "A sergeant received a final written warning for racist messages.",
        ),
    ],
)
def test_what_the_rules_find_elsewhere_stands(further: tuple[str, str]) -> None:
    doubted = [("title", "Roads"), ("request", "How much salt was spread on which of your roads?"), further]
    assert ROOT_TOPIC in [one.topic for one in match(load(weights=NOTHING), doubted)]


@pytest.mark.parametrize(("sentences", "stands"), [(1, False), (2, False), (3, True)])
def test_an_answer_says_less_beside_a_question_about_something_else(sentences: int, stands: bool) -> None:
    told = ["An officer was dismissed.", "A constable was suspended for misconduct.", "A sergeant was convicted."]
    doubted = [("title", "Roads"), ("request", "How much salt was spread on which of your roads?")]
    answered = [*doubted, ("response", " ".join(told[:sentences]))]
    assert (ROOT_TOPIC in [one.topic for one in match(load(weights=NOTHING), answered)]) == stands
    assert (ROOT_TOPIC in [one.topic for one in match(load(weights={}), answered)]) == (sentences > 1)


def test_what_several_sentences_say_is_harder_to_undo() -> None:
    doubting = load(weights={ALWAYS: Weight(math.log(0.2 / 0.8))})
    once = [("title", "Canteen"), ("request", "At which table do officers sit who were suspended?")]
    thrice = [*once, ("request", "Which officers were dismissed? Was there a misconduct hearing?")]
    assert ROOT_TOPIC not in [one.topic for one in match(doubting, once)]
    assert ROOT_TOPIC in [one.topic for one in match(doubting, thrice)]


def test_the_rules_of_a_users_own_topic_stand(tmp_path: Path) -> None:
    own = tmp_path / "topics.toml"
    own.write_text(
        '[topic.salt]\npart_of = "misconduct"\n[[topic.salt.rule]]\nname = "salt"\nany = ["salt"]\n', encoding="utf-8"
    )
    salt = [("title", "Roads"), ("request", "How much salt was spread on which of your roads?")]
    assert [one.topic for one in match(load(own, weights=NOTHING), salt)] == [ROOT_TOPIC, "salt"]
    assert match(load(own, weights=NOTHING), ASKED) == ()


def test_the_head_of_an_answer_is_weighed_where_no_question_is_known(topics) -> None:
    title = ("title", "Keys found in lockers")
    story = [
        title,
        ("response", "Sixteen constables were caught with keys that were not theirs. Four lost their jobs."),
    ]
    assert [head.where for head in topics.heads(story)] == ["title", "response"]
    assert ROOT_TOPIC in [one.topic for one in match(topics, story)]
    asked = [*story, ("request", "How many keys of lockers were found by the cleaners last year?")]
    assert [head.where for head in topics.heads(asked)] == ["title", "request"]


def test_a_story_about_other_people_is_not_about_the_police(topics) -> None:
    """The words undo what a rule finds in its first sentences: nobody asked for more."""
    story = [
        ("title", "Doormen lose their badges"),
        (
            "response",
            "Officers sent 40 reports of misconduct by doormen to the licensing body. It revoked nine badges.",
        ),
    ]
    assert ROOT_TOPIC in [one.topic for one in match(load(weights={}), story)]
    assert match(topics, story) == ()


def test_a_title_that_names_others_is_a_mark_of_its_own(topics) -> None:
    asked = ("request", "How many nurses were suspended?")
    assert {"title {others}", "{others}-{officer}"} <= set(
        topics.words.marks(topics.heads([("title", "Nurses"), asked]), 0)
    )
    apart = set(
        topics.words.marks(topics.heads([("title", "Wards"), ("request", "How many officers guard nurses?")]), 0)
    )
    assert not {"title {others}", "{others}-{officer}"} & apart


def test_only_the_beginning_of_a_request_is_weighed(topics) -> None:
    late = [("title", "Roads"), ("request", "salt " * READ + UNFORESEEN[1][1])]
    assert [len(one.low) for one in topics.heads(late)] == [1, READ]


def test_marks_are_stems_lists_and_lists_together(topics) -> None:
    heads = topics.heads([("request", "Officers who were suspended for lying")])
    marks = topics.words.marks(heads, 0.85)
    assert {"(always)", "suspen", "{person}", "{deed}+{person}", "(rule 0.5)", "(rule 0.8)"} <= set(marks)
    assert "(rule 0.95)" not in marks
    assert "{deed}-{person}" in topics.words.marks(topics.heads([("request", "Pupils suspended for lying")]), 0)


def test_every_weight_can_be_seen(topics) -> None:
    """A weight of a list that is not looked for would never count."""
    named = {mark for mark in read_weights() if mark.startswith("{")}
    lists = {name for mark in named for name in mark.replace("}-{", "}+{").strip("{}").split("}+{")}
    assert lists
    assert lists <= set(topics.words.lexicon.lists)


def test_the_words_find_more_labels_than_the_rules_alone_and_hardly_a_wrong_one(topics) -> None:
    """On the labels that the weights were found from; bench/topics_accuracy.py says what unseen ones come to."""
    some = ROWS[::3]  # enough to see a fall
    wanted = [row for row in some if row["misconduct"]]
    assert right(pairs(topics, wanted)) > right(pairs(load(weights={}), wanted)) + 0.2
    assert right(pairs(topics, [row for row in some if not row["misconduct"]])) > 0.93


def test_labels_say_what_they_are(topics) -> None:
    for row in ROWS:
        assert row["title"] and (row.get("text") or row["response"])
        assert row["misconduct"] is bool(row.get("topic"))
        assert row.get("topic", ROOT_TOPIC) in topics.names


def test_an_empty_request_weighs_nothing() -> None:
    nobody = Weighing(Lexicon({}), EVERYTHING, Lexicon({}))
    assert nobody.judge([], 0.0) is None
    assert nobody.marks([words("title", "")], 0.0) == {ALWAYS: None}


def test_a_mark_adds_its_weight_by_its_share_of_the_rarity() -> None:
    weights = {ALWAYS: Weight(-1.0), "rare": Weight(10.0, 4.0), "common": Weight(5.0, 3.0), "absent": Weight(9.0, 9.0)}
    weighing = Weighing(Lexicon({}), weights, Lexicon({}))
    assert weighing.says([ALWAYS, "rare", "common", "unknown"]) == pytest.approx(
        {ALWAYS: -1.0, "rare": 8.0, "common": 3.0}
    )


def test_weights_are_read_as_written_the_strongest_first(tmp_path: Path) -> None:
    weights = {"weak": Weight(-2.5, 1.0), 'a, "b"': Weight(0.5, 2.0), ALWAYS: Weight(0.1)}
    write_weights(weights, tmp_path / "weights.csv")
    assert list(read_weights(tmp_path / "weights.csv")) == ['a, "b"', ALWAYS, "weak"]
    assert read_weights(tmp_path / "weights.csv") == weights


@pytest.mark.parametrize(
    ("some", "of", "low", "high"),
    [(0, 0, 0.0, 1.0), (10, 10, 0.7225, 1.0), (0, 10, 0.0, 0.2775), (50, 100, 0.4038, 0.5962)],
)
def test_wilson(some: int, of: int, low: float, high: float) -> None:
    assert wilson(some, of) == pytest.approx((low, high), abs=1e-4)


def test_f1_and_its_interval() -> None:
    line = shown("x", [(True, True)] * 60 + [(True, False)] * 20 + [(False, True)] * 20 + [(False, False)] * 50)
    assert line.startswith("x: 150 labels, precision 0.750 (0.65 to 0.83), recall 0.750 (0.65 to 0.83), F1 0.750 (")
    assert line.endswith("(0.67 to 0.82)")
