"""What archiving costs: a crawl of 1,000 disclosures with the archive and without, in turn; and what it takes on disk.

The goal: at most a tenth more of the processor's time.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from serving import configuration, sites

PAGES, ROUNDS, CONCURRENCY = 1000, 3, 8
WITHOUT = """
from crawler.evidence import Evidence
Evidence.kept = Evidence.take_down = lambda *_, **__: None
"""
COMMAND = """
import sys
sys.argv = ["foiwatch", "crawl", "met"]
from foiwatch.command import main
main()
"""


def crawl(folder: Path, site: str, before: str) -> float:
    """Milliseconds of the processor for each page."""
    (folder / "foiwatch.toml").write_text(configuration({"met": site}, concurrency=CONCURRENCY))
    start = spent()
    subprocess.run([sys.executable, "-c", before + COMMAND], cwd=folder, check=True, stderr=subprocess.DEVNULL)
    return 1000 * (spent() - start) / PAGES


def spent() -> float:
    """Seconds of the processor that commands which have ended took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    costs: dict[str, list[float]] = {"without archive": [], "with archive": []}
    size = 0
    with sites({"met": PAGES}) as addresses:
        for _ in range(ROUNDS):
            for name, before in zip(costs, (WITHOUT, ""), strict=True):
                with tempfile.TemporaryDirectory() as folder:
                    costs[name].append(crawl(Path(folder), addresses["met"], before))
                    size = sum(path.stat().st_size for path in Path(folder, "data", "evidence").iterdir())
    print(f"{'':28} {'ms/page':>8}  of {ROUNDS} rounds")
    for name, values in costs.items():
        print(f"{name:28} {statistics.median(values):8.2f}  [{min(values):.2f}-{max(values):.2f}]")
    base, reached = (statistics.median(values) for values in costs.values())
    print(f"{'ratio':28} {reached / base:8.2f}  goal: 1.10")
    print(f"{'bytes a disclosure':28} {size / PAGES:8.0f}")


if __name__ == "__main__":
    main()
