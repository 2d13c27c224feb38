"""The docs say what the program is: generated parts are fresh, links lead somewhere, commands are told."""

import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import click
import pytest
from click.testing import CliRunner
from scripts import ROOT, script

from foiwatch.command import COMMANDS, group

PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "docs").glob("*.md")),
]


@pytest.fixture(scope="module")
def tables() -> ModuleType:
    return script("docs/tables.py")


def test_the_generated_parts_are_up_to_date() -> None:
    generated = [page for page in PAGES if "[[[cog" in page.read_text(encoding="utf-8")]
    assert ROOT / "README.md" in generated
    assert ROOT / "docs" / "cli.md" in generated
    command = [sys.executable, "-m", "cogapp", "--check", "--diff", "-I", "docs", *map(str, generated)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"`make docs` brings them up to date:\n{done.stdout}{done.stderr}"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_docs_show_the_help_that_the_program_prints(name: str) -> None:
    done = CliRunner().invoke(group, [name, "--help"], prog_name="foiwatch", terminal_width=100)
    assert done.exit_code == 0, done.output
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert f"## foiwatch {name}\n\n```text\n{done.output.strip()}\n```" in text


def test_every_command_and_option_has_a_help_text(tables: ModuleType) -> None:
    silent = [path for path, command, _ in tables.walk(group, "foiwatch") if not command.help]
    silent += [
        f"{path} {option.opts[-1]}"
        for path, command, _ in tables.walk(group, "foiwatch")
        for option in command.params
        if isinstance(option, click.Option) and not option.help
    ]
    assert not silent


def test_the_readme_names_every_source() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    files = sorted(path.stem for path in (ROOT / "spiders").glob("*.py") if not path.stem.startswith("_"))
    named = re.findall(r"^\| `(\w+)` \| [^|]+ \| [^|]+ \| <https?://", readme, flags=re.MULTILINE)
    assert named == files


def test_the_readme_opens_with_the_two_commands() -> None:
    opening = (ROOT / "README.md").read_text(encoding="utf-8")[:600]
    assert opening.index("make demo") < opening.index("make test")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    links = re.findall(r"\]\((?!https?:|mailto:)([^)#]*)(?:#([^)]*))?\)", text)
    broken = [link for link, part in links if not _there(page, link, part)]
    assert not broken


def _there(page: Path, link: str, part: str) -> bool:
    target = (page.parent / link).resolve() if link else page
    if not target.exists():
        return False
    headings = re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), flags=re.MULTILINE) if part else []
    return not part or part in {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
