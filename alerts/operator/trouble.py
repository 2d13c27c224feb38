"""One thing that the operator should know of, as it is now."""

from dataclasses import dataclass

OPERATOR = "operator"  # the name under which messages to the operator stand in the outbox

SOURCE, QUIET, FEW, MANY, FIELD = "source", "quiet", "few", "many", "field"
DISK, DEAD, STUCK, HELD = "disk", "dead letters", "stuck", "quarantine"


@dataclass(frozen=True)
class Trouble:
    """`kind` is one of those above; `about` a source, a source and a field, or the digest of a target.

    It is told again when its `state` becomes one that was not told since it began. `said` is a sentence without its
    stop, `advice` what to do. Troubles of one kind and `cause` are one to a reader, who is named the `name` of each.
    """

    kind: str
    about: str
    state: str
    said: str
    advice: str = ""
    cause: str = ""
    name: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.kind, self.about
