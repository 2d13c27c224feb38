"""A disclosure part by part, as rules and weights read it: what only looks like the matter is taken out first."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from alerts.topics.left_out import leave_out
from alerts.topics.lexicon import Lexicon
from alerts.topics.others import NOT_BY_POLICE, name_others, name_victims
from alerts.topics.phrases import Hit, Place, Words, words

READ = 60_000  # characters of one part: a register of thousands of rows says what it is about before that


@dataclass(frozen=True)
class Part:
    """A part of a disclosure with all hits of all lists, boilerplate taken out."""

    words: Words
    hits: dict[str, list[Hit]]

    @property
    def kind(self) -> str:
        return self.words.where.partition(" ")[0]

    def in_sentence(self, name: str, number: int) -> bool:
        return any(self.words.sentence[hit[0]] == number for hit in self.hits.get(name, ()))


def read_parts(lexicon: Lexicon, blanks: Lexicon, texts: Iterable[tuple[str, str, Place]]) -> list[Part]:
    """Find all hits; words that only look like the matter and sentences of boilerplate are blanked first."""
    cuts = [words(where, text[:READ], place) for where, text, place in texts]
    found = [(cut, blanks.hits(cut)) for cut in cuts]
    for cut, hits in found:
        _blank(cut, hits)
        leave_out(cut, hits)
        name_victims(cut, hits)
    name_others([(cut, _still_read(cut, hits)) for cut, hits in found])
    return [Part(cut, lexicon.hits(cut)) for cut in cuts]


def _still_read(cut: Words, found: Mapping[str, Sequence[Hit]]) -> dict[str, Sequence[Hit]]:
    """The hits, without officers who are blanked or suffer: they are not whom the words are about."""
    officers, gone = ("own_officers", "officer", "bare_officers", "other_officers"), ("", NOT_BY_POLICE)
    return {**found, **{name: [hit for hit in found.get(name, ()) if cut.low[hit[0]] not in gone] for name in officers}}


def _blank(cut: Words, found: Mapping[str, Sequence[Hit]]) -> None:
    dull = {cut.sentence[hit[0]] for hit in found.get("boilerplate", ())} if cut.where != "title" else set()
    for at, number in enumerate(cut.sentence if dull else ()):
        if number in dull:
            cut.low[at] = ""
    for start, end in found.get("ignore", ()):
        cut.low[start:end] = [""] * (end - start)
    for start, _ in found.get("not_asked", ()) if cut.where == "request" else ():
        if cut.low[start]:
            end = _end_of_clause(cut, start)
            cut.low[start:end] = [""] * (end - start)


def _end_of_clause(cut: Words, start: int) -> int:
    """Where the sentence of a word ends, or the bracket that it stands in."""
    end = bisect_right(cut.sentence, cut.sentence[start])
    return next((at for at in range(start + 1, end) if ")" in cut.text[cut.spans[at - 1][1] : cut.spans[at][0]]), end)
