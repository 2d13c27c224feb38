"""What there is to see of each number that may be a reference: its shape, the words around it, where it stands."""

import re
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from crawler.reading.facts.dates import dates_in
from crawler.reading.facts.reference_forms import normal, spans

Senses = Mapping[str, Sequence[str]]

STEM = 6  # letters by which a word is known
_WORD = re.compile(r"[^\W\d_]+")
_NEAR, _BEHIND = 90, 50  # characters before and behind a number that are looked at
_WORDS, _NEXT = 8, 4
_BRIEF, _LONGEST = 70, 2000  # characters of a line
_TOPS, _TOP_ENDS = ("title", "first", "top", "head"), (1, 2, 6, 16)
_HEAD, _TAIL, _END = 151, 20, 5  # lines, with the title
_MOST = 40  # numbers: what holds more is a list of them
_OVER = re.compile(r".*[a-z0-9)][.;?!] ")
_PIECE = re.compile(r"\d+|[A-Z]+")
_YEAR = re.compile(r"(?<!\d)(?:20)?([012]\d)(?!\d)")
_AROUND = " |-–•*:.,()[]"


@dataclass
class Candidate:
    """A number in its normal form, with the marks of all places where it stands."""

    ref: str
    marks: set[str] = field(default_factory=set)
    times: int = 0

    @property
    def is_of_title(self) -> bool:
        """Whether it stands in the title and nowhere else."""
        return self.times == 1 and "title" in self.marks


_Form = tuple[Candidate, str, str, int]  # how a number fits the form of the force, its bare signs, and its year


def candidates(lines: Sequence[str], title: str, form: re.Pattern[str] | None, senses: Senses) -> list[Candidate]:
    """The numbers of the title and the lines, in their order. `senses`: the classes of a word by its stem."""
    found: dict[str, Candidate] = {}
    texts = (title, *lines)
    many = len(texts)
    for at in (*range(min(many, _HEAD)), *range(max(_HEAD, many - _TAIL), many)):
        line = texts[at][:_LONGEST]
        for start, end in spans(line, form):
            ref = normal(line[start:end])
            if ref in found or len(found) < _MOST:
                one = found.setdefault(ref, Candidate(ref))
                one.times += 1
                one.marks.add(_place(at, many))
                above = _above(line, start, texts[at - 1]) if at else ""
                one.marks.update(_around(line, start, end, above, senses))
    some = list(found.values())
    forms = [(one, _fits(one.ref, form), _bare(one.ref), _year(one.ref)) for one in some]
    for one, its_form in zip(some, forms, strict=True):
        one.marks.update(_shape(one.ref.upper()))
        one.marks.update(_among(its_form, forms))
    return some


def _place(at: int, many: int) -> str:
    if at < _TOP_ENDS[-1]:
        return _TOPS[bisect(_TOP_ENDS, at)]
    return "last" if at == many - 1 else "end" if at >= many - _END else "mid"


def _above(line: str, start: int, above: str) -> str:
    """What stands over a number: the cell of the row above in the same column, or a brief line over what opens one."""
    if line.startswith("|") and above.startswith("|"):
        cells, column = above.split("|"), line.count("|", 0, start)
        return cells[column] if column < len(cells) else ""
    return above if len(above) < _BRIEF and not line[:start].strip(_AROUND) else ""


def _around(line: str, start: int, end: int, above: str, senses: Senses) -> Iterator[str]:
    """The words and signs before and behind a number, within its sentence, and what stands over it."""
    near, behind = line[max(0, start - _NEAR) : start], line[end : end + _BEHIND]
    near = near[over.end() :] if (over := _OVER.match(near)) else near
    before, after = _stems(near)[-_WORDS:], _stems(behind)[:_NEXT]
    if before:
        yield "within"
    else:
        rest = behind if line.startswith("|") else _undated(behind)
        yield "apart" if rest.strip(_AROUND) else "alone"
    yield "row" if line.startswith("|") else "brief" if len(line) < _BRIEF else "lengthy"
    nearest = (("<1", before[-1:]), (">1", after[:1]))
    for side, words in (("<", before), (">", after), ("^", _stems(above)[-_WORDS:]), *nearest):
        for word in words:
            yield f"{side} {word}"
            for sense in senses.get(word, ()):
                yield f"{side} {sense}"
    yield f"sign {_sign(near.rstrip()[-1:])}"
    yield f"then {_sign(behind.lstrip()[:1])}"


def _undated(text: str) -> str:
    """What stands behind a number but for a date right there: `412/25 | 11 November 2025`."""
    date = next(iter(dates_in(text)), None)
    return text[date.end :] if date and not text[: date.start].strip(_AROUND) else text


def _sign(one: str) -> str:
    return one if not one.isalnum() else "1" if one.isdigit() else "a" if one.islower() else "A"


def _stems(text: str) -> list[str]:
    return [word[:STEM] for word in _WORD.findall(text.lower())]


def _shape(ref: str) -> Iterator[str]:
    pieces = _PIECE.findall(ref)
    yield "always"
    yield f"digits {sum(map(str.isdigit, ref))}"
    # A number alone that begins with a nought is dialled.
    yield "dialled" if len(pieces) == 1 and ref[0] == "0" else f"pieces {len(pieces)}"
    yield from (f"has {piece}" for piece in pieces if piece.isalpha())
    if " " in ref:
        yield f"opens {ref.split()[0]}"
    if not ref[-1].isdigit() or not ref[0].isdigit():
        yield "letters"


def _among(of_one: _Form, of_all: Sequence[_Form]) -> Iterator[str]:
    """How a number stands to the force's form and to the others."""
    one, fits, bare, year = of_one
    yield from (fits, f"times {min(3, one.times)}")
    side = "behind"
    for other, others_fits, others_bare, others_year in of_all:
        if other is one:
            side = "before"
        elif others_bare.endswith(bare) or bare.endswith(others_bare):
            yield from _of_kin(one, other, f"{others_fits}, {fits}")
        else:
            yield from (side, f"another {others_fits}, {fits}")
            yield "of its year" if others_year == year else "older" if others_year > year else "newer"


def _of_kin(one: Candidate, other: Candidate, fits: str) -> Iterator[str]:
    """Of a number that another has more letters of, or fewer: `412/25` of `FOI 412/25`."""
    is_longer = len(one.ref) > len(other.ref)
    long, short = (one, other) if is_longer else (other, one)
    kin = "long" if is_longer else "short"
    yield from (kin, f"{kin} {fits}", f"{kin} by {long.ref[: -len(short.ref)]}")
    if "alone" in long.marks:
        yield f"{kin}, alone"
    if short.times > long.times:
        yield f"{kin}, bare elsewhere"


def _fits(ref: str, form: re.Pattern[str] | None) -> str:
    return "no form" if not form else "fits" if form.fullmatch(ref) else "fits not"


def _bare(ref: str) -> str:
    return "".join(filter(str.isalnum, ref)).lower()


def _year(ref: str) -> int:
    """The year within a number, by its last two figures; 0 for none."""
    return max(map(int, _YEAR.findall(ref)), default=0)
