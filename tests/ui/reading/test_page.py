"""The place in the text, and the column."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent

from reader.model.article import Position
from reader.model.blocks import Block, BlockKind
from reader.ui.reading.typography import Typography

from .conftest import BLOCKS, FIRST, TEXT, article, content, place, said

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


class TestPlaces:
    def test_goto_and_back_again(self, pane, qtbot):
        span = place("第20条")
        pane.goto(span.start)
        top, bottom = pane.view.visible_span()
        assert top < span.start < bottom
        assert 100 < pane.view.rects(span)[0].top() < 160

    @pytest.mark.parametrize("has_picture", [True, False])
    def test_the_place_survives_another_width_theme_and_size(self, pane, themes, qtbot, has_picture):
        if not has_picture:  # the column is then moved instead of the document made anew
            blocks = [replace(block, kind=BlockKind.CAPTION, image="") if block.image else block for block in BLOCKS]
            pane.show_article(article(), content(blocks), [], None)
        pane.view.goto(place("第20条").start, headroom=0)
        for change in (
            lambda: pane.resize(560, 720),
            lambda: pane.resize(1100, 500),
            lambda: themes.set_theme("dark"),
            lambda: pane._on_typography_chosen(Typography(text_size=24, font="hei")),
        ):
            change()
            qtbot.wait(30)
            line = pane.view.visible_lines()[0]
            assert line.start <= place("第20条").start <= line.end

    def test_far_places_of_a_long_article(self, pane, qtbot, themes):
        """Qt lays a long document out bit by bit; the place must not depend on how far it has come."""
        blocks = tuple(Block(BlockKind.PARAGRAPH, f"第{number}段。{FIRST}") for number in range(4000))
        report = content(blocks)
        for number in (3900, 2000):
            span = place(f"第{number}段", text=report.text)
            pane.show_article(article(), report, [], Position("a", 1, span.start, 0.5))
            changes = (
                lambda: None,
                lambda: pane.resize(640, 700),
                lambda: themes.set_theme("dark"),
                lambda: qtbot.wait(100),
            )
            for change in changes:
                change()
                qtbot.wait(20)
                line = pane.view.visible_lines()[0]
                assert line.start <= span.start <= line.end
        far = place("第3999段", text=report.text)
        pane.goto(far.start)
        assert pane.view.rects(far)

    def test_a_selection_survives_another_theme(self, pane, themes):
        pane.view.select(place("𬭎书记"))
        themes.set_theme("sepia")
        assert pane.selection() == place("𬭎书记")

    @pytest.mark.parametrize("measure", [28, 33, 40])
    def test_a_full_line_has_as_many_characters_as_the_column(self, pane, qtbot, measure):
        pane.show_article(article(), content((Block(BlockKind.QUOTE, "字" * 300), *BLOCKS)), [], None)
        pane._on_typography_chosen(Typography(measure=measure))
        line = pane.view.visible_lines()[1]
        assert line.end - line.start == measure - 2  # a quote is set in by two

    @pytest.mark.parametrize("width", [200, 320, 480, 900, 1800])
    def test_every_width_can_be_shown(self, pane, qtbot, width):
        pane.view.setMinimumWidth(0)
        pane.view.setParent(None)
        pane.view.resize(width, 400)
        pane.view.show()
        qtbot.wait(20)
        column = pane.view._column
        assert column.left >= 44
        assert column.left + column.width <= max(pane.view.viewport().width(), 92)
        pane.view.grab()
        pane.view.setParent(pane)

    def test_progress_goes_from_nothing_to_all(self, pane, hand):
        assert pane.view.progress() == 0
        hand.key(Key.Key_End)
        assert pane.view.progress() == 1
        pane.view.goto(len(TEXT) // 2)
        assert 0.3 < pane.view.progress() < 0.7

    def test_paragraphs_are_counted_without_pictures_and_blanks(self, pane):
        assert pane.view.paragraph_number()[1] == sum(bool(block.text.strip()) for block in BLOCKS)

    def test_ctrl_and_the_wheel_ask_for_another_size(self, pane):
        asked = said(pane.command_requested)
        for up, command in ((120, "larger"), (-120, "smaller")):
            QGuiApplication.sendEvent(
                pane.view.viewport(),
                QWheelEvent(
                    QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, up), Qt.MouseButton.NoButton, CTRL,
                    Qt.ScrollPhase.NoScrollPhase, False,
                ),
            )  # fmt: skip
            assert asked[-1] == (command,)


def test_what_stands_for_a_picture_grows_with_the_column(pane, qtbot):
    def width() -> float:
        widths = []
        for kind in pane.view.document().allFormats():
            if kind.isImageFormat():
                widths.append(kind.toImageFormat().width())
        return max(widths)

    pane.resize(620, 700)
    pane.show_article(article(), content([Block(BlockKind.IMAGE), Block(BlockKind.PARAGRAPH, FIRST)]), [], None)
    qtbot.wait(20)
    narrow = width()
    pane.resize(1100, 700)
    qtbot.waitUntil(lambda: width() > narrow, timeout=2000)
