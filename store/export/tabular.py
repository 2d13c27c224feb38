"""The record as plain tables: what each is called and what its columns mean."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from store.export import flattened


@dataclass(frozen=True)
class Column:
    """A column; `kind` is a type of Frictionless Table Schema (string, integer, number, boolean, datetime)."""

    name: str
    description: str
    kind: str = "string"


@dataclass(frozen=True)
class Tabular:
    """A table: the columns that tell its rows apart come first, as many as `keys`. `rows` takes an exported object."""

    name: str
    title: str
    keys: int
    columns: tuple[Column, ...]
    rows: Callable[[dict[str, Any]], Iterator[dict[str, Any]]]


ID = Column("disclosure", "The disclosure, as in disclosures.", "integer")
DISCLOSURES = Tabular(
    "disclosures",
    "Disclosures, one row each",
    1,
    (
        Column("id", "Number of the disclosure in this collection; it does not change.", "integer"),
        Column("source", "Short name of the disclosure log."),
        Column("kind", "disclosure, correspondence or news."),
        Column("status", "present, suspect (missing at the last look), withdrawn, moved or quarantined."),
        Column("forces", "Full names of the forces that answered, joined with '; '."),
        Column("ref", "The force's own reference."),
        Column("alt_refs", "Its other references, joined with '; '."),
        Column("title", "The title as published."),
        Column("url", "Where the force publishes it."),
        Column("received", "When the request was received; an ISO date as precise as the page says."),
        Column("responded", "When the force answered; an ISO date as precise as the page says."),
        Column("published", "When the answer was published; an ISO date as precise as the page says."),
        Column("outcome", "disclosed, part_disclosed, refused, not_held, ncnd, pending or unknown: read by rules."),
        Column("exemptions", "Sections that the force relies on, joined with '; '."),
        Column("topics", "Topics that it is about, joined with '; '."),
        Column("attachments", "Addresses of its files, joined with '; '."),
        Column("versions", "How many versions are kept.", "integer"),
        Column("first_seen", "When it was first kept, UTC.", "datetime"),
        Column("last_seen", "When it was last seen, UTC.", "datetime"),
        Column("request_text", "What was asked."),
        Column("response_text", "What the force answered."),
    ),
    flattened.disclosures,
)
TABLES = (
    DISCLOSURES,
    Tabular(
        "questions",
        "Questions with their answers",
        2,
        (
            ID,
            Column("position", "Its place among the questions of the disclosure.", "integer"),
            Column("number", "The number of the question, such as 1a."),
            Column("parent", "The question that it is part of."),
            Column("question", "Its words."),
            Column("answer", "The words that answer it; empty when none could be told apart."),
            Column("outcome", "What the answer to it came to; empty when it could not be told."),
        ),
        flattened.questions,
    ),
    Tabular(
        "citations",
        "Sections of the law that the answers name",
        2,
        (
            ID,
            Column("position", "Its place among the citations of the disclosure.", "integer"),
            Column("section", "The section, such as s40(2)."),
            Column("relied_on", "Whether the force relies on it.", "boolean"),
            Column("law", "The law: the Freedom of Information Act 2000 unless another is named."),
            Column("kind", "Absolute or qualified, where the law says so."),
            Column("place", "Where it stands: request, response or the letter's end."),
            Column("quote", "The sentence."),
        ),
        flattened.citations,
    ),
    Tabular(
        "attachments",
        "Files that the disclosures link to",
        2,
        (
            ID,
            Column("position", "Its place on the page.", "integer"),
            Column("href", "Where the force publishes it."),
            Column("label", "The words of the link."),
            Column("sha256", "SHA-256 of its bytes; empty when it could not be had."),
            Column("media_type", "What it is, by its bytes."),
            Column("bytes", "Its size.", "integer"),
            Column("problem", "Why it could not be had or read."),
        ),
        flattened.attachments,
    ),
    Tabular(
        "versions",
        "Versions of the disclosures",
        2,
        (
            ID,
            Column("version", "Its number, from 1.", "integer"),
            Column("seen", "When it was first seen, UTC.", "datetime"),
            Column("changed", "What changed since the version before, joined with '; '."),
        ),
        flattened.versions,
    ),
    Tabular(
        "topics",
        "Topics that the disclosures are about",
        2,
        (
            ID,
            Column("topic", "The topic."),
            Column("score", "How sure the match is, 0 to 1.", "number"),
            Column("evidence", "The words that matched, joined with '; '."),
        ),
        flattened.topics,
    ),
    Tabular(
        "cells",
        "Cells of the tables in pages and files",
        4,
        (
            ID,
            Column("table", "The number of the table in the disclosure, from 1.", "integer"),
            Column("row", "The number of the row, from 1.", "integer"),
            Column("column", "The number of the column, from 1.", "integer"),
            Column("where", "Where the table stands, such as figures.xlsx, sheet 'Data', A1:D20."),
            Column("value", "What the cell says."),
        ),
        flattened.cells,
    ),
)
