"""How fast pages are read: each step of one core, beside trafilatura alone, over the invented pages of the tests.

The goal: what comes after the words of a page are had costs a quarter of trafilatura's time at the most.
"""

import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import trafilatura

from crawler.reading import disclosure
from crawler.reading.disclosure import read_page

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("tests/crawler/reading/pages", "tests/crawler/reading/gold")
ROUNDS = 5
# The steps by their name in crawler.reading.disclosure.
STEPS = ("page", "references", "letter_dates", "letter", "questions", "answers", "citations", "suppressed")


def pages() -> list[bytes]:
    return [path.read_bytes() for folder in FOLDERS for path in sorted((ROOT / folder).glob("*.html"))]


def seconds(read: Callable[[bytes], object], documents: Sequence[bytes]) -> float:
    """The median time for all documents, in seconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for document in documents:
            read(document)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def by_step(documents: Sequence[bytes]) -> dict[str, float]:
    """The time spent in each step, all documents together, in seconds; a step within a step counts in both."""
    spent = dict.fromkeys(STEPS, 0.0)

    def timed(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **kwargs: Any) -> Any:
            start = time.perf_counter()
            try:
                return step(*args, **kwargs)
            finally:
                spent[name] += time.perf_counter() - start

        return run

    plain = {name: getattr(disclosure, name) for name in STEPS}
    for name, step in plain.items():
        setattr(disclosure, name, timed(name, step))
    start = time.perf_counter()
    for document in documents:
        read_page(document, "")
    for name, step in plain.items():
        setattr(disclosure, name, step)
    return {**spent, "all": time.perf_counter() - start}


def main() -> None:
    documents = pages()
    alone = seconds(lambda data: trafilatura.extract(data, output_format="markdown", include_tables=True), documents)
    whole = seconds(lambda data: read_page(data, ""), documents)
    steps = by_step(documents)
    after = steps["all"] - steps["page"]
    size = sum(map(len, documents)) / len(documents) / 1024
    print(f"{len(documents)} pages of {size:.1f} KB on average, one core")
    print(f"{'trafilatura alone':28} {len(documents) / alone:8.0f} pages/s")
    print(f"{'read_page, all of it':28} {len(documents) / whole:8.0f} pages/s")
    for name, spent in steps.items():
        print(f"{'  ' + name:28} {len(documents) / spent:8.0f} pages/s")
    print(f"{'after the words are had':28} {after / alone:8.2f} of trafilatura's time  goal: 0.25")


if __name__ == "__main__":
    main()
