"""Whether a later letter takes an earlier one back."""

from collections.abc import Sequence

from crawler.reading.sentences.signals import signals
from crawler.reading.sentences.statements import statements

_FIRST = (
    r"\b(?:earlier|first|original|initial|previous|prior) (?:\w+ )?"
    r"(?:stance|position|approach|view|line|reply|answer|response|decision|refusal)s?"
)
# What takes a first answer back: in part where it says so.
_TAKES_BACK = signals(
    rf"{_FIRST}\b[^.]{{0,60}}\b(?:withdrawn|went too far|overturned|set aside|reversed|wrong|mistaken|in error"
    rf"|incorrect"
    r"|replaced|superseded|(?:does|did) not stand|no longer stands?"
    r"|not (?:upheld|maintained|right|correct)|cannot (?:stand|be (?:upheld|maintained|supported|justified)))",
    rf"\b(?:withdr[ae]w\w*|overturn\w*|revers\w+|set(?:ting)? aside|depart\w* from|replac\w+"
    rf"|supersed\w+)\b[^.]{{0,30}}{_FIRST}",
    rf"\b(?:set|sets|setting|put) (?:the |our |that |my colleague['’]s )?{_FIRST} (?:\w+ )?aside\b",
    r"\b(?:agree|accept|find|conclude|recogni[sz]e)[sd]?\b[^.]{0,80}\b(?:should|ought) (?:not )?(?:to )?have"
    r" (?:been )?(?:\w+ )?"
    r"(?:disclos|releas|answer|given|provid|confirm|appli|relied|cited|used|refus|withheld)\w*",
    r"\b(?:(?:do|did|can|could)(?: ?not|n['’]t)|unable to) (?:uphold|sustain|support|maintain|defend) (?:the|that|our)"
    r" (?:\w+ )?(?:refusal|decision|response|reply|answer|stance)\b",
    r"\b(?:refusal|decision|stance|reply)\b[^.]{0,30}\b(?:cannot|can not|could not) be (?:sustained|upheld|defended)",
    r"\b(?:come|came|arrived|reached) (?:to|at) (?:a|another|the) (?:different|contrary|opposite) (?:conclusion|view)",
    r"\b(?:we|i|my colleague|the force) (?:got (?:this|it|that) wrong|erred)\b",
    r"\b(?:revers|overturn)\w* (?:my colleague['’]s|the|our|its|that) (?:decision|refusal|stance|reply)\b",
    r"\bour (?:stance|position) has (?:therefore |now )?changed\b",
    rf"\bin (?:place|the stead) of (?:the|our|that) {_FIRST}",
    r"\byour (?:complaint|appeal|request for (?:a |an )?(?:internal )?review|review|challenge) (?:succeeds|(?:is"
    r"|has been|was)"
    r" (?:therefore |fully |entirely |wholly )?(?:upheld|allowed|successful|granted|justified|well[- ]founded"
    r"|made out))\b",
    r"\b(?:we|i)(?: have)?(?: now| therefore)? (?:uph[eo]ld|allow(?:ed)?) your (?:complaint|appeal)",
)
_NOT_SO = signals(
    r"\b(?:in part|partly|partially|so far as|to the extent|except|otherwise|whether|if)\b"
    r"|\b(?:uph[eo]ld|justified|well[- ]founded) (?:as (?:to|regards)|in (?:respect|relation)(?: of| to)|with regard to"
    r"|for|on|about) (?:[\w-]+ ){0,2}"
    r"(?:(?:parts?|points?|questions?|items?|elements?|limbs?)\b|\(?(?:[a-z]|\d{1,2})\))"
    r"|\b(?:do|does|did|is|was|has|have|can)(?: ?not|n['’]t)\b(?! (?:be )?(?:uph[eo]ld|maintain|sustain|defend"
    r"|stand|right|correct|support|justif))"
    r"|\bno (?:reason|grounds?|cause|basis)\b|\bnothing\b"
    r"|\b(?:complaint|appeal|review|challenge) (?:is|was|has) not\b"
    r"|\byou(?:r \w+)? (?:say|said|argue|think|believe|claim|feel|ask|suggest|contend)",
)


def withdrawn(response: Sequence[str]) -> Sequence[str]:
    """The lines before the first one that takes an earlier answer back as a whole, none where it does so in part."""
    return response[: next((at for at, line in enumerate(response) if _in_line(line)), 0)]


def takes_back(lines: Sequence[str]) -> bool:
    """Whether a sentence of the lines takes an earlier answer back as a whole."""
    return any(map(_in_line, lines))


def _in_line(line: str) -> bool:
    return _TAKES_BACK.search(line) and any(map(_takes_back, statements(line)))


def _takes_back(sentence: str) -> bool:
    return _TAKES_BACK.search(sentence) and not _NOT_SO.search(sentence)
