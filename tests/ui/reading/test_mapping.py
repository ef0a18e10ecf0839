"""Canonical text to document and back."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from reader.model.blocks import CELL_SEPARATOR, Block, BlockKind, Run, RunStyle, block_spans, canonical_text
from reader.text.folding import clean
from reader.ui.reading.column import Column
from reader.ui.reading.document import build
from reader.ui.reading.images import Pictures
from reader.ui.reading.mapping import Mapping, make_segment
from reader.ui.reading.typography import Typography
from reader.ui.theme import LIGHT

WORDS = st.text(
    st.one_of(
        st.sampled_from("党建引领基层治理，。“”12 a&<>　"),
        st.sampled_from("𬭎𠮷😀\U00030000"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=40,
).map(lambda text: clean(text).replace("\n", " ").replace("\t", " ").replace("\r", " "))


def one_block(kind: BlockKind, text: str, cells: list[str], header: bool, ends: list[int]) -> Block:
    if kind is BlockKind.TABLE_ROW:
        return Block(kind, CELL_SEPARATOR.join(cells), header=header)
    if kind is BlockKind.IMAGE:
        return Block(kind, image="00", alt=text)
    points = sorted(min(end, len(text)) for end in ends)
    styles = (RunStyle.BOLD, RunStyle.LINK, RunStyle.SUPERSCRIPT)
    pairs = zip(points, points[1:], styles, strict=False)
    runs = tuple(Run(start, end, style, "https://a.cn") for start, end, style in pairs if start < end)
    return Block(kind, text, runs=runs, level=1 if kind is BlockKind.HEADING else 0, marker="•")


BLOCKS = st.lists(
    st.builds(
        one_block,
        st.sampled_from(BlockKind),
        WORDS,
        st.lists(WORDS, min_size=1, max_size=4),
        st.booleans(),
        st.lists(st.integers(0, 40), max_size=4),
    ),
    max_size=12,
)


def shown(blocks):
    return build(
        "标题𬭎",
        "来源 · 2026",
        blocks,
        pictures=Pictures(None),
        typography=Typography(),
        theme=LIGHT,
        column=Column(44, 600, 44),
    )


@given(blocks=BLOCKS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_segment_says_what_the_model_says_and_offsets_round_trip(qapp, blocks):
    result, text = shown(blocks), canonical_text(blocks)
    mapping, document = result.mapping, result.document
    covered = set()
    for segment in mapping.segments:
        block = document.findBlock(segment.position)
        assert block.position() == segment.position
        cursor = QTextCursor(document)
        cursor.setPosition(segment.position)
        cursor.setPosition(segment.position + segment.units, QTextCursor.MoveMode.KeepAnchor)
        assert cursor.selectedText().replace("\xa0", " ") == text[segment.start : segment.end]
        covered.update(range(segment.start, segment.end + 1))
    assert covered == set(range(len(text) + 1)) or not blocks
    for offset in range(len(text) + 1):
        position = mapping.to_position(offset)
        assert mapping.to_offset(position) == offset
        if offset < len(text) and text[offset] not in "\n\t":
            character = document.characterAt(position)
            assert character == text[offset] or (text[offset] > "\uffff" and ord(character) & 0xF800 == 0xD800)


@given(blocks=BLOCKS)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_positions_outside_the_article_have_an_offset_in_range(qapp, blocks):
    result = shown(blocks)
    for position in range(result.document.characterCount() + 2):
        assert 0 <= result.mapping.to_offset(position) <= len(canonical_text(blocks))


def test_rare_characters_count_once_in_the_text_and_twice_in_qt():
    segment = make_segment(0, 10, "𬭎书记", 100)
    mapping = Mapping([segment])
    assert segment.units == 4
    assert [mapping.to_position(offset) for offset in (10, 11, 12, 13)] == [100, 102, 103, 104]
    assert [mapping.to_offset(position) for position in (100, 101, 102, 104)] == [10, 11, 11, 13]


def test_a_very_long_paragraph_is_cut_in_qt_and_whole_in_the_text(qapp):
    blocks = (Block(BlockKind.PARAGRAPH, "字" * 25_000), Block(BlockKind.PARAGRAPH, "甲。" * 9_000))
    result = shown(blocks)
    assert all(segment.units <= 10_000 for segment in result.mapping.segments)
    assert [result.mapping.to_offset(result.mapping.to_position(offset)) for offset in range(0, 43_000, 7)] == list(
        range(0, 43_000, 7)
    )
    spans = block_spans(blocks)
    for index, span in enumerate(spans):
        segments = result.mapping.segments_of_block(index)
        assert (segments[0].start, segments[-1].end) == span
        assert [segment.part for segment in segments] == list(range(len(segments)))


def test_no_article_at_all(qapp):
    mapping = shown(()).mapping
    assert (mapping.to_offset(5), mapping.to_position(5), mapping.length) == (0, 0, 0)
