"""Blocks: the canonical text, where each block stands in it, and their plain form for storing."""

import json

from hypothesis import given
from hypothesis import strategies as st

from reader.model.blocks import (
    Block,
    BlockKind,
    Run,
    RunStyle,
    block_spans,
    blocks_from_json,
    blocks_to_json,
    canonical_text,
)

WORDS = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs", "Cc"]), max_size=30)
RUNS = st.builds(Run, st.integers(0, 10), st.integers(10, 30), st.sampled_from(RunStyle), WORDS)
BLOCKS = st.lists(
    st.builds(
        Block,
        kind=st.sampled_from(BlockKind),
        text=WORDS,
        runs=st.lists(RUNS, max_size=3).map(tuple),
        level=st.integers(0, 6),
        marker=WORDS,
        image=WORDS,
        alt=WORDS,
        header=st.booleans(),
    ),
    max_size=8,
).map(tuple)


def test_the_canonical_text_is_the_blocks_joined() -> None:
    blocks = (Block(BlockKind.HEADING, "一", level=2), Block(BlockKind.IMAGE), Block(BlockKind.PARAGRAPH, "二三"))
    assert canonical_text(blocks) == "一\n\n二三"
    assert block_spans(blocks) == [(0, 1), (2, 2), (3, 5)]
    assert canonical_text(()) == "" and block_spans(()) == []


@given(BLOCKS)
def test_every_block_stands_where_its_span_says(blocks: tuple[Block, ...]) -> None:
    text = canonical_text(blocks)
    assert [text[start:end] for start, end in block_spans(blocks)] == [block.text for block in blocks]


@given(BLOCKS)
def test_what_is_stored_comes_back(blocks: tuple[Block, ...]) -> None:
    assert blocks_from_json(json.loads(json.dumps(blocks_to_json(blocks)))) == blocks
