"""A paper as a workbook."""

import csv
import dataclasses
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from reader.export import xlsx_paper
from reader.export.sheet import LONGEST_CELL
from reader.export.templates.material import Material, Options
from reader.export.templates.study import study
from reader.messages import Messages
from reader.model.annotation import Kind
from reader.model.summary import Quotation, Section, Summary, Table

from .conftest import MARKS
from .test_xlsx import NS, cells, part

HEADINGS = [
    "序号", "类别", "原文摘录", "原文位置", "批注", "标签", "责任人", "时限", "批注人", "添加时间（UTC）", "文章标题",
    "来源", "发布日期",
]  # fmt: skip


def names(data: bytes) -> list[str]:
    return [sheet.get("name") for sheet in part(data, "xl/workbook.xml").iter(f"{NS}sheet")]


def row_of(data: bytes, number: int, sheet: int = 1) -> dict[str, Any]:
    """The cells of a row by their columns' letters."""
    rows = list(part(data, f"xl/worksheets/sheet{sheet}.xml").iter(f"{NS}row"))
    letters = [cell.get("r").rstrip("0123456789") for cell in rows[number].iter(f"{NS}c")]
    return dict(zip(letters, cells(data, sheet)[number], strict=True))


def test_every_mark_has_a_row_with_all_that_is_known_of_it(paper: Summary) -> None:
    data = xlsx_paper.render(paper)
    assert names(data) == ["批注", "关键数据一览", "行动事项一览", "来源"]
    rows = cells(data)
    assert [value for _, value in rows[0]] == HEADINGS
    assert len(rows) == 1 + len(MARKS)
    action = next(at for at, mark in enumerate(MARKS, 1) if mark.kind is Kind.ACTION)
    assert row_of(data, action) == {
        "A": ("n", str(action)), "B": ("s", "行动"), "C": ("s", "建立了议事协商、定期联席等5项制度"),
        "D": ("s", "第2段第3句"), "E": ("s", "拟订本镇议事规则"), "F": ("s", ""), "G": ("s", "小林"),
        "H": ("s", "2026-12-05"), "I": ("s", ""), "J": ("s", ""), "K": ("s", "青禾县:“一网三员”织密基层治理服务网"),
        "L": ("s", "云岭党建网"), "M": ("s", "2026-03-09"),
    }  # fmt: skip


def test_figures_are_numbers_and_sources_are_listed(paper: Summary) -> None:
    data = xlsx_paper.render(paper)
    assert cells(data, 2)[1] == [("n", "1"), ("s", "每个网格"), ("n", "280"), ("s", "户"), ("s", "第3段第2句")]
    sources = cells(data, 4)
    assert [value for _, value in sources[0]] == ["序号", "文章标题", "来源", "发布日期", "链接", "著录"]
    assert sources[1][4] == ("s", paper.references[0].url) and "[EB/OL]" in sources[1][5][1]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("280", "n"), ("1,234", "n"), ("-5", "n"), ("98.5", "n"), ("0", "n"),
        ("1.3万", "s"), ("98.50", "s"), ("007", "s"), ("1,23", "s"), ("近8", "s"), ("100—300", "s"), ("２８０", "s"),
        ("1" * 16, "s"), ("=1", "s"), ("", "s"), ("1e5", "s"), ("0.1234567890123456789", "s"),
    ],
)  # fmt: skip
def test_a_cell_is_a_number_only_where_nothing_of_it_is_lost(text: str, kind: str) -> None:
    table = Table("数据", ("数值",), ((text,),), (1,))
    data = xlsx_paper.render(Summary(("题",), sections=(Section("一", 1, (table,)),)))
    assert cells(data, 2)[1] == [(kind, text.replace(",", "") if kind == "n" else text)]


def test_an_english_paper_has_english_headings(material: Material, other: Material) -> None:
    paper = study([material, other], Options(language="en", with_creator=True), Messages("en"))
    data = xlsx_paper.render(paper)
    assert names(data)[0] == "Annotations" and names(data)[-1] == "Sources"
    assert [value for _, value in cells(data)[0]][:5] == ["No.", "Kind", "Quotation", "Passage", "Note"]
    assert row_of(data, 1)["D"] == ("s", "[1] paragraph 2, sentence 2") and row_of(data, 1)["I"] == ("s", "周岚")


def test_a_text_too_long_for_a_cell_goes_on_below() -> None:
    note = "网" * LONGEST_CELL + "格" * 10
    astral = "𠮷" * LONGEST_CELL
    marks = (Quotation(Kind.KEY, "短", note=note), Quotation(Kind.KEY, astral, note="末"))
    data = xlsx_paper.render(Summary(("题",), marks=marks))
    assert [row_of(data, number).get("E") for number in (1, 2)] == [("s", "网" * LONGEST_CELL), ("s", "格" * 10)]
    assert row_of(data, 2)["E"][1] and "A" not in row_of(data, 2)
    held = [row_of(data, number)["C"][1] for number in (3, 4, 5)]
    assert "".join(held) == astral and all(len(text.encode("utf-16-le")) // 2 <= LONGEST_CELL for text in held)


def test_tables_with_one_caption_have_sheets_with_names_of_their_own() -> None:
    tables = tuple(Table(caption, ("甲",), (("x",),), (1,)) for caption in ("表", "表", "", "批注", "History", "[]"))
    found = names(xlsx_paper.render(Summary(("题",), sections=(Section("一", 1, tables),))))
    assert len(found) == len({name.casefold() for name in found}) == 8 and all(found)
    assert found[:3] == ["批注", "表", "表 (3)"]


def test_the_properties_name_the_author_that_was_chosen(paper: Summary) -> None:
    core = part(xlsx_paper.render(dataclasses.replace(paper, author="周岚")), "docProps/core.xml")
    assert core.findtext("{http://purl.org/dc/elements/1.1/}creator") == "周岚"


def test_libreoffice_reads_the_same_cells(hostile: Summary, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if not office or not list(Path(office).resolve().parent.glob("*sclo*")):
        pytest.skip("LibreOffice Calc is not installed")
    data = xlsx_paper.render(hostile)
    (tmp_path / "paper.xlsx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    # Commas, quotation marks, UTF-8, every sheet in a file of its own.
    as_csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    command = [office, profile, "--headless", "--convert-to", as_csv, "--outdir", tmp_path, tmp_path / "paper.xlsx"]
    subprocess.run(command, capture_output=True, timeout=120, check=True)
    for sheet, name in enumerate(names(data), 1):
        with (tmp_path / f"paper-{name}.csv").open(encoding="utf-8", newline="") as file:
            read = [[cell for cell in row if cell] for row in csv.reader(file)]
        assert read == [[value for _, value in row if value] for row in cells(data, sheet)]
