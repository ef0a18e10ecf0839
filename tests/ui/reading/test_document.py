"""Blocks become a document: their look, and that nothing is ever loaded."""

import time

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QPixmap, QTextBlockFormat, QTextDocument

from reader.model.blocks import Block, BlockKind, Run, RunStyle
from reader.ui.reading.column import Column, set_column
from reader.ui.reading.document import build, harmless, is_chinese, pieces
from reader.ui.reading.images import Pictures
from reader.ui.reading.typography import Typography
from reader.ui.theme import LIGHT

CHINESE = "云岭市深入推进基层治理。"


def make(*blocks, typography=None, provider=None):
    return build(
        "标题",
        "来源",
        blocks,
        pictures=Pictures(provider),
        typography=typography or Typography(),
        theme=LIGHT,
        column=Column(44, 600, 44),
    )


@pytest.fixture
def shown(qapp):
    """Makes documents and keeps them: a QTextBlock of one that is gone aborts the process."""
    kept = []

    def build_and_keep(*blocks, **how):
        kept.append(make(*blocks, **how))
        return kept[-1]

    return build_and_keep


def block_of(result, index):
    """The QTextBlock of a block of the model."""
    return result.document.findBlock(result.mapping.segments_of_block(index)[0].position)


def test_title_and_source_come_first(shown):
    document = shown(Block(BlockKind.PARAGRAPH, CHINESE)).document
    assert document.toPlainText() == f"标题\n来源\n{CHINESE}"


def test_paragraphs_are_indented_by_two_and_justified(shown):
    block_format = block_of(shown(Block(BlockKind.PARAGRAPH, CHINESE)), 0).blockFormat()
    assert round(block_format.textIndent()) == 36
    assert block_format.alignment().name == "AlignJustify"
    assert block_format.lineHeight() == 32
    assert block_format.lineHeightType() == QTextBlockFormat.LineHeightTypes.FixedHeight.value


def test_lines_stand_at_the_chosen_height(shown):
    result = shown(Block(BlockKind.PARAGRAPH, CHINESE * 20), typography=Typography(text_size=20, line_height=2.0))
    block = block_of(result, 0)
    result.document.setTextWidth(700)
    result.document.documentLayout().documentSize()
    layout = block.layout()
    assert layout.lineAt(2).y() - layout.lineAt(1).y() == 40


def test_a_paragraph_that_brings_its_own_indent_gets_no_second_one(shown):
    result = shown(Block(BlockKind.PARAGRAPH, "　　" + CHINESE), Block(BlockKind.PARAGRAPH, CHINESE))
    assert block_of(result, 0).blockFormat().textIndent() == 0


def test_english_is_neither_indented_nor_justified(shown):
    block_format = block_of(shown(Block(BlockKind.PARAGRAPH, "A report on local government. " * 5)), 0).blockFormat()
    assert block_format.textIndent() == 0
    assert block_format.alignment().name == "AlignLeft"


def test_headings_are_headings(shown):
    result = shown(*(Block(BlockKind.HEADING, CHINESE, level=level) for level in range(1, 7)))
    sizes = [block_of(result, index).charFormat().font().pixelSize() for index in range(6)]
    assert sizes == sorted(sizes, reverse=True)
    assert block_of(result, 1).blockFormat().headingLevel() == 3
    assert block_of(result, 0).charFormat().font().bold()


def test_runs_have_their_marks(shown):
    text = "𬭎加粗上标链接"
    runs = (
        Run(1, 3, RunStyle.BOLD),
        Run(3, 5, RunStyle.SUPERSCRIPT),
        Run(5, 7, RunStyle.LINK, "https://a.cn/"),
        Run(6, 7, RunStyle.ITALIC),
    )
    block = block_of(shown(Block(BlockKind.PARAGRAPH, text, runs=runs)), 0)
    found = {}
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        found[fragment.text()] = fragment.charFormat()
        iterator += 1
    assert "".join(found) == text
    assert found["加粗"].font().bold()
    assert not found["𬭎"].font().bold()
    assert found["上标"].verticalAlignment().name == "AlignSuperScript"
    assert (found["链"].anchorHref(), found["接"].anchorHref()) == ("https://a.cn/", "https://a.cn/")
    assert found["接"].fontItalic()


def test_body_text_has_no_colour_of_its_own(shown):
    """The palette's colour then follows the theme."""
    char_format = block_of(shown(Block(BlockKind.PARAGRAPH, CHINESE)), 0).charFormat()
    assert not char_format.hasProperty(char_format.Property.ForegroundBrush)


class TestTables:
    def test_rows_become_one_table_with_a_block_for_each_cell(self, shown):
        result = shown(
            Block(BlockKind.PARAGRAPH, CHINESE),
            Block(BlockKind.TABLE_ROW, "街道\t社区", header=True),
            Block(BlockKind.TABLE_ROW, "青禾\t18\t多"),
            Block(BlockKind.PARAGRAPH, CHINESE),
        )
        table = result.document.findBlock(result.mapping.segments[1].position)
        frames = result.document.rootFrame().childFrames()
        assert len(frames) == 1
        assert (frames[0].rows(), frames[0].columns()) == (2, 3)
        assert frames[0].cellAt(1, 2).firstCursorPosition().block().text() == "多"
        assert table.charFormat().font().bold()

    def test_a_second_heading_row_begins_a_second_table(self, shown):
        rows = [Block(BlockKind.TABLE_ROW, "甲\t乙", header=True), Block(BlockKind.TABLE_ROW, "1\t2")] * 2
        assert len(shown(*rows).document.rootFrame().childFrames()) == 2

    def test_a_table_may_be_the_first_and_the_last_block(self, shown):
        result = shown(Block(BlockKind.TABLE_ROW, "甲\t乙"))
        assert [segment.start for segment in result.mapping.segments] == [0, 2]

    def test_a_monstrous_table_is_shown_as_lines(self, shown):
        rows = [Block(BlockKind.TABLE_ROW, "\t".join("12345678901"))] * 600
        result = shown(*rows)
        assert not result.document.rootFrame().childFrames()
        assert len(result.mapping) == 600

    def test_all_tables_together_may_not_be_monstrous_either(self, shown):
        rows = [Block(BlockKind.TABLE_ROW, "甲\t乙", header=True), *[Block(BlockKind.TABLE_ROW, "1\t2")] * 199]
        frames = shown(*rows * 10).document.rootFrame().childFrames()
        assert sum(frame.rows() * frame.columns() for frame in frames) == 1200, "a fourth is too much"
        assert not any(frame.format().borderCollapse() for frame in frames), "shared borders take Qt thrice as long"
        assert shown(*rows[:20]).document.rootFrame().childFrames()[0].format().borderCollapse()

    def test_thousands_of_links_take_no_quadratic_time(self, shown):
        links = [Run(at * 3, at * 3 + 2, RunStyle.LINK, f"https://a.cn/{at}") for at in range(20_000)]
        block = Block(BlockKind.PARAGRAPH, "链接 " * 20_000, (*links, Run(0, 60_000, RunStyle.BOLD)))
        started = time.process_time()
        result = shown(block)
        assert time.process_time() - started < 3, "some 0.5 s; 20,000 x 20,000 would be minutes"
        formats = {}
        for fragment in block_of(result, 0).begin():
            formats[fragment.fragment().text()[:2]] = fragment.fragment().charFormat()
        assert formats["链接"].isAnchor() and formats["链接"].font().bold()


class TestNothingIsLoaded:
    @pytest.mark.parametrize("kind", QTextDocument.ResourceType)
    @pytest.mark.parametrize(
        "address", ["file:///etc/passwd", "/etc/passwd", "//host/share/x.png", "lib:", "missing:0", ""]
    )
    def test_every_answer_is_a_valid_harmless_object(self, shown, kind, address):
        answer = shown().document.loadResource(kind.value, QUrl(address))
        assert isinstance(answer, QPixmap | QImage | str)
        assert answer if isinstance(answer, str) else not answer.isNull()

    def test_a_picture_that_lies_on_the_disk_is_not_shown(self, shown, tmp_path):
        secret = tmp_path / "secret.png"
        image = QImage(50, 50, QImage.Format.Format_RGB32)
        image.fill(0xFF0000)
        assert image.save(str(secret))
        document = shown().document
        pixmap = document.resource(QTextDocument.ResourceType.ImageResource, QUrl.fromLocalFile(str(secret)))
        assert pixmap.toImage().pixelColor(25, 25).alpha() == 0 or pixmap.width() != 50

    def test_characters_that_qt_takes_for_marks_do_not_shift_the_text(self, shown):
        text = "甲\u2029乙\ufdd0丙\n丁\ufffc戊\ud800己"
        result = shown(Block(BlockKind.PARAGRAPH, text), Block(BlockKind.PARAGRAPH, CHINESE))
        assert len(harmless(text)) == len(text)
        assert block_of(result, 1).text() == CHINESE
        assert result.mapping.segments[1].start == len(text) + 1


def test_long_texts_are_cut_after_a_break_where_there_is_one():
    text = "甲乙丙丁戊。" * 4000
    cuts = list(pieces(text))
    assert "".join(text[start:end] for start, end in cuts) == text
    assert all(text[end - 1] == "。" for _start, end in cuts)
    assert all(end - start <= 5_000 for start, end in cuts)
    assert list(pieces("")) == [(0, 0)]
    assert next(end - start for start, end in pieces("字" * 20_001)) == 5_000


@pytest.mark.parametrize("text", ["x" * 300_000, "字" * 300_000], ids=["word", "paragraph"])
def test_a_monstrous_word_does_not_freeze(shown, text):
    """Qt alone takes 14 s for the word."""
    document = shown(Block(BlockKind.PARAGRAPH, text)).document
    document.setTextWidth(700)
    start = time.process_time()
    document.documentLayout().documentSize()
    assert time.process_time() - start < 4


def test_moving_the_column_lays_out_only_when_it_moves(shown):
    document = shown(Block(BlockKind.PARAGRAPH, CHINESE * 50)).document
    document.setTextWidth(700)
    document.documentLayout().documentSize()
    revisions = []
    document.documentLayout().documentSizeChanged.connect(revisions.append)
    set_column(document, Column(44, 600, 44))
    assert revisions == []
    set_column(document, Column(44, 300, 344))
    document.documentLayout().documentSize()
    assert revisions


def test_what_counts_as_chinese():
    assert is_chinese((Block(BlockKind.PARAGRAPH, CHINESE),))
    assert is_chinese(())
    assert not is_chinese((Block(BlockKind.PARAGRAPH, "English with one 字"),))


def test_a_picture_that_is_not_stored_says_so_in_words(shown):
    document = shown(Block(BlockKind.IMAGE, image="00")).document
    image = document.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("missing:0")).toImage()
    middle = range(image.height() // 3, image.height() * 2 // 3)
    inked = [x for x in range(20, image.width() - 20) if any(image.pixelColor(x, y).alpha() for y in middle)]
    assert len(inked) > 60  # more than one sign
