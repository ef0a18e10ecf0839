"""What a person does to tables: nothing is changed in place, and no cell is lost on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.contrast import Cell, ComparedReport, Contrast, Mention, Row, Sheet

REPORTS = tuple(ComparedReport(key * 32, f"标题{key}", key) for key in "ab")


def cell(text: str, start: int = 0, wording: str = "") -> Cell:
    return Cell((Mention(text=text, start=start, end=start + len(text), passage="1-1", wording=wording),))


def figures(*rows: Row) -> Contrast:
    return Contrast(REPORTS, figures=rows)


def labels(contrast: Contrast, sheet: Sheet = Sheet.FIGURES) -> list[str]:
    return [row.label for row in contrast.rows(sheet)]


@pytest.fixture
def table() -> Contrast:
    return figures(
        Row("网格", (cell("448个"), cell("2052个")), "个"),
        Row("党支部", (cell("88个", 9, "网格党支部"), None), "个"),
        Row("支部", (None, cell("12家", 5)), "家"),
    )


@pytest.fixture
def outline() -> Contrast:
    """甲 with 甲一 and 甲二, 乙 with 乙一, 丙."""
    levels = {"甲": 1, "甲一": 2, "甲二": 2, "乙": 1, "乙一": 2, "丙": 1}
    rows = [Row(name, (cell(name), None), level=level) for name, level in levels.items()]
    return Contrast(REPORTS, practices=tuple(rows))


def test_what_is_said_twice_is_shown_once() -> None:
    twice = Cell((*cell("37个").mentions, *cell("37个", 40).mentions, *cell("40个", 80).mentions))
    assert twice.text == "37个；40个" and Cell(twice.mentions, "约40个").text == "约40个"


def test_the_measure_says_unit_and_other_names(table: Contrast) -> None:
    assert [row.measured for row in table.figures] == ["个", "个；[1]网格党支部", "家"]
    assert table.remeasured(Sheet.FIGURES, 1, " 个，2025年 ").figures[1].measured == "个，2025年"
    assert table.remeasured(Sheet.FIGURES, 1, "x").remeasured(Sheet.FIGURES, 1, "") == table


def test_a_row_is_renamed(table: Contrast) -> None:
    assert labels(table.renamed(Sheet.FIGURES, 1, " 网格党支部 ")) == ["网格", "网格党支部", "支部"]
    assert table.renamed(Sheet.FIGURES, 1, " ") is table and table.renamed(Sheet.FIGURES, 1, "党支部") is table


def test_a_cell_is_rewritten_and_keeps_its_places(table: Contrast) -> None:
    changed = table.rewritten(Sheet.FIGURES, 0, 1, "约2000个").figures[0].cells[1]
    assert changed is not None and changed.text == "约2000个" and changed.mentions == table.figures[0].cells[1].mentions  # type: ignore[union-attr]
    assert table.rewritten(Sheet.FIGURES, 0, 1, "").figures[0].cells[1] is None
    assert table.rewritten(Sheet.FIGURES, 1, 1, "3个").figures[1].cells[1] == Cell((), "3个")
    assert table.rewritten(Sheet.FIGURES, 1, 1, "") is table and table.rewritten(Sheet.FIGURES, 0, 0, "448个") is table


def test_rows_are_merged_under_the_first(table: Contrast) -> None:
    merged = table.merged(Sheet.FIGURES, [2, 1])
    assert labels(merged) == ["网格", "党支部"]
    row = merged.figures[1]
    assert [each and each.text for each in row.cells] == ["88个", "12家"] and row.unit == "个、家"
    both = table.merged(Sheet.FIGURES, [0, 1]).figures[0].cells[0]
    assert both is not None and [mention.text for mention in both.mentions] == ["448个", "88个"]
    written = table.rewritten(Sheet.FIGURES, 0, 0, "很多").merged(Sheet.FIGURES, [0, 1]).figures[0].cells[0]
    assert written is not None and written.text == "很多；88个"
    assert table.merged(Sheet.FIGURES, [1]) is table


def test_parts_go_with_their_whole(outline: Contrast) -> None:
    sheet = Sheet.PRACTICES
    assert labels(outline.merged(sheet, [0, 3]), sheet) == ["甲", "甲一", "甲二", "乙一", "丙"]
    assert labels(outline.merged(sheet, [1, 3]), sheet) == ["甲", "甲一", "乙一", "甲二", "丙"]
    assert labels(outline.merged(sheet, [0, 2]), sheet) == ["甲", "甲一", "乙", "乙一", "丙"]
    assert labels(outline.merged(sheet, [0, 3, 4]), sheet) == ["甲", "甲一", "甲二", "丙"]
    assert labels(outline.without(sheet, [0]), sheet) == ["乙", "乙一", "丙"]
    assert labels(outline.without(sheet, [1, 5]), sheet) == ["甲", "甲二", "乙", "乙一"]
    assert outline.without(sheet, []) is outline


def test_a_row_moves_among_its_like(outline: Contrast) -> None:
    sheet = Sheet.PRACTICES
    moved, place = outline.moved(sheet, 3, -1)
    assert labels(moved, sheet) == ["乙", "乙一", "甲", "甲一", "甲二", "丙"] and place == 0
    moved, place = outline.moved(sheet, 0, 1)
    assert labels(moved, sheet) == ["乙", "乙一", "甲", "甲一", "甲二", "丙"] and place == 2
    moved, place = outline.moved(sheet, 2, -1)
    assert labels(moved, sheet) == ["甲", "甲二", "甲一", "乙", "乙一", "丙"] and place == 1
    for row, step in ((0, -1), (1, -1), (2, 1), (4, 1), (4, -1), (5, 1)):
        assert outline.moved(sheet, row, step) == (outline, row)


def test_columns_are_chosen(table: Contrast, outline: Contrast) -> None:
    turned = table.chosen(["b" * 32, "a" * 32])
    assert [report.name for report in turned.reports] == ["b", "a"]
    assert [each and each.text for each in turned.figures[0].cells] == ["2052个", "448个"]
    assert labels(table.chosen(["b" * 32])) == ["网格", "支部"], "nothing of 党支部 is in the other"
    assert table.chosen(["a" * 32, "b" * 32]) is table
    part = outline.rewritten(Sheet.PRACTICES, 1, 1, "乙地也有").chosen(["b" * 32])
    assert labels(part, Sheet.PRACTICES) == ["甲", "甲一"], "the whole stays above its part"


LEVELS = st.lists(st.sampled_from([1, 2]), min_size=1, max_size=8)


@given(LEVELS, st.lists(st.integers(0, 7), min_size=1, max_size=4), st.integers(0, 7), st.sampled_from([-1, 1]))
def test_merging_and_moving_lose_no_mention(levels: list[int], chosen: list[int], row: int, step: int) -> None:
    rows = [Row(str(n), (cell(str(n), n), None), level=level) for n, level in enumerate([1, *levels[1:]])]
    before = Contrast(REPORTS, practices=tuple(rows))
    picked = [each for each in chosen if each < len(rows)] or [0]
    moved, place = before.moved(Sheet.PRACTICES, row % len(rows), step)
    assert moved.practices[place] == rows[row % len(rows)]
    for after in (before.merged(Sheet.PRACTICES, picked), moved):
        starts = [m.start for each in after.practices for c in each.cells if c for m in c.mentions]
        assert sorted(starts) == list(range(len(rows))) and after.practices[0].level == 1
