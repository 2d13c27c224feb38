"""The data package: valid by the reference implementation, its digests right, its tables whole."""

import hashlib
import json
from pathlib import Path
from typing import Any

import frictionless

from store.database import Store
from store.export.package import to_package
from store.export.tabular import TABLES

NOON = "2026-11-21T12:00:00+00:00"


def test_it_is_valid_and_says_what_its_columns_mean(store: Store, exported: dict[str, Any], tmp_path: Path) -> None:
    assert to_package(store, [exported], tmp_path, NOON) == 1
    with frictionless.system.use_context(trusted=True):
        report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note", "message"])
    assert len(report.tasks) == len(TABLES)
    described = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    fields = [field for resource in described["resources"] for field in resource["schema"]["fields"]]
    assert all(field["description"] for field in fields)
    assert described["sources"] == [{"title": "Essex Police", "path": "https://essex.example"}]


def test_a_validator_notices_a_changed_file(store: Store, exported: dict[str, Any], tmp_path: Path) -> None:
    to_package(store, [exported], tmp_path, NOON)
    path = tmp_path / "versions.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("title", "words"), encoding="utf-8")
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_digests_and_counts_are_those_of_the_files(store: Store, exported: dict[str, Any], tmp_path: Path) -> None:
    to_package(store, [exported, exported | {"id": 8}], tmp_path, NOON)
    for resource in json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
        data = (tmp_path / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert resource["bytes"] == len(data)
    counts = {r["name"]: r["rowcount"] for r in json.loads((tmp_path / "datapackage.json").read_text())["resources"]}
    assert counts == {
        "disclosures": 2, "questions": 6, "citations": 2, "attachments": 2, "versions": 4, "topics": 2, "cells": 12,
    }  # fmt: skip
