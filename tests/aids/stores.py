"""New stores, copied from one: to make the tables takes longer than most tests need for all else."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from store.database import Store, open_store


def new_store(folder: Path) -> Store:
    """As `open_store` of a folder that is not there."""
    shutil.copytree(Path(_empty().name), folder)
    return open_store(folder)


@cache
def _empty() -> TemporaryDirectory[str]:
    made = TemporaryDirectory()
    open_store(Path(made.name)).close()
    return made
