"""What the weights of references are found from: pages as the reader looks at them."""

import json
from pathlib import Path
from types import ModuleType

import pytest
from scripts import script

LINES = "".join(f"<p>{line}</p>" for line in ("Our reference: 2291/25", "We keep four dogs and 17 horses."))


@pytest.fixture
def weighing(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    # It imports what all scripts that find weights have in common.
    monkeypatch.syspath_prepend(str(Path(__file__).resolve().parents[4] / "bench"))
    return script("bench/weigh_references.py")


def _page(folder: Path, html: str, **wanted: object) -> Path:
    folder.joinpath("page.html").write_text(f"<title>Dogs</title><h1>Dogs</h1>{html}", "utf-8")
    answers = folder / "page.json"
    answers.write_text(json.dumps({"url": "", **wanted}), "utf-8")
    return answers


def test_a_page_is_learnt_from_with_its_number_and_without(weighing: ModuleType, tmp_path: Path) -> None:
    whole, rest = weighing._of_page(_page(tmp_path, LINES, ref="2291/25"))
    assert (whole.ref, [one.ref for one in whole.some][:1]) == ("2291/25", ["2291/25"])
    assert (rest.ref, "2291/25" in {one.ref for one in rest.some}) == ("", False)


def test_a_newspaper_is_learnt_from_though_it_is_read_without_one(weighing: ModuleType) -> None:
    report = Path(__file__).parents[1] / "gold/020_news_gmp_hearings.json"
    assert [case.ref for case in weighing._of_page(report)] == [""]
