"""The ledger of figures: rows, arithmetic in sentences, files."""

import csv
import dataclasses
import io
import zipfile
from pathlib import Path

import pytest
from tests.digests import TEXT, TITLE, figure, hand_made

from reader.messages import Messages
from reader.model.digest import Digest, Field, Hint, HintKind
from reader.model.errors import ExportError
from reader.services.ledger import LedgerRow, as_tsv, hint_sentence, ledger_rows, place_in_words, write_ledger
from reader.text.passages import Passages

SAY = Messages("zh_CN")


@pytest.fixture
def rows() -> list[LedgerRow]:
    return ledger_rows(hand_made(), TITLE, TEXT, Passages(TEXT))


def row(words: str, value: float, **more: float) -> LedgerRow:
    found = dataclasses.replace(figure(words, value, "个"), **more)
    return LedgerRow(found, "2-3", "句")


def test_every_figure_has_its_place_and_sentence(rows: list[LedgerRow]) -> None:
    assert len(rows) == len(hand_made().figures)
    title, first = rows[:2]
    assert title.figure.field is Field.TITLE and title.sentence == TITLE and place_in_words(title, SAY) == "标题"
    assert first.sentence.startswith("全市37个社区划分网格448个") and place_in_words(first, SAY) == "第2段第3句"
    assert place_in_words(first, Messages("en")) == "2-3"


def test_ranges_and_numbers_too_large_are_written_as_the_text_says() -> None:
    assert row("300户左右", 300).value == 300
    assert row("300户左右", 100, value2=300).value == "300户左右"
    assert row("448个", 10**18).value == "448个"
    assert row("448个", float("inf")).value == "448个"


def test_arithmetic_in_sentences() -> None:
    figures = hand_made().figures
    said = [hint_sentence(hint, figures, SAY) for hint in hand_made().hints]
    assert said == ["65家 = 37名 + 28名", "448个 × 300户左右 ≈ 134,400", "名称里的数字是4，正文只找到3项。"]
    exact = Hint(HintKind.PRODUCT, (4, 5), 2405)
    assert hint_sentence(exact, figures, SAY) == "65家 × 37名 = 2,405"
    assert hint_sentence(Hint(HintKind.PARTS, (), 5, 4), figures, SAY) == "名称里的数字是4，正文却有5项。"


def test_a_workbook_has_figures_and_arithmetic(rows: list[LedgerRow], tmp_path: Path) -> None:
    write_ledger(rows, ["65家 = 37名 + 28名"], tmp_path / "a.xlsx", SAY, TITLE)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as file:
        assert "xl/worksheets/sheet2.xml" in file.namelist()
        assert "65家 = 37名 + 28名" in file.read("xl/sharedStrings.xml").decode()
    write_ledger(rows, [], tmp_path / "b.XLSX", SAY)
    with zipfile.ZipFile(tmp_path / "b.XLSX") as file:
        assert "xl/worksheets/sheet2.xml" not in file.namelist()


def test_a_table_of_values(rows: list[LedgerRow], tmp_path: Path) -> None:
    write_ledger(rows, [], tmp_path / "a.csv", SAY)
    found = list(csv.reader(io.StringIO((tmp_path / "a.csv").read_text("utf-8-sig"), newline="")))
    assert found[0] == ["数值", "单位", "统计对象", "约数", "类别", "位置", "原句"]
    assert found[3][:6] == ["448", "个", "网格", "", "数量", "第2段第3句"]
    assert found[14][:3] == ["97", "%", "办结率"]


def test_another_format_is_refused_and_nothing_is_written(rows: list[LedgerRow], tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        write_ledger(rows, [], tmp_path / "a.ods", SAY)
    (tmp_path / "dir.csv").mkdir()
    with pytest.raises(ExportError):
        write_ledger(rows, [], tmp_path / "dir.csv", SAY)
    assert [each.name for each in tmp_path.iterdir()] == ["dir.csv"]


def test_rows_for_the_clipboard(rows: list[LedgerRow]) -> None:
    evil = dataclasses.replace(rows[2], figure=dataclasses.replace(rows[2].figure, object="=1\t+1"))
    first, second = as_tsv([rows[1], evil], SAY).split("\n")
    assert first.split("\t")[:3] == ["37", "个", "社区"] and len(first.split("\t")) == 7
    assert second.split("\t")[2] == "'=1 +1"


def test_no_figures_make_an_empty_ledger() -> None:
    assert ledger_rows(Digest(), TITLE, TEXT, Passages(TEXT)) == []
    assert as_tsv([], SAY) == ""
