"""How fast pages are read: each step of one core, beside trafilatura alone, over the invented pages of the tests.

usage: python bench/reading.py [FOLDER...]    # the pages of other folders instead

The pages of the tests hold little but the letter; those of real sites weigh 34 to 47 KB, most of it menus. So they are
measured as they are, and within so much chrome, by the time of the processor. The goal: what comes after the words of a
typical page are had costs a quarter of trafilatura's time at the most. Typical are the pages whose writers wrote as
forces do; the others were asked to be as odd as they could.

The longer a letter, the longer it is read, and the less trafilatura has to do: of short texts it does not trust its own
first result. The last table shows both by the length of the words; the five real documents known have 2,200 to 6,400.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any

import trafilatura
from forgetting import forget

from crawler.reading import disclosure
from crawler.reading.disclosure import read_page
from crawler.reading.page import page

ROOT = Path(__file__).resolve().parents[1]
LAYOUTS, GOLD = ROOT / "tests/crawler/reading/layouts", ROOT / "tests/crawler/reading/gold"
ORDINARY = "KNQUWX"  # the writers, by the first letters of their pages, who wrote as forces do
ROUNDS = 5
# The steps by their name in crawler.reading.disclosure.
STEPS = ("page", "kind", "references", "parted", "questions", "answers", "judge")

SIZES = range(34_000, 47_001, 1_000)  # bytes of a page of a real site
LINK = '<li class="nav-item"><a href="/area/{0}/">Your area, part {0}</a></li>'
MOST = 100  # pages of a length
WORDS = partial(trafilatura.extract, output_format="markdown", include_tables=True)
SCRIPT = f"<script>window.settings = {list(range(900))};</script>"


def pages(*patterns: str, folders: Sequence[Path] = (LAYOUTS, GOLD)) -> list[bytes]:
    """The pages in the folders whose names match one of the patterns."""
    found = {path for folder in folders for pattern in patterns for path in folder.glob(pattern)}
    return [path.read_bytes() for path in sorted(found)]


def within_site(data: bytes, size: int) -> bytes:
    """The page with the menu, scripts and footer of a site around it, so that all weighs about so many bytes."""
    head, mark, rest = data.decode().partition("<body")
    tag, end, body = rest.partition(">")
    body, close, tail = body.rpartition("</body>")
    if not (mark and end and close):
        return data
    room = size - len(data) - 2 * len(SCRIPT)
    links = "".join(map(LINK.format, range(max(0, room) // (2 * len(LINK)))))
    menu = f"<nav><ul>{links}</ul></nav>{SCRIPT}"
    return f"{head}{mark}{tag}{end}{menu}{body}<footer>{menu}</footer>{close}{tail}".encode()


def typical(plain: Sequence[bytes]) -> list[bytes]:
    """The pages within sites, of all the sizes of real ones."""
    return list(map(within_site, plain, cycle(SIZES)))


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
    alone = seconds(WORDS, documents)
    # As page() does, which reads what the document says of itself.
    told = seconds(partial(WORDS, with_metadata=True), documents)
    whole = seconds(lambda data: read_page(data, ""), documents)
    steps = by_step(documents)
    after = steps.pop("all") - steps["page"]
    size = sum(map(len, documents)) / len(documents) / 1024
    print(f"{title}: {len(documents)} pages of {size:.1f} KB on average, one core")
    for name, spent in {
        "trafilatura alone": alone,
        "  with title and date": told,
        "read_page, all of it": whole,
    }.items():
        print(f"  {name:28} {len(documents) / spent:8.0f} pages/s")
    for name, spent in steps.items():
        print(f"  {'  ' + name:28} {len(documents) / spent:8.0f} pages/s")
    for name, spent in {"after the words are had": after, "words and all": whole}.items():
        print(f"  {name:28} {spent / alone:8.2f} of trafilatura's time, {spent / told:.2f} with title and date")


def lengths(plain: Sequence[bytes]) -> None:
    """A line for each thousand characters of words."""
    by_length = defaultdict[int, list[bytes]](list)
    for data in plain:
        by_length[len(page(data, "").words) // 1000].append(data)
    print("by the length of the words, within a site, milliseconds a page")
    print("  characters      pages  trafilatura   fast  after the words  of trafilatura")
    for thousands, some in sorted(by_length.items()):
        documents = typical(some[:MOST])
        alone, fast = (seconds(partial(WORDS, fast=fast), documents) for fast in (False, True))
        steps = by_step(documents)
        after = steps["all"] - steps["page"]
        each = [1000 * spent / len(documents) for spent in (alone, fast, after)]
        print(
            f"  {thousands},000 to {thousands},999 {len(documents):6} {each[0]:12.1f} {each[1]:6.1f} {each[2]:16.1f}"
            f" {after / alone:15.2f}"
        )


def main() -> None:
    if folders := [Path(folder) for folder in sys.argv[1:]]:
        table("typical (goal: 0.25)", typical(pages("*.html", folders=folders)))
        return
    table("as they are", everything := pages("*.html"))
    table("typical (goal: 0.25)", typical(pages(f"[{ORDINARY}]*.html")))
    table("odd ones too, within a site", typical(everything))
    lengths(everything)


if __name__ == "__main__":
    main()
