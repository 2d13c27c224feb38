"""Why an answer is not the page that was asked for: a wall must never be kept as a force's words."""

import html as entities
import re
from collections.abc import Mapping

HEAD = 60_000  # characters looked at: walls are small, and the title and first headings of a page stand early
SHORT = 3_000  # characters a reader sees: a wall says little, chrome included

# developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response;
# docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html
CHALLENGE_HEADERS = {"cf-mitigated": ("challenge",), "x-amzn-waf-action": ("challenge", "captcha")}
REFUSALS = (403, 429, 503)


def _one_of(*phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(phrases))


# Phrases are held against whole names of a page, in lower case, without the stops at their ends.
BOT = _one_of(
    r"(?:just a|one) moment(?:,? please)?",
    r"attention required|access denied|request rejected|pardon our interruption|are you a robot",
    r"(?:please )?verify(?:ing)? (?:that )?you are (?:a )?human|checking your browser.*",
    r"(?:human|bot|security|captcha) (?:verification|check|challenge)",
)
# Cloudflare puts a measuring script from the same folder (scripts/jsd) into ordinary pages: that is no wall.
CHALLENGE = re.compile(r"/cdn-cgi/challenge-platform/(?!(?:h/\w+/)?scripts/)|_Incapsula_Resource")

SORRY = r"(?:(?:sorry|oops|uh oh|whoops)[,.! ]*(?:but )?)*"
PAGE = r"(?:the |this |that |your )?(?:requested )?(?:web ?)?(?:page|content|document|file|resource|url)"
SOUGHT = r"(?: (?:that )?you(?:'re| are| were|'ve| have)? (?:looking for|requested|asked for|trying to \w+))?"
BEING = r"(?:has|was|is|could|can|may|might|be|have|been|not|no longer|cannot|can't|doesn't|does|isn't|or|moved)"
GONE = r"(?:found|exists?|available|unavailable|located|(?:re)?moved|deleted|missing|here)"
NOT_FOUND = _one_of(
    rf"{SORRY}{PAGE}{SOUGHT}(?: {BEING})*[, ]+{GONE}(?: anymore| any more| or {GONE}| on this site)?",
    rf"{SORRY}we ?(?:can't|cannot|couldn't|could not|(?:are|were|'re) unable to)(?: seem to)? find {PAGE}.*",
    rf"{SORRY}we(?: have|'ve)(?: seem to have)? lost {PAGE}.*",
    rf"(?:http )?(?:error )?404(?: error)?[,: ]*(?:{PAGE} )?not found|error 404|(?:http )?404 error",
    r".*\b[td]udalen\b.*\b(?:dod o hyd|g?anfod|chanfod|d?darganfod|ddim ar gael|yn bodoli)\b.*",
    r".*\b(?:hyd i'r|nid yw'r) dudalen\b.*",
)
NOT_FOUND_BARE = _one_of("404", "not found", "no longer available", r"heb ei (?:g?anfod|chanfod)")

SITE = r"(?:(?:the|this|our) )?(?:\w+ )?(?:web ?)?(?:site|service|page)"
WORK = r"(?:\w+ )?maintenance"
TROUBLE = r"(?:problem with (?:the|this|our) (?:web)?(?:site|service)|technical (?:difficulties|problems|issues))"
MAINTENANCE = _one_of(
    rf"{SORRY}{SITE}(?: is|'s)(?: \w+ly| now)? (?:unavailable|offline|down|closed for)\b.*",
    rf"{SORRY}(?:{SITE}|we)(?: is| are|'s|'re)(?: \w+ly| now)? (?:down for|under|undergoing) {WORK}\b.*",
    rf"{SORRY}we(?:'ll| will) be (?:right )?back (?:soon|shortly|later|online).*",
    rf"{SORRY}(?:there is|there's|we(?:'re| are) (?:having|experiencing)) (?:\w+ )?{TROUBLE}",
    r"briefly unavailable for scheduled maintenance.*|(?:error )?503 service .*unavailable",
    r".*\b(?:safle|wefan|gwasanaeth)\b.*\bddim ar gael\b.*",
)
# A request may be about these very things, so they count only on a page that says little.
MAINTENANCE_BARE = _one_of(
    rf"(?:{SITE} )?{WORK}|maintenance (?:mode|page|in progress|break)",
    r"(?:gwaith )?cynnal a chadw(?: ar y|'r)?(?: safle| wefan)?",
    rf"(?:\w+ly )?(?:down|closed|offline|unavailable) for {WORK}|(?:\w+ly )?(?:under|undergoing) {WORK}",
    rf"(?:{SITE} )?(?:\w+ly )?(?:unavailable|offline)|{SITE} (?:\w+ly )?down",
)
MAINTENANCE_WORDS = re.compile(r"\bmaintenance\b|\w+ly unavailable|back (?:soon|shortly)|cynnal a chadw", re.I)

LETTER = re.compile(
    r"\b(?:our|foi|your|enquiry|request|rfi) ref(?:erence|\b)|reference (?:no|number)\b|you seek access"
    r"|your request for information|in connection with your request",
    re.I,
)
TAG = re.compile(r"<[^<>]*>")
UNSEEN = re.compile(r"<(script|style|head|noscript|template)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.I | re.S)
STOPS = ' .…!?"'
ERROR_PATH = re.compile(r"/(?:error-?404|404(?:-?error)?|page-?not-?found|not-?found)(?:\.\w+|/)?(?:[?#].*)?$", re.I)


def wall(status: int, headers: Mapping[str, str], html: str, url: str = "") -> str:
    """Names the wall: "bot wall", "soft 404", "maintenance page"; "" for the page or a plain HTTP error.

    `url` is where the answer came from in the end, after redirects. Only the start of `html` is looked at.
    """
    page = html[:HEAD]
    if _challenged(status, headers, page):
        return "bot wall"
    if not (200 <= status < 300 or status == 503):
        return ""
    names, headings = _names(page)
    candidates = {
        "soft 404": (NOT_FOUND, NOT_FOUND_BARE),
        "maintenance page": (MAINTENANCE, MAINTENANCE_BARE),
    }
    for name, (plain, bare) in candidates.items():
        if _any(plain, names) and not _is_letter(page):
            return name
        if (_any(bare, names, "|") or _any(plain, headings)) and _says_little(page):
            return name
    if status == 503 and MAINTENANCE_WORDS.search(_seen(page)):
        return "maintenance page"
    return "soft 404" if status != 503 and ERROR_PATH.search(url) and _says_little(page) else ""


def _challenged(status: int, headers: Mapping[str, str], page: str) -> bool:
    for name, value in headers.items():
        if value.strip().lower() in CHALLENGE_HEADERS.get(name.lower(), ()):
            return True
    refused = status in REFUSALS
    if "_cf_chl_opt" in page or CHALLENGE.search(page):
        return refused or _says_little(page)
    if refused and "/cdn-cgi/challenge-platform/" in page:
        return True
    return _any(BOT, _names(page)[0]) and (refused or _says_little(page))


def _names(page: str) -> tuple[list[str], list[str]]:
    """What the page calls itself (title and h1), then its lesser headings."""
    return _inside("title", page)[:1] + _inside("h1", page), _inside("h2", page)


def _inside(tag: str, page: str) -> list[str]:
    found = re.findall(rf"<{tag}\b[^<>]{{0,400}}>(.{{0,400}}?)</{tag}", page, re.I | re.S)
    words = (" ".join(entities.unescape(TAG.sub(" ", each)).split()) for each in found)
    return [each.lower().replace("’", "'").strip(STOPS) for each in words]


def _any(pattern: re.Pattern[str], names: list[str], marks: str = "|–—·»•-") -> bool:
    # Titles end or begin with the name of the site: "Page not found | Invented Police".
    parts = [part.strip(STOPS) for name in names for part in re.split(f" [{marks}]+ ", name)]
    return any(pattern.fullmatch(part) for part in names + parts)


def _seen(page: str) -> str:
    return " ".join(TAG.sub(" ", UNSEEN.sub(" ", page)).split())


def _says_little(page: str) -> bool:
    words = _seen(page)
    return len(words) < SHORT and not LETTER.search(words)


def _is_letter(page: str) -> bool:
    words = _seen(page)
    return len(words) >= SHORT and bool(LETTER.search(words))
