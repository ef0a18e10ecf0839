"""Sanitised HTML to blocks: what a reader sees, and offsets that hold."""

# ruff: noqa: E501  lists of cases are read by rows

import re

from hypothesis import given
from hypothesis import strategies as st

from reader.capture.blocks import make_blocks
from reader.capture.sanitise import sanitise
from reader.model.blocks import BlockKind, Run, RunStyle, canonical_text
from reader.text.folding import clean


def texts(html: str) -> list[str]:
    return [block.text for block in make_blocks(html)]


def test_indentation_is_no_text():
    assert texts("<p>　　县委召开会议。</p><p>&nbsp;&nbsp; 要求落实。 </p>") == ["县委召开会议。", "要求落实。"]


def test_line_breaks_separate_paragraphs():
    assert texts("<div>　　第一段。<br><br>　　第二段。<br/>第三段。</div>") == ["第一段。", "第二段。", "第三段。"]


def test_a_heading_over_two_lines_is_one():
    (heading,) = make_blocks("<h2>关于推进<br>基层治理的通知</h2>")
    assert (heading.kind, heading.level, heading.text) == (BlockKind.HEADING, 2, "关于推进 基层治理的通知")


def test_source_lines_broken_between_han_characters_leave_no_space():
    assert texts("<p>基层\n   治理</p><p>grid\n worker</p>") == ["基层治理", "grid worker"]


def test_full_width_space_inside_stays():
    assert texts("<p>王　林</p>") == ["王　林"]


def test_lists_have_markers_and_depth():
    blocks = make_blocks("<ol start=3><li>一<ul><li>内</li></ul></li><li>二</li></ol><p>后</p>")
    assert [(b.kind, b.marker, b.level, b.text) for b in blocks] == [
        (BlockKind.LIST_ITEM, "3.", 0, "一"),
        (BlockKind.LIST_ITEM, "•", 1, "内"),
        (BlockKind.LIST_ITEM, "4.", 0, "二"),
        (BlockKind.PARAGRAPH, "", 0, "后"),
    ]


def test_paragraphs_in_a_list_item_keep_its_marker_once():
    blocks = make_blocks("<ul><li><p>甲</p><p>乙</p></li></ul>")
    assert [(b.marker, b.text) for b in blocks] == [("•", "甲"), ("", "乙")]


def test_tables_are_rows_of_cells():
    blocks = make_blocks("<table><tr><th>镇</th><th>户</th></tr><tr><td>东岭<br>镇</td><td>12\t3</td></tr></table>")
    assert [(b.kind, b.text, b.header) for b in blocks] == [
        (BlockKind.TABLE_ROW, "镇\t户", True),
        (BlockKind.TABLE_ROW, "东岭 镇\t12 3", False),
    ]


def test_images_and_captions():
    blocks = make_blocks('<p>前<img src="lib:ab-1" alt=" 图 ">后</p><figure><figcaption>图为现场</figcaption></figure>')
    assert [(b.kind, b.text or b.image) for b in blocks] == [
        (BlockKind.PARAGRAPH, "前"),
        (BlockKind.IMAGE, "ab-1"),
        (BlockKind.PARAGRAPH, "后"),
        (BlockKind.CAPTION, "图为现场"),
    ]
    assert blocks[1].alt == "图"


def test_runs_count_in_the_text_without_indentation():
    (block,) = make_blocks('<p>　　见<b>附 <i>件</i></b>，<a href="https://a.example/">链接</a></p>')
    assert block.text == "见附 件，链接"
    assert block.runs == (
        Run(1, 4, RunStyle.BOLD),
        Run(3, 4, RunStyle.ITALIC),
        Run(5, 7, RunStyle.LINK, "https://a.example/"),
    )


def test_what_no_text_may_hold_is_gone():
    assert texts("<p>甲\ufffc乙\u2028丙\ufdd0</p>") == ["甲乙丙"]


FRAGMENTS = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<b>", "</b>", "<i>", "<br>", "<table>", "<tr>", "<td>", "</table>", "<ul>", "<li>", "</ul>",
         "<h2>", "</h2>", "<a href='http://x.example/?a=1&b=2'>", "</a>", "<img src='lib:a-1'>", "<blockquote>", " ", "\n",
         "　", "&nbsp;", "治理", "𬭎", "a b", "&amp;lt;", "\u2028", "<pre>", "</pre>", "<div>", "</div>"]
    ),
    max_size=40,
)  # fmt: skip


@given(FRAGMENTS)
def test_blocks_keep_the_rules_of_the_canonical_text(fragments):
    html = sanitise("".join(fragments))
    blocks = make_blocks(html)
    for block in blocks:
        assert bool(block.text.strip()) != (block.kind is BlockKind.IMAGE)
        assert block.text == clean(block.text).strip()
        assert "\n" not in block.text
        for run in block.runs:
            assert 0 <= run.start < run.end <= len(block.text)
    visible = re.sub(r"\s", "", canonical_text(blocks))
    for word in ("治理", "𬭎"):
        assert visible.count(word) >= html.count(word)
