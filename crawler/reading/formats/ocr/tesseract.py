"""Reads the words of a picture with tesseract, a program beside this one, which is never left to run for long."""

import functools
import io
import os
import subprocess

from PIL import Image

PACKAGE = "tesseract-ocr"
SECONDS = 30  # for one page; a full one takes two
SURE = 55  # of 100: tesseract gives letters that stand on their head 40, and clean print 95
# Its limit on processor time is set before it starts, so that it ends by itself when this process is killed.
BOUNDED = ("sh", "-c", 'ulimit -t "$0"; exec "$@"')
WELSH, ORIENTATION = "cym", "osd"


class Slow(Exception):
    """A picture that could not be read in SECONDS."""


@functools.cache
def languages() -> frozenset[str]:
    """The language packs there are; none when tesseract itself is not there."""
    try:
        listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, timeout=SECONDS, check=True)
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    return frozenset(listed.stdout.decode("utf-8", "replace").split("\n")[1:]) - {""}


def words(picture: Image.Image) -> str:
    """The lines of a grey picture; none when there are no words, or none that can be made out. Raises Slow."""
    file = io.BytesIO()
    picture.save(file, "PPM")
    try:
        done = subprocess.run(
            [*BOUNDED, str(int(SECONDS) + 1), *_command()],
            input=file.getvalue(),
            capture_output=True,
            timeout=SECONDS,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # more threads make a page take four times as long
        )
    except subprocess.TimeoutExpired as error:
        raise Slow from error
    except OSError:
        return ""
    return _lines(done.stdout.decode("utf-8", "replace"))


def _command() -> list[str]:
    known = languages()
    return [
        "tesseract", "stdin", "stdout",
        "-l", "eng+" + WELSH if WELSH in known else "eng",
        "--psm", "1" if ORIENTATION in known else "3",
        "tsv",
    ]  # fmt: skip


def _lines(tsv: str) -> str:
    """The words of tesseract's table (level, page, block, paragraph, line, word, four of place, sureness, text)."""
    rows = [row for line in tsv.split("\n") if len(row := line.split("\t")) == 12 and row[0] == "5" and row[11].strip()]
    if not rows or sum(float(row[10]) for row in rows) < SURE * len(rows):
        return ""
    text, last = [], rows[0]
    for row in rows:
        new_block, new_line = row[1:4] != last[1:4], row[1:5] != last[1:5]
        text.append("\n\n" if new_block else "\n" if new_line else " ")
        text.append(row[11].strip())
        last = row
    return "".join(text).strip()
