"""Pictures are put straight and read; without tesseract, or past the limits, what was not read is named."""

import io
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from crawler.reading.formats.filetext import Contents, Limits, Unreadable
from crawler.reading.formats.ocr import scan, tesseract
from crawler.reading.formats.ocr.straighten import skew, straighten

LETTER = """Freedom of Information request FOI 2024/01234
You asked how many officers were dismissed for gross misconduct.
In 2022 there were 14 officers dismissed and in 2023 there were 17.
The remainder is withheld under section 40(2) of the Act.
You may ask for a review within forty working days."""
HEADER = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"


@pytest.fixture(autouse=True)
def ask_anew() -> None:
    tesseract.languages.cache_clear()


def letter(angle: float = 0) -> Image.Image:
    picture = Image.new("L", (1200, 700), 255)
    ImageDraw.Draw(picture).multiline_text((100, 150), LETTER, fill=0, font_size=30, spacing=24)
    return picture.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)


def png(picture: Image.Image, form: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def has(found: Contents, word: str) -> bool:
    """Whether the words are there, where there is tesseract at all: without it the note must say so."""
    if not tesseract.languages():
        return found.notes == ("an image: no text, as tesseract-ocr is not installed",)
    return word in "\n".join(part.text for part in found.parts) and found.notes[0].endswith("expect errors")


@pytest.mark.parametrize("angle", [-4, -2, -0.6, 0, 0.6, 2, 4.3])
def test_skew_is_measured(angle: float) -> None:
    assert skew(letter(angle)) == pytest.approx(-angle, abs=0.15)


def test_a_straight_picture_is_left_alone() -> None:
    picture = letter()
    assert straighten(picture) is picture
    assert abs(skew(straighten(letter(2)))) < 0.2


def test_a_picture_of_nothing_is_straight() -> None:
    assert skew(Image.new("L", (50, 50), 255)) == 0


@pytest.mark.parametrize("turn", [0.6, 180])
def test_an_image_is_read_skewed_and_on_its_head(turn: float) -> None:
    assert has(scan.read_image(png(letter(turn)), Limits()), "14 officers dismissed and in 2023 there were 17.")


def test_an_image_that_a_camera_turned() -> None:
    turned = letter().rotate(90, expand=True)
    exif = Image.Exif()
    exif[0x0112] = 6  # to be shown turned clockwise by a quarter
    assert has(scan.read_image(png(turned, "JPEG", exif=exif), Limits()), "withheld under section 40(2)")


def test_pages_of_a_fax() -> None:
    second = Image.new("L", (1200, 700), 255)
    pages = png(letter().convert("1"), "TIFF", save_all=True, append_images=[second.convert("1")])
    found = scan.read_image(pages, Limits())
    if tesseract.languages():
        assert [part.where for part in found.parts] == ["page 1"]
        assert "gross misconduct" in found.parts[0].text
        assert found.notes == (
            "page(s) 1 read by OCR: expect errors",
            "page(s) without text: 2 (a scan? OCR made out no words)",
        )
    else:
        assert found.notes == ("page(s) without text: 1-2 (a scan? tesseract-ocr is not installed)",)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tesseract of our own, in front of any other: it answers what the test wrote into it."""
    path = tmp_path / "tesseract"
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return path


def write(program: Path, *lines: str) -> None:
    script = ["#!/bin/sh", '[ "$1" = --list-langs ] && { printf "List:\\neng\\ncym\\nosd\\n"; exit; }', *lines]
    program.write_text("\n".join(script))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def rows(*words: tuple[str, int, str]) -> str:
    return HEADER + "".join(f"5\t1\t{block}\t1\t1\t1\t0\t0\t1\t1\t{sure}\t{text}\n" for block, sure, text in words)


def test_lines_and_blocks_of_words(program: Path, tmp_path: Path) -> None:
    (tmp_path / "out.tsv").write_text(rows(("1", 96, "Our"), ("1", 90, "reference"), ("2", 95, "Dear")))
    write(program, f"cat > /dev/null; echo $* > {tmp_path}/asked; cat {tmp_path}/out.tsv")
    assert tesseract.words(letter()) == "Our reference\n\nDear"
    assert (tmp_path / "asked").read_text() == "stdin stdout -l eng+cym --psm 1 tsv\n"


def test_words_that_are_guessed_are_none(program: Path, tmp_path: Path) -> None:
    (tmp_path / "out.tsv").write_text(rows(("1", 40, "ysonboi"), ("1", 41, "js11j")))
    write(program, f"cat > /dev/null; cat {tmp_path}/out.tsv")
    found = scan.read_image(png(letter()), Limits())
    assert found == Contents((), ("an image: no words made out",))


def test_the_time_of_a_page_is_bounded(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(program, "exec sleep 60")
    monkeypatch.setattr(tesseract, "SECONDS", 0.2)
    assert scan.read_image(png(letter()), Limits()).notes == ("an image: OCR took longer than 0.2 seconds",)


def test_its_processor_time_is_bounded_by_itself(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tesseract, "SECONDS", 7)
    write(program, f"cat > /dev/null; ulimit -t > {tmp_path}/limit; echo $OMP_THREAD_LIMIT > {tmp_path}/threads")
    assert tesseract.words(letter()) == ""
    assert (tmp_path / "limit").read_text() == "8\n"
    assert (tmp_path / "threads").read_text() == "1\n"


def test_pages_after_the_limit_are_not_read(program: Path, tmp_path: Path) -> None:
    (tmp_path / "out.tsv").write_text(rows(("1", 96, "Words")))
    write(program, f"cat > /dev/null; cat {tmp_path}/out.tsv")
    found = scan.read_pages([(number, letter) for number in (2, 3, 4, 7)], Limits(scanned=2))
    assert found.texts == {2: "Words", 3: "Words"}
    assert found.notes() == [
        "page(s) 2-3 read by OCR: expect errors",
        "page(s) without text: 4, 7 (scans after those that may be read by OCR)",
    ]


def test_without_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert scan.read_image(png(letter()), Limits()) == Contents(
        (), ("an image: no text, as tesseract-ocr is not installed",)
    )


def test_damage_and_giants_are_named() -> None:
    with pytest.raises(Unreadable, match="damaged image"):
        scan.read_image(png(letter())[:20], Limits())
    with pytest.raises(Unreadable, match="too large: an image of 9,000 by 9,000 points"):
        scan.read_image(png(Image.new("1", (9_000, 9_000))), Limits())


@given(st.binary(max_size=300), st.integers(0, 200), st.binary(max_size=20))
@settings(max_examples=60, deadline=None)
def test_nothing_but_unreadable_is_raised(data: bytes, at: int, dust: bytes) -> None:
    whole = png(Image.new("L", (20, 20), 255))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tesseract, "words", lambda picture: "")
        for each in (data, whole[:at] + dust + whole[at + len(dust) :]):
            try:
                found = scan.read_image(each, Limits())
            except Unreadable as reason:
                assert str(reason)
            else:
                assert not found.parts
