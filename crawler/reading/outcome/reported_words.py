"""The words by which newspapers tell what a force gave, refused, did not hold, or has not answered yet.

All in lower case; each pattern stands beside words without which it cannot match. reported.py weighs them.
"""

from crawler.reading.sentences.signals import signals

OTHERS = signals(
    (
        r"\bhome office\b|\bwebsites?\b|\bweb site|\boffice for national statistics\b|\bons\b|\bfederation\b"
        r"|\binspectorate\b"
        r"|\bpublished (?:by|on|last|in|earlier|every|each)\b|\bcharity\b|\bnational(?:ly)? (?:figures|statistics"
        r"|data)\b"
    ),
)
_TELLS = (
    r"(?:say|disclose|give|provide|release|hand over|reveal|tell|answer|share|name|identify|supply|publish|break"
    r"|list|explain)"
)
# An aside on somebody whom the reply mentions: `and, in one case, an actor it did not name`.
_ASIDE = r"(?:did|does)(?: not|n['’]t) (?:name|identify)\s*(?:[,.;:)]|$)"
REFUSES = signals(
    (
        rf"\b(?!{_ASIDE})(?:would|could|did|will|does|can|was|were)(?: not|n['’]t|not) (?:\w+ )?(?:to )?{_TELLS}\b"
        rf"|\b(?:unable|not able|not prepared|not willing) to {_TELLS}\b"
    ),
    (
        r"\brefus(?:ed|es|ing|al)\b(?! (?:a|to (?:resign|leave|stop|take|give|hand over (?:his|her"
        r"|their)) ?(?:a )?(?:breath|sample)?))"
    ),
    rf"\bdeclin(?:ed|es|ing) (?:to (?:\w+ )?{_TELLS}|the request|our)\b",
    r"\bturn(?:ed|s|ing) down\b|\bturn(?:ed|s|ing)(?: \w+){1,6} (?:down|away)\b",
    r"\breject(?:ed|s|ing) (?:the|our|a|this|part of)\b[^.]{0,30}\b(?:request|question|appeal)",
    (
        r"\b(?:request|appeal|application|complaint|question)\b[^.]{0,50}\b(?:turned down|blocked|denied"
        r"|dismissed|rejected)\b"
        r"|\b(?:blocked|denied|rejected) (?:the|our|us|a)\b|\bdoor was shut\b|\bvexatious\b|\bunder wraps\b"
        r"|\bcensored\b"
        r"|\b(?:stay|remain|kept|keep) private\b"
    ),
    (
        r"\b(?:would|to) (?:have to |need to )?(?:be )?(?:read|open|look|check|search|take|cost)\w*\b[^.]{0,60}"
        r"\b(?:one by one|by hand|individually|too (?:much|long)|more than (?:18|eighteen)|hours)\b"
        r"|\bby hand would\b"
    ),
    r"\b(?:was|were) not (?:given|supplied|released|named)\b",
    (
        r"\b(?:cit(?:ed|ing)|argu(?:ed|ing)|claim(?:ed|ing)|sa(?:id|ying))\b[^.]{0,60}\b(?:national security"
        r"|personal data|(?:not )?in the public interest|could identify|would (?:help|harm|prejudice|endanger))\b"
    ),
    r"\bwith-?h(?:eld|olding|olds?)\b(?! from)",
    r"\b(?:held|kept|keeping|holding) (?:\w+ ){0,3}(?:back|secret)\b|\b(?:blanked|blacked) out\b|\bredacted\b",
    r"\b(?:citing|cited|relied on|relying on|invoked|used) (?:an? |the )?(?:\w+ )?(?:exemption|section)|\bexempt\b",
    (
        r"\btoo (?:expensive|costly|much)\b|\b(?:cost|limit|hours)\b[^.]{0,60}\bsection \d"
        r"|(?<!driving )(?<!driver )(?<!drivers )\b(?:exceed"
        r"|over|beyond)\w* the (?:\w+ )?limit\b"
    ),
)
# What the newspaper wanted to know is no answer: `The Post used the Act to ask how many`.
ASKS = signals(
    r"\bto ask (?:\w+ ){0,4}(?:how|what|whether|which|why|who|when)\b",
    (
        r"\b(?:put in|made|submitted|lodged|filed|sent(?: in)?|tabled) (?:an?|its|our|another) (?:[\w-]+ ){0,5}"
        r"requests? (?:for|asking)\b(?![^.]*\b(?:show|reveal|found|establish|brought|disclos|released|obtain))"
    ),
)
TURNED_DOWN = signals(r"\bturn(?:ed|s|ing) (?:down|away)\b|\b(?:refus|reject|declin)(?:ed|es|ing|s)\b")
# Of a reply that has not come: `No reason for keeping it back has been given`.
UNREASONED = signals(
    r"\bno (?:reason|explanation|decision|exemption|ground)s?\b[^.]{0,60}\b(?:given|made|offered|taken|cited|reached)\b"
)
NCND = signals(
    r"\bneither[- ]confirm",
    (
        r"\b(?:would|will|could|did)(?: not|n['’]t) (?:say|confirm) (?:whether|if) (?:it|they|the force|such"
        r"|any)\b[^.]{0,40}\b(?:holds?|held|owns?|exists?|has|have|uses?)\b"
        r"|\bnot confirm the existence\b|\bnot say yes or no\b"
    ),
    r"\bneither confirm\w* nor den",
    r"\b(?:refus|declin|not)\w* (?:to )?confirm or deny",
)
NOT_HELD = signals(
    (
        r"\b(?:nobody|no one|no-one) (?:[\w-]+ ){0,5}(?:counts?|records?|writes?|keeps?|logs?|knows?)\b"
        r"|\bhad never (?:carried|made|kept|held|counted)"
    ),
    (
        r"\b(?:has|had|have|kept|keeps|there (?:is|are|was|were)) no (?:\w+ )?(?:list|copy|count|idea|statistics|tally"
        r"|way of knowing|register|log|database)\b"
        r"|\bno such (?:\w+ )?(?:figures?|records?|information|data|list|count|register)\b[^.]{0,20}\bexists?\b"
    ),
    r"\bnot held\b|\bdestroyed\b[^.]{0,30}\bsaid\b|\bnot (?:theirs|its own)\b",
    r"\bmatter (?:was |is )?(?:one )?for the (?:crown|council|home|coroner|ministry)",
    (
        r"\b(?:does|did|do)(?: not|n['’]t) (?:\w+ )?(?:hold|record|keep|collect|count|log)\b|\b(?:holds?|held|had|has"
        r"|kept|keeps) no "
        r"(?:\w+ )?(?:information|records?|figures|data)\b|\bno (?:information|records?|figures) (?:is|are|was"
        r"|were) (?:held|kept)\b"
    ),
)
_FIGURES = (
    r"(?:figures?|data|numbers?|statistics|records|documents?|details|answers?|response|reply|disclosure"
    r"|e-?mails|report|logs?|breakdown|(?<!freedom of )information)"
)
_FORCE = r"(?:force|forces|constabulary|police|service|chiefs?|each of them|all of them|both|they)"
GIVEN = signals(
    (
        rf"\b{_FORCE}\b(?: \w+){{0,4}} (?:gave|sent|handed|disclosed|supplied|provided|released) (?:us|back|over"
        rf"|out|this newspaper"
        rf"|a (?:full|complete|list|breakdown|copy)|the (?:\w+ )?(?:figures?|list|numbers?|sums?|totals?|minutes"
        rf"|e-?mails|papers|report|data|details)|that)\b"
        rf"|\b{_FORCE}\b[^.]{{0,40}}\b(?:told us|told this newspaper)\b[^.]{{0,80}}(?:\d|\bone\b|\btwo\b|\bthree\b)"
        rf"|\b(?:of|in) the [^.]{{0,40}} that the force told us of"
    ),
    (
        r"\bin (?:its|their|the|a) (?:\w+ )?(?:reply|response|answer)\b[^.]{0,80}\b(?:said|confirmed|admitted"
        r"|put|gave|listed)\b[^.]{0,80}\d"
        r"|, (?:the|its|their) (?:reply|response|answer) (?:states|says|said|shows|showed)\b|\bthe force replied\.?$"
        r"|\b(?:reply|response),? (?:which |that )?[^.]{0,40}\b(?:names|lists|shows|gives|sets out)\b"
    ),
    (
        r"\b(?:freedom of information|foi)\b[^.]{0,60}\b(?:requests?|response|reply|laws?"
        r"|act)\b[^.]{0,50}\b(?:found|show\w*|reveal\w*|bring|brought)\b"
        r"|\breply to a freedom of information request that\b"
    ),
    r"\bsent (?:us )?(?:\w+ ){0,2}(?:answers|figures|replies|responses|data)\b"
    r"|\b(?:has|have|had) (?:now )?(?:disclosed|revealed|released) (?:what|how|that|which|who)\b",
    r"\bwas granted\b|\bset of figures\b|\banswers have been added\b|\bestablished from the force\b",
    r"\b(?:given|sent) to the [a-z]\w+\b[^.]{0,60}(?:\d|\blists\b)|\bpapers disclosed\b|\bdisclosure log\b",
    (
        rf"\b{_FIGURES}\b[^.]{{0,90}}\b(?:shows?|showed|reveal\w*|obtained|released|handed|seen by|supplied|disclosed"
        rf"|provided|came|given"
        r"|suggests?|says?|lists?)\b"
    ),
    rf"\baccording to (?:\w+ ){{0,4}}{_FIGURES}\b",
    r"\b(?:can|has|have) (?:reveal|learned|learnt|discovered|uncovered)",
    rf"\b(?:released|disclosed|provided|gave|supplied|handed (?:over|us)?)\b[^.]{{0,40}}\b{_FIGURES}\b",
    (
        r"\b(?:replied|answered|responded)\b[^.]{0,60}\b(?:in full|each|every|all)\b|\b(?:reply|response"
        r"|answer) (?:says|said|shows|confirmed)\b"
        r"|\b(?:force|constabulary|police)\b[^.]{0,30}\b(?:confirmed|admitted|revealed|disclosed)\b[^.]{0,80}\d"
    ),
)
NOT_GIVEN = signals(
    (
        r"\bnot (?:one|a single)\b[^.]{0,40}\b(?:was|were|has|given|supplied|came)\b|\b(?:no|not any"
        r"|without) (?:\w+ )?(?:figures?|numbers?|data|answers?|details"
        r"|information)\b[^.]{0,30}\b(?:were|was|has|have|came"
        r"|given|supplied|at all)\b|\bno (?:figures|numbers|data)(?: at all)?\b|\bnone (?:of (?:it|them) )?(?:was"
        r"|were) (?:given|supplied|released)"
        r"|\bnothing (?:was|has been) (?:released|given|disclosed)"
    ),
)
WAITS = signals(
    (
        r"\b(?:answer|reply|response|decision)\b[^.]{0,40}"
        r"\b(?:was|is|(?:should|can|may|might) be) (?:due|expected)\b"
        r"|\b(?:further|another|extra|more) (?:\w+ )?(?:working days|time)\b"
        r"|\basked for more time\b|\btime (?:has |had )?(?:ran|run) out\b"
        r"|\brequest (?:was|is|remains) still open\b|\bwhen (?:they|it) (?:come|comes|arrive)"
        r"|\bstill (?:gathering|working|considering)\b|\bweighing (?:up )?the public interest\b"
        r"|\bgone unanswered\b|\bordered the (?:force|police|constabulary) to (?:reply|answer|respond)\b"
        r"|\b(?:response|reply|answer) would follow\b"
        r"|\bapologi[sz]ed for the delay\b|\b(?:months|weeks) on there is no\b|^none has(?: come)?\b"
        r"|\bthat the request had arrived\b"
    ),
    (
        r"\b(?:has|have|had)(?: still)?(?: not|n['’]t)(?: yet)? (?:said|answered|replied|responded|given|provided"
        r"|released|produced)\b"
        r"|\b(?:has|have) yet to (?:\w+)|\bstill (?:waiting|awaiting|no)\b|\boverdue\b|\bmiss(?:ed|ing)? (?:the|its"
        r"|that) (?:\w+ )?deadline\b"
        r"|\bno (?:figures|answer|reply|response) (?:has|have) (?:come|been|arrived)\b"
    ),
)
