"""Hostile sizes and depths come out within limits, and no text is lost on the way."""

from lxml import html as lxml_html

from reader.capture.complexity import (
    BLOCK_LIMIT,
    CELL_LIMIT,
    DEBRIS_LIMIT,
    DEPTH_LIMIT,
    NODE_LIMIT,
    PARAGRAPH_LIMIT,
    TAGS_LIMIT,
    WORD_LIMIT,
    is_laborious,
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


def test_debris_of_ten_thousands_of_blocks_is_joined_without_loss():
    bold = (Run(0, 1, RunStyle.BOLD),)
    pieces = [Block(BlockKind.LIST_ITEM, f"第{i}段", bold, marker="•") for i in range(3 * DEBRIS_LIMIT)]
    pieces[100] = Block(BlockKind.IMAGE, image="lib:x-0")
    made, dropped = limit_blocks(tuple(pieces))
    assert not dropped
    assert len(made) <= DEBRIS_LIMIT
    assert " ".join(each.text for each in made if each.text).split() == [each.text for each in pieces if each.text]
    assert [each.image for each in made if each.kind is BlockKind.IMAGE] == ["lib:x-0"]
    assert all(each.text[run.start : run.end] == "第" for each in made for run in each.runs)
    assert sum(len(each.runs) for each in made) == len(pieces) - 1


def test_an_article_keeps_its_paragraphs():
    text = "段，青禾区推动治理力量下沉网格，办好群众身边的事。"
    pieces = tuple(Block(BlockKind.PARAGRAPH, f"第{i}{text}") for i in range(BLOCK_LIMIT))
    assert limit_blocks(pieces) == (pieces, False)


def test_references_to_what_no_text_may_hold_are_dropped():
    """lxml makes control characters of them and raises when it joins the texts around a removed element."""
    assert tame("甲&#0;&#x1B;&#12;&#xD800;&#xFFFE;&#x110000;&#99999999;乙") == "甲乙"
    assert tame("&#20013;&#x4e2d;&amp;&#10;") == "&#20013;&#x4e2d;&amp;&#10;"
    assert tame("甲\f乙\x1b") == "甲\n乙"
    for character in ("&#12;", "\f", "&#x1f;", "&#xfffe;"):
        tree = body(tame(f"<p>甲{character}<script>x</script>乙{character}</p>"))
        tree.find(".//script").drop_tree()
        assert "".join(tree.text_content().split()) == "甲乙"


def test_other_extractors_are_not_asked_about_what_takes_them_minutes():
    assert is_laborious("<td>" * (TAGS_LIMIT + 1))
    assert is_laborious("<p " + "a=1 " * 10_000 + ">")
    assert not is_laborious("<p>治理</p>" * 3_000)
