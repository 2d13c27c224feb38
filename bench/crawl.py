"""A full crawl of 2,000 disclosures, with everything kept, against a bare Scrapy spider with trafilatura.

Both fetch the same pages from the same server in the same run, in turn; the ratio of the medians is what counts.
The goal: 80 % of the bare spider's pages a second.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from serving import configuration, sites

PAGES, ROUNDS, CONCURRENCY = 2000, 3, 8

BARE = """
import scrapy, trafilatura

class Bare(scrapy.Spider):
    name = "bare"
    custom_settings = {"LOG_LEVEL": "ERROR", "CONCURRENT_REQUESTS_PER_DOMAIN": %d}
    start_urls = ["%s/foi-ai/af/accessing-information/published-items/?q="]

    def parse(self, response):
        for link in response.css("main li a::attr(href)").getall():
            if "published-items" in link:
                continue
            yield response.follow(link, self.page)
        following = response.css("a[rel=next]::attr(href)").get()
        if following:
            yield response.follow(following, self.parse)

    def page(self, response):
        if isinstance(response, scrapy.http.HtmlResponse):
            yield {"url": response.url, "text": trafilatura.extract(response.text, output_format="markdown")}
        else:
            yield {"url": response.url, "text": ""}
"""


def seconds(command: list[str], folder: Path) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def bare(folder: Path, site: str) -> float:
    (folder / "bare.py").write_text(BARE % (CONCURRENCY, site))
    taken = seconds([sys.executable, "-m", "scrapy", "runspider", "bare.py", "-o", "out.jsonl"], folder)
    found = len((folder / "out.jsonl").read_text().splitlines())
    assert found >= PAGES, found
    return found / taken


def ours(folder: Path, site: str) -> float:
    (folder / "foiwatch.toml").write_text(configuration({"met": site}, concurrency=CONCURRENCY))
    taken = seconds([sys.executable, "-m", "foiwatch", "crawl", "met"], folder)
    done = subprocess.run([sys.executable, "-m", "foiwatch", "export"], cwd=folder, capture_output=True, text=True)
    found = len(done.stdout.splitlines())
    assert found == PAGES, found
    return found / taken


def main() -> None:
    rates: dict[str, list[float]] = {"bare Scrapy + trafilatura": [], "foiwatch crawl": []}
    with sites({"met": PAGES}) as addresses:
        for _ in range(ROUNDS):
            for name, crawl in zip(rates, (bare, ours), strict=True):
                with tempfile.TemporaryDirectory() as folder:
                    rates[name].append(crawl(Path(folder), addresses["met"]))
    print(f"{'':28} {'pages/s':>8}  of {ROUNDS} rounds")
    for name, values in rates.items():
        print(f"{name:28} {statistics.median(values):8.0f}  [{min(values):.0f}-{max(values):.0f}]")
    base, reached = (statistics.median(values) for values in rates.values())
    print(f"{'ratio':28} {reached / base:8.2f}  goal: 0.80")


if __name__ == "__main__":
    main()
