"""Books."""

# ruff: noqa: E501  markup is read by rows

import io
import zipfile

import pytest

from reader.capture.epub import read_epub
from reader.capture.parsing import Source, parse
from reader.model.errors import CaptureError

from .report import FIRST, LAST, SECOND, TITLE, data

CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
<dc:title>云岭治理手册</dc:title><dc:creator>林晚</dc:creator><dc:publisher>云岭出版社</dc:publisher><dc:date>2026-03-01</dc:date>
<dc:language>zh-CN</dc:language></metadata><manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="b" href="text/b.xhtml"/>
<item id="a" href="text/a%20a.xhtml"/></manifest><spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>"""


def book(**members: bytes) -> bytes:
    """An EPUB of two chapters; `members` are files more, "__" in a name is "/"."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OEBPS/book.opf", PACKAGE)
        archive.writestr("OEBPS/nav.xhtml", "<html><body><p>目录</p></body></html>")
        archive.writestr("OEBPS/text/a a.xhtml", "<html><body><h1>第一章</h1><p>先讲网格。<img src='../p.png'/></p></body></html>")
        archive.writestr("OEBPS/text/b.xhtml", "<html><body><h1>第二章</h1><p>再讲联建。</p></body></html>")
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
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


def test_a_report_made_into_a_book_keeps_its_byline():
    page = read_epub(data("report.epub"))
    assert (page.title, page.published, page.source, page.author) == (TITLE, "2026-03-18", "云岭党建在线", "林晚")
    texts = [block["text"] for block in parse(data("report.epub"), Source()).blocks]
    assert (texts[0], texts[2], texts[-1]) == (FIRST, SECOND, LAST)


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
