"""Words before a number that make it approximate, and words that only look so."""

import pytest

from reader.digest.approximators import leading


@pytest.mark.parametrize(
    ("before", "lead"),
    [
        *(
            ("服务群众近", "近"),
            ("服务群众将近 ", "将近"),
            ("超过", "超过"),
            ("人数不超过", "不超过"),
            ("每村不少于", "不少于"),
        ),
        *(
            ("最快", "最快"),
            ("时长高达", "高达"),
            ("满意率达", "达"),
            ("首破", "破"),
            ("突破", "突破"),
            ("不到", "不到"),
        ),
        *(
            ("满意率达到", ""),
            ("附近", ""),
            ("最近", ""),
            ("节约", ""),
            ("签约", ""),
            ("下达", ""),
            ("侦破", ""),
            ("赶超", ""),
        ),
        *(("", ""), ("划分网格", ""), ("增加到", ""), ("点赞上", "")),
    ],
)
def test_before_a_number(before: str, lead: str) -> None:
    assert leading(before + "300户", len(before), is_round=False) == lead


@pytest.mark.parametrize(
    ("before", "lead"), [("点赞上", "上"), ("阅读量过", "过"), ("成千上", ""), ("通过", ""), ("以上", "")]
)
def test_before_a_bare_magnitude(before: str, lead: str) -> None:
    assert leading(before + "万", len(before), is_round=True) == lead
