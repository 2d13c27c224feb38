"""The label that an answer bears: the number of its question, or the numbers of several."""

import re
from collections.abc import Container

_ONE = r"\d{1,2}(?:[.)]\s?\(?[a-z](?=[.)])|\s?\([a-z]{1,3}(?=\)))?(?:\s?(?:[a-z]\b|[a-z]?[ivx]{1,4}\b|\([a-z]{1,3}\)))?"
_NAMES = (
    r"(?:(?:in )?(?:response|answer|reply|ateb|ymateb|relation) to |re:? |regarding |concerning |as (?:to|for|regards) "
    r"|with (?:regard|respect) to |in respect of )?"
    r"(?:q|qs|a|ans|answers?|response|questions?|points?|items?|parts?|quer(?:y|ies)|bullets?|requests?|cwestiwn"
    r"|cwestiynau|ateb|nos?(?=\.)|number|#)"
    r"\s*\.?\s*(?:no\.?\s*|number\s)?"
)
# Before a comma, or another and then a comma: `As regards b., none`, `On (a) and (c): none`.
_LETTER = r"(?:[a-h]\b\.?|\([a-h]\))"
LABEL = re.compile(
    rf"(?:{_NAMES}(?:(?<![a-z])|(?![a-z])|(?<=\bq)(?=[a-h]\b)))?[(\[]?(?P<number>{_ONE}|[a-z]|[ivx]{{1,4}})(?P<more>(?:[.)\]]?\s?(?:,|&|and|to|–"
    rf"|-)\s?(?:q(?:uestions?)?\s?)?[(\[]?(?:{_ONE}|(?:[a-z]|[ivx]{{2,4}})(?=[).:\]])))*)"
    r"\s?(?:(?:response|answer)\s?)?(?:[)\]](?:\s[–-](?=\s))?|[.:/]|\s[–=-](?=\s)|[–-](?=\s))(?!\d)[.:]?\s*"
    r"|(?:(?:response|answer|reply) to )?(?:q|a|question|answer|response|point|item|#)\s?(?P<bare>\d{1,2}[a-z]?)"
    r"(?P<mores>(?:\s?(?:,|&|and)\s?(?:q(?:uestion)?\s?)?\d{1,2}[a-z]?)*)(?:\s(?=[\w£])|\s?$)"
    r"|(?:in (?:relation|regard|respect) (?:to|of)|in (?:answer|response|reply) to"
    r"|with (?:regard|respect|reference) to|as (?:regards|to|for)|regarding|concerning|turning to|for|on) (?:your )?"
    r"(?:(?:q|questions?|points?|parts?|items?|requests?) ?)?"
    r"(?P<told>\d{1,2}[a-z]?|(?:(?-i:[A-H])|\((?:[a-h]|[ivx]{1,4})\))(?=\s?[,:–-])"
    rf"|{_LETTER}(?=\s?[,:]|\s(?:and|&|to)\s{_LETTER}\s?[,:]))"
    rf"(?P<tolds>(?:\s?(?:,|&|and|to|-|–)\s?(?:\d{{1,2}}[a-z]?|{_LETTER}(?=\s?[,:])))*)"
    r"(?:\s?[,:–-]\s+(?=\S)(?!\d{1,2}[a-z]?(?:,| and| &| to) )|\s(?=(?:there|we|i|it|the|none|nothing)\b))"
    # A heading: nothing but whose answer stands below.
    rf"|{_NAMES}(?P<alone>\d{{1,2}}[a-z]?)"
    r"(?P<alones>(?:\s?(?:,|&|and|to|-|–)\s?(?:q(?:uestions?)?\s?)?\d{1,2}[a-z]?)*)"
    r"(?: (?:response|answer|reply|ymateb|ateb))?\s*$",
    re.I,
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_NUMBER = re.compile(
    r"(?P<join>\bto\b|–|-)?\s?(?P<one>\d{1,2}(?:\s?\(?(?!and\b|to\b)[a-z]{1,3}\b\)?)?|\b(?:[a-z]|[ivx]{2,4})\b)", re.I
)

# `Question 5 – 33.` answers; `Questions 5 – 7.` names several.
_VALUE = re.compile(r"\s[–-]\s(?=(?P<value>\d+)$)")
_SEVERAL = re.compile(r"[a-z]+s\b", re.I)
# Where questions bear letters `a. 19.` answers the first; where 2 has no parts `Q2 (a) 17 (b) 6` answers all of it.
_A = re.compile(r"[(\[]?a[).:/\]]\s*(?=\d)", re.I)
_B = re.compile(r"\(?\bb\)", re.I)


def numbers_and_words(label: re.Match[str], known: Container[str | None]) -> tuple[list[str], str]:
    """The numbers of a label and the words behind it, read so that they are of questions where that can be."""
    line, numbers = label.string, numbers_of(label)
    dash = _VALUE.match(label["more"] or "")
    if dash and not _SEVERAL.match(line) and (dash["value"] not in known or int(dash["value"]) < _whole(numbers[0])):
        return numbers[:1], line[label.start("more") + dash.end() :]
    if numbers[0] not in known and "a" in known and (letter := _A.match(line)):
        return ["a"], line[letter.end() :]
    whole = str(_whole(numbers[0]))
    rest = line[label.start("number") + len(whole) :].lstrip(" .")
    if numbers == [f"{whole}a"] and numbers[0] not in known and whole in known and _B.search(rest):
        return [whole], rest
    return numbers, line[label.end() :].lstrip(", ")


def _whole(number: str) -> int:
    """The digits that a number opens with; 0 where there are none."""
    digits = number[: len(number) - len(number.lstrip("0123456789"))]
    return int(digits or 0)


def numbers_of(label: re.Match[str]) -> list[str]:
    """The numbers of a label, each once: `2`, `2 and 4`, `1-3`."""
    first = re.sub(r"[\s().]", "", label["number"] or label["bare"] or label["told"] or label["alone"]).lower()
    found = [first]
    for step in _NUMBER.finditer(label["more"] or label["mores"] or label["tolds"] or label["alones"] or ""):
        one = re.sub(r"[\s().]", "", step["one"]).lower()
        if step["join"] and found[-1].isdigit() and one.isdigit():
            found += [str(number) for number in range(int(found[-1]) + 1, min(int(one), int(found[-1]) + 40))]
        elif step["join"] and one in _LETTERS and found[-1] in _LETTERS:
            found += _LETTERS[_LETTERS.find(found[-1]) + 1 : _LETTERS.find(one)]
        found.append(one)
    return list(dict.fromkeys(found))
