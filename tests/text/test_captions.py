"""Pictures and their captions."""

import pytest

from reader.model.blocks import Block, BlockKind, Span, canonical_text
from reader.text.captions import pictures_of, pictures_within

A, B = "a" * 64, "b" * 64


def text(words: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    return Block(kind, words)


def image(sha256: str = A, alt: str = "") -> Block:
    return Block(BlockKind.IMAGE, image=sha256, alt=alt)


LONG = "图为青禾区网格员入户走访的情形。" * 8


@pytest.mark.parametrize(
    ("blocks", "caption"),
    [
        ([text("正文。"), image(), text("图为网格员入户走访。")], "图为网格员入户走访。"),
        ([image(), text("▲ 网格员入户走访")], "▲ 网格员入户走访"),
        ([image(), text("网格员入户走访。（林青 摄）")], "网格员入户走访。（林青 摄）"),
        ([image(), text("图1 网格分布")], "图1 网格分布"),
        ([image(), text("走访", BlockKind.CAPTION)], "走访"),
        ([image(), image(B), text("走访", BlockKind.CAPTION)], "走访"),
        ([text("走访", BlockKind.CAPTION), image()], "走访"),
        ([image(alt="分布图"), text("正文接着说。")], "分布图"),
        ([image(), text("图书馆是居民常去的地方。")], ""),
        ([image(alt="x"), text(LONG)], "x"),
        ([image(), text("走访", BlockKind.CAPTION), image(B, alt="另一幅")], "走访"),
    ],
)
def test_the_caption_of_the_first_picture(blocks, caption):
    assert next(pictures_of(blocks)).caption == caption


def test_a_caption_after_one_picture_is_not_that_of_the_next():
    blocks = [image(), text("走访", BlockKind.CAPTION), image(B, alt="另一幅")]
    assert [each.caption for each in pictures_of(blocks)] == ["走访", "另一幅"]


BLOCKS = [text("第一段。"), image(), text("图为走访。"), text("第二段。"), image(""), image(B), text("第三段。")]
WHOLE = canonical_text(BLOCKS)


@pytest.mark.parametrize(
    ("quote", "images"),
    [
        ("第一段。", []),
        ("图为", [A]),
        ("第二段。", []),
        ("第三段。", []),
        ("段。\n\n图", [A]),
        ("第二段。\n\n\n第三段。", [B]),
        (WHOLE, [A, B]),
    ],
)
def test_what_a_mark_is_about(quote, images):
    start = WHOLE.index(quote)
    found = pictures_within(BLOCKS, Span(start, start + len(quote)))
    assert [BLOCKS[each.block].image for each in found] == images
