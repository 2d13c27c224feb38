"""Links an article about FOI figures to the disclosure that it reports, when one fits, with the reasons.

An article that fits none, or two alike, has no link: a wrong one would put words into a force's mouth.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from sqlite3 import Connection
from typing import Any

import msgspec

from store import news_search
from store.contents import clean_json
from store.news_evidence import (
    ENOUGH_FIGURES,
    LONGEST,
    MOST_WORDS,
    Document,
    Shared,
    figures,
    shared,
    stems,
    window,
    within,
)

CANDIDATES = 20  # of what is found, the likeliest, that are weighed
AHEAD = 1.2  # the best must be worth so much more than the next
_DAYS = "published, responded"
_DATED = """INSERT INTO news_days (force, published, news)
    SELECT force, published, id FROM disclosures JOIN disclosure_forces ON disclosure = id WHERE id = ?"""
# Undated news fits any time, and what is dated by its month or year may.
_NEWS = """SELECT id, disclosures.published, title, words FROM news_days JOIN disclosures ON id = news
    WHERE force = ? AND (news_days.published IN ('', ?, ?) OR news_days.published BETWEEN ? AND ?)"""
_TEXTS = f"title, request_text, response_text, substr(attachments_text, 1, {LONGEST})"


@dataclass(frozen=True)
class NewsLink:
    """A link as one of its ends tells of it: the other end, and why."""

    id: int
    title: str
    address: str
    score: float
    reasons: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class _Candidate:
    id: int
    days: int
    what: Shared


def link(db: Connection, id: int) -> None:
    """Link what was kept: an article to its disclosure, or the articles that this disclosure may be behind."""
    row = db.execute("SELECT kind FROM disclosures WHERE id = ?", (id,)).fetchone()
    db.execute("DELETE FROM news_days WHERE news = ?", (id,))
    if row[0] == "news":
        db.execute(_DATED, (id,))
        _link_article(db, id)
    elif db.execute("SELECT 1 FROM disclosures WHERE kind = 'news' LIMIT 1").fetchone():
        for article in _articles_near(db, id):
            _link_article(db, article)


def links(db: Connection, ids: Iterable[int], end: str) -> dict[int, list[NewsLink]]:
    """For each of the ids, as the `end` ("news" or "disclosure") of a link: the other ends, the surest first."""
    other = {"news": "disclosure", "disclosure": "news"}[end]
    asked = list(ids)
    query = f"""SELECT news_links.{end}, id, title, address, score, reasons FROM news_links
        JOIN disclosures ON disclosures.id = news_links.{other}
        WHERE news_links.{end} IN ({", ".join("?" * len(asked))}) ORDER BY score DESC, id"""
    found: dict[int, list[NewsLink]] = {id: [] for id in asked}
    for own, id, title, address, score, reasons in db.execute(query, asked):
        found[own].append(NewsLink(id, title, address, score, tuple(msgspec.json.decode(reasons))))
    return found


def _articles_near(db: Connection, disclosure: int) -> list[int]:
    """The articles on its force, published soon enough after it, that share a figure or name it; and its own."""
    linked = {news for (news,) in db.execute("SELECT news FROM news_links WHERE disclosure = ?", (disclosure,))}
    published, responded, ref = _row(db, f"{_DAYS}, ref", disclosure)
    first, last = window((published, responded))
    forces = db.execute("SELECT force FROM disclosure_forces WHERE disclosure = ?", (disclosure,)).fetchall()
    found = [row for (force,) in forces for row in db.execute(_NEWS, (force, first[:4], first[:7], first, last))]
    near = [article for article in found if within(article[1], (published, responded)) is not None]
    # A workbook's figures are many, and there is seldom an article.
    own = Document(figures("\n".join(_row(db, _TEXTS, disclosure))) if near else frozenset(), frozenset(), ref)
    for id, _, title, words in near:
        text = f"{title}\n{words}"
        what = shared(Document(figures(text), frozenset(), text=text), own, {})
        if what.named or what.of_figures >= ENOUGH_FIGURES:
            linked.add(id)
    return sorted(linked)


def _link_article(db: Connection, id: int) -> None:
    day, title, words = _row(db, "published, title, words", id)
    text = f"{title}\n{words}"
    spelled = dict(islice(stems(text).items(), MOST_WORDS))
    article = Document(figures(text), frozenset(spelled), text=text)
    latest = news_search.sample(db)
    rare = news_search.rarity(db, spelled, latest)
    near = news_search.found(db, id, article, spelled, rare, latest, day)[:CANDIDATES]
    best = _best([_weighed(db, *one, article, rare) for one in near])
    db.execute("DELETE FROM news_links WHERE news = ?", (id,))
    if best:
        score = round(min(0.99, best.what.worth / 10), 2)
        reasons = clean_json(_reasons(db, id, best, undated=not day))
        db.execute("INSERT INTO news_links VALUES (?, ?, ?, ?)", (id, best.id, score, reasons))


def _weighed(db: Connection, id: int, days: int, article: Document, rare: Mapping[str, float]) -> _Candidate:
    ref, title, request, response, files = _row(db, f"ref, {_TEXTS}", id)
    subject = frozenset(stems(f"{title}\n{request or response}"))
    told = Document(figures("\n".join((title, request, response, files))), subject, ref)
    return _Candidate(id, days, shared(article, told, rare))


def _best(found: Sequence[_Candidate]) -> _Candidate | None:
    ranked = sorted(found, key=lambda one: (-one.what.worth, one.days, one.id))
    if not ranked or not ranked[0].what.enough:
        return None
    alike = len(ranked) > 1 and ranked[1].what.enough and ranked[0].what.worth < AHEAD * ranked[1].what.worth
    return None if alike else ranked[0]


def _reasons(db: Connection, id: int, best: _Candidate, *, undated: bool) -> list[dict[str, Any]]:
    query = """SELECT force FROM disclosure_forces WHERE disclosure = ?
        INTERSECT SELECT force FROM disclosure_forces WHERE disclosure = ?"""
    forces = [force for (force,) in db.execute(query, (id, best.id))]
    reasons: list[dict[str, Any]] = [{"reason": "force", "shared": forces}]
    if best.what.named:
        reasons.append({"reason": "reference", "shared": list(_row(db, "ref", best.id))})
    if best.what.figures:
        reasons.append({"reason": "figures", "shared": list(best.what.figures)})
    if best.what.words:
        reasons.append({"reason": "words", "shared": list(best.what.words)})
    published, responded = _row(db, _DAYS, best.id)
    if not undated and (published or responded):
        reasons.append({"reason": "days", "days": best.days})
    return reasons


def _row(db: Connection, columns: str, id: int) -> tuple[Any, ...]:
    return tuple(db.execute(f"SELECT {columns} FROM disclosures WHERE id = ?", (id,)).fetchone())
