"""The progress of a crawl on a terminal; silent under cron."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from crawler.account import Account
from crawler.crawl import Watch


@contextmanager
def watching(names: Sequence[str], *, shown: bool) -> Iterator[Watch | None]:
    """A callback that shows how far each source has come, or None where nobody looks on."""
    if not shown:
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[said]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        tasks = {name: progress.add_task(name, total=None, said="") for name in names}

        def watch(name: str, account: Account) -> None:
            total = len(account.taken_up) or None
            said = account.problem or f"{account.count('new')} new, {account.count('failed')} failed"
            progress.update(tasks[name], total=total, completed=len(account.settled), said=said)

        yield watch
