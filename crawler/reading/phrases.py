"""The phrases by which the parts of a reply and the chrome of a page are known."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Phrases:
    """A pattern, and words of which one stands in every match: most lines need no pattern at all."""

    pattern: re.Pattern[str]
    words: tuple[str, ...]

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in the text, as of a compiled pattern."""
        low = text.lower()
        return self.pattern.search(text) if any(word in low for word in self.words) else None


def phrases(words: str, pattern: str) -> Phrases:
    """The pattern, in any case, that needs one of `words` (in lower case, separated by bars)."""
    return Phrases(re.compile(pattern, re.I), tuple(words.split("|")))


CHROME_LINE = re.compile(
    r"quickly exit this site.*|leave this site|quick exit|(?:in a hurry\? )?press escape to exit.*"
    r"|exit this site.*"
    r"|skip to (?:main )?content.*|back to top|(?:report crime online"
    r"|emergency call 999)(?: emergency call 999)?"
    r"|we use some essential cookies.*|we(?:'|’)d like to (?:set|use) additional cookies.*"
    r"|you can manage your preferences and cookie settings.*|your cookie preferences have been saved.*"
    r"|you(?:'|’)ve (?:accepted|rejected) (?:all |additional )?cookies.*|this (?:web)?site uses cookies.*"
    r"|(?:accept|reject) (?:all|additional)(?: cookies)?|customise cookies|cookies notice|hide this message"
    r"|sorry, there was a technical problem\..*|this site is a beta.*|this is a beta (?:site|service).*"
    r"|allanfa gyflym.*|gallwch adael.*|gadael y (?:wefan|safle).*|neidio i(?:'|’)r (?:prif )?gynnwys.*"
    r"|(?:rydym|rydyn ni) yn defnyddio (?:rhai )?cwcis.*|gallwch reoli eich dewisiadau.*"
    r"|mae(?:'|’)ch dewisiadau cwcis.*|mae(?:'|’)n ddrwg gennym, roedd problem dechnegol.*"
    r"|mae(?:'|’)r safle hwn yn (?:safle )?beta.*|(?:was|is) this page (?:useful|helpful)\?.*"
    r"|did you find what you were looking for\?.*|report a problem with this page|share this page:?"
    r"|print this page"
    r"|© .{0,80}|emergency\? dial 999.*|coronavirus \(covid-19\)"
    r"|how we are working to keep our foi requests running.*|home(?: ?[/>»›] ?.{1,80})+",
    re.I,
)
# Chrome only when it stands with the lines above: each is an answer as well.
CHROME_COMPANION = re.compile(
    r"yes|no|share this:?|all rights reserved\.?|advertisement|posted in .{1,80}|(?:previous"
    r"|next)(?: post)?:? ?.{0,80}"
    r"|(?:facebook|twitter|x|email|whatsapp|print)(?: (?:facebook|twitter|x|email|whatsapp|print))*",
    re.I,
)
CHROME_HEADING = re.compile(
    r"(?:was|is) this page (?:useful|helpful)|did you find what you|help us (?:to )?improve"
    r"|tell us what you think of"
    r"|share this|related (?:content|pages|links|posts|articles|information|requests)\s*$"
    r"|recent (?:posts|comments)\s*$"
    r"|(?:similar|more similar) requests|most (?:read|popular|viewed)\b|archives\s*$|categories\s*$"
    r"|sign in to comment"
    r"|more (?:like this|on this story)\s*$|you may also like|latest (?:news|posts)\s*$"
    r"|follow this request\s*$"
    r"|quickly exit this site|this site is a beta|this is a beta|we use some essential cookies"
    r"|leave this site\s*$",
    re.I,
)
ATTACHMENTS_HEADING = re.compile(
    r"(?:attachments?|attached (?:files?|documents?)|downloads?|files?|supporting documents?|documents?"
    r"|related downloads|atodiadau)\s*:?",
    re.I,
)
NO_ATTACHMENTS = re.compile(r"(?:no|none|nil|there are no)\b(?: attachments?)?\.?", re.I)

REQUEST_HEADING = re.compile(
    r"(?:(?:your |original |the |foi |foia )?(?:information )?requests?(?: details| for information)?"
    r"|questions?|cais|request and (?:answer|response))\s*[:–-]?",
    re.I,
)
REQUEST_START = phrases(
    "access|you|below|follow|request|cais|question",
    r"seek(?:ing)? access to\b|^you (?:have )?(?:asked|wrote|requested|said)\b"
    r"|\b(?:below (?:is|are)|(?:set out|shown|repeated|reproduced) below|as follows).{0,60}$"
    r"|(?:your request|you) (?:has been|is) repeated below|\bin which you (?:asked|requested|seek)\b"
    r"|\bfor the following information\b|\brequested the following\b|^cais\s*[:–-]"
    r"|^(?:your |original |information )?(?:request|question)(?: details)?\s*[:–-]\s+\S"
    r"|^(?:request|question)s? 1\b.{0,12}$",
)
RESPONSE_HEADING = re.compile(
    r"(?:in |our |the |force |full )*(?:response|reply|answer|disclosure|decision|ymateb|our response is)s?"
    r"(?: \d[\d &,-]*)?\s*[:–-]?|we answered\s*:?|extent and result of searches\s*:?|foi duty",
    re.I,
)
RESPONSE_START = phrases(
    "response|reply|answer|ymateb|disclos|decided|refus|considered|enquiries|please|searches|obliged"
    "|confirm|held|we "
    "|exempt|hold|relation|i am|i can|our ",
    r"^(?:(?:in |our |the )?(?:response|reply|answer|ymateb)(?: (?:to )?(?:question )?\d+)?"
    r"|q\d+ response|disclosure)"
    r"\s*[:–-]\s"
    r"|\b(?:i|we) have (?:today |now )?decided\b|\bdecided to disclose\b|\brefusal notice\b"
    r"|\bhas now been considered\b"
    r"|\bfollowing enquiries (?:within|with)\b|\bhaving (?:made|completed) enquiries\b|^please (?:find|see) "
    r"|\bsearches (?:were|have been|conducted)\b|\bnot obliged to\b|\bneither confirms? nor den(?:y|ies)\b"
    r"|^no information (?:is )?held\b|^in response to your\b|^we (?:can|cannot|are|do not|have|hold|asked)\b"
    r"|^(?:i|we) can confirm\b|\bexempt by virtue\b|^(?:part(?:ial)?|full) (?:disclosure|refusal)\b"
    r"|\b(?:police|constabulary|force|service) (?:holds|does not hold|can confirm)\b"
    r"|^in relation to your request|^our answer\b|^i (?:am|can)(?: not)? (?:pleased|able|provide)\b",
)
SECTION_HEADING = re.compile(
    r"reasons? for (?:the )?decision\s*[:.]?|exemption explanation\s*:?|caveats?\s*:|of note\s*:?", re.I
)
SALUTATION = re.compile(
    r"dear (?:sir|madam|mr|mrs|ms|requester|applicant).{0,40}|(?:good )?(?:morning|afternoon),?", re.I
)
SIGN_OFF = re.compile(r"yours (?:sincerely|faithfully|truly).{0,40}|(?:kind |best )?regards,?", re.I)

BOILERPLATE = phrases(
    "blind to|without regard|as being published|treated as pub|private trans|open publication"
    "|public domain|audited"
    "|snapshot|and complete|inaccurac|interpretation|collation|care should|care is|mislead|compar|recording"
    "|police purposes|standards|seriously|in policing|sexism|taking action|if you|should you"
    "|commissioner|ico.org"
    "|wycliffe|will review|can review|internal review|independent review|right of|right to"
    "|attention is|legal annex"
    "|copyright|licen|re-use|and assist|any further|reference|exemptions can be|i write|keep our foi"
    "|this email"
    "|this e-mail|twenty working|http",
    r"blind to the identity|without regard to who|regarded as being published|treated as published"
    r"|not a private transaction|suitable for open publication|into the (?:wider )?public domain, effectively"
    r"|un-?audited|snapshot of (?:un-?published|live)"
    r"|figures presented are accurate and complete|inaccuracies inherent|our best interpretation of"
    r"|collation of figures|care (?:should be taken|is needed) (?:with|to ensure|when)|so as to not mislead"
    r"|(?:figures|data|information) (?:should|may|must) not be (?:used for|directly) compar"
    r"|(?:use of|systems? used for) (?:recording|police purposes).{0,60}(?:differ|var)"
    r"|recording (?:practices|systems) differ"
    r"|(?:we|force) (?:expects?|wants? our|demands?|requires?) .{0,60}(?:highest |high )(?:of )?standards"
    r"|take these matters extremely seriously|no place in policing|sexism and misogyny are simply"
    r"|taking action to root out"
    r"|(?:if|should) you (?:are|remain|be|were) (?:un|dis|not )(?:happy|satisfied|content)"
    r"|information commissioner|\bico\.org\.uk|wycliffe house|(?:will|can) review this (?:reply|response)"
    r"|(?:request|seek|ask for) an? (?:internal|independent) review|right (?:of|to) (?:appeal|complain)"
    r"|attention is drawn to|legal annex|crown copyright|open government licen[cs]e"
    r"|re-use of (?:public|this|the)"
    r"|subject to copyright|duty to (?:provide )?advi[sc]e and assist"
    r"|any further (?:enquiries|questions|queries) (?:concerning|regarding|about)"
    r"|quoting the (?:above )?reference"
    r"|details of these exemptions can be found|^i write (?:in connection|about|with|regarding|to)"
    r"|keep our foi requests running|this e-?mail may (?:hold|contain)|will answer within twenty working days"
    r"|^https?://\S+$",
)


def is_boilerplate(line: str) -> bool:
    """Whether the line is one that letters of that kind carry whatever was asked."""
    return bool(BOILERPLATE.search(line))
