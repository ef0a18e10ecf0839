"""学习研讨材料: the right things in the right sections, and nothing of a mark lost."""

import dataclasses
import re
from itertools import pairwise

import pytest

from reader.digest.quotation import figures_of
from reader.export.templates.material import ORDERS, Material, Options
from reader.export.templates.study import study
from reader.messages import Messages
from reader.model.annotation import Annotation, Kind
from reader.model.summary import NumberedList, Paragraph, Quotation, Summary, Table


def headings(paper: Summary) -> list[str]:
    return [section.heading for section in paper.sections]


def quotations(paper: Summary) -> list[Quotation]:
    return [item for section in paper.sections for item in section.items if isinstance(item, Quotation)]


def table(paper: Summary, heading: str) -> Table:
    section = next(section for section in paper.sections if section.heading.endswith(heading))
    return next(item for item in section.items if isinstance(item, Table))


def only(material: Material, *kinds: Kind) -> Material:
    return dataclasses.replace(material, annotations=tuple(each for each in material.annotations if each.kind in kinds))


def test_the_sections_stand_in_their_order_and_are_counted(paper: Summary) -> None:
    assert headings(paper) == [
        *("一、材料来源", "二、关键数据", "三、摘录与批注", "（一）要点", "（二）可借鉴", "（三）数据"),
        *("四、研讨题", "五、行动事项"),
    ]
    assert paper.words.references == "参考文献" and len(paper.references) == 1


def test_empty_sections_vanish_and_the_others_are_renumbered(
    material: Material, options: Options, say: Messages
) -> None:
    paper = study([only(material, Kind.KEY, Kind.ACTION)], options, say)
    assert headings(paper) == ["一、材料来源", "二、摘录与批注", "（一）要点", "三、行动事项"]
    assert headings(study([only(material)], options, say)) == ["一、材料来源"]


def test_every_mark_appears_with_its_note_and_its_passage_in_words(paper: Summary, material: Material) -> None:
    everything = repr(paper)
    for annotation in material.annotations:
        for text in (annotation.quote.replace("\n", "\\n"), annotation.note.replace("\n", "\\n")):
            assert text in everything
    assert "（第2段第2句）" in everything and "（第2段第3句至第3段第1句）" in everything


def test_a_lost_place_is_told_honestly(paper: Summary) -> None:
    lost = next(each for each in quotations(paper) if each.orphan)
    assert lost.text == "这一句后来被删去" and lost.place == "（原第2段第4句，最新版本中未找到）"


def test_a_note_on_the_whole_article_says_so(paper: Summary) -> None:
    questions = next(item for section in paper.sections for item in section.items if isinstance(item, NumberedList))
    assert [entry.text for entry in questions.entries] == ["包联单位怎样考核?", "经费从哪里来?"]
    about_all = questions.entries[1].quotation
    assert about_all is not None and about_all.place == "（全文）" and about_all.text == ""


def test_every_figure_has_a_row_with_what_it_counts_its_value_and_its_unit(paper: Summary) -> None:
    assert table(paper, "关键数据").header == ("序号", "指标", "数值", "单位", "原文位置")
    assert table(paper, "关键数据").rows == (
        ("1", "每个网格", "280", "户", "第3段第2句"),
        ("2", "网格", "416", "个", "第3段第2句"),
    )


def test_where_nobody_knows_what_is_counted_the_words_of_the_mark_say_it(
    material: Material, options: Options, say: Messages
) -> None:
    data = next(each for each in material.annotations if each.kind is Kind.DATA)
    unknown = tuple(dataclasses.replace(each, object="") for each in material.figures[data.id])
    for figures, values in ((unknown, ["280", "416"]), ((), [""])):
        lean = dataclasses.replace(material, figures={data.id: figures})
        rows = table(study([lean], options, say), "关键数据").rows
        assert [row[1] for row in rows] == [data.quote] * len(values) and [row[2] for row in rows] == values


def test_actions_name_who_and_by_when(paper: Summary) -> None:
    assert table(paper, "行动事项").header == ("序号", "事项", "责任人", "时限")
    assert table(paper, "行动事项").rows == (("1", "拟订本镇议事规则", "小林", "2026年12月5日"),)
    basis = paper.sections[-1].items[1]
    assert isinstance(basis, Quotation) and (basis.number, basis.note) == (1, "")
    assert basis.text == "建立了议事协商、定期联席等5项制度" and basis.place == "（第2段第3句）"


def test_an_action_without_a_note_or_without_a_quotation(material: Material, options: Options, say: Messages) -> None:
    action = next(each for each in material.annotations if each.kind is Kind.ACTION)
    bare = dataclasses.replace(action, note="", owner=None, due=None)
    general = dataclasses.replace(action, quote="", passage=None, tags=("清单",))
    paper = study([dataclasses.replace(material, annotations=(bare, general))], options, say)
    assert table(paper, "行动事项").rows == (
        ("1", action.quote, "", ""),
        ("2", "拟订本镇议事规则（全文）\n标签：清单", "小林", "2026年12月5日"),
    )
    assert [item.number for item in paper.sections[-1].items if isinstance(item, Quotation)] == [1]


def test_the_source_is_named_with_its_citation_as_footnote(paper: Summary) -> None:
    first = paper.sections[0].items[0]
    assert isinstance(first, Paragraph)
    assert first.text == "《青禾县:“一网三员”织密基层治理服务网》，2026年3月9日发布，来源：云岭党建网。"
    assert first.runs[0].footnote == 1 and paper.references[0].number == 1


def test_several_articles_are_numbered_and_every_place_names_its_article(
    material: Material, other: Material, options: Options, say: Messages
) -> None:
    paper = study([material, other], options, say)
    assert [reference.number for reference in paper.references] == [1, 2]
    assert "转载，原载云岭日报" in paper.references[1].note and "转载" not in paper.references[1].text
    places = [each.place for each in quotations(paper)]
    assert "（[1]第2段第2句）" in places and "（[2]第1段第2句）" in places


def test_grouped_by_article_in_the_order_of_the_text(
    material: Material, other: Material, options: Options, say: Messages
) -> None:
    paper = study([material, other], dataclasses.replace(options, order="text"), say)
    assert "（一）《青禾县:“一网三员”织密基层治理服务网》" in headings(paper)
    assert "（二）《白石镇“板凳会”把问题解决在家门口》" in headings(paper)
    numbers = [each.number for each in quotations(paper)]
    assert all(later == earlier + 1 or later == 1 for earlier, later in pairwise(numbers))


def test_kinds_and_tags_choose_what_appears(material: Material, options: Options, say: Messages) -> None:
    by_kind = study([material], dataclasses.replace(options, kinds=(Kind.BORROW,)), say)
    assert {each.kind for each in quotations(by_kind)} == {Kind.BORROW} and len(headings(by_kind)) == 3
    by_tag = study([material], dataclasses.replace(options, tags=("队伍", "没有的")), say)
    assert [each.text for each in quotations(by_tag)] == ["依托“银龄课堂”——“邻里驿站”开展活动137次"]


def test_deleted_marks_stay_out(material: Material, options: Options, say: Messages) -> None:
    gone = tuple(dataclasses.replace(each, deleted="2026-11-22T08:00:00Z") for each in material.annotations)
    assert headings(study([dataclasses.replace(material, annotations=gone)], options, say)) == ["一、材料来源"]


def test_without_quotations_a_mark_that_has_no_note_keeps_its_own(
    material: Material, options: Options, say: Messages
) -> None:
    paper = study([material], dataclasses.replace(options, with_quotes=False), say)
    texts = {each.note: each.text for each in quotations(paper)}
    assert texts["三张清单可直接借用。"] == "" and texts[""] == "依托“银龄课堂”——“邻里驿站”开展活动137次"


def test_without_sources_there_is_neither_citation_nor_footnote(
    material: Material, options: Options, say: Messages
) -> None:
    paper = study([material], dataclasses.replace(options, with_sources=False), say)
    assert not paper.references and "云岭党建网" not in repr(paper.sections[0])
    assert all(run.footnote is None for item in paper.sections[0].items for run in item.runs)  # type: ignore[union-attr]


def test_names_stand_there_only_when_wanted(material: Material, options: Options, say: Messages) -> None:
    assert {each.creator for each in quotations(study([material], options, say))} == {""}
    named = study([material], dataclasses.replace(options, with_creator=True), say)
    assert {each.creator for each in quotations(named)} == {"周岚"}


@pytest.mark.parametrize(
    ("date", "people", "subtitle"),
    [
        ("2026-11-02", "学习小组", "（2026年11月2日　学习小组）"),
        ("", "学习小组", "（学习小组）"),
        ("下周三", "", "（下周三）"),
        (" ", " ", ""),
    ],
)
def test_subtitle(material: Material, say: Messages, date: str, people: str, subtitle: str) -> None:
    assert study([material], Options(date=date, people=people), say).subtitle == subtitle


def test_a_title_is_proposed(material: Material, other: Material, say: Messages) -> None:
    assert study([material], Options(), say).plain_title == "《青禾县:“一网三员”织密基层治理服务网》学习研讨材料"
    assert study([material], Options(), say).title[-1] == "学习研讨材料", "a long title has a line of its own"
    assert study([material, other], Options(title=" \n "), say).plain_title == "学习研讨材料"
    assert study([material], Options(title="第一行\n\n 第二行 "), say).title == ("第一行", "第二行")


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_sentence_of_a_paper_is_in_the_catalogue(material: Material, other: Material, language: str) -> None:
    for group in ORDERS:
        options = Options(language=language, order=group, with_creator=True, date="2026-11-02", people="p")
        paper = study([material, other], options, Messages(language))
        assert not re.findall(r"paper\.(?!yunling)[a-z_.0-9]+", repr(paper))


def test_nothing_marked_in_no_article(say: Messages, options: Options) -> None:
    assert study([], options, say).sections == ()


def test_a_mark_whose_place_is_not_known(material: Material, options: Options, say: Messages) -> None:
    loose = Annotation(id="1" * 32, article="a" * 32, version=1, kind=Kind.KEY, quote="一句话", orphan=True)
    places = [
        each.place for each in quotations(study([dataclasses.replace(material, annotations=(loose,))], options, say))
    ]
    assert places == ["（原处在最新版本中未找到）"]


def test_a_figure_and_what_it_became_stand_in_one_row(material: Material, options: Options, say: Messages) -> None:
    quote = "满意率由91.2%提高到97.6%，流失率由18.5%下降到5.1%，热线诉求3件，网格员3名"
    mark = Annotation("e" * 32, material.article.id, 1, Kind.DATA, quote, 0, len(quote), passage="2-1")
    figures = {mark.id: tuple(figures_of(quote))}
    made = dataclasses.replace(material, annotations=(mark,), figures=figures)
    rows = [row[1:4] for row in table(study([made], options, say), "关键数据").rows]
    assert rows[:2] == [("满意率", "91.2提高到97.6", "%"), ("流失率", "18.5下降到5.1", "%")]
    assert [value for _, value, _ in rows[2:]] == ["3", "3"], "figures of other things are alone"
