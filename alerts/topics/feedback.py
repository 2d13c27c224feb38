"""What people said of matches, held against the topics as they now are: each mark is a test case."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from alerts.topics.matching import parts
from alerts.topics.scoring import about
from alerts.topics.topics import ROOT_TOPIC, Topics
from store.database import Store
from store.marks import Mark, marks


@dataclass(frozen=True)
class Checked:
    """A mark, and whether the disclosure as it now reads is about its topic."""

    mark: Mark
    found: bool

    @property
    def right(self) -> bool:
        return self.mark.wanted == self.found

    def line(self) -> str:
        """The mark in words."""
        said = "yes" if self.mark.wanted else "no"
        now = "as marked" if self.right else "it matches" if self.found else "it does not match"
        return f"{self.mark.kept.id} {self.mark.topic}: {said}, {now}: {self.mark.kept.title or self.mark.kept.address}"

    def case(self) -> dict[str, Any]:
        """The mark as a label that `foiwatch topics score` and bench/weigh_topics.py read."""
        kept, topic, wanted = self.mark.kept, self.mark.topic, self.mark.wanted
        words = {"title": kept.title, "text": kept.request_text, "response": kept.response_text}
        # What is not about one kind of misconduct may be about another.
        whole = {"misconduct": wanted} if wanted or topic == ROOT_TOPIC else {}
        return {"id": kept.id, **words, "topic": topic, "wanted": wanted, **whole}


def checked(store: Store, topics: Topics) -> list[Checked]:
    """All marks of topics that there are, matched anew; the files of a disclosure are read as well."""
    known = [mark for mark in marks(store) if mark.topic in topics.names]
    return [Checked(mark, about(topics, mark.topic, parts(mark.kept))) for mark in known]


def pairs(all_checked: Sequence[Checked]) -> list[tuple[bool, bool]]:
    """(wanted, found) of each, as the score counts them."""
    return [(one.mark.wanted, one.found) for one in all_checked]
