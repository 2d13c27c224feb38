"""Whether a sentence says that one reply is of several forces, by how many they are and not by their names."""

import re
from collections.abc import Sequence

_FORCES = r"(?:(?:the|our|these|of|police) )*(?:forces|constabularies|chief constables|counties)"
_ALL = rf"(?:(?:all|each of|both of) )?(?:the |our |these )?(?P<many>both|two|three) {_FORCES}\b"
_DOING = rf"(?:^\W*|[,;:] |\b(?:and|that|as) ){_ALL}"
_ONE = r"(?:this(?: is (?:the|their))?|our|one|single|joint|common|combined|following)"
_REPLY = r"(?:reply|response|answer|letter|decision|notice|refusal|disclosure)\b"
_OF = r"\b(?:for|from|of|by|on behalf of|covers|speaks for|speaking for)"
_REQUEST = r"(?:request|enquiry|application|message|letter|e-?mail|questions?)\b"
_CAME = r"\b(?:sent|made|put|came|went|addressed|directed|submitted|identical|received|had|arrived|reached)"
_GOT = r"\b(?:from you|your|you sent)\b"


def _ways(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.I) for pattern in patterns)


_WAYS = _ways(
    # `This letter speaks for both forces`; `the two forces share a department, and this reply is of both`.
    rf"\b{_ONE} (?:\w+ )?{_REPLY}[^.]{{0,50}}{_OF} {_ALL}",
    rf"\b{_ALL}[^.]{{0,90}}\b{_ONE} (?:\w+ )?{_REPLY}[^.]{{0,40}}{_OF} (?:them )?(?:both|all|(?:the )?(?:two|three"
    r"|pair))(?: of them)?\W*$",
    # `The two forces have agreed on a single answer`; `both forces reply together`.
    rf"\b{_ALL}[^.]{{0,50}}\b(?:single|one|joint|common|combined) (?:answer|reply|response)\b",
    rf"{_DOING}[^.]{{0,90}}\b(?:answer|repl(?:y|ie)|respond|writ|speak)\w*\b[^.]{{0,20}}\b(?:together|jointly"
    r"|as one|with one voice|in one letter)\b",
    rf"\b(?:answered|issued|handled|dealt with|sent|given|made) (?:together|jointly|as one) (?:by|for) {_ALL}",
    # `Both forces hold what you ask for`; `the three forces have searched their records`.
    rf"{_DOING} (?:(?:do|each|have|now|not|can|therefore) )*(?:hold (?:the information|what you|some of|all of|no"
    r" information|nothing|this information|the following)|(?:neither )?confirm\b|located?|searched|refuse"
    r"|rely (?:up)?on section|considered (?:your|the) request)",
    # `Your request to both forces`; `your request, which both forces had on 3 May`.
    rf"\byour\b[^.]{{0,60}}\b{_REQUEST}(?:[^.]{{0,60}}{_CAME})?,? (?:which |that )?(?:(?:to|at|by|with) )?{_ALL}",
    rf"\b(?:you (?:sent|wrote|put)|from you)\b[^.]{{0,60}}\b(?:to|at|reached) {_ALL}",
    rf"\byou (?:asked|requested|sought|wanted)(?: this| it| the same)? (?:of|from) {_ALL}",
    rf"{_DOING} (?:each |have |both )*(?:got|had|received|were sent)\b[^.]{{0,60}}{_GOT}",
)
# Whoever says it: `I am to reply to it on behalf of the three forces named above`, `which I took as a request to both`.
_SURELY = _ways(
    rf"\b(?:answer|repl(?:y|ie)|respond|writ|speak)\w*\b[^.?]{{0,30}}\b(?:for|on behalf of) {_ALL}",
    rf"\byour\b[^.?]{{0,90}}\b(?:treated|taken|took|read|handled|dealt with|logged) (?:it )?as (?:a|one) (?:\w+ )?"
    rf"{_REQUEST} (?:to|of) {_ALL}",
)
_NEITHER = re.compile(r"\bneither (?:force|constabulary) (?:holds|has any|keeps|records)\b", re.I)
# Then each answers for itself, or nobody has asked yet, or it is the requester who speaks.
_NOT_SO = re.compile(
    r"\b(?:separate(?:ly)?|only|alone|(?:its|their) own (?:\w+ )?(?:reply|replies|answers?|responses?|letters?)"
    r"|websites?|if|should you|right to|review|please|could|would|passed|forwarded|transferred|referred|(?-i:I)|my)\b"
    r"|\?",
    re.I,
)
_SENTENCE = re.compile(r"(?<=[a-z)\d][.;]) +")
_MANY = {"both": 2, "two": 2, "three": 3}
# Of each one stands in what tells how many, but for the capital of its first letter.
_BODIES, _SO_MANY = ("orce", "onst", "ounties"), ("oth ", "wo ", "hree ", "either ")


def many(lines: Sequence[str]) -> int:
    """How many forces a sentence of the lines says that the reply is of, without naming them; 0 for none."""
    # Most letters speak of no such thing, and most lines of the others.
    some = filter(_may_tell, lines) if _may_tell("\n".join(lines)) else ()
    return next(filter(None, (_told(one) for line in some for one in _SENTENCE.split(line))), 0)


def _may_tell(text: str) -> bool:
    return any(map(text.__contains__, _BODIES)) and any(map(text.__contains__, _SO_MANY))


def _told(sentence: str) -> int:
    if surely := _many(sentence, _SURELY):
        return surely
    if _NOT_SO.search(sentence):
        return 0
    return 2 if _NEITHER.search(sentence) else _many(sentence, _WAYS)


def _many(sentence: str, ways: Sequence[re.Pattern[str]]) -> int:
    found = next((hit for way in ways if (hit := way.search(sentence))), None)
    return _MANY[found["many"].lower()] if found else 0
