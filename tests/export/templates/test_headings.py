"""Numbers of headings."""

import pytest

from reader.export.templates.headings import chinese_number, numbered
from reader.messages import Messages


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九"), (100, "100")],
)
def test_chinese_numbers(number: int, written: str) -> None:
    assert chinese_number(number) == written


def test_each_language_counts_in_its_own_way() -> None:
    assert numbered(1, 3, "研讨题", Messages("zh_CN")) == "三、研讨题"
    assert numbered(2, 3, "数据", Messages("zh_CN")) == "（三）数据"
    assert numbered(1, 3, "Actions", Messages("en")) == "3. Actions"
    assert numbered(2, 3, "Figures", Messages("en")) == "(3) Figures"
