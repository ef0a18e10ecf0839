"""对比材料: the tables as they were left, what 未载 means, and the places of everything."""

import dataclasses
import re

import pytest
from tests.side_by_side import readings

from reader.digest.contrast import contrast
from reader.export.templates.compare import compare
from reader.export.templates.material import Material, Options
from reader.messages import Messages
from reader.model.annotation import Annotation, Kind
from reader.model.article import Article, Metadata
from reader.model.contrast import Cell, ComparedReport, Contrast, Mention, Row, Sheet
from reader.model.summary import Paragraph, Quotation, Summary, Table


@pytest.fixture
def materials() -> list[Material]:
    """The three made-up reports, the second with marks."""
    found = []
    for each in readings():
        about = Metadata(title=each.title, published="2026-03-09", source="云岭党建网", url="https://e.example/a")
        found.append(Material(Article(id=each.article, metadata=about, added="2026-11-22T08:00:00Z"), "2026-11-22"))
    marks = (
        Annotation("1" * 32, "b" * 32, 1, Kind.BORROW, "服务群众“零距离”", 0, 9, passage="3-1", note="可照办。"),
        Annotation("2" * 32, "b" * 32, 1, Kind.QUESTION, passage=None, note="口径一致吗?"),
        Annotation("3" * 32, "b" * 32, 1, Kind.KEY, "划分网格2052个", passage="2-1"),
    )
    found[1] = dataclasses.replace(found[1], annotations=marks)
    return found


@pytest.fixture
def options() -> Options:
    return Options(contrast=contrast(readings()))


def tables(paper: Summary) -> list[Table]:
    return [item for section in paper.sections for item in section.items if isinstance(item, Table)]


def test_the_sections_stand_in_their_order(materials: list[Material], options: Options, say: Messages) -> None:
    paper = compare(materials, options, say)
    headings = [section.heading for section in paper.sections]
    assert headings == [
        *("一、比较范围", "二、做法对照", "三、数据对照", "四、仅一份报告写到的做法和数据"),
        *("（一）[1]清河市", "（二）[2]白石县", "（三）[3]推进数字治理的实…", "五、可借鉴之处", "六、存疑"),
    ]
    assert paper.plain_title == "3份报告对比材料" and paper.subject == "对比材料"
    assert [reference.number for reference in paper.references] == [1, 2, 3]
    assert [item.text for item in paper.sections[-2].items if isinstance(item, Quotation)] == ["服务群众“零距离”"]
    assert "口径一致吗?" in repr(paper.sections[-1])


def test_reports_are_numbered_as_the_columns_are(materials: list[Material], options: Options, say: Messages) -> None:
    paper = compare(materials, options, say)
    lines = [item for item in paper.sections[0].items if isinstance(item, Paragraph)]
    assert lines[1].text == "[2]《白石县：党建引领网格治理》，2026年3月9日发布，来源：云岭党建网。"
    assert lines[1].runs[0].footnote == 2
    assert "“未载”指该报告没有写到" in lines[3].text
    assert tables(paper)[1].header == ("指标", "单位与口径", "[1]清河市", "[2]白石县", "[3]推进数字治理的实…")


def test_cells_have_words_and_passages_and_absence_is_said(
    materials: list[Material], options: Options, say: Messages
) -> None:
    practices, figures = tables(compare(materials, options, say))
    rows = {row[0]: row[1:] for row in figures.rows}
    assert rows["网格党支部"] == ("个；[1]网格功能性党支部", "88个\n（2-1）", "近1178个\n（2-1）", "未载")
    for table in (practices, figures):
        assert {len(row) for row in table.rows} == {len(table.header)} == {len(table.shares)}


def test_what_only_one_report_says_fills_no_table_and_is_not_lost(
    materials: list[Material], options: Options, say: Messages
) -> None:
    paper = compare(materials, options, say)
    assert all(row.count("未载") < 2 for table in tables(paper) for row in table.rows)
    single = "\n".join(item.text for each in paper.sections for item in each.items if isinstance(item, Paragraph))
    assert "解决率（%；[2]解决率、满意率）95%（4-1）、90%（4-1）" in single
    assert "做法：" in single and "推行联建共建（3-1）" in single
    assert options.contrast is not None
    whole = repr(paper)
    for row in (*options.contrast.figures, *options.contrast.practices):
        for mention in (mention for cell in row.cells if cell for mention in cell.mentions):
            assert mention.text in whole


def test_a_row_whose_parts_two_reports_have_stays_above_them(say: Messages) -> None:
    cell = Cell((Mention(text="建网格", start=0, end=3, passage="1-1"),))
    rows = (Row("组织", (cell, None)), Row("网格", (cell, cell), level=2), Row("队伍", (None, cell)))
    reports = tuple(ComparedReport(f"{n:032x}", f"报告{n}", f"县{n}") for n in range(2))
    paper = compare([], Options(contrast=Contrast(reports, (), rows)), say)
    assert [row[0] for row in tables(paper)[0].rows] == ["组织", "　网格"]


def test_two_reports_have_room_for_passages_on_the_line(materials: list[Material], say: Messages) -> None:
    both = contrast(readings()).chosen(["a" * 32, "b" * 32])
    figures = tables(compare(materials[:2], Options(contrast=both), say))[1]
    assert ("网格", "个", "448个（2-1）", "2052个（2-1）") in figures.rows


def test_what_a_person_wrote_is_printed_with_the_places(materials: list[Material], say: Messages) -> None:
    edited = contrast(readings()).rewritten(Sheet.FIGURES, 0, 0, "约450个").rewritten(Sheet.FIGURES, 0, 2, "没有网格")
    edited = edited.renamed(Sheet.FIGURES, 0, "网格（个）").remeasured(Sheet.FIGURES, 0, "个，年末数")
    label = edited.figures[0].label
    row = next(row for row in tables(compare(materials, Options(contrast=edited), say))[1].rows if row[0] == label)
    assert row[1] == "个，年末数" and row[2].startswith("约450个\n（") and row[4] == "没有网格"


def wide(count: int) -> Contrast:
    reports = tuple(ComparedReport(f"{n:032x}", f"报告{n}", f"县{n}") for n in range(count))
    cells = [Cell((Mention(text=f"{n}个", start=n, end=n + 2, passage="1-1..2-1"),)) for n in range(count)]
    last = (*[None] * (count - 1), cells[-1])
    return Contrast(reports, (Row("网格", tuple(cells), "个"), Row("党员", last, "名")))


@pytest.mark.parametrize(("count", "is_wide"), [(2, False), (3, False), (4, True), (8, True)])
def test_many_reports_stand_side_by_side_on_pages_that_lie_on_their_side(
    say: Messages, count: int, is_wide: bool
) -> None:
    paper = compare([], Options(contrast=wide(count)), say)
    (table,) = tables(paper)
    assert [section.is_wide for section in paper.sections if table in section.items] == [is_wide]
    assert not any(section.is_wide for section in paper.sections if table not in section.items)
    assert [int(name[1]) for name in table.header[2:]] == list(range(1, count + 1))
    assert len(table.shares) == count + 2 and len(set(table.shares[2:])) == 1
    assert table.caption == "数据对照" and "（1-1至2-1）" in table.rows[0][2]


def test_empty_tables_vanish(materials: list[Material], say: Messages) -> None:
    paper = compare(materials[:1], Options(contrast=Contrast()), say)
    assert [section.heading for section in paper.sections] == ["一、比较范围"] and "未载" not in repr(paper)


def test_without_sources_there_is_neither_citation_nor_footnote(
    materials: list[Material], options: Options, say: Messages
) -> None:
    paper = compare(materials, dataclasses.replace(options, with_sources=False), say)
    assert not paper.references and "云岭党建网" not in repr(paper.sections[0])
    assert "[2]《白石县：党建引领网格治理》。" in [getattr(item, "text", "") for item in paper.sections[0].items]


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_sentence_is_in_the_catalogue(materials: list[Material], language: str) -> None:
    paper = compare(materials, Options(language=language, contrast=wide(6)), Messages(language))
    assert not re.findall(r"(?:paper|contrast)\.[a-z_.0-9]+", repr(paper))
