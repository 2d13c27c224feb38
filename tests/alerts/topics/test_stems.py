"""Words by their first letters, alone and in twos, but for those with which anything is asked."""

from alerts.topics.phrases import words
from alerts.topics.stems import stems


def test_words_count_by_their_first_letters_alone_and_in_twos() -> None:
    cut = words("title", "Suspended, or a suspension of pay")
    assert stems(cut) == {
        "suspen": (cut, (0, 1)), "pay": (cut, (5, 6)), "suspen suspen": (cut, (0, 4)), "suspen pay": (cut, (3, 6)),
    }  # fmt: skip


def test_words_of_asking_answering_and_counting_say_nothing() -> None:
    assert stems(words("request", "Please provide the information requested in question 2: the number a year")) == {}
    assert stems(words("title", "FOI disclosure partly withheld, section 40")) == {}
    assert set(stems(words("title", "Dogs: request about dogs"))) == {"dogs", "about", "about dogs"}
