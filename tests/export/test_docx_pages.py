"""Page numbers, pages that lie on their side, and what stays together in the DOCX."""

from typing import Any

import pytest

from reader.export import docx
from reader.export.gbt9704 import PITCH
from reader.model.summary import Closing, Item, Section, Summary, Table

from .conftest import Document, W, attributes
from .meeting_papers import bulletin, plain


@pytest.fixture(scope="module")
def whole() -> Document:
    return Document(docx.render(bulletin()))


def paragraphs(document: Document) -> list[Any]:
    return list(document.xml("document").find(W + "body").iter(W + "p"))


def text(element: Any) -> str:
    return "".join(node.text or "" for node in element.iter(W + "t"))


def keeps(element: Any) -> bool:
    found = element.find(f"{W}pPr/{W}keepNext")
    return found is not None and found.get(W + "val") != "0"


def test_page_numbers_alternate_between_dashes(whole: Document) -> None:
    assert whole.xml("settings").find(f".//{W}evenAndOddHeaders") is not None
    sides: dict[str, list[dict[str, str]]] = {"left": [], "right": []}
    for part in ("footer1", "footer2", "footer3", "footer4"):
        footer = whole.xml(part)
        assert whole.text(part).startswith("—") and whole.text(part).endswith("—")
        assert footer.find(f".//{W}instrText").text.strip() == "PAGE"
        number = next(each for each in footer.iter(W + "p") if text(each))
        side = number.find(f"{W}pPr/{W}jc").get(W + "val")
        sides[side].append(attributes(number.find(f"{W}pPr/{W}ind")))
    assert {each["rightChars"] for each in sides["right"]} == {each["leftChars"] for each in sides["left"]} == {"100"}


def test_a_wide_table_has_pages_of_its_own_that_lie_on_their_side(whole: Document) -> None:
    sections = list(whole.xml("document").iter(W + "sectPr"))
    sizes = [attributes(each.find(W + "pgSz")) for each in sections]
    assert [(size["w"], size["h"]) for size in sizes] == [("11906", "16838"), ("16838", "11906"), ("11906", "16838")]
    assert [size.get("orient") for size in sizes][1] == "landscape"
    wide = attributes(sections[1].find(W + "pgMar"))
    # The upper margin is that of the binding, the left one the foot of the sheet.
    assert (wide["top"], wide["left"], wide["right"]) == ("1588", "1984", "2098")
    assert (11906 - 1588 - int(wide["bottom"])) % PITCH == 0
    upright, turned, again = [
        sorted(each.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id") for each in section)
        for section in ([child for child in each if child.tag == W + "footerReference"] for each in sections)
    ]
    assert len(upright) == 2 and upright == again and not set(upright) & set(turned)


def test_the_page_number_of_a_wide_page_keeps_its_place_on_the_sheet(whole: Document) -> None:
    for part in ("footer3", "footer4"):
        table = whole.xml(part).find(W + "tbl")
        place = attributes(table.find(f"{W}tblPr/{W}tblpPr"))
        middle = int(place["tblpX"]) + 180
        assert 6.5 <= (1984 - middle) / 56.7 <= 7.5, "below the text area of an upright page"
        assert table.find(f".//{W}textDirection").get(W + "val") == "tbRl"


def test_the_imprint_floats_at_the_foot_between_its_rules(whole: Document) -> None:
    table = whole.xml("document").find(W + "body").findall(W + "tbl")[-1]
    place = attributes(table.find(f"{W}tblPr/{W}tblpPr"))
    assert (place["vertAnchor"], place["tblpYSpec"]) == ("margin", "bottom")
    assert attributes(table.find(f"{W}tblPr/{W}tblW"))["w"] == "8844"
    sizes = [[border.get(W + "sz") for border in row.find(f".//{W}tcBorders")] for row in table.findall(W + "tr")]
    assert sizes == [["8", "6"], ["6", "8"]], "eighths of a point: 0.35 and 0.25 mm"
    assert "共印30份" in text(table) and table.getnext().tag == W + "p", "its anchor"


def test_the_rule_of_the_masthead_is_black_and_there_is_no_red(whole: Document) -> None:
    rule = whole.style("报头分隔线").find(f"{W}pPr/{W}pBdr/{W}top")
    assert (rule.get(W + "sz"), rule.get(W + "color")) == ("8", "000000")
    colours = {node.get(W + "val") for node in whole.style("报头名称").iter(W + "color")}
    assert colours == {"000000"}


@pytest.mark.parametrize("item", [plain("正文。"), Table("表", ("甲",), (("一",), ("二",)), (1,))])
def test_the_end_of_the_body_stays_with_the_signature(item: Item) -> None:
    ends = Closing(("名单",), "党校", "2026年11月2日")
    paper = Summary(("题",), sections=(Section("一", 1, (item,)),), closing=ends)
    *before, signature, date = paragraphs(Document(docx.render(paper)))
    assert (text(signature), text(date)) == ("党校", "2026年11月2日") and not keeps(date)
    assert all(keeps(each) for each in (*before[-4:], signature)), [text(each) for each in before]


def test_an_attachment_begins_a_page(whole: Document) -> None:
    begins = [each for each in paragraphs(whole) if each.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert [text(each) for each in begins] == ["附件1"]
    blank = begins[0].getnext()
    assert not text(blank) and text(blank.getnext()).startswith("青禾县“一网三员”")
