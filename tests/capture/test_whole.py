"""All the text of a document: nothing is taken for furniture, and numbers of notes do not stand in quotations."""

import io

import pytest

from reader.capture.parsing import Source
from reader.capture.whole import read_whole
from reader.model.errors import CaptureError


def lines(data: str | bytes, name: str = "a.txt", media_type: str = "") -> list[str]:
    raw = data.encode() if isinstance(data, str) else data
    return str(read_whole(raw, Source(name=name, media_type=media_type))["text"]).split("\n")


def test_a_text_is_kept_as_it_is() -> None:
    text = "当前位置：首页 > 新闻\n来源：云岭日报\n\n正文“一句话”。\n责任编辑：小林"
    assert lines(text) == text.split("\n")


def test_a_page_is_kept_whole_but_for_what_it_does_not_show() -> None:
    page = "<html><head><title>t</title></head><body><div>首页</div><script>x()</script><p>正文</p><div>页脚</div>"
    assert lines(page, "a.html") == ["首页", "正文", "页脚"]


def test_block_quotes_are_named_by_their_lines() -> None:
    found = read_whole("前文\n\n> 引文\n\n后文\n".encode(), Source(name="a.md"))
    assert found == {"text": "前文\n引文\n后文", "quotes": [1], "truncated": False}


def test_of_block_quotes_in_one_another_the_innermost_counts() -> None:
    found = read_whole("> 笔记\n>\n> > 引文\n".encode(), Source(name="a.md"))
    assert (found["text"], found["quotes"]) == ("笔记\n引文", [1])


def test_front_matter_is_no_text() -> None:
    assert lines("---\ntitle: “题目在这里不算引文”\n---\n\n正文\n", "a.md") == ["正文"]


def test_what_stands_between_two_rules_is_text() -> None:
    text = "---\n\n他说：“走访群众5,400户。”\n\n---\n\n# 第二部分\n"
    assert lines(text, "a.md") == ["他说：“走访群众5,400户。”", "第二部分"]


def test_numbers_of_notes_are_left_out_and_seals_have_brackets() -> None:
    page = (
        '<html><body><p>“引文<sup><a href="#n1">[1]</a></sup>继续”，面积5m<sup>2</sup></p>'
        '<blockquote><p>1. <span class="seal">要</span>引文</p></blockquote></body></html>'
    )
    assert lines(page, "a.html") == ["“引文继续”，面积5m2", "1. 〔要〕引文"]


def test_notes_and_comments_of_a_word_file_stand_at_the_end() -> None:
    from docx import Document

    made = Document()
    first = made.add_paragraph("正文")
    made.add_comment(first.runs, "批注", author="小林")
    made.add_paragraph("引文", style="Quote")
    out = io.BytesIO()
    made.save(out)
    found = read_whole(out.getvalue(), Source(name="a.docx"))
    text = str(found["text"]).split("\n")
    assert text[:2] == ["正文", "引文"] and "批注" in text and found["quotes"] == [1]


@pytest.mark.parametrize("data", [b"", b"  \n", b"<html><body></body></html>", bytes(200)])
def test_nothing_to_read_is_an_error(data: bytes) -> None:
    with pytest.raises(CaptureError):
        read_whole(data, Source(name="a"))
