"""Whether a line is labelled as the reference of a request: `Our ref: 412/25`, `Cais / Request 611/2025`."""

import re
import tomllib
from importlib.resources import files

from crawler.reading.facts.reference_forms import spans

_DATA = tomllib.loads(files(__package__).joinpath("references.toml").read_text("utf-8"))["label"]
_NAMES, _WITH = (frozenset(_DATA[name].split()) for name in ("names", "with"))
_WORD = re.compile(r"[^\W\d_]+")
_BRIEF = 140  # characters


def is_labelled(line: str) -> bool:
    """Whether a line opens with the label of a reference, and the reference: `FOI ref: 412/25 | Dogs`."""
    # The shortest of those that begin with the first: `FOI` is a label of `FOI 412/25`.
    start = -min(((end, -start) for start, end in spans(line[:_BRIEF], None)), default=(0, 0))[1]
    words = _WORD.findall(line[:start].lower())
    return not _NAMES.isdisjoint(words) and all(word in _NAMES or word in _WITH for word in words)
