"""The words by which replies give something, and those of the arguments beside it.

All in lower case; each pattern stands beside words without which it cannot match. decision.py weighs them.
"""

from crawler.reading.sentences.signals import signals

GIVEN = signals(
    (
        r"\b(?:please|kindly) (?:find|see|refer to)\b[^.]{0,90}(?:attach|below|table|document|enclos|spreadsheet|file"
        r"|appendix|response)"
    ),
    r"\b(?:attached|enclosed)\b|\b(?:i|we) (?:now )?(?:attach|enclose)\b",
    r"\byou will find (?:it|them|these|this)\b",
    r"\bdecided to (?:disclose|release|provide|supply|give)\b",
    r"\bfull(?:y)? disclos\w+|\b(?:provid|disclos|releas|suppl|answer|given|reply|respond)\w* .{0,30}\bin full\b",
    (
        r"(?<!hidden )(?<!masked )(?<!asterisks )(?<!shown )(?<!blank )\bin the (?:file|spreadsheet|table"
        r"|attachment)\b"
    ),
    (
        r"\b(?:set out|shown|listed|printed|given|provided|table|detailed|copied|reproduced) (?:is |are )?"
        r"(?:below|overleaf|as follows|here)\b|\bbelow (?:is|are)\b|\bwe hold .{0,40}\b(?:is|are) (?:given"
        r"|as follows)"
    ),
    r"\btable\b[^.]{0,40}\b(?:below|at the end|overleaf|attached|shows?|lists?|sets out)\b",
    r"\bsee (?:the )?(?:table|below|\S+\.(?:xlsx?|pdf|csv|docx?))",
    r"\bfigures? (?:are|is)\b",
    r"\b(?:am|are|is|were|was) (?:\w+ )?(?:disclosing|releasing|providing|supplying|giving you|sending)\b",
    r"\balongside this (?:letter|reply|response)\b",
    (
        r"\b(?:now |can |(?<!not )able to |happy to |pleased to )(?:release|disclose|provide|supply"
        r"|give you|send)\b|\b(?:release|disclose|provide|supply|give)(?:d|s)? all of it\b"
        r"|(?<!no information )(?<!nothing )\b(?:is|are) (?:supplied|provided|disclosed|released|given|answered)\b"
    ),
    (
        r"\b(?:content|happy|able|pleased|glad|free|willing|in a position) to (?:tell you|say|confirm|report"
        r"|state|inform you) that\b"
        r"(?! [^.]{0,60}\b(?:holds?|held|exempt\w*|received|refus\w+|requests?|regist\w+|correspondence)\b)"
    ),
    (
        r"\bcan (?:tell you|confirm) that\b(?! [^.]{0,60}\b(?:holds?|held|exempt\w*|received|refus\w+|requests?"
        r"|regist\w+|correspondence)\b)"
    ),
    r"\banswers?\b[^.]{0,60}\b(?:is|are|was) (?:\w+ )?(?:yes|no(?![ \w-])|as follows|nil|given|set out)",
    (
        r"\b(?:total|figure|number|answer|sum|average|cost)\b[^.]{0,80}\b(?:is|was|were|are|came to) (?:[£\d]"
        r"|zero|nil|none"
        r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)"
    ),
)
# What is attached or below may be the refusal itself and the reasons for it.
_REASON = r"(?:reasons?|explanation|rationale|exemptions?|rights|complain\w*|estimate)"
REASONS = signals(
    (
        rf"\b(?:{_REASON}|refusal|harm|evidence|decision|advice|considerations?)\b[^.]{{0,60}}"
        rf"\b(?:attached|below|enclosed|overleaf|follow\w*)"
        rf"|\b(?:attached|below|enclosed|overleaf)\b[^.]{{0,40}}\b(?:{_REASON}|refusal notice)\b"
        r"|\blink below\b|\bbelow link\b"
    ),
    r"\breasons?\b[^.]{0,30}\b(?:given|set out|under|in the)\b",
    r"\b(?:exempt|with-?held|refused|declined|not held)\b[^.;]{0,60}\W(?:please )?see (?:below|overleaf)\b(?! for)",
    r"\bsee (?:the|our|my|this) (?:refusal |\w+ \d+ )?notice (?:below|overleaf|attached|at the (?:end|foot))\b",
)
# `No documents are attached`.
NOTHING = signals(
    r"\b(?:no|nothing|none)\b[^.;,]{0,40}\b(?:attached|enclosed)\b",
    r"\bnot (?:\w+ )?(?:attached|enclosed)\b",
)
TEST = signals(r"public interest test|prejudice test|harm test|(?:^|[\W_])pit(?:$|[\W_])")
ARGUES = signals(
    (
        r"\b(?:factors?|considerations?|arguments?|reasons?) (?:in )?(?:favou?r\w*|against|for|supporting) (?:of )?"
        r"(?:disclos|non-?disclos|releas|withh|confirm|neither|maintain)"
        r"|\bfavou?ring (?:non-?)?(?:disclos|confirm|neither|releas)"
    ),
    r"\b(?:disclosure|release|disclosing|releasing|confirming)\b[^.]{0,60}\b(?:would|could|may)\b",
    r"\b(?:if|where|when) (?:any (?:is|are|were) )?(?:any|given)\b",
    (
        r"\bin order to apply\b|\bevidence of harm\b|\bno inference\b|\bshould not be (?:taken|read|seen)"
        r"|\bdo not take this to mean\b|\bthe public would\b"
    ),
)
