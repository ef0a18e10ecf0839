"""Hostile sizes and depths come out within limits, and no text is lost on the way."""

from lxml import html as lxml_html

from reader.capture.complexity import (
    CELL_LIMIT,
    DEPTH_LIMIT,
    NODE_LIMIT,
    PARAGRAPH_LIMIT,
    WORD_LIMIT,
    limit_blocks,
    simplify,
    tame,
)
from reader.model.blocks import Block, BlockKind, Run, RunStyle


def body(markup: str):
    return lxml_html.document_fromstring(f"<div>{markup}</div>").find(".//div")


def depth(element) -> int:
    return 1 + max((depth(child) for child in element), default=0)


def test_a_tag_of_a_hundred_thousand_attributes_loses_them():
    page = tame("<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">文字</p>")
    assert page == "<p>文字</p>"


def test_the_end_of_the_document_does_not_come_early():
    assert tame("<html><body>页首</body></html><div>正文</div></body></html>") == "<html><body>页首<div>正文</div>"


def test_depth_is_bounded():
    tree = body("<b>" * 240 + "深处" + "</b>" * 240)
    simplify(tree)
    assert depth(tree) <= DEPTH_LIMIT
    assert tree.text_content() == "深处"


def test_layout_tables_become_plain_blocks():
    tree = body("<table><tr><td><table><tr><td>甲</td><td>乙</td></tr></table></td></tr></table>")
    simplify(tree)
    assert [table.text_content() for table in tree.iter("table")] == ["甲乙"]
    tree = body("<table><tr><td>" + "长文字，" * 100 + "</td><td>侧栏</td></tr></table>")
    simplify(tree)
    assert not list(tree.iter("table"))


def test_a_table_of_figures_stays_one():
    tree = body("<table><tr><th>镇</th><th>户</th></tr><tr><td>东岭</td><td>12</td></tr></table>")
    simplify(tree)
    assert list(tree.iter("table"))


def test_long_texts_are_parted_without_loss():
    text = "治理&" * NODE_LIMIT
    tree = body(text.replace("&", "&amp;"))
    simplify(tree)
    assert "".join(tree.itertext()) == text
    assert all(len(piece) <= NODE_LIMIT for piece in tree.itertext())


def test_long_words_and_paragraphs_are_split_and_runs_with_them():
    block = Block(BlockKind.PARAGRAPH, "a" * 25_000, (Run(9_000, 12_000, RunStyle.BOLD),))
    made, dropped = limit_blocks((block,))
    assert not dropped
    assert "".join(each.text for each in made) == block.text
    assert max(len(each.text) for each in made) <= WORD_LIMIT
    assert [each.runs for each in made][:2] == [(Run(9_000, 10_000, RunStyle.BOLD),), (Run(0, 2_000, RunStyle.BOLD),)]
    made, _ = limit_blocks((Block(BlockKind.PARAGRAPH, "治理，" * 50_000),))
    assert max(len(each.text) for each in made) <= PARAGRAPH_LIMIT


def test_a_table_without_end_goes_on_as_paragraphs():
    rows = tuple(Block(BlockKind.TABLE_ROW, "\t".join("甲乙丙丁戊")) for _ in range(CELL_LIMIT))
    made, _ = limit_blocks(rows)
    assert len(made) == len(rows)
    assert sum(each.text.count("\t") + 1 for each in made if each.kind is BlockKind.TABLE_ROW) <= CELL_LIMIT
