"""The replica in a process of its own, so that serving and crawling do not share an interpreter."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

FOUR = ("met", "herts", "beds", "west_midlands")


@contextmanager
def sites(counts: dict[str, int]) -> Iterator[dict[str, str]]:
    """The address of each site, with so many disclosures without attachments, every page rendered beforehand."""
    server = subprocess.Popen(
        [sys.executable, __file__, json.dumps(counts)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert server.stdin
    assert server.stdout
    try:
        yield json.loads(server.stdout.readline())
    finally:
        server.stdin.close()
        server.wait(timeout=20)


def configuration(addresses: dict[str, str], **attributes: object) -> str:
    """A foiwatch.toml for the sites."""
    lines = ['contact = "bench@example.org"', 'store = "data"']
    for name, site in addresses.items():
        lines += [f"[sources.{name}]", f'site = "{site}"', "allow_private = true", "delay = 0"]
        lines += [f"{key} = {value}" for key, value in attributes.items()]
    return "\n".join([*lines, ""])


def main() -> None:
    from foiwatch.replica import Replica, Variant

    counts = json.loads(sys.argv[1])
    variants = {name: Variant(attachments=False, page_size=20) for name in counts}
    with Replica.start(counts=counts, variants=variants) as replica:
        replica.warm()
        print(json.dumps(replica.sites), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
