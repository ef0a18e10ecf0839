"""Figures in the tables of articles."""

from reader.digest.figures import figures
from reader.digest.report import article_report
from reader.model.article import Metadata
from reader.model.blocks import Block, BlockKind


def counted(*rows: str) -> list[str]:
    """One line a figure of a table: words, value with unit, what it counts."""
    blocks = [Block(BlockKind.PARAGRAPH, "具体情况如下。"), *(Block(BlockKind.TABLE_ROW, row) for row in rows)]
    found = figures(article_report(Metadata(title="清河市网格情况"), blocks), [])
    return [f"{each.text} {each.value}{each.unit} {each.object}" for each in found]


def test_a_number_counts_what_the_heads_of_row_and_column_say() -> None:
    assert counted(
        "序号\t镇街\t网格（个）\t户数（万户）\t满意率", "1\t东城街道\t448\t1.2\t98.5%", "2\t西关镇\t1,036\t3\t97%"
    ) == [
        *("448 448个 东城街道网格", "1.2 12000户 东城街道户数", "98.5% 98.5% 东城街道满意率"),
        *("1,036 1036个 西关镇网格", "3 30000户 西关镇户数", "97% 97% 西关镇满意率"),
    ]


def test_units_have_a_column_of_their_own_or_stand_in_the_row() -> None:
    assert counted("指标\t计量单位\t数量", "地区生产总值\t亿元\t123.4", "网格员\t人\t2052", "增长\t%\t-3.2") == [
        *("123.4 12340000000元 地区生产总值", "2052 2052人 网格员", "-3.2 -3.2% 增长")
    ]
    assert counted("项目\t2023年\t2024年", "网格数\t448个\t500个", "投入（万元）\t30\t45") == [
        *("448个 448个 网格数", "500个 500个 网格数", "30 300000元 投入", "45 450000元 投入")
    ]


def test_the_head_of_the_first_column_may_be_empty() -> None:
    assert counted("\t网格数\t党员", "东城\t12\t34") == ["12 12 东城网格数", "34 34 东城党员"]


def test_numbers_that_name_something_are_none() -> None:
    assert counted("姓名\t电话\t名次", "张三\t13800000000\t1") == []
    assert counted("12\t34", "5\t6") == [], "nobody says what they count"


def test_text_in_cells_is_read_like_any_other() -> None:
    assert counted("做法\t成效", "建立网格12个\t满意率达98%，解决问题30件") == [
        *("12个 12个 网格", "98% 98% 满意率", "30件 30件 问题")
    ]
