"""发言提纲: which marks belong together, what is said of them, and how long it takes."""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest
from tests.export.templates.conftest import Read

from reader.export.templates.material import Material, Options, PaperBlock
from reader.export.templates.speech import speech
from reader.messages import Messages
from reader.model.annotation import Annotation, Kind
from reader.text.passages import Passages

Place = Callable[..., Annotation]


@pytest.fixture
def place(text: str, material: Material) -> Place:
    def made(kind: Kind, quote: str = "", note: str = "", *tags: str) -> Annotation:
        start = text.index(quote) if quote else None
        end = None if start is None else start + len(quote)
        passage = None if start is None or end is None else Passages(text).number(start, end)
        base = dataclasses.replace(material.annotations[0], kind=kind, quote=quote, note=note, tags=tags)
        return dataclasses.replace(base, start=start, end=end, passage=passage)

    return made


def read(material: Material, say: Messages, *marks: Annotation, **chosen: Any) -> Read:
    options = Options(**{"blocks": (PaperBlock("time", is_shown=False),), **chosen})
    return Read(speech([dataclasses.replace(material, annotations=marks)], options, say))


def test_a_point_has_a_viewpoint_what_it_rests_on_how_things_are_and_a_proposal(
    digested: Material, say: Messages, place: Place
) -> None:
    paper = read(
        digested, say,
        place(Kind.KEY, "由县领导包联", "领导包联是关键。", "组织"),
        place(Kind.KEY, "32家单位参加", "", "组织", "队伍"),
        place(Kind.BORROW, "定期联席", "本镇可按季联席。", "组织"),
        place(Kind.DATA, "5项制度", "", "组织"),
        dataclasses.replace(place(Kind.ACTION, "议事协商", "拟订规则", "组织"), owner="小林"),
    )  # fmt: skip
    assert paper.headings == ["一、组织"]
    assert paper.lines() == [
        "观点一：领导包联是关键。",
        "观点二：32家单位参加（第2段第2句）",
        "依据：",
        "由县领导包联（第2段第2句）",
        "定期联席（第2段第3句）",
        "5项制度（第2段第3句）",
        "结合实际：本镇可按季联席。",
        "建议：拟订规则（第2段第3句；责任人：小林）",
    ]


def test_without_a_key_point_the_note_on_what_to_borrow_is_the_viewpoint(
    digested: Material, say: Messages, place: Place
) -> None:
    paper = read(digested, say, place(Kind.BORROW, "定期联席", "可按季联席。", "组织"), with_blanks=True)
    assert paper.lines() == ["观点：可按季联席。", "依据：", "定期联席（第2段第3句）", "结合实际：" + "＿" * 20]
    assert "结合实际" not in str(read(digested, say, place(Kind.BORROW, "定期联席", "可按季联席。", "组织")).lines())


def test_figures_and_proposals_join_the_point_of_their_tag_or_the_nearest_in_the_text(
    digested: Material, say: Messages, place: Place
) -> None:
    paper = read(
        digested, say,
        place(Kind.KEY, "由县领导包联", "甲。", "组织"),
        place(Kind.KEY, "志愿者队伍", "乙。", "队伍"),
        place(Kind.DATA, "项目清单”58张", "", "组织"),
        place(Kind.DATA, "网格416个"),
        place(Kind.DATA, "5项制度"),
        place(Kind.ACTION, note="全镇推开"),
    )  # fmt: skip
    assert {"项目清单”58张（第4段第2句）", "5项制度（第2段第3句）"} <= set(paper.lines("组织"))
    assert {"网格416个（第3段第2句）", "建议：全镇推开（全文）"} <= set(paper.lines("队伍"))


def test_figures_without_any_point_are_a_point(
    digested: Material, say: Messages, place: Place
) -> None:
    paper = read(digested, say, place(Kind.DATA, "网格416个"))
    assert paper.headings == ["一、用好“三支队伍”让力量下沉"] and "网格416个（第3段第2句）" in paper.lines()


def test_thoughts_without_a_tag_come_first(
    digested: Material, say: Messages, place: Place
) -> None:
    paper = read(digested, say, place(Kind.KEY, "由县领导包联", "甲。", "组织"), place(Kind.KEY, note="总的说，好。"))
    assert paper.headings == ["一、总体认识", "二、组织"]


def test_an_order_of_ones_own_groups_the_points(
    digested: Material, say: Messages, place: Place
) -> None:
    marks = (place(Kind.KEY, "由县领导包联", "甲。", "组织"), place(Kind.KEY, "志愿者队伍", "乙。", "组织"))
    assert read(digested, say, *marks, order="creator").headings == ["一、周岚"]
    assert read(digested, say, *marks, order="outline").headings == [
        "一、健全“一张网”让服务更近", "二、用好“三支队伍”让力量下沉",
    ]  # fmt: skip


def test_the_time_stands_under_the_title_and_behind_every_heading(
    digested: Material, say: Messages, place: Place
) -> None:
    marks = (place(Kind.KEY, note="说" * 275), place(Kind.KEY, "志愿者队伍", "话" * 105, "队伍"))
    paper = Read(speech([dataclasses.replace(digested, annotations=marks)], Options(pace=220), say))
    assert paper.headings == ["", "一、总体认识（约1分20秒）", "二、队伍（约30秒）"]
    # 275 and 105 characters of notes, and the five that are quoted.
    assert paper.lines("")[0] == "发言用时约1分50秒，385字，每分钟220字。"
    slow = Read(speech([dataclasses.replace(digested, annotations=marks)], Options(pace=110), say))
    assert slow.headings[1:] == ["一、总体认识（约2分30秒）", "二、队伍（约1分钟）"]


def test_what_is_not_printed_takes_no_time(
    digested: Material, say: Messages, place: Place
) -> None:
    mark = place(Kind.KEY, "志愿者队伍", "话" * 55, "队伍")
    blocks = (PaperBlock("basis", is_shown=False), PaperBlock("viewpoint", "看法"))
    paper = Read(speech([dataclasses.replace(digested, annotations=(mark,))], Options(blocks=blocks), say))
    assert paper.lines() == ["发言用时约20秒，55字，每分钟220字。", "看法：" + "话" * 55]
    noted = Options(with_quotes=False, blocks=(PaperBlock("time", is_shown=False),))
    paper = Read(speech([dataclasses.replace(digested, annotations=(mark,))], noted, say))
    assert paper.lines() == ["观点：" + "话" * 55 + "（第3段第2句）"], "its place is not lost with the quotation"
    empty = Options(blocks=tuple(PaperBlock(name, is_shown=False) for name in ("viewpoint", "basis")))
    assert speech([dataclasses.replace(digested, annotations=(mark,))], empty, say).sections == ()
