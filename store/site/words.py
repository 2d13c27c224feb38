"""The words that a reader sees for the values the record holds: dates, sizes, outcomes, verbs."""

from datetime import date, datetime

OUTCOMES = {
    "disclosed": "Disclosed",
    "part_disclosed": "Partly disclosed",
    "refused": "Refused",
    "not_held": "Not held",
    "ncnd": "Neither confirmed nor denied",
    "pending": "Pending",
    "unknown": "Outcome not read",
}
STATUSES = {
    "present": "On the force’s site",
    "suspect": "Not found at the last look",
    "withdrawn": "Withdrawn by the force",
    "moved": "Moved to another address",
    "quarantined": "Held back",
}
KINDS = {"disclosure": "Disclosure", "correspondence": "Correspondence", "news": "News"}
VERBS = {"new": "New", "changed": "Changed", "withdrawn": "Withdrawn", "restored": "Back again"}
STATES = {
    "present": "Seen on the force’s site",
    "suspect": "Not found",
    "withdrawn": "Counted as withdrawn",
    "restored": "Back on the force’s site",
    "moved": "Found at another address",
}
FIELDS = {
    "ref": "reference", "request_text": "request", "response_text": "response", "words": "text",
    "other bytes": "replaced", "had now": "kept since", "not had": "no longer to be had",
}  # fmt: skip
ANSWERS = {"part": "in part", "NCND": "neither confirmed nor denied", "not told": "not read"}
PLATFORMS = {"single_online_home": "Single Online Home", "wordpress": "WordPress"}

_ALL = {**PLATFORMS, **OUTCOMES, **STATUSES, **KINDS, **VERBS}
_MEDIA = {
    "application/pdf": "PDF",
    "text/csv": "CSV",
    "text/html": "Web page",
    "text/plain": "Text",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel sheet",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word document",
    "application/vnd.oasis.opendocument.spreadsheet": "OpenDocument sheet",
    "application/vnd.ms-excel": "Excel sheet",
    "application/msword": "Word document",
}


def named(value: str) -> str:
    """A value of the record in a reader's words; one that has none keeps its own, without underscores."""
    return _ALL.get(value, value.replace("_", " "))


def answered(word: str) -> str:
    """What a force answered, as the figures of a dossier have it in a word."""
    return ANSWERS.get(word, word)


def capital(words: str) -> str:
    """Words as they begin a sentence; the rest stays, for it may hold a name."""
    return words[:1].upper() + words[1:]


def field(name: str) -> str:
    """The name of a field that changed, or what became of a file, in a reader's words."""
    return FIELDS.get(name, name.replace("_", " "))


def state(name: str) -> str:
    """A state of the ledger in a reader's words."""
    return STATES.get(name, name)


def day(value: str) -> str:
    """An ISO date, month or year as a reader writes it, no more precise than it is; other words unchanged."""
    try:
        if len(value) == 7:
            return f"{date.fromisoformat(value + '-01'):%B %Y}"
        moment = date.fromisoformat(value[:10])
    except ValueError:
        return value
    return f"{moment.day} {moment:%B %Y}"


def moment(value: str) -> str:
    """An ISO time in UTC as a day and a clock time; empty for none."""
    try:
        when = datetime.fromisoformat(value)
    except ValueError:
        return value
    return f"{day(value)}, {when:%H:%M}"


def web(address: str) -> bool:
    """Whether an address may become a link: http or https and nothing else, for a link can hold a script."""
    return address.lower().startswith(("https://", "http://"))


def host(address: str) -> str:
    """The host that an address names, without its www."""
    return address.partition("//")[2].partition("/")[0].removeprefix("www.")


def kind_of_file(media_type: str) -> str:
    """A media type as a reader calls it."""
    return _MEDIA.get(media_type, media_type or "File")


def size(count: int | None) -> str:
    """Bytes as a reader says them."""
    number = float(count or 0)
    for unit in ("bytes", "KB", "MB"):
        if number < 1000:
            return f"{number:,.0f} {unit}"
        number /= 1000
    return f"{number:,.1f} GB"


def number(count: int | None) -> str:
    """A count with its thousands apart."""
    return f"{count or 0:,}"
