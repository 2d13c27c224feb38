"""Real documents, where they are at hand: served as pages with the chrome text that they carry, crawled and kept."""

import html
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SEEDS = {path.name[:3]: path for path in (Path(__file__).parents[3] / "shared" / "seeds").glob("*.txt")}
WRAPS = ("paragraphs", "preformatted", "breaks")
HERTS, MET = "/foi-ai/hertfordshire-constabulary/", "/foi-ai/metropolitan-police/"
PLACES = {
    "000": ("herts", HERTS + "foi/2018/january/harassment/", "Sexual harassment complaints by staff"),
    "001": ("herts", HERTS + "news/2022/march/figures/", "Herts officers who reported sexual harassment"),
    "002": ("met", MET + "d/july-2022/apsp/", "Misconduct investigations"),
    "003": ("met", MET + "d/august-2022/reflective/", "Allegations of misconduct 2021"),
    "004": ("west_midlands", "/officers-165a-23/", "Officers – Sexual Misconduct Allegations (165A/23)"),
}
UPLOADS = "/wp-content/uploads/2023/03/"


def page(name: str, title: str, wrap: str) -> str:
    """A document as a page: its title, then every line of its text, chrome and all."""
    lines = SEEDS[name].read_text(encoding="utf-8").splitlines()
    whole = "\n".join(lines)
    if wrap == "preformatted":
        body = f"<pre>{html.escape(whole)}</pre>"
    elif wrap == "breaks":
        body = f"<div>{'<br>'.join(map(html.escape, lines))}</div>"
    else:
        body = "".join(f"<p>{html.escape(line)}</p>" for line in lines if line.strip())
    if name == "004":
        for stem in ("165A_23_attachment", "165A_23_PIT"):
            link = f'<a href="{UPLOADS}{stem}.pdf">{stem}</a>'
            head, _, tail = body.rpartition(stem)
            body = head + link + tail
    return f"<h1>{html.escape(title)}</h1>{body}"


def crawled(desk: Callable[..., Any], wrap: str) -> dict[str, dict[str, Any]]:
    """The seeds as kept, by their name."""
    here = desk({"met": 2, "herts": 2, "west_midlands": 2})
    for name, (site, path, title) in PLACES.items():
        here.replica.serve_documents({path: page(name, title, wrap)}, site=site)
    pdf = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"
    files = {UPLOADS + "165A_23_attachment.pdf": pdf, UPLOADS + "165A_23_PIT.pdf": pdf + b"\n"}
    here.replica.serve_documents(files, site="west_midlands")
    assert here.crawl().startswith("exit 0")
    rows = {row["title"]: row for row in here.export()}
    return {name: rows[title] for name, (_, _, title) in PLACES.items()}


CHROME = (
    "Leave this site",
    "essential cookies",
    "cookie preferences",
    "technical problem",
    "This site is a beta",
    "Skip to content",
)


@pytest.mark.parametrize("wrap", WRAPS if len(SEEDS) == 5 else ())
def test_seeds_as_pages(desk: Callable[..., Any], wrap: str) -> None:
    kept = crawled(desk, wrap)
    assert {name: row["ref"] for name, row in kept.items()} == {
        "000": "FOI2017/01146", "001": None, "002": "01.FOI.22.024962", "003": "01.FOI.22.024648", "004": "165A/23",
    }  # fmt: skip
    assert [kept[name]["kind"] for name in ("000", "001", "002")] == ["disclosure", "news", "disclosure"]
    assert kept["000"]["forces"] == ["Hertfordshire Constabulary"]
    rows = kept["000"]["tables"][0]["rows"]
    assert [row[0] for row in rows] == ["Year", "2015", "2016", "2017"]
    assert [row[1] for row in rows[1:]] == ["3", "2", "1"]
    assert [a["label"] for a in kept["004"]["attachments"]] == ["165A_23_attachment", "165A_23_PIT"]
    assert all(a["sha256"] for a in kept["004"]["attachments"])
    assert not [
        words for row in kept.values() for words in CHROME if words in row["request_text"] + row["response_text"]
    ]


@pytest.mark.parametrize("folder", [SEEDS["000"].parent] if len(SEEDS) == 5 else ())
def test_seeds_added_by_hand(desk: Callable[..., Any], folder: Path) -> None:
    here = desk({"met": 1})
    done = here.run("add", *map(str, sorted(folder.glob("*.txt"))))
    assert done.returncode == 0, done.stderr
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == ["new"] * 5
    rows = {row["ref"]: row for row in here.export()}
    assert set(rows) == {"FOI2017/01146", None, "01.FOI.22.024962", "01.FOI.22.024648", "165A/23"}
    assert rows[None]["kind"] == "news"
    assert here.run("add", *map(str, sorted(folder.glob("*.txt")))).stdout.count("unchanged") == 5
    named = {a["label"]: a["sha256"] for a in rows["165A/23"]["attachments"]}
    assert named["165A_23_PIT"] in (None, "")
