"""README.txt of a folder of evidence: what it is, and how one who does not trust us checks it."""

from importlib.resources import files
from string import Template
from typing import Any


def readme(manifest: dict[str, Any]) -> str:
    """The text, in plain English, for a reader without foiwatch."""
    own, left = manifest["disclosure"], len(manifest["left_out"])
    text = files("store.evidence").joinpath("readme.txt").read_text(encoding="utf-8")
    return Template(text).substitute(
        title=own["title"] or own["address"],
        address=own["address"],
        ref=own["ref"] or "none",
        status=own["status"],
        first_seen=own["first_seen"],
        software=manifest["software"],
        made=manifest["made"],
        warc=manifest["warc"],
        versions=len(manifest["versions"]),
        records=len(manifest["records"]),
        files=len(manifest["attachments"]),
        left_out=f"{left} left out: manifest.json, under left_out, says what and why." if left else "",
    )
