"""The numbers of a list in the one form that all readers know: digits, a point behind them, no dot before them."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from unicodedata import numeric

from crawler.reading.questions.bare_letters import lettered
from crawler.reading.questions.groups import answers_group
from crawler.reading.questions.own_numbers import of_questions
from crawler.reading.sentences.heads import beginnings

BULLETS = "-–—•*·▪◦‣●○■□➢►→▸▶»›◆◇✓✔"
# A number typed into a list of dots, behind the mark that opens a quotation, or behind the word before the last.
_BEFORE = re.compile(
    r"(?:(?i:and|or|also|plus|then|finally|lastly),? (?=[(\[](?:\d{1,2}|[a-z]|[ivx]{1,4})[)\]]\s)"
    rf"|(?:[{BULLETS}]\s+|[\"“‘'](?=[(\[]?\w{{1,3}}[.)\]]\s))"
    r"(?=[(\[]?(?:[qQ]\s?)?(?:\d{1,2}(?:\s?\(?[a-h])?|[a-iA-I]|[ivx]{2,4})[.):\]]))"
)
_CIRCLED = re.compile("[①-⑳❶-❿➀-➉]")
_LETTERS = "abcdefgh"
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NAMES = ("question", "request", "answer", "point", "part", "item")
_SPELT = rf"(?P<name>{'|'.join(_NAMES)}) (?P<word>{'|'.join(_WORDS)})\b(?=\W)"
_SPELLED = re.compile(_SPELT, re.I)
_SOME = beginnings(_WORDS)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
# `First: nine`, `To your second question, none`; `First, we searched` opens a reason, and bears no number.
_NTH = re.compile(
    rf"(?:(?:as )?(?:to|for|on|in answer to) )?(?:(?:{'|'.join(_NAMES)}) the |the |your )?"
    rf"(?P<word>{'|'.join(_ORDINALS)})"
    rf"(?:\s?(?:[:–—]|-(?=\s))|(?: one)?\.| (?:{'|'.join(_NAMES)})\s?[:.,–—-])\s+(?=\S)",
    re.I,
)
# Or a number with nothing before or behind it, above a table that answers the question.
_BARE = re.compile(
    rf"(?P<dot>[{BULLETS}]\s+)?(?P<number>\d{{1,2}}[a-h]?)(?:,? (?=[A-Za-z]{{2,}}\b|[AI]\b|[£\d])|(?(dot)(?!)|\Z))"
)
_LONE = re.compile(r"q?[(\[]?(?P<n>\d{1,2}[a-h]?)[.):\]]*", re.I)
_NUMBERED = re.compile(r"(?:q(?:uestion)?\s?)?[(\[]?(?P<n>[12])a?[.):\]](?!\d)\s*(?=\S)", re.I)
_ASKING = re.compile(
    r"(?![(\[]?\d{1,2}[a-h]?[.):\]])(?:.*\?[\"'”’)]*$|(?:please|kindly|provide|give|list|state|copies|(?:the|a|any|all)"
    r" (?:total |full )?(?:numbers?|cop(?:y|ies)|lists?|breakdown|names?|dates?|costs?|details)\b))",
    re.I,
)
_FIRST_WITHIN = re.compile(r"(?<=[.:;?!] )(?=(?:q(?:uestion)?\s?)?[(\[]?1a?[.):\]] \S)", re.I)


def joined(lines: Sequence[str]) -> list[str]:
    """The lines, a number that stands alone above a question put before it: `1.` and `How many?`

    Only where such numbers count from 1: another may be a figure.
    """
    numbers = {
        at: mark["n"]
        for at, line in enumerate(lines[:-1])
        if (mark := _LONE.fullmatch(line.strip())) and _ASKING.match(lines[at + 1])
    }
    if len(numbers) < 2 or not counts_on([number.lower() for number in numbers.values()]):
        return list(lines)
    return put_before(lines, numbers)


def put_before(lines: Sequence[str], numbers: Mapping[int, str]) -> list[str]:
    """The lines, those that hold only a number, by their places, put before the next: `1. How many?`"""
    return [
        f"{numbers[at - 1]}. {line}" if at - 1 in numbers else line
        for at, line in enumerate(lines)
        if at not in numbers
    ]


def first_apart(lines: Sequence[str]) -> list[str]:
    """The lines, the one cut whose sentences run on into the first item of a list: `I study crime. 1. How many?`

    Only where that list goes on below with its second item at the beginning of a line.
    """
    found = list(lines)
    items = [(at, mark["n"]) for at, line in enumerate(lines) if (mark := _NUMBERED.match(line))]
    if not items or items[0][1] != "2":
        return found
    for at in range(items[0][0]):
        if cut := _FIRST_WITHIN.search(lines[at]):
            found[at : at + 1] = [lines[at][: cut.start()].rstrip(), lines[at][cut.start() :]]
            break
    return found


def in_digits(lines: Sequence[str]) -> list[str]:
    """The lines with their numbers as a list's: no dot before them, `Question One` in digits, a point after them."""
    found = of_questions(_ordinals([_plain(line) for line in lines]), _ASKING.match)
    bare = [(at, mark) for at, line in enumerate(found) if not line[:1].isalpha() and (mark := _BARE.match(line))]
    if bare and not counts_on([mark["number"].lower() for _, mark in bare]):
        bare = _counted([(at, mark) for at, mark in bare if mark.end() < len(mark.string)])
    for at, mark in bare if len(bare) > 1 else ():
        found[at] = f"{mark['number']}. {found[at][mark.end() :]}".strip()
    return lettered(found)


def _counted(bare: Sequence[tuple[int, re.Match[str]]]) -> list[tuple[int, re.Match[str]]]:
    """Of the lines that open with a number, those of lists: a capital follows it, and it counts on from 1."""
    kept: list[tuple[int, re.Match[str]]] = []
    run: list[tuple[int, re.Match[str]]] = []
    for at, mark in bare:
        number = mark["number"].lower()
        if not mark.string[mark.end()].isupper():
            continue
        if counts_on([*(one["number"].lower() for _, one in run), number]):
            run.append((at, mark))
        elif counts_on([number]):
            kept += run if len(run) > 1 else []
            run = [(at, mark)]
    return kept + (run if len(run) > 1 else [])


def _ordinals(lines: list[str]) -> list[str]:
    """The lines, `First:`, `Second:` and so on as numbers where they count from the first, and head no answers."""
    if _ORDINALS[1] not in "\n".join(lines).lower():
        return lines  # as of most lists
    marks = [(at, mark) for at, line in enumerate(lines) if (mark := _NTH.match(line)) and not answers_group(line)]
    if len(marks) > 1 and [mark["word"].lower() for _, mark in marks] == list(_ORDINALS[: len(marks)]):
        for number, (at, mark) in enumerate(marks, 1):
            lines[at] = f"{number}. {lines[at][mark.end() :]}"
    return lines


@lru_cache(maxsize=256)  # the same lines are read as a letter, as questions and as answers
def _plain(line: str) -> str:
    text = line.strip()
    text = text if text.isascii() else _uncircled(text)
    return _spelled_out(text[before.end() :] if (before := _BEFORE.match(text)) else text)


def _uncircled(line: str) -> str:
    return f"{int(numeric(line[0]))}. {line[1:].lstrip()}" if _CIRCLED.match(line) else line


def _spelled_out(line: str) -> str:
    return _SPELLED.sub(_digits, line, count=1) if _SOME.stand_in(line) else line


def _digits(spelled: re.Match[str]) -> str:
    return f"{spelled['name']} {_WORDS.index(spelled['word'].lower()) + 1}"


def counts_on(numbers: Sequence[str]) -> bool:
    """Whether the numbers count from 1 without a gap, with or without letters: `1a`, `1b`, `2`."""
    wanted = {"1", "1a"}
    for number in numbers:
        if number not in wanted:
            return False
        digits, letter = int(number.rstrip(_LETTERS)), number.lstrip("0123456789")
        wanted = {f"{digits + 1}", f"{digits + 1}a"} | {f"{digits}{chr(ord(letter) + 1)}" if letter else f"{digits}a"}
    return True
