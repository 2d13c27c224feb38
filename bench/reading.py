"""How fast pages are read: each step of one core, beside trafilatura alone, over the invented pages of the tests.

usage: python bench/reading.py [FOLDER...]    # the pages of other folders instead

The pages of the tests hold little but the letter; those of real sites weigh 34 to 47 KB, most of it menus. So each is
measured as it is, and within as much chrome, by the time of the processor. The goal: what comes after the words of a
typical page are had costs a quarter of trafilatura's time at the most.
"""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import trafilatura
from forgetting import forget

from crawler.reading import disclosure
from crawler.reading.disclosure import read_page

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = (ROOT / "tests/crawler/reading/layouts", ROOT / "tests/crawler/reading/gold")
ROUNDS = 5
# The steps by their name in crawler.reading.disclosure.
STEPS = ("page", "kind", "references", "parted", "questions", "answers", "judge")


def pages(folders: Sequence[Path] = FOLDERS) -> list[bytes]:
    return [path.read_bytes() for folder in folders for path in sorted(folder.glob("*.html"))]


def typical(page: bytes) -> bytes:
    """The page within the menus, scripts and footer of a site."""
    links = "".join(f'<li class="nav-item"><a href="/area/{at}/">Your area, part {at}</a></li>' for at in range(180))
    menu = f"<nav><ul>{links}</ul></nav><script>window.settings = {list(range(900))};</script>"
    head, mark, rest = page.decode().partition("<body")
    tag, end, body = rest.partition(">")
    body, close, tail = body.rpartition("</body>")
    if not (mark and end and close):
        return page
    return f"{head}{mark}{tag}{end}{menu}{body}<footer>{menu}</footer>{close}{tail}".encode()


def seconds(read: Callable[[bytes], object], documents: Sequence[bytes]) -> float:
    """The least time for all documents, in seconds: what else the machine does only adds to it."""
    times = []
    for _ in range(ROUNDS):
        forget()
        start = time.process_time()
        for document in documents:
            read(document)
        times.append(time.process_time() - start)
    return min(times)


def by_step(documents: Sequence[bytes]) -> dict[str, float]:
    """The time spent in each step in the quickest round, in seconds; a step within a step counts in both."""
    spent = dict.fromkeys(STEPS, 0.0)

    def timed(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **kwargs: Any) -> Any:
            start = time.process_time()
            try:
                return step(*args, **kwargs)
            finally:
                spent[name] += time.process_time() - start

        return run

    plain = {name: getattr(disclosure, name) for name in STEPS}
    for name, step in plain.items():
        setattr(disclosure, name, timed(name, step))
    rounds = []
    for _ in range(ROUNDS):
        spent.update(dict.fromkeys(STEPS, 0.0))
        forget()
        start = time.process_time()
        for document in documents:
            read_page(document, "")
        rounds.append({**spent, "all": time.process_time() - start})
    for name, step in plain.items():
        setattr(disclosure, name, step)
    return min(rounds, key=lambda one: one["all"])


def table(title: str, documents: Sequence[bytes]) -> None:
    alone = seconds(lambda data: trafilatura.extract(data, output_format="markdown", include_tables=True), documents)
    whole = seconds(lambda data: read_page(data, ""), documents)
    steps = by_step(documents)
    after = steps.pop("all") - steps["page"]
    size = sum(map(len, documents)) / len(documents) / 1024
    print(f"{title}: {len(documents)} pages of {size:.1f} KB on average, one core")
    print(f"  {'trafilatura alone':28} {len(documents) / alone:8.0f} pages/s")
    print(f"  {'read_page, all of it':28} {len(documents) / whole:8.0f} pages/s")
    for name, spent in steps.items():
        print(f"  {'  ' + name:28} {len(documents) / spent:8.0f} pages/s")
    print(f"  {'after the words are had':28} {after / alone:8.2f} of trafilatura's time")
    print(f"  {'words and all':28} {whole / alone:8.2f} of it")


def main() -> None:
    small = pages([Path(folder) for folder in sys.argv[1:]] or FOLDERS)
    table("as they are", small)
    table("typical (goal: 0.25)", [typical(page) for page in small])


if __name__ == "__main__":
    main()
