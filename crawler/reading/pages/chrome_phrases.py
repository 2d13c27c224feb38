"""The phrases by which the chrome of a page is known: menus, feedback, cookies."""

import re

_FOOT = (
    r"(?:privacy|accessibility|cookies?|terms|site ?map|modern slavery|copyright|disclaimer)"
    r"(?: (?:policy|notice|statement|and conditions|of use|settings))?"
)
CHROME_LINE = re.compile(
    rf"{_FOOT}(?:[ ,|·•/]*(?:and )?(?:{_FOOT}|contact us|help|home|call 101.{{0,30}}))*|"
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
    r"|(?:how|what|why|did|do|has|have|are|can|could|would|rate) [^.?]{0,60}\bthis (?:web ?)?page\b"
    r"[^.?]{0,40}\?.{0,40}|is there anything wrong with this page\??|(?:is"
    r"|was) (?:there )?(?:something|anything) wrong.{0,20}\?"
    r"|did you find what you were looking for\?.*|report a problem with this page|share this page:?"
    r"|print this page"
    r"|(?:we|this|our|you|your|change|manage|use of|some|optional|cookies?)\b[^?]*\bcookies?\b[^?]*"
    r"|cookies? (?:on|and|policy|preferences|settings)\b[^?]*|(?:hide|close) this (?:message|banner)"
    r"|(?:leave|exit) (?:this|the) (?:web)?(?:site|page)\b.{0,60}"
    r"|proudly powered by .*|site (?:by|map).{0,30}|(?:filed|posted) under:? .{1,60}|tagged: .{1,60}"
    r"|(?:in an |crime and )?emergenc(?:y|ies)\b.{0,80}\b(?:999|112)\b.{0,80}"
    r"|© .{0,80}|emergency\? dial 999.*|coronavirus \(covid-19\)"
    r"|how we are working to keep our foi requests running.*|home(?: ?[/>»›] ?.{1,80})+",
    re.I,
)
# Chrome only when it stands with the lines above: each is an answer as well.
CHROME_COMPANION = re.compile(
    r"yes|no|tell us(?: what.{0,40})?|share this:?|all rights reserved\.?|advertisement|posted in .{1,80}|(?:previous"
    r"|next)(?: post)?:? ?.{0,80}"
    r"|(?:facebook|twitter|x|email|whatsapp|print)(?: (?:facebook|twitter|x|email|whatsapp|print))*",
    re.I,
)
CHROME_HEADING = re.compile(
    r"(?:was|is) this page (?:useful|helpful)|did you find what you|help us (?:to )?improve"
    r"|tell us what you think of|is there anything wrong with this page"
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
