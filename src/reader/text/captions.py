"""Which words describe which picture of an article, and which pictures a marked stretch of it is about."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.model.blocks import Block, BlockKind, Span, block_spans

_LONGEST = 80
"""Characters; what is longer is text that follows a picture."""
_SAYS_SO = re.compile(
    r"^[（(【\[]?\s*(?:图(?:\d|[一二三四五六七八九十]|[:：为]|\s|片|说|中)|[▲△↑▼☝]|Fig(?:ure)?\.? ?\d|Photo\b)"
    r"|(?:摄影?|供图|制图|图片来源.{0,20})\s*[)）】\]]?[。.]?$",
    re.IGNORECASE,
)
"""How a caption that no element marks gives itself away: 图为…, 图1, ▲ …, （林青 摄）."""


class PlacedPicture(NamedTuple):
    """A picture of an article: the index of its block, its description, and the block that gives it (None: its alt)."""

    block: int
    caption: str
    caption_block: int | None = None


def pictures_of(blocks: Sequence[Block]) -> Iterator[PlacedPicture]:
    """All pictures in order, stored or not, each with its caption."""
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.IMAGE:
            place = _caption_of(blocks, index)
            yield PlacedPicture(index, block.alt if place is None else blocks[place].text, place)


def pictures_within(blocks: Sequence[Block], span: Span) -> list[PlacedPicture]:
    """The stored pictures that a span of the canonical text covers, or of whose captions it covers something."""
    spans = block_spans(blocks)

    def is_meant(picture: PlacedPicture) -> bool:
        place = spans[picture.block].start
        if span.start <= place < span.end:
            return True
        caption = spans[picture.caption_block] if picture.caption_block is not None else Span(0, 0)
        return max(span.start, caption.start) < min(span.end, caption.end)

    return [each for each in pictures_of(blocks) if blocks[each.block].image and is_meant(each)]


def _caption_of(blocks: Sequence[Block], index: int) -> int | None:
    """The block after the picture, or a marked caption right before it; only a marked one may serve several."""
    after, before = index + 1, index - 1
    while after < len(blocks) and blocks[after].kind is BlockKind.IMAGE:
        after += 1
    if after < len(blocks):
        following = blocks[after]
        if following.kind is BlockKind.CAPTION:
            return after
        if after == index + 1 and following.kind is BlockKind.PARAGRAPH and is_caption(following.text):
            return after
    if before >= 0 and blocks[before].kind is BlockKind.CAPTION:
        earlier = blocks[before - 1].kind if before else None
        return None if earlier is BlockKind.IMAGE else before
    return None


def is_caption(text: str) -> bool:
    """Whether a line gives itself away as the description of a picture."""
    return len(text) <= _LONGEST and bool(_SAYS_SO.search(text))
