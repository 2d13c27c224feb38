"""Answers the questions of an invented disclosure: a number, a sum, a table by year, or a line of words."""

from dataclasses import dataclass
from random import Random

from foiwatch.replica.content import Ask, Subject, words
from foiwatch.replica.disclosures import Answer

_UNANSWERED = ("refused", "not held", "ncnd")


@dataclass(frozen=True)
class Slots:
    """What is filled into the patterns of one disclosure; `figures` is a die for numbers up to `size`."""

    period: str
    years: tuple[int, ...]
    area: str
    figures: Random
    size: int

    def fill(self, pattern: str) -> str:
        return pattern.format(period=self.period, year=self.years[-1], area=self.area)

    def figure(self) -> int:
        return self.figures.randint(0, self.size)

    def cell(self, section: str) -> str:
        """A figure as a table shows it; small ones are hidden where an exemption applies."""
        figure = self.figure()
        return "<5" if section and 0 < figure < 5 else f"{figure:,}"


def answers(dice: Random, slots: Slots, subject: Subject, outcome: str, cited: tuple[str, ...]) -> tuple[Answer, ...]:
    """One answer a question, or none where the reply as a whole gives nothing."""
    if outcome in _UNANSWERED:
        return ()
    section = words().exemptions[cited[0]][0] if outcome == "part" else ""
    return tuple(_answer(str(number), ask, dice, slots, subject, section) for number, ask in enumerate(subject.asks, 1))


def _answer(number: str, ask: Ask, dice: Random, slots: Slots, subject: Subject, section: str) -> Answer:
    if ask.kind == "yearly":
        years = tuple((str(year), slots.cell(section)) for year in slots.years)
        return Answer(number, "See the table by year.", (("Year", "Total"), *years))
    if ask.kind == "split":
        rows = tuple((row, *(slots.cell(section) for _ in subject.columns[1:])) for row in subject.rows)
        return Answer(number, "The table sets this out.", (subject.columns, *rows))
    return Answer(number, _line(ask, dice, slots, subject, section))


def _line(ask: Ask, dice: Random, slots: Slots, subject: Subject, section: str) -> str:
    figure = slots.figure()
    if ask.kind == "count":
        shown = "Fewer than five" if section and 0 < figure < 5 else f"{figure:,}"
        return dice.choice((shown, shown, f"The search found {shown.lower()}."))
    if ask.kind == "money":
        return f"£{figure * 137 + 260:,}.{figure % 100:02d}"
    if ask.kind == "detail":
        return f"This part is withheld under {section}." if section else "The reply to this is in the text above."
    if ask.kind == "policy":
        return dice.choice(("The guidance is published on this site.", "The guidance is under review."))
    return dice.choice(subject.says or ("We record nothing that would answer this.",))
