"""What a list of dossiers says of each: how many forces were asked, and how many answered how."""

from collections import Counter, defaultdict
from sqlite3 import Connection
from typing import Any

import msgspec

from store.dossiers.answering import ANSWERS, NO_ANSWER
from store.figures.counting import Rows

# A thread in which the force has said nothing is no answer of which the outcome was not read.
_SILENT = """SELECT id FROM disclosures WHERE kind = 'correspondence' AND trim(response_text) = '' AND responded = ''
    AND outcome IN ('unknown', 'pending') AND NOT EXISTS (SELECT 1 FROM attachments WHERE disclosure = disclosures.id)
    AND id IN (SELECT id FROM counted WHERE kind = 'correspondence')"""
_MEMBERS = f"""SELECT dossier, since, dossier_members.disclosure, coalesce(force, ''), outcome, silent.id
    FROM dossier_members JOIN dossiers ON dossiers.id = dossier
        JOIN counted ON counted.id = dossier_members.disclosure
        LEFT JOIN disclosure_forces ON disclosure_forces.disclosure = counted.id
        LEFT JOIN ({_SILENT}) AS silent ON silent.id = counted.id"""
# Of several answers of one force, that which says most.
_SAYS_MOST = ("disclosed", "part_disclosed", "refused", "ncnd", "not_held", "unknown", "pending", "")


def summaries(db: Connection) -> Rows:
    """The rows of figures_dossiers; `answers` is JSON, how many forces by answer. Wants `counting.prepare` first."""
    heads: dict[int, str] = {}
    members: dict[int, set[int]] = defaultdict(set)
    answers: dict[int, dict[str, str]] = defaultdict(dict)
    for dossier, since, disclosure, force, outcome, silent in db.execute(_MEMBERS):
        heads[dossier] = since
        members[dossier].add(disclosure)
        said = "" if silent else outcome if outcome in _SAYS_MOST else "unknown"
        answers[dossier][force] = min(said, answers[dossier].get(force, said), key=_SAYS_MOST.index)
    return [(one, since, len(members[one]), *_answered(answers[one])) for one, since in sorted(heads.items())]


def _answered(by_force: dict[str, str]) -> tuple[Any, ...]:
    counted = Counter(ANSWERS.get(said, NO_ANSWER) for said in by_force.values())
    named = sum(1 for force in by_force if force)
    return (named, msgspec.json.encode(dict(counted.most_common())).decode())
