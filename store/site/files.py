"""Hands out a kept file as a download: only one that a shown disclosure links to, never as a page."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from datasette.app import Datasette
from datasette.utils.asgi import NotFound, asgi_send_file

from store.site.rows import one

_FILE = """
    SELECT f.sha256, f.media_type, a.address, a.label FROM files f JOIN attachments a ON a.sha256 = f.sha256
    JOIN disclosures d ON d.id = a.disclosure WHERE f.sha256 = :sha256 AND d.status <> 'quarantined'
        AND NOT EXISTS (SELECT 1 FROM quarantined WHERE quarantined.sha256 = f.sha256) LIMIT 1
"""

# What a browser may be told of a file that it is to save. Anything that could hold a script is bytes.
_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."
_SAFE = {
    "application/pdf": ".pdf",
    _OFFICE + "spreadsheetml.sheet": ".xlsx",
    _OFFICE + "wordprocessingml.document": ".docx",
    _OFFICE + "presentationml.presentation": ".pptx",
    _OPEN + "spreadsheet": ".ods",
    _OPEN + "text": ".odt",
    _OPEN + "presentation": ".odp",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.ms-excel.sheet.binary.macroenabled.12": ".xlsb",
    "application/msword": ".doc",
    "application/vnd.ms-powerpoint": ".ppt",
    "application/vnd.ms-outlook": ".msg",
    "application/rtf": ".rtf",
    "application/zip": ".zip",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "text/plain": ".txt",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/tiff": ".tiff",
    "image/webp": ".webp",
}
_SHA256 = re.compile(r"[0-9a-f]{64}")
_POLICY = "default-src 'none'; sandbox"


async def send_kept_file(datasette: Datasette, request: Any, send: Any) -> None:
    """Answer /-/files/SHA256/name. Raises NotFound for a file that is not kept or not shown."""
    sha256 = request.url_vars["sha256"]
    database = datasette.get_database("foi")
    found = await one(database, _FILE, sha256=sha256) if _SHA256.fullmatch(sha256) else {}
    path = kept_path(Path(database.path).parent, sha256)
    if not found or not path.is_file():
        raise NotFound("No such file is kept")
    disposition = f"attachment; filename*=UTF-8''{quote(download_name(found), safe='')}"
    media_type = found["media_type"] if found["media_type"] in _SAFE else "application/octet-stream"
    await asgi_send_file(
        send,
        path,
        content_type=media_type,
        chunk_size=65536,
        headers={
            "Content-Security-Policy": _POLICY,
            "Cache-Control": "public, max-age=86400",
            "Content-Disposition": disposition,
        },
    )


def download_name(found: dict[str, Any]) -> str:
    """A plain name for a kept file, from its address; its ending is what its bytes are, or none at all."""
    last = unquote(_path(found["address"] or "").rstrip("/").rpartition("/")[2]) or found["label"] or ""
    stem = re.sub(r"[^\w-]+", "-", last.rpartition(".")[0] or last).strip("-")[:80]
    return (stem or (found["sha256"] or "file")[:12]) + _SAFE.get(found["media_type"], ".bin")


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:  # such as an unclosed bracket where the host should be
        return ""


def kept_path(folder: Path, sha256: str) -> Path:
    """Where the store keeps the bytes of a file."""
    return folder / "files" / sha256[:2] / sha256
