"""Lines of their own that divide a text."""

# ruff: noqa: E501  tables of cases are read by rows

import pytest
from tests.digest.reports import REST, outlined

HEADINGS = {
    "two lines": ["组织建设全覆盖", "服务群众零距离"],
    "questions": ["基层治理难在哪？", "怎样破解难题？"],
    "with a comma": ["强化数智赋能，夯实治理支撑", "健全工作机制，筑牢治理底座"],
    "with quotation marks": ["“一网清”强治理“一表通”提效能", "“小网格”托起“大民生”"],
}


@pytest.mark.parametrize("titles", HEADINGS.values(), ids=HEADINGS.keys())
def test_short_lines_above_running_text(titles):
    text = "清河市工作情况\n" + REST + "".join(f"\n{title}\n{REST}" for title in titles)
    assert outlined(text) == ["|" + title.rstrip("？") for title in titles]


def test_one_short_line_may_be_anything_but_a_bold_one_is_a_heading():
    assert outlined(f"标题\n{REST}\n组织建设全覆盖\n{REST}") == []
    assert outlined(f"标题\n{REST}\n**组织建设全覆盖**\n{REST}") == ["|组织建设全覆盖"]


def test_bold_lines_are_believed_before_others():
    lines = ["**组织全覆盖**", REST, "小区一角", REST, "**服务零距离**", REST, "居民笑脸", REST]
    assert outlined("标题\n" + REST + "\n" + "\n".join(lines)) == ["|组织全覆盖", "|服务零距离"]


def test_lines_that_a_printer_broke_are_no_headings():
    line = "清河市坚持党建引领，把支部建在网格上，让党员服务走在前，全县划"
    text = "标题\n" + "\n".join([line, line, "分网格四百四十八个。", line, line, "办好民生实事。", "小标题在此处", line, line, "完。"] * 3)
    assert outlined(text) == ["|小标题在此处"] * 3


def test_lists_of_short_lines_are_no_headings():
    assert outlined("标题\n" + REST + "\n林青\n何田\n高原\n" + REST + "\n周舟\n江山\n田野\n" + REST) == []
