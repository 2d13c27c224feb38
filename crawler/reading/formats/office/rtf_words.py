"""The control words of RTF that matter to its words (Rich Text Format specification 1.9.1)."""

import codecs
import re

# Destinations whose words are shown, or told of, apart from the text that they stand in.
STREAMS = {
    "header": "head", "headerl": "head", "headerr": "head", "headerf": "head",
    "footer": "foot", "footerl": "foot", "footerr": "foot", "footerf": "foot",
    "footnote": "footnote", "annotation": "annotation", "fldinst": "link",
    "listtext": "mark", "pntext": "mark", "shptxt": "box",
}  # fmt: skip
# Older destinations, which are not marked with \* as those that may be left out.
SKIPPED = frozenset(
    re.findall(
        r"\w+",
        "fonttbl colortbl stylesheet info pict objdata listtable listoverridetable rsidtbl xe tc txe rxe"
        " shprslt nonesttables ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn private template atnid atnauthor"
        " filetbl revtbl upr",
    )
)
NUMBERED = frozenset(("u", "uc", "ansicpg", "f", "fcharset", "cellx"))
SIGNS = {
    "line": "\n", "softline": "\n", "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
    "nestcell": " ", "zwj": "", "zwnj": "",
}  # fmt: skip
# \fcharset: the encoding of a font's bytes. 0, 1 and 2 (ANSI, default, symbol) leave it to \ansicpg.
CHARSETS = {
    "77": "mac_roman", "128": "cp932", "129": "cp949", "134": "gbk", "136": "big5", "161": "cp1253", "162": "cp1254",
    "163": "cp1258", "177": "cp1255", "178": "cp1256", "186": "cp1257", "204": "cp1251", "222": "cp874",
    "238": "cp1250", "254": "cp437", "255": "cp850",
}  # fmt: skip
_LINK = re.compile(r'HYPERLINK\s+"((?:https?|mailto):[^"]+)"', re.I)


def codec(name: str) -> str:
    """A code page that Python knows, else Windows-1252."""
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


def target(instruction: str) -> str:
    """Where a field's instruction leads to, outside of the file; else nothing."""
    found = _LINK.search(instruction)
    return found[1] if found else ""
