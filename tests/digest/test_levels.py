"""Which label stands below which."""

# ruff: noqa: E501  tables of cases are read by rows

import pytest
from tests.digest.reports import REST, outlined


def levels(*lines: str) -> list[int]:
    """The levels of a text of these lines."""
    return [(len(line) - len(line.lstrip())) // 2 + 1 for line in outlined("标题\n" + "\n".join(lines))]


TREES = {
    "all devices": (["第一章 总则", "第一节 背景", "一、甲事", "（一）乙事", "1.丙事。" + REST, "2.丁事。" + REST, "（1）戊事。" + REST, "（2）己事。" + REST,
                     "①庚事。" + REST, "②辛事。" + REST], [1, 2, 3, 4, 5, 5, 6, 6, 7, 7]),
    "a level left out": (["一、甲事", "1.乙事。" + REST, "2.丙事。" + REST, "二、丁事", "（一）戊事", REST], [1, 2, 2, 1, 2]),
    "bullets and enumerators beside each other": (
        ["一、甲事", "——乙事办好。" + REST, "——丙事办好。" + REST, "一是丁事办好。" + REST, "二是戊事办好。" + REST], [1, 2, 2, 2, 2]),
    "enumerators in a paragraph after bullets": (
        ["一、甲事", "——乙事办好。" + REST, "——丙事办好。" + REST, "问题有：一是丁，二是戊。"], [1, 2, 2, 2, 2]),
    "enumerators in a bullet": (["——乙事办好。一是丁，二是戊。", "——丙事办好。" + REST], [1, 2, 2, 1]),
    "circles in enumerators": (["做法：一是甲，包括①乙②丙；二是丁。"], [1, 2, 2, 1]),
    "enumerators in brackets": (["做法：（一）甲，一是丙，二是丁。（二）乙。"], [1, 2, 2, 1]),
    "lines of their own within numbers": (
        ["一、甲事", REST, "组织全覆盖", REST, "服务零距离", REST, "二、乙事", REST], [1, 2, 2, 1]),
    "numbers under topic sentences": (
        ["强化组织引领。" + REST, "1.建网格。" + REST, "2.强支部。" + REST, "推动资源下沉。" + REST, "1.列清单。" + REST, "2.办实事。" + REST], [1, 2, 2, 1, 2, 2]),
    "numbers below a foreword": (["前言", REST, "一、甲事", REST, "二、乙事", REST, "结语", REST], [1, 1, 1, 1]),
    "enumerators alone": (["做法：一是甲，二是乙。"], [1, 1]),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), TREES.values(), ids=TREES.keys())
def test_trees(lines, expected):
    assert levels(*lines) == expected
