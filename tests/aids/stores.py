"""New stores, copied from one: to make the tables takes longer than most tests need for all else."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from store.database import Store, open_store


def new_store(folder: Path) -> Store:
    """As `open_store` of a folder that is empty, or not there."""
    shutil.copytree(_empty().name, folder, dirs_exist_ok=True)
    return open_store(folder)


@cache
def _empty() -> TemporaryDirectory[str]:
    made = TemporaryDirectory()
    open_store(Path(made.name)).close()
    return made
