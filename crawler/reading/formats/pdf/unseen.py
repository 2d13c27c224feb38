"""Words of a page that nobody sees: doubtful ones are taken out, and if the page looks the same they are unseen.

The doubts are cheap and generous (something is painted later on the same place, the letters are white); the proof
is the picture of the page, so that transparent marks, shaded cells and white letters on blue are never taken for it.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from crawler.reading.formats.pdf.covers import holds
from crawler.reading.formats.pdf.doubts import Doubt, address, is_invisible, is_pale
from crawler.reading.formats.pdf.letters import char_box, character
from crawler.reading.formats.pdf.page import Box
from crawler.reading.formats.pdf.proof import Proof

REDACTION, HIDDEN = "text under a redaction", "hidden text"
CUT = "cut off"  # at an edge of the page or of a picture: hidden, unless another page goes on with it
FEWEST = {REDACTION: 2, HIDDEN: 3, CUT: 3, "": 0}  # letters and digits: a number of two may be what was covered
SCAN = 0.5  # of a page under pictures: its words are those that the pictures show
PRINTERS_MARK = re.compile(r"\.(?:indd|qxp|qxd|ai)\b")


@dataclass
class Run:
    """Unseen letters side by side, and the object of the first."""

    address: int
    text: str
    box: Box

    @property
    def letters(self) -> str:
        """The letters and digits alone."""
        return letters(self.text)

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the box."""
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2


def unseen(page: pypdfium2.PdfPage, words: pypdfium2.PdfTextPage, doubt: Doubt) -> tuple[dict[str, list[str]], str]:
    """The texts that do not show, by kind of HIDDEN_KINDS or as CUT; and the letters and digits that do."""
    found: dict[str, list[str]] = defaultdict(list)
    if not doubt.texts:
        return found, letters(words.get_text_bounded())
    proof = Proof(page, [text for text in doubt.texts.values() if not is_invisible(text)])
    runs, shown = _runs(words, doubt, proof)
    is_scan = doubt.covers.share_of_pictures(page) >= SCAN
    for run in runs:
        kind = _kind(run, doubt, proof, is_scan)
        if kind and len(run.letters) >= FEWEST[kind] and not _is_shown_too(run, shown):
            found[kind].append(" ".join(run.text.split()))
    return found, letters("".join(char for char, _ in shown))


def _runs(words: pypdfium2.PdfTextPage, doubt: Doubt, proof: Proof) -> tuple[list[Run], list[tuple[str, Box]]]:
    """The unseen letters in runs, and all other letters with their boxes."""
    runs: list[Run] = []
    shown: list[tuple[str, Box]] = []
    goes_on = False
    for index in range(words.count_chars()):
        char = character(words, index)
        if not char.strip():
            goes_on = goes_on and char not in "\r\n"
            if goes_on:
                runs[-1].text += " "
            continue
        box, at = char_box(words, index), address(raw.FPDFText_GetTextObject(words, index))
        hidden = at in doubt.outside or at in doubt.tiny or (at in doubt.texts and not proof.shows(box))
        if not hidden:
            shown.append((char, box))
        elif goes_on and _alike(runs[-1].address, at, doubt):
            runs[-1].text, runs[-1].box = runs[-1].text + char, _joined(runs[-1].box, box)
        else:
            runs.append(Run(at, char, box))
        goes_on = hidden
    return runs, shown


def _alike(a: int, b: int, doubt: Doubt) -> bool:
    lots = doubt.outside, doubt.tiny, doubt.clipped, doubt.covers.over
    return all((a in lot) == (b in lot) for lot in lots)


def _joined(a: Box, b: Box) -> Box:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])


def _kind(run: Run, doubt: Doubt, proof: Proof, is_scan: bool) -> str:
    """The kind of what hides the run; "" when it is innocent, as the layer of words under a scan is."""
    if run.address in doubt.outside:
        return "" if PRINTERS_MARK.search(run.text) else CUT
    if run.address in doubt.tiny:
        return HIDDEN
    if run.address in doubt.clipped:
        return CUT
    drawn, cover = doubt.texts[run.address], doubt.covers.top_cover(run.address, *run.middle)
    if cover and not cover.is_picture:
        return REDACTION
    if doubt.covers.is_on_picture(*run.middle) and (is_scan or is_invisible(drawn) or is_pale(drawn)):
        # Words that a scanner made out cannot stand where it saw nothing but ink.
        return REDACTION if proof.is_all_ink(run.box) else ""
    if cover:
        return REDACTION
    if drawn.in_layer or proof.is_plain(run.box):
        return CUT if run.address in doubt.covers.over and not (drawn.in_layer or is_invisible(drawn)) else HIDDEN
    return ""


def _is_shown_too(run: Run, shown: Sequence[tuple[str, Box]]) -> bool:
    """Whether the same words stand on the same place for all to see, painted again."""
    left, bottom, right, top = run.box
    near = (left - 2, bottom - 2, right + 2, top + 2)
    there = "".join(char for char, box in shown if holds(near, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2))
    return run.letters in letters(there)


def letters(text: str) -> str:
    """The letters and digits alone."""
    return re.sub(r"[\W_]+", "", text)
