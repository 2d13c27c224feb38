"""The shapes that reading gives back: what one document says, and nothing that it does not say."""

from dataclasses import dataclass, field

OUTCOMES = ("disclosed", "part_disclosed", "refused", "not_held", "ncnd", "pending", "unknown")
KINDS = ("disclosure", "correspondence", "news")


@dataclass(frozen=True)
class Force:
    """A police body as the register knows it. `ref_form` is a regular expression or empty."""

    name: str
    hosts: tuple[str, ...] = ()
    slugs: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    ref_form: str = ""


@dataclass(frozen=True)
class Link:
    """An address as the page writes it (not resolved) and the words of the link."""

    href: str
    text: str


@dataclass(frozen=True)
class Marked:
    """A letter of a correspondence that the page marks: whether the body wrote it, and its first lines."""

    incoming: bool
    opening: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    """An HTML page or text file turned into words: Markdown free of chrome, and what the document itself holds.

    `set_in`: the lines of the only block that it sets in as a quotation.
    """

    title: str
    words: str
    links: tuple[Link, ...] = ()
    attachments: tuple[Link, ...] = ()
    tables: tuple[tuple[tuple[str, ...], ...], ...] = ()
    canonical: str = ""
    shortlink: str = ""
    published: str = ""
    site_name: str = ""
    papers: tuple[str, ...] = ()
    is_report: bool = False
    letters: tuple[Marked, ...] = ()
    set_in: tuple[str, ...] = ()


@dataclass(frozen=True)
class Dates:
    """ISO 8601, as precise as known: a year, a year and month, or a day; empty when unknown."""

    received: str = ""
    responded: str = ""
    published: str = ""


@dataclass(frozen=True)
class Citation:
    """A section in normal form (`s40(2)`, `reg 12(4)(b)`), its sentence, and whether the force relies on it.

    `place`: request, response or end (a legal annex, standard words). `law`: FOIA, FOISA or EIR. `kind` and
    `ncnd` as in law.Kind.
    """

    section: str
    quote: str
    relied_on: bool
    place: str = "response"
    law: str = "FOIA"
    kind: str = ""
    ncnd: bool = False


@dataclass(frozen=True)
class Reading:
    """What one document says. Empty means: not said, or not read; `notes` then tells which."""

    url: str
    kind: str
    title: str
    ref: str
    alt_refs: tuple[str, ...]
    forces: tuple[str, ...]
    dates: Dates
    request_text: str
    response_text: str
    questions: tuple[dict[str, str | None], ...]
    answers: tuple[dict[str, str | None], ...]
    citations: tuple[Citation, ...]
    outcome: str
    outcome_parts: dict[str, str]
    tables: tuple[dict[str, object], ...]
    suppressed: tuple[dict[str, str], ...]
    attachments: tuple[Link, ...]
    words: str
    canonical: str = ""
    shortlink: str = ""
    ncnd_part: bool = False
    boilerplate: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())
    paper: str = ""

    @property
    def exemptions(self) -> tuple[str, ...]:
        """The sections that the force relies on, each once, in the order of the document."""
        return tuple(dict.fromkeys(c.section for c in self.citations if c.relied_on))
