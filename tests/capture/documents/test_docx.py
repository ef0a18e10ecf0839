"""Word documents."""

# ruff: noqa: E501  markup is read by rows

import io
import zipfile

import pytest

from reader.capture.documents.docx import read_docx
from reader.capture.parsing import Source, parse
from reader.model.errors import CaptureError

from ..report import FIRST, ITEMS, LAST, NOTE, NUMBERED, ROWS, TITLE, data


def blocks(name: str):
    """(kind, text) of all blocks of a file."""
    return [(block["kind"], block["text"]) for block in parse(data(name), Source(name=name)).blocks]


def test_a_document_of_libreoffice_whole():
    assert blocks("report.docx") == [
        ("paragraph", FIRST),
        ("heading", "织密一张网"),
        ("paragraph", NUMBERED),
        *(("list_item", item) for item in ITEMS),
        ("image", ""),
        ("heading", "建强三联机制"),
        *(("table_row", row) for row in ROWS),
        ("paragraph", LAST),
        ("paragraph", NOTE),
    ]


def test_title_and_byline_stand_above_the_text():
    page = read_docx(data("report.docx"))
    assert (page.title, page.published, page.source, page.author) == (TITLE, "2026-03-18", "云岭党建在线", "林晚")


def test_its_picture_comes_along():
    found = parse(data("report.docx"), Source())
    (address,) = found.images
    assert found.embedded[address].startswith(b"\x89PNG")


def changed(name: str, member: str, content: bytes) -> bytes:
    """The file with another content of one member."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data(name))) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, content if info.filename == member else old.read(info))
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "latin-1"])
def test_entities_are_refused_before_anything_reads_them(encoding):
    bomb = f'<?xml version="1.0" encoding="{encoding}"?><!-- {"x" * 9000} --><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    with pytest.raises(CaptureError) as caught:
        read_docx(changed("report.docx", "word/document.xml", bomb.encode(encoding)))
    assert caught.value.code == "archive_unsafe"


def test_the_title_in_its_properties_names_a_document_without_one_of_its_own():
    body = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>一句完整的话，没有标题。</w:t></w:r></w:p></w:body></w:document>'
    untitled = changed("report.docx", "word/document.xml", body.encode())
    assert read_docx(untitled).title == TITLE
    properties = '<x xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>新建 Microsoft Word 文档</dc:title></x>'
    with zipfile.ZipFile(io.BytesIO(untitled)) as old:
        members = {name: old.read(name) for name in old.namelist()} | {"docProps/core.xml": properties.encode()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, content in members.items():
            new.writestr(name, content)
    assert read_docx(out.getvalue()).title == ""


def test_a_broken_part_is_a_damaged_document():
    with pytest.raises(CaptureError) as caught:
        read_docx(changed("report.docx", "word/document.xml", b"<w:document"))
    assert (caught.value.code, caught.value.data["format"]) == ("document_damaged", "DOCX")


def test_a_picture_that_lies_elsewhere_is_not_read(tmp_path):
    """A document may name files of this computer as its pictures."""
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"\x89PNG secret")
    with zipfile.ZipFile(io.BytesIO(data("report.docx"))) as archive:
        relations = archive.read("word/_rels/document.xml.rels").decode()
    linked = relations.replace('Target="media/image1.png"', f'Target="{secret.as_uri()}" TargetMode="External"')
    assert linked != relations
    page = read_docx(changed("report.docx", "word/_rels/document.xml.rels", linked.encode()))
    assert not any(b"secret" in picture for picture in page.embedded.values())
    assert page.title == TITLE
