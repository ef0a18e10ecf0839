"""Marked words in Markdown: what is read is the text, the labels and the notes."""

import re
from html import unescape

from markdown_it import MarkdownIt

from reader.export import markdown
from reader.export.markdown_fulltext import marked_text
from reader.export.marked import Sign
from reader.model.annotation import Kind
from reader.model.summary import Paragraph, Summary, TextRun
from reader.text.folding import squeeze

SIGNS = re.compile(r"〔[要鉴数问行]\d+〕|==")


def rendered(text: str) -> str:
    page = MarkdownIt("commonmark", {"html": True}).enable("table").render(text.split("\n---\n", 1)[1])
    assert not re.search(r'<script|<img|href="(?!https?://)', page), page
    return unescape(re.sub("<[^>]*>", "", page))


def written(run: TextRun) -> str:
    return run.text


def test_one_highlight_goes_as_far_as_marks_meet_and_ends_with_a_label() -> None:
    marks = {1: Sign("要1", Kind.KEY), 2: Sign("数2", Kind.DATA)}
    runs = [
        TextRun("甲 "),
        TextRun("乙", marks=(1,)),
        TextRun("丙 ", marks=(1, 2), ends=(1,)),
        TextRun("丁", marks=(2,)),
    ]
    assert marked_text(runs, marks, written) == "甲 ==乙丙== 〔要1〕==丁=="
    assert marked_text([TextRun("", marks=(1,), ends=(1,))], marks, written) == "〔要1〕"
    assert marked_text([TextRun(" ", marks=(1,)), TextRun("甲")], marks, written) == " 甲"


def test_the_text_is_what_was_written_and_notes_follow_their_paragraph(annotated: Summary) -> None:
    text = markdown.render(annotated)
    read = squeeze(SIGNS.sub("", rendered(text)))
    items = [item for item in annotated.sections[0].items[1:] if isinstance(item, Paragraph)]
    assert not [each.text for each in items if squeeze(each.text) not in read]
    assert "逐步形成==县、乡、村三级联动==〔要1〕==的治理格局==〔鉴2〕。\n\n> [!check] 〔鉴2〕" in text
    assert "> [!check] 〔鉴2〕（第1段第1句）\n> **批注**：批注之1\n" in text
    assert "| ==青石镇== | ==37个==〔行5〕 |" in text
    assert "\n### ==" not in text and "### 附：==数据==" in text


def test_hostile_articles_and_notes_are_read_as_they_were_written(annotated_hostile: Summary) -> None:
    read = SIGNS.sub("", rendered(markdown.render(annotated_hostile)).replace("\\=\\=", "=="))
    plain = squeeze(SIGNS.sub("", read))
    for item in annotated_hostile.sections[0].items[1:]:
        if isinstance(item, Paragraph):
            assert squeeze(SIGNS.sub("", item.text)) in plain, item.text
    for mark in annotated_hostile.marks:
        for line in mark.note.split("\n"):
            assert squeeze(SIGNS.sub("", line)) in plain, line
