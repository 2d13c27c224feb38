"""The project's own promises, as tests: what CONTRIBUTING asks of a file is asked here of all of them."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

THIS = Path(__file__)
ROOT = THIS.parents[1]
ROOMS = ("foiwatch", "spiders", "crawler", "store", "alerts")
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
SOURCES = sorted(path for path in (ROOT / "spiders").glob("*.py") if not path.stem.startswith("_"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def tracked() -> list[Path]:
    """The files of the project: those that git knows or would take, else all that are no one's cache."""
    done = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    names = done.stdout.splitlines() if done.returncode == 0 else [str(p.relative_to(ROOT)) for p in _shipped()]
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def _shipped() -> Iterator[Path]:
    for path in ROOT.rglob("*"):
        if not any(part.startswith(".") or part.endswith(".egg-info") for part in path.relative_to(ROOT).parts):
            yield path


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(text(path))


@cache
def nodes(path: Path) -> list[ast.AST]:
    return list(ast.walk(tree(path)))


def broken(rule: Callable[[Path], object], paths: Sequence[Path] = MODULES) -> dict[str, object]:
    """The files that break a rule, each with what breaks it."""
    return {short(path): fault for path in paths if (fault := rule(path))}


class TestModules:
    """Each asks one thing of all files, and names each that is not so."""

    def test_there_are_some_in_every_room(self) -> None:
        assert {path.relative_to(ROOT).parts[0] for path in MODULES} == set(ROOMS)

    def test_one_sentence_opens_each(self) -> None:
        def fault(path: Path) -> str:
            opening = (ast.get_docstring(tree(path)) or "").partition("\n\n")[0]
            return "" if re.search(r"\S[.](\s|\Z)", opening) else f"opens with {opening!r}"

        assert not broken(fault)

    def test_they_are_short(self) -> None:
        def fault(path: Path) -> int:
            # Migrations are only ever appended, so their files can but grow.
            limit = 1000 if path.stem.endswith("migrations") else 200
            lines = text(path).count("\n")
            return lines if lines > limit else 0

        assert not broken(fault)

    def test_their_functions_are_short(self) -> None:
        def fault(path: Path) -> dict[str, int]:
            long = {
                node.name: node.end_lineno - node.lineno + 1
                for node in nodes(path)
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
            }
            return {name: lines for name, lines in long.items() if lines > 40}

        assert not broken(fault)

    def test_their_names_are_the_trade_s(self) -> None:
        def fault(path: Path) -> list[str]:
            files = [path.name] * (path.name in ("utils.py", "util.py", "helpers.py", "common.py", "misc.py"))
            classes = [node.name for node in nodes(path) if isinstance(node, ast.ClassDef)]
            return files + [name for name in classes if re.search(r"(Manager|Helper|Mixin)\Z", name)]

        assert not broken(fault)

    def test_nothing_is_left_to_do(self) -> None:
        assert not broken(lambda path: re.findall(r"\b(TODO|FIXME|XXX)\b", text(path)))


def test_the_tests_are_no_package() -> None:
    assert not list((ROOT / "tests").rglob("__init__.py"))


@pytest.mark.parametrize("path", SOURCES, ids=short)
class TestSource:
    def test_it_is_a_declaration(self, path: Path) -> None:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 12

    def test_it_is_named_as_its_class(self, path: Path) -> None:
        (cls,) = [node for node in tree(path).body if isinstance(node, ast.ClassDef)]
        assert cls.name.lower() == path.stem.replace("_", "")
        values = {
            node.targets[0].id: ast.literal_eval(node.value)
            for node in cls.body
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        }
        assert values["name"] == path.stem

    def test_it_has_two_saved_pages(self, path: Path) -> None:
        pages = list((ROOT / "tests" / "sites" / path.stem).glob("*/page.*"))
        assert len(pages) >= 2, f"tests/sites/{path.stem}/ holds {len(pages)}"


# Written in pieces, so that this file does not hold what it looks for.
MACHINE = re.compile(
    "|".join([r"/wo" r"rk/", r"/ro" r"ot/", r"/ho" r"me/\w", r"/opt/" r"\w", r"pypi\.(or" r"g|io)/simple"])
)
REGISTRY = re.compile(r"(?:index-url|find-links|trusted-host)\b")


def test_no_file_knows_a_machine_or_a_registry() -> None:
    texts = {path: path.read_bytes().decode("utf-8", errors="ignore") for path in tracked() if path != THIS}
    assert not [short(path) for path, text in texts.items() if MACHINE.search(text) or REGISTRY.search(text)]


REQUIREMENTS = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]


@pytest.mark.parametrize(
    "line", [*REQUIREMENTS, *tomllib.loads((ROOT / "pyproject.toml").read_text())["build-system"]["requires"]]
)
def test_a_dependency_has_both_bounds(line: str) -> None:
    operators = {specifier.operator for specifier in Requirement(line).specifier}
    assert operators >= {">=", "<"}


@cache
def pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return {_plain(name): version for name, _, version in (line.partition("==") for line in lines)}


@pytest.mark.parametrize("line", REQUIREMENTS)
def test_a_dependency_is_pinned_within_its_bounds(line: str) -> None:
    requirement = Requirement(line)
    assert requirement.specifier.contains(pins()[_plain(requirement.name)])


def test_a_pin_is_a_name_and_a_version() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9._+!-]+", line)]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _needed(name: str, found: dict[str, Distribution]) -> dict[str, Distribution]:
    """The installed distributions that `name` needs at run time, itself and theirs included."""
    try:
        found[_plain(name)] = distribution(name)
    except PackageNotFoundError:
        return found
    for line in found[_plain(name)].requires or ():
        requirement = Requirement(line)
        wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if wanted and _plain(requirement.name) not in found:
            _needed(requirement.name, found)
    return found


def test_no_library_is_under_the_agpl() -> None:
    libraries = _needed("foiwatch", {})
    assert len(libraries) > 50, "the licences of what is installed could not be looked at"
    for library in libraries.values():
        about = library.metadata
        said = [
            about.get("License-Expression"),
            (about.get("License") or "")[:200],
            *about.get_all("Classifier", []),
        ]
        assert not re.search(r"AGPL|Affero", " ".join(filter(None, said))), about["Name"]
