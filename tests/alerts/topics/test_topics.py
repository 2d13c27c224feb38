"""The topics: their own examples, the evidence, the weights, and files that cannot be understood."""

import json
import time
from pathlib import Path

import pytest

from alerts.errors import TopicsError
from alerts.topics.scoring import failures, measure
from alerts.topics.topics import load, match

SHARED = Path(__file__).parents[3].parent / "shared"
LABELS = [path for path in [SHARED / "labels" / "dev.jsonl"] if path.is_file()]
QUESTION = "How many police dogs does the force have, and what do they cost in a year?"


def names(topics, *parts: tuple[str, str]) -> set[str]:
    return {found.topic for found in match(topics, parts)}


def test_the_examples_come_out_as_their_topics_say(topics) -> None:
    assert failures(topics) == []


def test_a_no_is_not_about_misconduct_either(topics) -> None:
    wrong = [
        example.text
        for topic in topics.topics
        for example in topic.examples
        if not example.wanted and match(topics, example.parts)
    ]
    assert wrong == []


def test_every_topic_has_examples_of_both_kinds_and_rolls_up(topics) -> None:
    for topic in topics.topics:
        assert {example.wanted for example in topic.examples} == {True, False}, topic.name
        assert topic.part_of == ("" if topic.name == "misconduct" else "misconduct")


def test_a_match_of_a_topic_is_one_of_what_it_is_part_of(topics) -> None:
    assert names(topics, ("title", "Officers who failed re-vetting")) == {"vetting", "misconduct"}


def test_every_match_has_evidence_that_stands_in_the_text(topics) -> None:
    text = "We write about dogs. How many officers were\n dismissed for gross misconduct in 2024? Thank you."
    found = match(topics, [("title", "Request"), ("request", text)])
    assert found
    for one in found:
        assert 0.5 <= one.score <= 0.99
        for sign in one.evidence:
            assert sign["words"] in " ".join(text.split())
            assert sign["quote"] == "How many officers were dismissed for gross misconduct in 2024?"
            assert sign["where"] == "request"
            assert sign["rule"].partition(":")[0] in topics.names


def test_a_wrapped_line_does_not_part_a_phrase(topics) -> None:
    assert "misconduct" in names(topics, ("request", "How many officers faced gross\nmisconduct proceedings?"))


@pytest.mark.parametrize(
    "response",
    [
        "We expect high standards of our people and act when they fall short.",
        "If you are unhappy with this answer you may make a complaint to the Information Commissioner.",
        "COMPLAINT RIGHTS: you have the right to complain about how your request was handled.",
        "Any officer found to have broken these rules will face disciplinary action.",
        "Section 31(2)(b): whether any person is responsible for any conduct which is improper.",
    ],
)
def test_the_furniture_of_a_letter_is_not_read(topics, response: str) -> None:
    assert names(topics, ("title", "Police dogs"), ("request", QUESTION), ("response", response)) == set()
    assert names(topics, ("title", "Police dogs"), ("response", response)) == set()


def test_a_stray_mention_in_a_file_weighs_little(topics) -> None:
    stray = "Revenue and capital. " * 900 + "One officer was dismissed for gross misconduct. " + "Rates. " * 900
    assert names(topics, ("title", "Budget"), ("request", QUESTION), ("attachment budget.pdf", stray)) == set()
    table = "Officers dismissed for gross misconduct\nHearings held: 7\nFinal written warnings to officers: 3\n"
    assert "misconduct" in names(topics, ("title", "FOI 7"), ("attachment table.pdf", table * 3))


def test_the_head_of_a_file_is_the_answer_where_no_question_is_known(topics) -> None:
    sheet = ("attachment Figures", "Year\tOfficers dismissed for gross misconduct\n2024\t7")
    assert "misconduct" in names(topics, ("title", "Workforce figures"), ("request", "See my table."), sheet)
    assert names(topics, ("title", "Dogs"), ("request", QUESTION), sheet) == set()
    letter = ("attachment Letter", "Professional Standards Department\nFreedom of Information\nDear Sir or Madam")
    assert names(topics, ("title", "Police dogs"), letter) == set()


def test_a_lone_answer_counts_more_when_the_question_is_lost(topics) -> None:
    answer = ("response", "Four officers were dismissed for gross misconduct.")
    assert "misconduct" in names(topics, ("title", "FOI 7/26"), answer)
    assert names(topics, ("title", "Police dogs"), ("request", QUESTION), answer) == set()


def test_it_is_quick(topics) -> None:
    text = "The officer attended a burglary and recorded a complaint about noise in the street. " * 60
    parts = [("title", "Burglary"), ("request", QUESTION), ("response", text)]
    match(topics, parts)
    begun = time.process_time()
    for _ in range(10):
        match(topics, parts)
    # Of the processor, whatever else the machine does; a hundred times what it takes: for a rule that makes it crawl.
    assert (time.process_time() - begun) / 10 < 0.3


@pytest.mark.parametrize("labels", LABELS, ids=lambda path: path.name)
def test_the_labels_are_met(topics, labels: Path) -> None:
    scores = list(measure(topics, labels.read_text(encoding="utf-8")))
    f1 = [float(line.rpartition("F1 ")[2].split()[0]) for line in scores]
    assert f1[0] >= 0.93
    assert f1[1] >= 0.85


def test_measure_counts() -> None:
    rows = [
        {"title": "Misconduct hearings", "gist": "", "misconduct": True},
        {"title": "Misconduct hearings", "gist": "", "misconduct": False},
        {"title": "Police dogs", "gist": "", "misconduct": True},
        {"title": "Misconduct", "gist": "", "misconduct": True, "borderline": True},
    ]
    (line,) = measure(load(), "\n".join(map(json.dumps, rows)))
    assert line.startswith("all: 3 labels, precision 0.500 (0.09 to 0.91), recall 0.500 (0.09 to 0.91), F1 0.500 (")


def test_measure_counts_labels_of_one_topic() -> None:
    row = {"title": "Vetting", "text": "How many officers failed re-vetting?", "topic": "vetting", "wanted": True}
    other = row | {"topic": "corruption", "wanted": False}
    (line,) = measure(load(), f"{json.dumps(row)}\n{json.dumps(other)}")
    assert line.startswith("all: 2 labels, precision 1.000")


def own(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "own.toml"
    file.write_text(text, encoding="utf-8")
    return file


OWN = """
[acronyms]
GDL = ["giant digital ledger"]

[topic.ledgers]
title = "Ledgers"
yes = ["Ledger | Was a GDL bought?"]
no = ["Dogs | How many?"]

[[topic.ledgers.rule]]
name = "bought"
near = [["GDL"], ["bought", "purchas*"]]
"""


def test_a_person_adds_topics_of_their_own(tmp_path: Path) -> None:
    topics = load(own(tmp_path, OWN))
    assert names(topics, ("request", "Who purchased the giant digital ledger?")) == {"ledgers"}
    assert names(topics, ("request", "Who sold the GDL?")) == set()
    assert "misconduct" in topics.names
    assert topics.digest != load().digest
    assert failures(topics) == []


@pytest.mark.parametrize(
    ("wrong", "line", "why"),
    [
        ("[topic.x]\nabout = 'x'\ntitel = 'y'\n", 3, "unknown key 'titel'"),
        ("[topic.x]\n[[topic.x.rule]]\nname = 'r'\nany = ['{nobody} left']\n", 4, "no list 'nobody'"),
        ("[topic.x]\n[[topic.x.rule]]\nname = 'r'\nany = ['... left']\n", 4, "must begin and end"),
        ("[topic.x]\n[[topic.x.rule]]\nname = 'r'\nwithin = 3\n", 3, "exactly one of any, all, near, then"),
        ("[topic.x]\n[[topic.x.rule]]\nname = 'r'\nnear = ['a', 'b']\n", 3, "expects lists of phrases"),
        (
            "[topic.x]\n[[topic.x.rule]]\nname = 'r'\nany = ['a']\nwhere = ['heading']\n",
            5,
            "where is 'heading'",
        ),
        ("[topic.x]\n[[topic.x.rule]]\nname = 'r'\nany = ['a']\nweight = 'much'\n", 5, "not a number"),
        ("[topic.x]\npart_of = 'nothing'\nabout = 'y'\n", 2, "part_of names no topic"),
        ("[topic.x]\npart_of = 'x'\nabout = 'y'\n", 1, "is part of itself"),
        ("[topic.x]\npart_of='y'\nabout='x'\n[topic.y]\npart_of='x'\nabout='y'\n", 1, "is part of itself"),
        ("[lists]\nofficer = 'PC'\n", 2, "expected a list of strings"),
        ("[topics]\n", 1, "unknown table 'topics'"),
        ("[topic.x\n", 1, "expected TOML"),
    ],
)
def test_a_file_that_cannot_be_understood_is_refused(tmp_path: Path, wrong: str, line: int, why: str) -> None:
    with pytest.raises(TopicsError) as refusal:
        load(own(tmp_path, wrong))
    assert f"own.toml:{line}: " in str(refusal.value)
    assert why in str(refusal.value)
