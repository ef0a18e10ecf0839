"""Values as a table prints them, beside their units."""

import pytest

from reader.digest.quotation import figures_of
from reader.export.templates.values import written_value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("成立了2个街道“大工委”和37个社区“大党委”", [("2", "个"), ("37", "个")]),
        ("动员300余名快递小哥", [("300余", "名")]),
        ("投入1.3亿元,惠及12.5万人次", [("1.3亿", "元"), ("12.5万", "人次")]),
        ("满意度98.6%,提高3.2个百分点", [("98.6", "%"), ("3.2", "个百分点")]),
        ("面积1,234.5平方米", [("1,234.5", "平方米")]),
        ("近8万名党员，每个网格100—300户，80%以上参加", [("近8万", "名"), ("100—300", "户"), ("80以上", "%")]),
        ("四个多月来，百分之八十的小区，超过一万名", [("4多", "个月"), ("80", "%"), ("超过一万", "名")]),
        ("利率为5%至5.25%，气温-3.5℃", [("5至5.25", "%"), ("-3.5", "℃")]),
        ("采取“1+1+N”的方式", []),
        ("2022年9月1日发布,2026-03-09修改,3月5日", []),
        ("A4纸、COVID19、12-34", []),
        ("alert(1) {{7*7}} v2.0", []),
        ("排名第1，没有数字", []),
    ],
)
def test_values_and_units(text: str, found: list[tuple[str, str]]) -> None:
    assert [(written_value(figure), figure.unit) for figure in figures_of(text)] == found
