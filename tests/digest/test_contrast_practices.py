"""做法对照: divisions that are about the same stand in one row."""

from hypothesis import given
from hypothesis import strategies as st
from tests.side_by_side import reading, readings

from reader.digest.contrast import Reading
from reader.digest.contrast_practices import practice_rows
from reader.digest.themes import THEMES
from reader.model.digest import Digest, Field, OutlineNode


def shown(*compared: Reading) -> list[tuple[int, str, list[str | None]]]:
    rows = practice_rows(compared)
    return [(row.level, row.label, [cell and cell.text for cell in row.cells]) for row in rows]


def test_slogans_about_the_same_stand_in_one_row() -> None:
    assert shown(*readings()) == [
        (1, "组织体系", ["织密“一张网”，建强主心骨", "建强主心骨，党组织一贯到底", None]),
        (2, "推行联建共建", ["推行联建共建", None, None]),
        (1, "为民服务", ["用好“三张清单”，服务更贴心", "服务群众“零距离”", None]),
        (1, "数字平台", [None, None, "数字平台“一屏统管”"]),
    ]


def test_equal_titles_stand_in_one_row_whatever_they_are() -> None:
    one, other = reading("甲", "# 总体要求\n略。\n# 天时\n略。"), reading("乙", "# 地利\n略。\n# 总体要求\n略。")
    assert shown(one, other) == [
        (1, "总体要求", ["总体要求", "总体要求"]), (1, "天时", ["天时", None]), (1, "地利", [None, "地利"]),
    ]  # fmt: skip


def test_parts_are_put_together_below_what_they_are_parts_of() -> None:
    one = reading("甲", "# 总体要求\n## 指导思想\n略。\n## 基本原则\n略。")
    other = reading("乙", "# 总体要求\n## 基本原则\n略。\n## 主要目标\n略。")
    assert [(level, label) for level, label, _ in shown(one, other)] == [
        (1, "总体要求"), (2, "基本原则"), (2, "指导思想"), (2, "主要目标"),
    ]  # fmt: skip


def test_one_report_has_one_division_in_a_row() -> None:
    one = reading("甲", "# 服务群众办实事\n服务。\n# 便民服务到家\n便民服务。")
    other = reading("乙", "# 便民服务零距离\n便民服务。")
    cells = [cells for _, _, cells in shown(one, other)]
    assert cells == [["便民服务到家", "便民服务零距离"], ["服务群众办实事", None]]


def test_a_word_or_two_do_not_make_divisions_alike() -> None:
    one = reading("甲", "# 开展领题调研\n有一项创新。")
    other = reading("乙", "# 强化支撑\n涉及产业。")
    assert [row[1] for row in shown(one, other)] == ["开展领题调研", "强化支撑"]


def test_deeper_levels_stay_out_and_a_part_without_a_whole_is_one() -> None:
    assert shown(reading("甲", "## 其一\n略。\n### 更深\n略。")) == [(1, "其一", ["其一"])]


def test_places_lead_to_the_divisions() -> None:
    compared = readings()
    for row in practice_rows(compared):
        for report, cell in zip(compared, row.cells, strict=True):
            for mention in cell.mentions if cell else ():
                assert report.text[mention.start : mention.end] == mention.text and mention.passage


def test_a_node_in_the_headline_has_no_section() -> None:
    node = OutlineNode(text="标题", start=0, end=2, title="标题", field=Field.TITLE)
    (row,) = practice_rows([Reading("x", "标题", "正文说党组织。", Digest(outline=(node,)))])
    cell = row.cells[0]
    assert cell is not None and cell.mentions[0].field is Field.TITLE and cell.mentions[0].passage == ""


def test_no_word_speaks_of_two_themes() -> None:
    words = [word for words in THEMES.values() for word in words.split()]
    assert len(words) == len(set(words))


NAMES = st.text("党建网格服务平台清单", min_size=1, max_size=8)
TITLES = st.lists(st.tuples(st.sampled_from(["#", "##"]), NAMES), max_size=60)


@given(st.lists(TITLES, min_size=1, max_size=3))
def test_no_division_is_lost(outlines: list[list[tuple[str, str]]]) -> None:
    compared = [
        reading(f"{number}县", "\n".join(f"{mark} {title}" for mark, title in outline))
        for number, outline in enumerate(outlines)
    ]
    rows = practice_rows(compared)
    assert rows == practice_rows(compared)
    for number, report in enumerate(compared):
        cells = [row.cells[number] for row in rows]
        starts = sorted(mention.start for cell in cells if cell for mention in cell.mentions)
        assert starts == [node.start for node in report.digest.outline]
