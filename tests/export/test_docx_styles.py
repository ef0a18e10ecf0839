"""Page and styles of the DOCX are those of the standard."""

import re

import pytest

from reader.export import docx
from reader.export.templates.material import Material, Options
from reader.export.templates.study import study
from reader.messages import Messages

from .conftest import Document, W, attributes


def test_the_page_is_that_of_the_standard(made: Document) -> None:
    section = made.xml("document").find(f".//{W}sectPr")
    assert attributes(section.find(W + "pgSz")) | {"w": "11906", "h": "16838"} == attributes(section.find(W + "pgSz"))
    margins = attributes(section.find(W + "pgMar"))
    wanted = {"top": "2098", "right": "1474", "bottom": "1984", "left": "1588", "footer": "1434", "gutter": "0"}
    assert margins | wanted == margins
    assert attributes(section.find(W + "docGrid")) == {"type": "lines", "linePitch": "579"}
    assert 22 * 579 <= 16838 - 2098 - 1984


@pytest.mark.parametrize(
    ("name", "font", "half_points", "line", "level"),
    [
        ("Title", "方正小标宋简体", "44", "700", None),
        ("heading 1", "黑体", "32", "579", "0"),
        ("heading 2", "楷体_GB2312", "32", "579", "1"),
        ("heading 3", "仿宋_GB2312", "32", "579", "2"),
        ("heading 4", "仿宋_GB2312", "32", "579", "3"),
        ("公文正文", "仿宋_GB2312", "32", "579", None),
        ("摘录引文", "楷体_GB2312", "32", "579", None),
        ("报头名称", "方正小标宋简体", "72", "1158", None),
        ("主送", "仿宋_GB2312", "32", "579", None),
        ("附件说明", "仿宋_GB2312", "32", "579", None),
        ("署名", "仿宋_GB2312", "32", "579", None),
        ("附件序号", "黑体", "32", "579", "0"),
        ("附件标题", "方正小标宋简体", "44", "700", "1"),
        ("版记", "仿宋_GB2312", "28", "480", None),
        ("footer", "宋体", "28", "360", None),
        ("footnote text", "仿宋_GB2312", "21", "320", None),
    ],
)
def test_styles(made: Document, name: str, font: str, half_points: str, line: str, level: str | None) -> None:
    style = made.style(name)
    fonts = attributes(style.find(f".//{W}rFonts"))
    assert fonts["eastAsia"] == font and not [each for each in fonts if each.endswith("Theme")]
    assert style.find(f".//{W}sz").get(W + "val") == half_points
    spacing = attributes(style.find(f"{W}pPr/{W}spacing"))
    assert (spacing["line"], spacing["lineRule"]) == (line, "exact")
    assert style.find(f".//{W}snapToGrid").get(W + "val") == ("1" if line == "579" else "0")
    outline = style.find(f".//{W}outlineLvl")
    assert (outline.get(W + "val") if outline is not None else None) == level


def test_headings_of_an_english_paper_are_bold(made: Document, material: Material) -> None:
    english = Document(docx.render(study([material], Options(language="en"), Messages("en"))))
    for document, bold in ((english, "1"), (made, "0")):
        assert document.style("heading 1").find(f".//{W}b").get(W + "val") == bold
        assert document.style("公文正文").find(f".//{W}b").get(W + "val") == "0"


def test_a_paragraph_begins_two_characters_in(made: Document) -> None:
    indent = attributes(made.style("公文正文").find(f".//{W}ind"))
    assert indent["firstLineChars"] == "200" and indent["firstLine"] == "630"
    assert made.style("公文正文").find(f"{W}rPr/{W}spacing").get(W + "val") == "-5"
    assert not re.search(rb'Theme="', made.parts["word/styles.xml"].split(b"<w:latentStyles")[0])
