"""Books."""

# ruff: noqa: E501  markup is read by rows

import io
import zipfile

import pytest

from reader.capture.documents.epub import read_epub
from reader.capture.parsing import Source, parse
from reader.model.errors import CaptureError

from ..report import FIRST, ITEMS, LAST, NOTE, NUMBERED, ROWS, TITLE, data

CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
<dc:title>云岭治理手册</dc:title><dc:creator>林晚</dc:creator><dc:publisher>云岭出版社</dc:publisher><dc:date>2026-03-01</dc:date>
<dc:language>zh-CN</dc:language></metadata><manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="b" href="text/b.xhtml"/>
<item id="a" href="text/a%20a.xhtml"/></manifest><spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>"""


def book(**members: bytes) -> bytes:
    """An EPUB of two chapters; `members` are files more or others, "__" in a name is "/"."""
    standard = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": CONTAINER.encode(),
        "OEBPS/book.opf": PACKAGE.encode(),
        "OEBPS/nav.xhtml": "<html><body><p>目录</p></body></html>".encode(),
        "OEBPS/text/a a.xhtml": "<html><body><h1>第一章</h1><p>先讲网格。<img src='../p.png'/></p></body></html>".encode(),
        "OEBPS/text/b.xhtml": "<html><body><h1>第二章</h1><p>再讲联建。</p></body></html>".encode(),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in (standard | {name.replace("__", "/"): each for name, each in members.items()}).items():
            archive.writestr(name, content)
    return out.getvalue()


def test_chapters_come_in_the_order_of_the_spine():
    found = parse(book(), Source())
    assert [block["text"] for block in found.blocks if block["text"]] == ["第一章", "先讲网格。", "第二章", "再讲联建。"]
    assert (found.title, found.author, found.source) == ("云岭治理手册", "林晚", "云岭出版社")
    assert (found.published, found.language) == ("2026-03-01", "zh")


def test_pictures_are_found_beside_the_chapter_and_nowhere_else():
    picture = data("report.docx")[:50]
    page = read_epub(book(**{"OEBPS__p.png": picture}))
    assert list(page.embedded.values()) == [picture]
    assert read_epub(book(**{"p.png": picture})).embedded == {}


def test_a_report_made_into_a_book_is_the_report():
    """LibreOffice writes headings as paragraphs; the table of contents says which they are."""
    found = parse(data("report.epub"), Source())
    assert (found.title, found.published, found.source, found.author) == (TITLE, "2026-03-18", "云岭党建在线", "林晚")
    assert [(block["kind"], block["text"]) for block in found.blocks] == [
        ("paragraph", FIRST),
        ("heading", "织密一张网"),
        ("paragraph", NUMBERED),
        *(("paragraph", item) for item in ITEMS),
        ("image", ""),
        ("paragraph", NOTE.replace("[1] ", "1")),
        ("heading", "建强三联机制"),
        *(("table_row", row) for row in ROWS),
        ("paragraph", LAST),
    ]
    assert [found.embedded[address][:4] for address in found.images] == [b"\x89PNG"]


def test_the_contents_of_an_older_book_name_its_headings():
    ncx = "<ncx><navMap><navPoint><navLabel><text>一、网格</text></navLabel><content src='text/a%20a.xhtml#x'/></navPoint></navMap></ncx>"
    package = PACKAGE.replace("<item id=\"n\"", '<item id="t" href="t.ncx" media-type="application/x-dtbncx+xml"/><item id="n"')
    chapter = "<html><body><p>一、网格</p><p>一、网格的由来是这样的。</p></body></html>"
    made = book(**{"OEBPS__t.ncx": ncx.encode(), "OEBPS__book.opf": package.encode(), "OEBPS__text__a a.xhtml": chapter.encode()})
    kinds = {block["text"]: block["kind"] for block in parse(made, Source()).blocks}
    assert (kinds["一、网格"], kinds["一、网格的由来是这样的。"]) == ("heading", "paragraph")


def test_a_picture_in_several_chapters_is_one_and_a_cover_in_svg_is_found():
    picture = data("report.docx")[:50]
    svg = "<html><body><svg><image xlink:href='../p.png'/></svg><p>封面</p></body></html>"
    page = read_epub(book(**{"OEBPS__p.png": picture, "OEBPS__text__b.xhtml": svg.encode()}))
    assert [image.get("src") for image in page.body.iter("img")] == ["embedded:0", "embedded:0"]


def test_entities_of_a_book_name_no_files(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("GEHEIM")
    evil = PACKAGE.replace("<package", f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]><package', 1).replace("云岭治理手册", "手册&e;")
    page = read_epub(book(**{"OEBPS__book.opf": evil.encode()}))
    assert "GEHEIM" not in page.title + page.body.text_content()


@pytest.mark.parametrize("container", ["", "<container/>", "<container><rootfile full-path='../../etc/passwd'/></container>"])
def test_a_container_that_leads_nowhere_is_damage_or_passed_over(container):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("META-INF/container.xml", container)
    with pytest.raises(CaptureError) as caught:
        read_epub(out.getvalue())
    assert caught.value.code == "document_damaged"


def test_a_chapter_that_is_missing_leaves_the_rest_and_a_sign():
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book())) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            if info.filename != "OEBPS/text/b.xhtml":
                new.writestr(info.filename, old.read(info))
    page = read_epub(out.getvalue())
    assert page.truncated
    assert "先讲网格" in page.body.text_content()
