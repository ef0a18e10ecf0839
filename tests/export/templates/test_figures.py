"""Numbers and their units, as they stand in a quotation."""

import pytest

from reader.export.templates.figures import figures


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("成立了2个街道“大工委”和37个社区“大党委”", [("2", "个"), ("37", "个")]),
        ("动员300余名快递小哥", [("300余", "名")]),
        ("投入1.3亿元,惠及12.5万人次", [("1.3亿", "元"), ("12.5万", "人次")]),
        ("满意度98.6%,提高3.2个百分点", [("98.6", "%"), ("3.2", "个百分点")]),
        ("面积1,234.5平方米", [("1,234.5", "平方米")]),
        ("采取“1+1+N”的方式", []),
        ("2022年9月1日发布,2026-03-09修改,3月5日", []),
        ("A4纸、COVID19、12-34", []),
        ("alert(1) {{7*7}} v2.0", []),
        ("没有数字", []),
        ("排名第1", [("1", "")]),
    ],
)
def test_figures(text: str, found: list[tuple[str, str]]) -> None:
    assert [tuple(figure) for figure in figures(text)] == found
