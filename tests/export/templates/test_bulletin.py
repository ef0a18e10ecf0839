"""工作简报: the parts of a bulletin, each thing said once, and nothing of an issued document."""

import dataclasses

import pytest
from tests.export.templates.conftest import Read

from reader.export.templates.bulletin import bulletin
from reader.export.templates.material import Material, Options, PaperBlock
from reader.messages import Messages
from reader.model.annotation import Kind
from reader.model.summary import Form, Imprint, Masthead, Paragraph, Quotation

CHOSEN = Options(date="2026-11-02", unit="青禾县委党校", issue="3", remark="请各支部参阅。\n可对照本地实际。")


@pytest.fixture
def read(digested: Material, say: Messages) -> Read:
    return Read(bulletin([digested], CHOSEN, say))


def test_the_masthead_names_the_bulletin_its_number_its_unit_and_the_day(read: Read, say: Messages) -> None:
    assert read.paper.masthead == Masthead("工作简报", "第3期", "青禾县委党校", "2026年11月2日", "内部学习资料")
    assert read.paper.subtitle == "", "unit and day stand in the masthead"
    named = dataclasses.replace(CHOSEN, masthead="治理动态", issue="第3期（总第15期）", people="第二小组")
    paper = bulletin([], named, say)
    assert paper.masthead and (paper.masthead.name, paper.masthead.issue) == ("治理动态", "第3期（总第15期）")
    assert paper.subtitle == "（第二小组）"
    without_unit = bulletin([], dataclasses.replace(named, unit=""), say)
    assert without_unit.masthead and without_unit.masthead.unit == "第二小组" and without_unit.subtitle == ""


def test_the_imprint_says_to_whom_and_how_many(say: Messages) -> None:
    chosen = dataclasses.replace(CHOSEN, copies_to=("各乡镇党委", "报：县委办。", " ", "县直各单位"), copies=20)
    imprint = bulletin([], chosen, say).imprint
    assert imprint == Imprint(("报：县委办。", "送：各乡镇党委，县直各单位。"), "（共印20份）")
    assert bulletin([], CHOSEN, say).imprint is None


def test_only_the_parts_below_the_introduction_are_counted(read: Read) -> None:
    assert read.headings == [
        *("", "", "一、主要做法", "（一）总体情况", "（二）健全“一张网”让服务更近"),
        *("（三）用好“三支队伍”让力量下沉", "（四）落实“三张清单”见实效"),
        *("二、工作成效", "三、经验启示", "四、下步打算"),
    ]


def test_the_word_of_the_editors_comes_before_the_introduction(read: Read) -> None:
    remark, lead = read.paper.sections[:2]
    assert [item.text for item in remark.items if isinstance(item, Paragraph)] == [
        "编者按：请各支部参阅。", "可对照本地实际。",
    ]  # fmt: skip
    assert all(isinstance(item, Paragraph) and item.form is Form.REMARK for item in remark.items)
    first, said = lead.items
    assert isinstance(first, Paragraph) and isinstance(said, Paragraph)
    assert first.text == "本期材料选自《青禾县:“一网三员”织密基层治理服务网》，2026年3月9日发布，来源：云岭党建网。"
    assert said.text.startswith("近年来,青禾县以“一网三员”为抓手") and said.text.endswith("（第1段第1句）")


def test_a_heading_of_ones_own_takes_the_place_of_the_label(digested: Material, say: Messages) -> None:
    blocks = (PaperBlock("remark", "卷首语"), PaperBlock("lessons", "几点启示"), PaperBlock("results", is_shown=False))
    read = Read(bulletin([digested], dataclasses.replace(CHOSEN, blocks=blocks), say))
    assert read.headings[:2] == ["卷首语", "一、几点启示"] and read.lines("卷首语")[0] == "请各支部参阅。"
    assert not any("成效" in heading for heading in read.headings)


def test_words_worth_borrowing_are_a_practice_and_their_notes_a_lesson(read: Read) -> None:
    assert "由村列出“需求清单”,单位列出“资源清单”,共同确定“项目清单”58张（第4段第2句）" in read.lines("三张清单")
    assert read.lines("经验启示") == ["三张清单可直接借用。（第4段第2句）"]
    assert sum("三张清单可直接借用" in line for line in read.lines()) == 1
    assert all(not item.tags for each in read.paper.sections for item in each.items if isinstance(item, Quotation))


def test_what_is_thought_of_the_whole_article_is_a_lesson(digested: Material, say: Messages) -> None:
    thought = dataclasses.replace(digested.annotations[5], kind=Kind.KEY, note="贵在坚持。")
    read = Read(bulletin([dataclasses.replace(digested, annotations=(thought,))], Options(), say))
    assert read.lines("经验启示") == ["贵在坚持。（全文）"]


def test_results_are_the_figures_with_what_was_noted_on_them(read: Read) -> None:
    assert read.lines("工作成效") == [
        "1|每个网格|280|户|第3段第2句",
        "2|网格|416|个|第3段第2句",
        "280×416≈11.6万户,与户籍数吻合?（第3段第2句）",
    ]


def test_next_comes_what_somebody_does_by_a_day(read: Read) -> None:
    assert read.lines("下步打算") == [
        "拟订本镇议事规则（责任人：小林；时限：2026年12月5日）",
        "建立了议事协商、定期联席等5项制度（第2段第3句）",
    ]


def test_a_report_that_nobody_marked_speaks_for_itself(digested: Material, say: Messages) -> None:
    read = Read(bulletin([dataclasses.replace(digested, annotations=())], Options(), say))
    assert read.headings[1:] == [
        *("一、主要做法", "（一）健全“一张网”让服务更近", "（二）用好“三支队伍”让力量下沉"),
        "（三）落实“三张清单”见实效",
    ]
    assert read.lines("三支队伍") == [
        "一是网格员队伍（第3段第2句）", "二是志愿者队伍（第3段第2句）", "三是调解员队伍（第3段第2句）",
    ]  # fmt: skip


def test_without_a_digest_marks_stand_under_one_heading(material: Material, say: Messages) -> None:
    read = Read(bulletin([material], Options(), say))
    assert read.headings == ["", "一、主要做法", "二、工作成效", "三、经验启示", "四、下步打算"]


def test_several_articles_are_listed_first_and_named_at_every_place(
    digested: Material, other: Material, say: Messages
) -> None:
    read = Read(bulletin([digested, other], CHOSEN, say))
    assert read.headings[0] == "本期要目" and read.lines("本期要目")[1].startswith("《白石镇“板凳会”")
    assert "（五）[2]总体情况" in read.headings
    assert "问题不过夜（[2]第2段第1句）" in read.lines()
    assert read.paper.title == ("2篇经验材料摘编",)
