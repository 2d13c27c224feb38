"""The phrases of requests: what asks, what says how to answer or why one asks, and what refers to an answer had."""

import re

LEGAL = re.compile(
    r"\b(?:pursuant to |in accordance with |under |as per )?(?:section \d+(?:\(\d\))? of )?(?:the )?"
    r"(?:freedom of information|foia?)(?: \(scotland\))?(?: act)?(?: \d{4})?(?: \(foia?\))?"
    r"(?: request)?(?: ref\w*)?(?: no\w*)?(?: to [^.,:;?]{3,40}(?= *$))?",
    re.I,
)
SENTENCE = re.compile(
    r"(?<=[.?!;])[\"”’)]{0,2}\s+|\n+|(?<=:)\s+(?=\W{0,2}(?:how|what|which|the number|number)\b)", re.I
)
# "How many were seized, and how many crushed": two things asked in one sentence.
CLAUSE = re.compile(
    r"(?:(?:[,;]|\s[-–])\s+(?:and\s+|along with\s+|together with\s+|as well as\s+)?"
    r"|\s+(?:and|along with|together with|as well as)\s+)(?:of (?:these|those|them|which),?\s+)?"
    r"(?=(?:in )?how (?:many|much|often|long)\b"
    r"|(?:the |a )?(?:total )?(?:number|cost|amount|length|percentage|copy)s? of"
    r"\b|what (?:was|were|is|are)\b|which\b(?! of)|in how\b|whether\b)",
    re.I,
)
MARK = re.compile(r"^\W*(?:(?:q(?:uestion)?|request)?\s*\(?(?:\d{1,2}[a-z]?|[a-z]|[ivx]{1,4})\s?[).:/]+\s*)", re.I)
ASKS = re.compile(
    r"\?\W*$|\bhow (?:many|much|often|long)\b|\b(?:the|total|overall|average|mean) (?:number|amount|cost|sum|length)\b"
    r"|\bnumbers? of\b|^\W*(?:a |an |the |any )?(?:list|copy|copies|breakdown|details|schedule|percentage)\b"
    r"|\b(?:please|kindly|could|would|can) (?:you )?(?:please |also |then |further )*"
    r"(?:tell|provide|give|supply|list|send|state|confirm|disclose|say|release|furnish|share|show|detail|set out|let)\b"
    r"|\b(?:i|we) (?:would|wish|want|seek|request|need|require|ask|'d|’d)\b|\b(?:sought|requested|request for)\b",
    re.I,
)
# How the answer should come, who asks and why, and courtesies: shared by all requests of one template.
MANNER = re.compile(
    r"^\W*(?:if\b.{0,120}\b(?:limit|exceed\w*|exempt\w*|refus\w+|narrow\w*|clarif\w+|unable|unclear|possible"
    r"|not held)\b"
    r"|should (?:you|any|this|the|part|it)\b.{0,160}\b(?:provide|contact|tell|let|rest|advise|assist\w*)\b"
    r"|(?:please|kindly|could you|i (?:would|should|'d))\b.{0,60}\b(?:acknowledge\w*|e-?mail|spreadsheets?|excel|csv"
    r"|format|electronic\w*|contact me|hesitate)\b"
    r"|(?:many |with |kind |best )*(?:thanks?(?: you)?(?: (?:in advance|for your (?:help|time))\b.*)?|regards"
    r"|cheers)\W*$"
    r"|(?:dear|yours|hello|hi|good (?:morning|afternoon|day))\b[^.?]{0,60}$"
    r"|i (?:hope|look forward|understand|am aware|appreciate|am sure)\b"
    r"|i am (?:a |an |writing|conducting|researching|doing|making|currently)|i write\b|i'?m (?:a|an|writing)\b"
    r"|we are (?:a|an|the)\b|our (?:charity|organi[sz]ation|campaign|newspaper)\b"
    r"|as part of (?:my|our|a)\b.{0,80}(?:research|project|dissertation|campaign)\w*\W*$)",
    re.I,
)
FOLLOWS_UP = re.compile(
    r"\b(?:further|following|referring|refer(?:ence)?|addition|regard(?:ing)?|response|relation)\b[^.?]{0,20}"
    r"\b(?:my|your|the|our)\b[^.?]{0,25}\b(?:reply|response|answer|letter|disclosure"
    r"|(?:previous|earlier|last|recent) request)"
    r"|\bthank(?:s| you)\b[^.?]{0,30}\b(?:reply|response|answer|disclosure|these|figures|information provided)"
    r"|\b(?:your|the) (?:previous|earlier|last|recent) (?:reply|response|answer|letter|disclosure)"
    r"|\bmay i (?:further|also) ask\b|\bplease now (?:provide|give|send|supply)",
    re.I,
)
