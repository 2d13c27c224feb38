"""Reads the stream of an RTF file (specification 1.9.1): groups, control words, and the text between them."""

import re
from dataclasses import dataclass, field, replace

from crawler.reading.formats.filetext import Hidden
from crawler.reading.formats.office.office_hidden import short
from crawler.reading.formats.office.rtf_ink import INKED, PLAIN, Ink, Palette
from crawler.reading.formats.office.rtf_page import Page
from crawler.reading.formats.office.rtf_words import CHARSETS, NUMBERED, SIGNS, SKIPPED, STREAMS, codec, target

TOKEN = re.compile(
    r"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|.", re.I | re.S
)
BULLET = "- "


@dataclass(frozen=True)
class _Group:
    """What holds until the group ends."""

    stream: str = ""  # the destination whose words are gathered apart: "footnote", "header"
    skipped: bool = False
    encoding: str = ""
    font: str = ""
    instead: int = 1  # characters that stand after \u for programs that do not know it
    hidden: bool = False
    struck: bool = False
    inserted: bool = False
    ink: Ink = PLAIN


@dataclass
class Story:
    """The streams of one file."""

    body: Page = field(default_factory=Page)
    heads: list[str] = field(default_factory=list)
    feet: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    found: list[Hidden] = field(default_factory=list)
    unseen: dict[str, list[str]] = field(default_factory=dict)


def told(data: bytes) -> Story:
    """The file, read through once."""
    return _Reader(data.decode("latin-1")).story


class _Reader:
    def __init__(self, source: str) -> None:
        self.story = Story()
        self.pages = [self.story.body]
        self.group = _Group()
        self.groups: list[_Group] = []
        self.palette = Palette(source)
        self.encoding = "cp1252"
        self.fonts: dict[str, str] = {}
        self.links: list[tuple[int, str]] = []  # how deep the group of a field is, and where it leads to
        self.bytes = bytearray()
        self.skip = 0  # characters still to be left out after \u
        at = 0
        while at < len(source) and (found := TOKEN.match(source, at)):
            at = found.end() + self._token(found)
        while self.groups:
            self._close()
        self._flush()
        self.story.body.end()

    def _token(self, found: re.Match[str]) -> int:
        """Reads a token; the number of bytes after it that are no RTF."""
        word, number, byte, sign, brace, words = found.groups()
        if byte:
            self._byte(int(byte, 16))
            return 0
        if words:
            self._plain(words)
            return 0
        self._flush()
        if brace:
            self.skip = 0
            self._open() if brace == "{" else self._close()
        elif word == "bin":
            return max(0, int(number or 0))
        elif word:
            self._word(word, number)
        elif sign == "*":
            self.group = replace(self.group, skipped=True)
        elif sign in ("\n", "\r"):
            self.pages[-1].control("par")
        elif sign:
            self._text({"~": "\u00a0", "_": "-", "-": ""}.get(sign, sign if sign in "{}\\" else ""))
        return 0

    def _open(self) -> None:
        self.groups.append(self.group)

    def _close(self) -> None:
        self._flush()
        ended, self.group = self.group, self.groups.pop() if self.groups else _Group()
        if ended.stream and ended.stream != self.group.stream and len(self.pages) > 1:
            self._gathered(ended.stream, self.pages.pop().end())
        if self.links and self.links[-1][0] > len(self.groups):
            address = self.links.pop()[1]
            self._text(f" ({address})" if address and not self.group.skipped else "")

    def _gathered(self, stream: str, page: Page) -> None:
        """Puts the words of a destination that has ended where they belong."""
        words = " ".join(" ".join(page.lines).split())
        if stream == "mark":
            # The sign of a bullet is of some symbol font, and no letter.
            self._text(f"{words} " if any(map(str.isalnum, words)) and words.isprintable() else BULLET)
        elif stream == "footnote":
            self.story.notes.append(words)
            self._text(f" [{len(self.story.notes)}]")
        elif stream == "link":
            self.links.append((len(self.groups), target(words)))
        elif stream == "annotation" and words:
            self.story.found.append(Hidden("comment", "", short(words)))
        elif stream == "box":
            self.pages[-1].add("\n".join(("", *page.lines, "")))
        elif stream == "head":
            self.story.heads += page.lines
        elif stream == "foot":
            self.story.feet += [line for line in page.lines if any(map(str.isalpha, line))]

    def _word(self, word: str, number: str | None) -> None:
        on = number != "0"
        if word in INKED:
            self.group = replace(self.group, ink=self.group.ink.after(word, int(number or 0)))
        if word in STREAMS:
            self.group = replace(self.group, stream=STREAMS[word], skipped=False)
            self.pages.append(Page())
        elif word in SKIPPED:
            self.group = replace(self.group, skipped=True)
        elif word in NUMBERED and number:
            self._numbered(word, number)
        elif word == "plain":
            self.group = replace(self.group, hidden=False, struck=False, inserted=False, font="")
        elif word == "v":
            self.group = replace(self.group, hidden=on)
        elif word == "deleted":
            self.group = replace(self.group, struck=on)
        elif word == "revised":
            self.group = replace(self.group, inserted=on)
        elif word in ("objemb", "objlink", "objautlink"):
            kind = "embedded file" if word == "objemb" else "external link"
            self.story.found.append(Hidden(kind, "", "an object of another program"))
        elif word in SIGNS:
            self._text(SIGNS[word])
        elif not self.group.skipped:
            self.pages[-1].control(word)

    def _numbered(self, word: str, number: str) -> None:
        if word == "u":
            self._text(chr(int(number) % 65536))
            self.skip = self.group.instead
        elif word == "uc":
            self.group = replace(self.group, instead=max(0, int(number)))
        elif word == "ansicpg":
            self.encoding = codec(f"cp{number}")
        elif word == "f":
            self.group = replace(self.group, font=number)
        elif word == "fcharset":
            self.fonts[self.group.font] = CHARSETS.get(number, "")
        elif word == "cellx":
            self.pages[-1].end_edge(int(number))

    def _byte(self, byte: int) -> None:
        if self.skip:
            self.skip -= 1
        else:
            self.bytes.append(byte)

    def _plain(self, words: str) -> None:
        kept = words[self.skip :]
        self.skip = max(0, self.skip - len(words))
        if kept.isascii() and not self.bytes:
            self._text(kept)
        else:
            self.bytes += kept.encode("latin-1")

    def _flush(self) -> None:
        if self.bytes:
            encoding = self.fonts.get(self.group.font) or self.encoding
            words = self.bytes.decode(encoding, "replace")
            self.bytes.clear()
            self._text(words)

    def _text(self, words: str) -> None:
        group = self.group
        if group.skipped or not words:
            return
        blended = self.palette.blends(group.ink, bare=not group.stream and not self.pages[-1].in_table)
        marks = {"deleted": group.struck, "inserted": group.inserted, "hidden": group.hidden, "blended": blended}
        for kind, told in marks.items():
            if told:
                self.story.unseen.setdefault(kind, []).append(words)
        if not group.struck and not group.hidden:
            self.pages[-1].add(words)
