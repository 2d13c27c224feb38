"""The parts of the README and the docs that the program itself can tell; cog puts them in (`make docs`)."""

import tempfile
import tomllib
from collections.abc import Iterator
from importlib import resources
from importlib.metadata import metadata
from pathlib import Path

import click
import yaml
from packaging.requirements import Requirement
from scrapy.settings import Settings
from scrapy.spiderloader import SpiderLoader

from foiwatch.command import group
from foiwatch.keys import READING, SOURCE, SUBSCRIPTION, TOP
from store.database import open_store

ROOT = Path(__file__).parents[1]
WIDTH = 100


def sources() -> str:
    """The register of sources, from their classes."""
    loader = SpiderLoader.from_settings(Settings({"SPIDER_MODULES": ["spiders"]}))
    classes = [loader.load(name) for name in sorted(loader.list())]
    rows = [(f"`{cls.name}`", cls.full_name, cls.platform, f"<{cls.site}>") for cls in classes]
    return _table(("Source", "Force", "Platform", "Site"), rows)


def commands() -> str:
    """Each command with its one sentence."""
    rows = [
        (f"`{path}`", command.get_short_help_str(limit=200))
        for path, command, _ in walk(group, "foiwatch")
        if path.count(" ") == 1
    ]
    return _table(("Command", "What it does"), rows)


def helps() -> str:
    """The help text of every command, as `--help` prints it."""
    return "\n".join(f"## {path}\n\n```text\n{text}\n```\n" for path, _, text in walk(group, "foiwatch"))


def walk(
    command: click.Command, path: str, parent: click.Context | None = None
) -> Iterator[tuple[str, click.Command, str]]:
    """Path, command and help text of `command` and of all below it."""
    name = path.rpartition(" ")[2]
    settings = {**command.context_settings, "terminal_width": WIDTH, "max_content_width": WIDTH}
    context = click.Context(command, info_name=name, parent=parent, **settings)
    yield path, command, command.get_help(context)
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            if found is None:
                raise LookupError(f"{path} {below} is listed and not there")
            yield from walk(found, f"{path} {below}", context)


def keys() -> str:
    """Every key of the configuration, and what it must be."""
    tables = (
        ("at the top", TOP),
        ("[sources.NAME]", SOURCE),
        ("[reading]", READING),
        ("[[subscription]]", SUBSCRIPTION),
    )
    rows = [
        (where if key == next(iter(table)) else "", f"`{key}`", _meaning(kind))
        for where, table in tables
        for key, kind in table.items()
    ]
    return _table(("Where", "Key", "Value"), rows)


def starter() -> str:
    """What `foiwatch init` writes."""
    text = resources.files("foiwatch").joinpath("starter.toml").read_text(encoding="utf-8")
    return f"```toml\n{text}```"


# Tables of which the site says nothing, because they serve the crawl.
INNER = {
    "addresses": "Other addresses under which a disclosure is found, and why.",
    "entries": "The lines of each log as listed, and what came of each.",
    "latest_changes": "The ledger with titles, forces and topics, the newest first.",
    "matched": "Which version of a disclosure was last compared with which topics.",
    "sightings": "When each disclosure was last seen, and since when it has been missing.",
    "source_health": "How each source's last run went.",
    "validators": "What a server said of a page, to ask again with.",
}


def schema() -> str:
    """The tables and views of the public database, with their columns."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder))
        parts = [(table.name, table.columns) for table in (*store.db.tables, *store.db.views)]
        store.close()
    site = yaml.safe_load((ROOT / "store" / "site" / "metadata.yml").read_text(encoding="utf-8"))
    said = {name: {"description": text} for name, text in INNER.items()} | site["databases"]["foi"]["tables"]
    rows = [
        (f"`{name}`", said.get(name, {}).get("description", ""), ", ".join(column.name for column in columns))
        for name, columns in sorted(parts)
        if not name.startswith(("sqlite_", "_")) and "_fts" not in name
    ]
    return _table(("Table or view", "What it holds", "Columns"), rows)


# Why each library is there; the licence is what the installed library says of itself.
LIBRARIES = {
    "scrapy": "the crawl: pace, queues, retries",
    "protego": "the rules of robots.txt",
    "twisted": "the network beneath Scrapy",
    "trafilatura": "a page into words, without the chrome",
    "lxml": "links, tables and titles of a page",
    "lxml_html_clean": "needed by trafilatura, which old versions of pip do not notice",
    "pypdfium2": "the words, lines and pictures of PDFs",
    "pdfplumber": "the cells of tables in PDFs",
    "pillow": "pictures of pages, on their way to tesseract",
    "python-calamine": "Excel and OpenDocument sheets",
    "xlrd": "hidden rows, notes and styles of old Excel sheets",
    "olefile": "the container of Office files of before 2007 and of Outlook's messages",
    "python-docx": "invented Word files for the replica",
    "charset-normalizer": "the encoding of files that do not say",
    "sqlite-utils": "the two databases and their migrations",
    "datasette": "the site over the collection",
    "datasette-auth-passwords": "the login of a site that is not for everybody",
    "apprise": "delivery to Slack, e-mail and a hundred other services",
    "httpx": "single documents, outside a crawl",
    "msgspec": "types of the configuration; JSON",
    "filelock": "one run at a time",
    "click": "the command",
    "rich": "tables and progress on a terminal",
    "aiohttp": "the server of the replica",
    "uvicorn": "the server of the site",
    "pygal": "the charts of the site",
    "pyroaring": "sets of disclosures, which searches and facets are made of",
    "tzdata": "the time zones of subscriptions, where the system has none",
    "markupsafe": "the pages of the site",
    "markdown-it-py": "request and answer as paragraphs, lists and tables on the site",
    "pluggy": "the plugins of the site",
    "yarl": "one form for each address",
    "openpyxl": "sheets that another library cannot open; invented ones for the replica",
    "reportlab": "invented PDFs for the replica",
    "diff-match-patch": "what changed between two versions, word by word, within a time limit",
    "warcio": "the archive of what servers answered, as WARC",
    "brotli": "pages that servers packed as br",
    "backports.zstd": "pages that servers packed as zstd; part of Python from 3.14 on",
    "requests": "what a service answered to an alert, beneath Apprise",
    "snowballstemmer": "the stems of the words of a request",
    "pyarrow": "export as Parquet (`pip install 'foiwatch[parquet]'`)",
    "rfc3161-client": "time stamps for evidence (`pip install 'foiwatch[timestamp]'`)",
}


def libraries() -> str:
    """The libraries that pyproject.toml asks for at run time, with their licences and the reason for each."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = [line for name, lines in project["optional-dependencies"].items() if name != "dev" for line in lines]
    names = [Requirement(line).name for line in (*project["dependencies"], *optional)]
    unexplained = sorted(set(names) - set(LIBRARIES))
    if unexplained:
        raise LookupError(f"docs/tables.py: LIBRARIES does not say what for: {', '.join(unexplained)}")
    rows = [(name, _licence(name), LIBRARIES[name]) for name in names]
    return _table(("Library", "Licence", "What for"), rows)


def _licence(name: str) -> str:
    about = metadata(name)
    classified = [line for line in about.get_all("Classifier", []) if line.startswith("License ::")]
    said = about.get("License-Expression") or about.get("License") or classified[0].rpartition(":: ")[2]
    return said.partition(" (")[0].replace(", dependency licenses", "")


def packages() -> str:
    """The Debian packages that the tests need."""
    names = ROOT.joinpath(".ci/packages.txt").read_text(encoding="utf-8").split()
    return f"```\napt-get install {' '.join(names)}\n```"


def _meaning(kind: object) -> str:
    return [meta.description for meta in kind.__metadata__ if meta.description][-1]


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
