"""The mending of a PDF's text, apart from Qt: numbers, widths and maps of a file as Qt writes it."""

import io
import re
from typing import Any

import pikepdf
import pytest

from reader.export.pdf_text import Heading, finish
from reader.model.summary import Summary

CONTENT = b"q BT /F1 320 Tf 1 0 0 -1 0 0 Tm 10 -20 Td <0001> Tj 5 0 Td <00020001> Tj ET Q"


def made(content: bytes = CONTENT, widths: list[Any] | None = None) -> bytes:
    """A page with three glyphs of two kinds, and a map that takes both for the radical."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type0,
        BaseFont=pikepdf.Name("/ABCDEF+Noto"),
        Encoding=pikepdf.Name("/Identity-H"),
        ToUnicode=pdf.make_stream(b"2 beginbfchar <0001> <2F24> <0002> <2F24> endbfchar"),
        DescendantFonts=[
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.CIDFontType2,
                CIDToGIDMap=pikepdf.Name.Identity,
                W=pikepdf.Array(widths or [0, [0], 1, 2, 990]),
                FontDescriptor=pikepdf.Dictionary(CIDSet=pdf.make_stream(b"\xff")),
            )
        ],
    )
    page = pdf.pages[0]
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=pdf.make_indirect(font)))
    page.Contents = pdf.make_stream(content)
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def finished(texts: list[str], **more: Any) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(finish(made(**more), [texts], [], Summary(("题",)))))


def font_of(pdf: pikepdf.Pdf) -> Any:
    return pdf.pages[0].Resources.Font.F1


def test_every_pair_of_glyph_and_text_has_a_number_of_its_own() -> None:
    pdf = finished(["大", "户", "⼤"])
    assert re.findall(rb"<(\w+)> Tj", pdf.pages[0].Contents.read_bytes()) == [b"0001", b"00020003"]
    descendant = font_of(pdf).DescendantFonts[0]
    assert descendant.CIDToGIDMap.read_bytes() == bytes([0, 0, 0, 1, 0, 2, 0, 1])
    lines = dict(re.findall(rb"<(\w{4})> <(\w+)>\n", font_of(pdf).ToUnicode.read_bytes() + b"\n"))
    assert [bytes.fromhex(lines[cid].decode()).decode("utf-16-be") for cid in (b"0001", b"0002", b"0003")] == list(
        "大户⼤"
    )
    assert "/CIDSet" not in descendant.FontDescriptor


@pytest.mark.parametrize("widths", [[0, [0], 1, 2, 990], [0, [0, 990, 990]], [1, [990], 2, 2, 990]])
def test_widths_follow_the_numbers_in_either_notation(widths: list[Any]) -> None:
    pdf = finished(["a", "b", "c"], widths=widths)
    array = font_of(pdf).DescendantFonts[0].W
    assert array[0] == 0 and [int(width) for width in array[1]][1:] == [990, 990, 990]


@pytest.mark.parametrize("texts", [["大"], ["大", "户", "⼤", "更多"]])
def test_a_page_that_cannot_be_told_apart_is_left_as_it_is(texts: list[str], caplog: pytest.LogCaptureFixture) -> None:
    pdf = finished(texts)
    assert pdf.pages[0].Contents.read_bytes() == CONTENT and "/CIDSet" in font_of(pdf).DescendantFonts[0].FontDescriptor
    assert "glyphs" in caplog.text


def test_texts_of_several_characters_and_of_none() -> None:
    pdf = finished(["——", "", "𬭎"])
    unicode = font_of(pdf).ToUnicode.read_bytes()
    assert "——".encode("utf-16-be").hex().upper().encode() in unicode
    assert "𬭎".encode("utf-16-be").hex().upper().encode() in unicode
    assert b"<0002>" not in unicode


def test_the_outline_hangs_second_level_headings_under_the_first() -> None:
    headings = [
        Heading("（零）", 2, 0, 0),
        Heading("一", 1, 0, 10),
        Heading("（一）", 2, 0, 20),
        Heading("二", 1, 0, 30),
    ]
    data = finish(made(), [["a", "b", "c"]], headings, Summary(("题",), keywords=("治理",), author="周岚"))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == ["（零）", "一", "二"]
            assert [item.title for item in outline.root[1].children] == ["（一）"]
        assert str(pdf.docinfo["/Author"]) == "周岚" and str(pdf.docinfo["/Keywords"]) == "治理"


def test_the_same_paper_gives_the_same_bytes() -> None:
    first, second = (finish(made(), [["a", "b", "c"]], [], Summary(("题",))) for _ in range(2))
    assert first == second
