"""Writes an invented disclosure from its serial number: the same number gives the same words, always."""

from datetime import UTC, datetime, timedelta
from random import Random

from foiwatch.replica.content import Subject, themed, words
from foiwatch.replica.disclosures import Answer, Attachment, Disclosure, Question, slug
from foiwatch.replica.figures import Slots, answers
from foiwatch.replica.sites import Site

_FILE_KINDS = ("xlsx", "pdf", "csv", "docx", "pdf", "xlsx")
# How often a reply discloses, discloses in part, refuses, or finds nothing: more is held back about people.
_OUTCOMES = ("disclosed", "part", "refused", "not held")
_WEIGHTS = {True: (30, 45, 12, 4), False: (55, 25, 8, 6)}


def theme(serial: int) -> str:
    """About one in six is about police misconduct, one in fifteen only sounds like it."""
    if serial % 6 == 2:
        return "misconduct"
    return "hard" if serial % 15 == 7 else "usual"


def is_file(serial: int, site: Site) -> bool:
    """Some entries of a Single Online Home listing lead straight to a spreadsheet."""
    return site.product == "soh" and serial % 40 == 17


def compose(
    site: Site, serial: int, published: datetime, *, revision: int = 0, about: str = "", seed: int = 1
) -> Disclosure:
    """The disclosure of that number. A `revision` above 0 has other figures; `about` sets the theme."""
    dice = Random(f"{seed}/{site.name}/{serial}")
    subject = _subject(site, serial, about or theme(serial), seed)
    slots = _slots(dice, Random(f"{seed}/{site.name}/{serial}/{revision}"), subject)
    # Spending is what a publication scheme lists, always under the same name.
    title = slots.fill(subject.titles[0] if subject.key == "spending" else dice.choice(subject.titles))
    ref, responded = (
        reference(site, serial, published),
        published.date() - timedelta(days=dice.randint(2, 20)),
    )
    cited = _cited(dice, subject)
    outcome = "disclosed" if is_file(serial, site) else _outcome(dice, subject, cited)
    replies = answers(dice, slots, subject, outcome, cited)
    withheld = cited if outcome in ("part", "refused", "ncnd") else ()
    return Disclosure(
        site=site.name, serial=serial, ref=ref, title=title, slug=slug(title), subject=subject.key,
        category=subject.category, misconduct=subject.misconduct, period=slots.period, published=published,
        received=responded - timedelta(days=dice.randint(15, 33)), responded=responded,
        asker=dice.choice(words().askers), questions=_questions(slots, subject), answers=replies,
        outcome=outcome,
        exemptions=tuple(words().exemptions[key] for key in withheld), reasons=_reasons(dice, withheld),
        caveats=tuple(dice.sample(words().caveats, dice.randint(1, 3))), thanks=dice.choice(words().thanks),
        review=dice.choice(words().reviews), file_only=is_file(serial, site), revision=revision,
        attachments=_attachments(dice, site, serial, ref, slug(title), replies),
    )  # fmt: skip


def at(day: datetime, serial: int) -> datetime:
    """A publishing time in office hours on that day, another for each number."""
    hour, minute, second = 8 + serial % 8, serial * 7 % 60, serial * 13 % 60
    return day.astimezone(UTC).replace(hour=hour, minute=minute, second=second, microsecond=0)


def reference(site: Site, serial: int, published: datetime) -> str:
    """The reference number as that force writes it; the three forces of one unit share a counter."""
    year, short = published.year, published.year % 100
    shapes = {
        "met": f"01.FOI.{short}.{40000 + serial * 7:06d}",
        "bch": f"FOI{year}/{1000 + serial * 3 + (site.name == 'beds'):05d}",
        "wordpress": f"{100 + serial}A/{short}",
        "essex": f"{21000 + serial * 3}",
        "cleveland": f"{100 + serial}-{short}",
        "south wales": f"{200 + serial}/{short}",
    }
    return shapes[site.layout]


def _subject(site: Site, serial: int, about: str, seed: int) -> Subject:
    if is_file(serial, site):
        return next(s for s in themed("usual") if s.key == "spending")
    # A shuffled round of all subjects, so that a small log does not ask the same thing five times.
    choices = themed(about)
    number = serial // 6 if theme(serial) == "misconduct" else serial * 5 + 3
    turn, place = divmod(number, len(choices))
    return Random(f"{seed}/{site.name}/{about}/{turn}").sample(choices, len(choices))[place]


def _slots(dice: Random, figures: Random, subject: Subject) -> Slots:
    every = words().years
    last = dice.randrange(2, len(every))
    years = every[max(0, last - dice.randint(1, 3)) : last + 1]
    size = dice.choice((14, 40, 90)) if subject.misconduct else dice.choice((60, 400, 2500))
    return Slots(f"{years[0]} to {years[-1]}", years, dice.choice(words().areas), figures, size)


def _questions(slots: Slots, subject: Subject) -> tuple[Question, ...]:
    return tuple(Question(str(number), slots.fill(ask.text)) for number, ask in enumerate(subject.asks, 1))


def _cited(dice: Random, subject: Subject) -> tuple[str, ...]:
    if not subject.exempt:
        return ()
    return tuple(dice.sample(subject.exempt, dice.randint(1, len(subject.exempt))))


def _outcome(dice: Random, subject: Subject, cited: tuple[str, ...]) -> str:
    if not cited:
        return "disclosed"
    return "ncnd" if "ncnd" in cited else dice.choices(_OUTCOMES, _WEIGHTS[subject.misconduct])[0]


def _reasons(dice: Random, cited: tuple[str, ...]) -> tuple[str, ...]:
    files, minutes = dice.randint(400, 3000), dice.choice((5, 8, 10))
    hours = files * minutes // 60
    return tuple(words().reasons[key].format(files=files, minutes=minutes, hours=hours) for key in cited)


def _attachments(
    dice: Random, site: Site, serial: int, ref: str, stem: str, replies: tuple[Answer, ...]
) -> tuple[Attachment, ...]:
    if is_file(serial, site):
        return (Attachment(stem, "xlsx", "Spreadsheet"),)
    kinds = dice.sample(_FILE_KINDS, dice.choice((0, 0, 1, 1, 1, 2) if replies else (0, 0, 0, 1)))
    names = (stem, f"{stem}---annex")
    if site.product == "wordpress":
        base = ref.replace("/", "_")
        names = (f"{base}_attachment", f"{base}_ATTACHMENT_02")
    return tuple(Attachment(name, kind, name) for name, kind in zip(names, kinds, strict=False))
