"""Chains: bodies and steps in their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.digest import digest_text
from reader.digest.chains import chains
from reader.digest.report import plain_report

FOUND = {
    "in quotation marks": (
        "形成“社区党组织——网格党支部——党员联系户”三级架构。",
        "社区党组织|网格党支部|党员联系户",
    ),
    "without": ("构建县委—街道党工委—社区党组织三级联动体系。", "县委|街道党工委|社区党组织"),
    "brackets in nodes": (
        "建立乡镇（街道）党（工）委—村（社区）党组织—党员中心户四级体系。",
        "乡镇（街道）党（工）委|村（社区）党组织|党员中心户",
    ),
    "hyphens and steps": ("受理-分派-处置-反馈闭环运行。", "受理|分派|处置|反馈"),
    "arrows": ("“发现→上报→处置”流程", "发现|上报|处置"),
    "blanks": ("打造“市级 — 县级 — 乡级”平台", "市级|县级|乡级"),
    "quotation marks in nodes": ("党支部—“红色楼长”—党员户", "党支部|“红色楼长”|党员户"),
    "after a verb": ("形成了街道—社区—网格闭环", "街道|社区|网格"),
}


@pytest.mark.parametrize(("text", "nodes"), FOUND.values(), ids=FOUND.keys())
def test_a_chain_and_its_nodes(text, nodes):
    (chain,) = chains(plain_report(f"标题\n{text}\n正文到此为止。"))
    assert chain.nodes == tuple(nodes.split("|"))
    assert chain.text.startswith(chain.nodes[0]) and chain.text.endswith(chain.nodes[-1])


NONE = {
    "ranges": "2025年1—8月，每个网格100—300户，2015—2018—2020三个年度。",
    "two": "北京—上海高铁，党委—支部结对。",
    "dates and numbers": "2022-09-01，电话0000-1234-5678，编号甲-1-2-乙。",
    "dashes of a sentence": "他说——这是大事——大家都要听。",
    "clauses": "把群众的急难愁盼放在心上抓在手上落实在行动上——这一条从来没有变过也不会变——群众满意。",
    "a subtitle": "——在全县基层治理会议上的讲话",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_what_is_no_chain(text):
    assert chains(plain_report(f"标题\n{text}\n正文到此为止。")) == []


@given(st.text("甲乙—→-“”（）为的三级，。 \n", max_size=60))
def test_every_chain_stands_where_it_says(text):
    for chain in digest_text(text).chains:
        assert text[chain.start : chain.end] == chain.text
        assert len(chain.nodes) >= 3 and all(node in chain.text for node in chain.nodes)
