"""批注版全文 and the annex of other papers: which sections there are, and that no mark is dropped."""

import dataclasses

from reader.export.templates.fulltext import fulltext
from reader.export.templates.material import Material, Options, PaperBlock
from reader.export.templates.registry import TEMPLATES
from reader.export.templates.study import study
from reader.messages import Messages
from reader.model.blocks import Block, BlockKind
from reader.model.summary import Form, Paragraph, Quotation, Summary, Table

from ..conftest import MARKS, TEXT, paragraphs, whole


def headings(paper: Summary) -> list[str]:
    return [section.heading for section in paper.sections]


def shown(paper: Summary) -> set[int]:
    items = [item for section in paper.sections for item in section.items]
    runs = [run for item in items if isinstance(item, Paragraph) for run in item.runs]
    runs += [run for item in items if isinstance(item, Table) for row in item.runs for cell in row for run in cell]
    return {number for run in runs for number in run.ends}


def test_marks_with_a_place_are_in_the_text_and_the_others_behind_it(material: Material, say: Messages) -> None:
    paper = fulltext([dataclasses.replace(material, blocks=paragraphs(TEXT))], Options(), say)
    assert headings(paper) == ["原文", "全文批注", "原处未找到的批注"]
    assert shown(paper) == {number for number, mark in enumerate(MARKS, 1) if mark.quote and not mark.orphan}
    behind = [item.note for section in paper.sections[1:] for item in section.items if isinstance(item, Quotation)]
    assert behind == [mark.note for mark in MARKS if mark.orphan or not mark.quote]
    assert len(paper.marks) == len(MARKS)


def test_a_mark_whose_words_are_not_where_it_says_is_told_of_and_not_shown_askew(say: Messages) -> None:
    made = whole(*paragraphs(TEXT), marks=[(0, 5), (3, 9)])
    first, second = made.annotations
    moved = dataclasses.replace(made, annotations=(first, dataclasses.replace(second, start=4, end=10)))
    paper = fulltext([moved], Options(), say)
    assert headings(paper) == ["原文", "原处未找到的批注"] and shown(paper) == {1}


def test_the_title_of_one_article_is_not_repeated(material: Material, say: Messages) -> None:
    made = dataclasses.replace(material, blocks=paragraphs(TEXT))
    paper = fulltext([made], Options(), say)
    assert paper.title == (made.article.title, "（批注版）")
    first = paper.sections[0].items[0]
    assert isinstance(first, Paragraph) and first.text == "2026年3月9日发布，来源：云岭党建网。"
    assert first.runs[0].footnote == 1
    named = fulltext([made], Options(title="会议材料"), say).sections[0].items[0]
    assert isinstance(named, Paragraph) and named.text.startswith(f"《{made.article.title}》，")


def test_several_articles_have_a_section_each_and_marks_are_counted_through(
    material: Material, other: Material, say: Messages
) -> None:
    first = whole(*paragraphs(TEXT), marks=[(0, 5), (30, 40)])
    marks = (dataclasses.replace(other.annotations[0], start=0, end=7),)
    second = dataclasses.replace(other, blocks=paragraphs("板凳会一月一开。"), annotations=marks)
    paper = fulltext([first, second], Options(), say)
    assert headings(paper) == ["原文", f"[1]《{first.article.title}》", f"[2]《{other.article.title}》"]
    assert [section.level for section in paper.sections] == [1, 2, 2] and shown(paper) == {1, 2, 3}
    origins = [section.items[0] for section in paper.sections[1:]]
    assert [each.runs[0].footnote for each in origins if isinstance(each, Paragraph)] == [1, 2]
    for options in (Options(), Options(with_sources=False)):
        paper = fulltext([first, second], options, say)
        lines = [item.text for section in paper.sections for item in section.items if isinstance(item, Paragraph)]
        assert not any(f"《{first.article.title}》" in line for line in lines), "the heading says it already"


def test_what_a_block_is_can_be_seen(say: Messages) -> None:
    kind = BlockKind
    blocks = (
        Block(kind.HEADING, "一、题", level=2),
        Block(kind.LIST_ITEM, "项", level=1, marker="•"),
        Block(kind.QUOTE, "引"),
        Block(kind.CAPTION, "图1"),
        Block(kind.TABLE_ROW, "乡镇\t数", header=True),
        Block(kind.TABLE_ROW, "青石镇\t37个\t多"),
        Block(kind.TABLE_ROW, "村\t数", header=True),
        Block(kind.PARAGRAPH, "文"),
    )
    items = fulltext([whole(*blocks)], Options(), say).sections[0].items[2:]
    texts = [(item.form, item.number, item.text) for item in items if isinstance(item, Paragraph)]
    assert texts == [
        *[(Form.HEADING, 1, "一、题"), (Form.ENTRY, 2, "　• 项"), (Form.REMARK, 3, "引"), (Form.CAPTION, 4, "图1")],
        (Form.TEXT, 8, "文"),
    ]
    tables = [(item.header, item.rows) for item in items if isinstance(item, Table)]
    assert tables == [(("乡镇", "数", ""), (("青石镇", "37个", "多"),)), (("村", "数"), ())]


def test_sections_can_be_renamed_and_hidden(material: Material, say: Messages) -> None:
    made = dataclasses.replace(material, blocks=paragraphs(TEXT))
    chosen = Options(blocks=(PaperBlock("lost", is_shown=False), PaperBlock("text", "全文")))
    assert headings(fulltext([made], chosen, say)) == ["全文", "全文批注"]


def test_any_other_paper_has_the_annotated_text_as_annex_if_wanted(material: Material, say: Messages) -> None:
    made = dataclasses.replace(material, blocks=paragraphs(TEXT))
    paper = study([made], Options(with_original=True), say)
    annex = paper.sections[-1]
    assert (annex.heading, annex.level, annex.starts_page) == ("附件：原文（批注版）", 1, True)
    assert [item.text for item in annex.items[1:] if isinstance(item, Paragraph)] == TEXT.split("\n")
    counted = study([made], Options(with_original=True, attachments=("名单",)), say)
    assert counted.sections[-1].heading == "附件2：原文（批注版）"
    assert counted.closing.attachments == ("名单", "原文（批注版）"), "附件说明 names every 附件 there is"
    assert paper.closing.attachments == ("原文（批注版）",)
    assert TEMPLATES["fulltext"].make([made], Options(with_original=True), say).sections[-1].heading != annex.heading
