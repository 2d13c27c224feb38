"""The words by which replies say that the information is not held, or too much work to find.

All in lower case; each pattern stands beside words without which it cannot match. decision.py weighs them.
"""

from crawler.reading.sentences.signals import signals

_HOLD = r"(?:information|data|records?|documents?|copy|copies|figures|list)"
COST = signals(
    (
        r"(?:not |un)(?:\w+ )?(?:(?:easily|readily|centrally) )*(?:retriev|report|search|extract|access"
        r"|collat)\w{0,5}"
    ),
    (
        r"\b(?:retrievable|reportable|searchable|extractable|accessible|suitable|usable) (?:\w+ )?(?:format|form"
        r"|manner|way)\b"
    ),
    (
        r"\b(?:exceed|past|above|over|beyond|more than)\w{0,4} (?:the |of )?(?:\w+ ){0,3}?(?:cost )?(?:limit"
        r"|threshold"
        r"|18 hours|eighteen hours|£ ?(?:450|600)|time the (?:law|act))"
        r"|\bappropriate limit\b[^.]{0,60}\b(?:exceed|pass|reach|go)|\bover \d+ hours\b"
    ),
    r"\bcost(?:s)? (?:of complying|limit|too much)|\bexcess cost",
    (
        r"\b(?:would|need|have|requir\w*|involv\w*|means?)\b[^.]{0,50}\b(?:manual\w*|by hand|individually|one by one"
        r"|each (?:\w+ ){1,4}(?:to|would)|trawl|every (?:\w+ ){1,3}(?:to|would|must)|to be (?:listened to"
        r"|viewed|watched))"
        r"|\bmanual (?:review|search|check|trawl|examination)"
    ),
    r"\bcould only be found by\b",
    (
        r"\b(?:files|records|entries|cases|logs|crimes)\b[^.]{0,40}\b(?:would|must|to) (?:\w+ )?(?:be|have to|need)\b"
        r"[^.]{0,30}\b(?:read|review|open|check|examin|search|listen|watch|view)\w*"
    ),
)
# What was too much work is none once it is done.
DONE = signals(
    (
        r"\b(?:we|i|staff|this|that|it|which|have|has) (?:\w+ ){0,3}?(?:have|has|was|been) (?:now |been "
        r"|nonetheless )?(?:done|carried out)\b"
        r"|\bhave done (?:so|it|this|that)\b|\bdid so\b|\b(?:can be|could be|was|is) (?:done )?(?:within"
        r"|inside) the (?:\w+ )?limit\b"
    ),
)
HELD_WHERE = signals(
    (
        r"\bnot (?:\w+ )?(?:held|recorded|kept|stored|captured|available)\b[^.]{0,30}\b(?:format|form|manner"
        r"|way|centrally)\b"
        r"|\bnot centrally (?:held|recorded)"
    ),
    r"\b(?:readily|easily)\b[^.]{0,20}\b(?:held|recorded)",
)
NOT_HELD = signals(
    (
        rf"\b(?:no|nil|zero) (?:(?:recorded|relevant|such|further|other|central) )?{_HOLD}(?: \w+){{0,6}}?"
        r" (?:is |are |was |were |has been |have been )?(?:held|located|found|identified|exists?|kept)"
        r"|\bno information held\b"
        r"|\bno (?:(?:such|central|formal|separate) )?records? (?:of|are|is|exist|held)\b"
        r"|\b(?:have|has|keeps?|holds?|held|holding) no (?:information|data|records?|central|list|such|figures?"
        r"|further|other"
        r"|relevant|recorded)"
    ),
    (
        r"\b(?:do not|does not|did not|do(?:es)?n['’]t|didn['’]t) (?:\w+ ){0,2}?(?:hold|possess|keep|retain|have any)\b"
        r"|\b(?:is|are|was|were|been|information|data|it|that|this|question|answer|figures?)\W{1,3}(?:\w+ )?not"
        r" (?:\w+ )?held\b|^not held\b|[–—:-] ?not held\b"
        r"|\bn[ai]d y(?:w|dym|dyw)\b(?: \w+){0,6} yn (?:cadw|dal)\b|\bddim yn (?:cadw|dal)\b"
        r"|\bn[ai]d oes (?:gan|gennym)\b(?: \w+){0,5} (?:gofnod|wybodaeth|ddata)\b"
        r"|\bn(?:or|either) (?:do|does|did) (?:\w+ ){1,4}?(?:hold|possess|keep|retain|record|collect)\b"
        r"|\bnot something (?:that |which )?(?:we|the force|\w+ police) (?:hold|record|collect|capture|count|keep)"
        r"|\b(?:is|are|was|were) not (?:\w+ )?(?:recorded|collected|captured|kept|created|collated)\b"
        r"|\bnot recorded\b"
        r"|\b(?:do|does|did) not (?:\w+ )?(?:record|collect|capture|collate|count|exist)\b"
        r"|\bheld by (?:the|another|a different) [\w &]{1,40}, (?:and )?not\b"
    ),
    (
        r"\b(?:there (?:is|are|was|were|has been|have been)|we have|(?:it|force|police|service|constabulary"
        r"|department|team) (?:has|have"
        r"|keeps?|maintains?|holds?)|kept|with) (?:currently |therefore |simply )?(?:no|not (?:any"
        r"|a)) (?:\w+ ){0,2}(?:register|records?|log|tally|database"
        r"|list|statistics|data|figures|information|paperwork|document\w*|file|report|code|field|marker"
        r"|count)\b(?! (?:of|on|for|about) other)"
        r"|\b(?:do(?:es)?|did) ?(?:not|n['’]t) have (?:this|that|it|them|these|those|any|such|the (?:information|data"
        r"|figures|answer)|a (?:\w+ )?"
        r"(?:record|list|figure|breakdown|copy))\b|\bno (?:\w+ ){0,2}(?:tally|record|register|list|log|count|note"
        r"|figures?|statistics|data) "
        r"(?:(?:of|on|about) (?:\w+ ){1,4}?)?(?:is|are|was|were|has|have)(?: ever)?(?: been)? (?:kept|made|compiled"
        r"|drawn up|created|taken|held|maintained|collected|produced)\b"
        r"|\b(?:is|are|was|were|has been|have been|been) (?:not|never) (?:\w+ )?(?:written down|logged|noted|tracked"
        r"|monitored|counted|flagged"
        r"|documented|minuted|compiled)\b|\bnever (?:been )?(?:recorded|held|collected|kept|created|captured|counted"
        r"|existed)\b"
    ),
    (
        r"\b(?:nobody|no one|no-one)\b[^.]{0,30}\b(?:keeps?|kept|records?|recorded|counts?|counted|wrote|written"
        r"|notes?|noted|holds?|logs?|logged)\b"
    ),
    r"\b(?:destroyed|deleted|weeded)\b|\bno longer (?:held|kept|exists?|retained|available)\b",
    (
        r"^none (?:has|have|was|were) (?:ever )?(?:been )?(?:written|made|drawn up|created|produced|compiled"
        r"|kept|commissioned)\b"
        r"|\bha(?:s|ve) none(?: of (?:it|them|these))?\W*$"
        r"|\b(?:we|force|police|constabulary|service|it) (?:\w+ )?(?:has|have) nothing to (?:give|supply|provide"
        r"|disclose|send)\b"
        r"|\b(?:we|force|police|constabulary|service) (?:have|has|hold|holds) (?:none|nothing)\b(?! to)"
        r"|\bneither (?:\w+ ){1,2}(?:nor|or) (?:\w+ )?(?:holds?|keeps?|has|records?|collects?|owns)\b"
        r"|\bnothing (?:\w+ ){0,3}(?:on file|on record|recorded|written|documented|kept)\b|\bhold(?:s"
        r"|ing)? (?:nothing|none)\b|\bnothing(?: \w+){0,3} (?:is )?held\b|\bnone (?:is |are )?held\b"
    ),
    r"\bnid yw\b[^.]{0,40}\b(?:dal|ddal|cadw|chadw)|\bdim gwybodaeth\b",
)
NOT_HELD_ALL = signals(
    (
        r"\bno (?:relevant |recorded )?information (?:is |was )?(?:held|located|found)\b(?! (?:for|on|about"
        r"|regarding) q)"
        r"|\b(?:does|do) not (?:\w+ )?hold (?:any (?:of )?)?(?:the |this |that |such )?(?:requested )?information\b"
        r"|\binformation (?:that )?(?:you (?:have )?(?:request|seek|ask)\w*(?: for)?|requested"
        r"|sought) is (?:therefore )?not held\b"
    ),
)
