"""The lesser formats give their words too: HTML files, OpenDocument text, RTF, slides."""

import io
import zipfile

from crawler.reading.documents import read_file

ODT = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
 <text:h>Response</text:h><text:p>No <text:span>information</text:span> held.</text:p>
 <table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell>
 <table:table-cell><text:p>2024</text:p></table:table-cell></table:table-row></table:table>
 </office:text></office:body></office:document-content>"""
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
SLIDE = f'<p xmlns:a="{DRAWING}"><a:p><a:t>Slide</a:t><a:t> {{}}</a:t></a:p></p>'


def zipped(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, words in members.items():
            archive.writestr(name, words)
    return out.getvalue()


def test_an_html_file() -> None:
    data = (
        b"<!doctype html><html><head><meta name='x-synthetic' content='invented'><title>Reply</title>"
        b"<style>p{}</style></head><body><h1>Reply 1</h1><p>None <b>held</b>.</p><script>x()</script>"
        b"<table><tr><td>Year</td><td>2024</td></tr></table></body></html>"
    )
    assert read_file(data, "a.html").text == "Reply\nReply 1\nNone held.\nYear\t2024"


def test_opendocument_text() -> None:
    data = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ODT})
    assert read_file(data, "a.odt").text == "Response\nNo information held.\nYear\t2024"
    broken = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<office"})
    assert read_file(broken, "a.odt").problem.startswith("damaged OpenDocument text: ")


def test_rtf() -> None:
    data = (
        rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\*\generator Invented;}\f0\fs24 Our Ref: 99/25\par "
        rb"Cost \'a3250 \endash \u8220?final\u8221? \{sic\}\par{\pict 89504e47}Year\cell 2024\cell\row}"
    )
    assert read_file(data, "a.rtf").text == "Our Ref: 99/25\nCost £250 –“final” {sic}\nYear\t2024"


def test_slides_in_their_order() -> None:
    data = zipped({f"ppt/slides/slide{n}.xml": SLIDE.format(n) for n in (10, 2, 1)})
    found = read_file(data, "a.pptx")
    assert [part.where for part in found.parts] == ["slide 1", "slide 2", "slide 10"]
    assert found.text == "Slide 1\n\nSlide 2\n\nSlide 10"


def test_an_outside_entity_is_not_fetched() -> None:
    hostile = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + ODT.replace("Response", "&e;Response")
    data = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": hostile})
    assert read_file(data, "a.odt").text.split("\n")[0] == "&e;Response"
