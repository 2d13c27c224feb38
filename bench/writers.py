"""How well the golden pages of a writer are read whom the weights have not met: each writer is left out in turn.

usage: python bench/writers.py [WRITER...]

The first letter of a golden page's name is its writer. The weights of voices.toml, boilerplate.toml, dates.toml,
references.toml and weighing.toml are found from the other writers' pages, then this writer's are read and scored. Rules
cannot be left out: they were made with the pages of most writers at hand, so that what is unseen altogether is read
less well.
"""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import accuracy
import fitting
import weigh_dates
import weigh_lines
import weigh_outcomes
import weigh_references
import weigh_sentences
from replies import replies

from crawler.reading.facts import date_roles, reference
from crawler.reading.outcome import weighing
from crawler.reading.sentences import weighed

GOLD = weigh_lines.GOLD


def without(writer: str) -> dict[str, float]:
    """The scores of the writer's pages, by field."""
    with TemporaryDirectory() as folder:
        others, own = Path(folder, "others"), Path(folder, "own")
        for page in GOLD.iterdir():
            place = own if page.name[0] == writer else others
            place.mkdir(exist_ok=True)
            shutil.copy(page, place)
        _weigh(others, writer)
        return accuracy.means(accuracy.read_folder(own))


def _weigh(others: Path, writer: str) -> None:
    weigh_lines.GOLD = weigh_sentences.GOLD = others
    weighed.use(
        voices=weigh_lines.fit(weigh_lines.letters([others])),
        carried=weigh_sentences.rows(weigh_sentences.fit(weigh_sentences.carried([]))),
        interim=weigh_sentences.rows(weigh_sentences.fit(weigh_sentences.interim([]))),
    )
    dates = (date for some in weigh_dates.cases(others).values() for date in some)
    fitting.instead(date_roles._WEIGHTS, weigh_dates.fit([*weigh_dates.told(), *dates]))
    known = [case for case in weigh_references.cases() if case.writer != writer]
    fitting.instead(reference._WEIGHTS, weigh_references.fit(known))
    tables, _ = weigh_outcomes.found(replies(others))
    fitting.instead(weighing._DATA, tables)


def main() -> None:
    writers = sys.argv[1:] or sorted({page.name[0] for page in GOLD.glob("*.json")})
    scores = {writer: without(writer) for writer in writers}
    print(" " * 12, *(f"{writer:>6}" for writer in writers), "  mean")
    for field in accuracy.FIELDS | {"boilerplate": None}:
        row = [scores[writer][field] for writer in writers if field in scores[writer]]
        print(f"{field:12} ", *(f"{one:6.3f}" for one in row), f"{sum(row) / len(row):6.3f}")


if __name__ == "__main__":
    main()
