"""The pane: what it shows, what it reports, and its bars."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QProgressBar,
    QSlider,
    QToolButton,
    QWidget,
)

from reader.model.annotation import Kind
from reader.model.article import Position, Status
from reader.model.blocks import Block, BlockKind
from reader.settings import Settings
from reader.ui.reading.pane import ReaderPane
from reader.ui.reading.place import DWELL
from reader.ui.reading.selection_bar import GAP

from .conftest import BLOCKS, FIRST, SECOND, TEXT, annotation, article, content, place
from .test_view import said


def child(pane, name, kind=QToolButton):
    found = pane.findChild(kind, name)
    assert found is not None, name
    return found


def click(pane, name):
    QTest.mouseClick(child(pane, name), Qt.MouseButton.LeftButton)


class TestHeader:
    def test_it_shows_the_article(self, pane):
        pane.show_article(article(starred=True, status=Status.READ), content(), [], None)
        assert child(pane, "starButton").isChecked()
        assert child(pane, "doneButton").isChecked()
        assert pane.header.title.full_text() == "云岭市：“一二三”模式"

    @pytest.mark.parametrize(("name", "command"), [("starButton", "star"), ("doneButton", "mark_done")])
    def test_buttons_ask_and_do_not_pretend(self, pane, name, command):
        asked = said(pane.command_requested)
        click(pane, name)
        assert asked == [(command,)]
        assert not child(pane, name).isChecked()
        pane.update_article(article(starred=True, status=Status.READ))
        assert child(pane, name).isChecked()

    def test_back_and_forward(self, pane):
        asked = said(pane.command_requested)
        click(pane, "navBack")
        pane.set_history(True, True)
        click(pane, "navBack")
        click(pane, "navForward")
        assert asked == [("back",), ("forward",)]

    def test_a_changed_title_is_shown_and_the_place_stays(self, pane):
        from dataclasses import replace

        pane.view.goto(place("第20条").start, headroom=0)
        before = article()
        pane.update_article(replace(before, metadata=replace(before.metadata, title="另一个题目", source="别处")))
        assert pane.view.toPlainText().startswith("另一个题目\n别处")
        line = pane.view.visible_lines()[0]
        assert line.start <= place("第20条").start <= line.end

    def test_unknown_facts_leave_no_gaps(self, pane):
        from reader.model.article import Metadata

        pane.show_article(article(metadata=Metadata(title="题"), chars=800), content(), [], None)
        assert pane.view.toPlainText().split("\n")[1] == "800 characters · about 2 minute(s) to read"


class TestSelectionBar:
    @pytest.mark.parametrize("kind", Kind)
    def test_each_kind_marks_the_selection(self, pane, hand, kind):
        asked, span = said(pane.mark_requested), place("全力构建")
        hand.drag(span)
        click(pane, f"kind_{kind.value}")
        assert asked == [(kind.value, span)]

    def test_the_other_buttons_ask(self, pane, hand):
        hand.drag(place("全力构建"))
        note, tag, commands, sought = map(
            said, (pane.note_requested, pane.tag_requested, pane.command_requested, pane.search_requested)
        )
        for name in ("selNote", "selTag", "selCopy", "selFind"):
            click(pane, name)
        assert (note, tag, commands, sought) == ([()], [()], [("copy_with_source",)], [("全力构建",)])

    def test_a_click_on_it_leaves_the_keys_with_the_text(self, pane, hand):
        hand.drag(place("全力构建"))
        click(pane, "kind_key")
        assert pane.view.hasFocus()

    @pytest.mark.parametrize("rect", [(0, 0, 50, 20), (800, 300, 50, 20), (300, 200, 50, 20), (10, 10, 600, 590)])
    def test_it_stays_inside(self, pane, rect):
        bounds = QRect(0, 44, 700, 560)
        pane.bar.show_at(QRect(*rect), bounds)
        assert bounds.adjusted(GAP, GAP, -GAP, -GAP).contains(pane.bar.geometry())

    def test_it_is_over_the_selection_or_under_it(self, pane):
        bounds = QRect(0, 44, 860, 600)
        pane.bar.show_at(QRect(300, 300, 80, 24), bounds)
        assert pane.bar.geometry().bottom() < 300
        pane.bar.show_at(QRect(300, 50, 80, 24), bounds)
        assert pane.bar.geometry().top() > 74

    def test_it_goes_when_one_scrolls_or_clicks_elsewhere(self, pane, hand):
        hand.drag(place("全力构建"))
        pane.view.verticalScrollBar().setValue(40)
        assert not pane.bar.isVisible()
        hand.drag(place("全力构建"))
        hand.click(place("社区列出").start)
        assert not pane.bar.isVisible()


class TestPlace:
    def test_the_place_is_restored(self, pane, qtbot):
        at = place("第18条").start + 3
        pane.show_article(article(), content(), [], Position("a", 1, at, 0.5))
        line = pane.view.visible_lines()[0]
        assert line.start <= at <= line.end

    def test_the_place_is_restored_in_a_window_that_is_only_being_made(self, qtbot, themes, icons):
        made = ReaderPane(themes, icons)
        qtbot.addWidget(made)
        at = place("第18条").start
        made.show_article(article(), content(), [], Position("a", 1, at, 0.5))
        made.resize(1000, 600)
        made.show()
        qtbot.wait(50)
        line = made.view.visible_lines()[0]
        assert line.start <= at <= line.end

    def test_the_place_is_restored_in_a_window_that_is_being_resized(self, pane, qtbot):
        pane.view.goto(place("第3条").start)
        pane.clear()
        pane.resize(600, 640)
        QApplication.processEvents()
        pane.resize(1100, 640)
        at = place("第18条").start
        pane.show_article(article(), content(), [], Position("a", 1, at, 0.5))
        qtbot.wait(50)
        line = pane.view.visible_lines()[0]
        assert line.start <= at <= line.end

    def test_scrolling_is_reported(self, pane, qtbot, hand):
        with qtbot.waitSignal(pane.position_changed, timeout=2000) as caught:
            hand.key(Qt.Key.Key_End)
        offset, progress = caught.args
        assert progress == 1
        assert offset == pane.view.visible_span().start

    def test_opening_and_restoring_are_not_reported(self, pane, qtbot):
        reported = said(pane.position_changed)
        pane.show_article(article(), content(), [], Position("a", 1, place("第18条").start, 0.5))
        pane.resize(640, 700)
        qtbot.wait(300)
        assert reported == []

    def test_an_article_that_was_looked_at_is_reported(self, pane, qtbot, monkeypatch):
        pane._place._dwell.setInterval(50)
        with qtbot.waitSignal(pane.position_changed, timeout=2000) as caught:
            pane.show_article(article(), content(BLOCKS[:2]), [], None)
        assert caught.args == [0, 1.0]
        assert DWELL >= 2000

    def test_the_footer_tells_how_far(self, pane, qtbot, hand):
        pane.show_article(article(chars=4000), content(), [], None)
        assert child(pane, "readPlace", QLabel).text() == "Paragraph 2 of 38"
        assert child(pane, "readRest", QLabel).text() == "0% · about 10 minute(s) left"
        hand.key(Qt.Key.Key_End)
        qtbot.waitUntil(lambda: child(pane, "readRest", QLabel).text() == "100%")
        assert child(pane, "readProgress", QProgressBar).value() == 1000

    def test_a_place_behind_the_end_of_a_shorter_version(self, pane):
        pane.show_article(article(), content(BLOCKS[:3]), [], Position("a", 1, 10**6, 0.9))
        pane.grab()

    def test_flash_shows_the_place_and_goes_out(self, pane, qtbot):
        span = place("第25条")
        pane.view._unflash.setInterval(30)
        pane.flash(*span)
        assert pane.view.layers.flash == span
        assert pane.view.rects(span)
        qtbot.waitUntil(lambda: pane.view.layers.flash is None)


class TestTypography:
    def test_the_popover_changes_the_text_and_tells(self, pane, qtbot):
        told = said(pane.typography_changed)
        click(pane, "typographyButton")
        slider = pane._popover.findChild(QSlider, "sizeSlider")
        slider.setValue(22)
        assert told == [({"text_size": 22},)]
        assert pane.view.typography.text_size == 22
        pane._popover.findChild(QWidget, "passagesBox").click()
        assert told[1] == ({"passages": True},)
        pane._popover.findChild(QWidget, "face_hei").click()
        assert told[2] == ({"font": "hei"},)
        pane._popover.close_popover()
        assert pane.view.hasFocus()

    @pytest.mark.parametrize("how", ["escape", "elsewhere", "button"])
    def test_the_popover_closes(self, pane, hand, how):
        click(pane, "typographyButton")
        assert pane.rect().contains(pane._popover.geometry())
        if how == "escape":
            QTest.keyClick(pane._popover.findChild(QWidget, "face_song"), Qt.Key.Key_Escape)
        elif how == "elsewhere":
            hand.click(place("近年来").start)
        else:
            click(pane, "typographyButton")
        assert not pane._popover.isVisible()
        assert pane.view.hasFocus()

    def test_settings_are_followed_within_their_ranges(self, pane):
        pane.apply_settings(Settings(font="nonsense", text_size=99, line_height=0.1, measure=5, passages=True))
        typography = pane.view.typography
        assert (typography.font, typography.text_size, typography.line_height, typography.measure) == (
            "song", 28, 1.4, 28,
        )  # fmt: skip
        assert pane.view.layers.passages is not None


class TestMenus:
    def menu(self, pane, offset, name):
        point = pane.view.viewport().mapTo(pane.view, pane_point(pane, offset))
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, pane.view.mapToGlobal(point))
        QApplication.sendEvent(pane.view.viewport(), event)
        return pane.findChild(QMenu, name)

    def entries(self, menu):
        return [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]

    def test_over_a_selection(self, pane, hand, qtbot):
        pane.view.select(place("全力构建"))
        menu = self.menu(pane, place("力构").start, "selectionMenu")
        assert self.entries(menu)[:5] == ["Key point", "To borrow", "Figure", "Question", "Action"]
        asked = said(pane.mark_requested)
        menu.actions()[2].trigger()
        assert asked == [("data", place("全力构建"))]
        menu.close()

    def test_over_a_mark(self, pane):
        pane.set_annotations([annotation("1", "全力构建", note="<b>&")])
        menu = self.menu(pane, place("力构").start, "marksMenu")
        recoloured, picked, deleted = map(
            said, (pane.recolour_requested, pane.mark_clicked, pane.delete_annotation_requested)
        )
        kinds = next(action.menu() for action in menu.actions() if action.menu())
        kinds.actions()[4].trigger()
        menu.actions()[-1].trigger()
        assert recoloured == [("1", "action")]
        assert (picked, deleted) == ([("1",)], [()])
        menu.close()

    def test_over_several_marks_each_has_its_own(self, pane):
        pane.set_annotations([annotation("1", "全力构建以街道"), annotation("2", "力构建", Kind.DATA)])
        menu = self.menu(pane, place("力构").start, "marksMenu")
        assert self.entries(menu) == ["Figure · 力构建", "Key point · 全力构建以街道"]
        menu.close()

    def test_moving_a_mark_to_the_selection(self, pane):
        pane.set_annotations([annotation("1", "全力构建")])
        pane.set_active("1")
        pane.view.select(place("以街道"))
        menu = self.menu(pane, place("街道").start, "selectionMenu")
        moved = said(pane.move_requested)
        next(action for action in menu.actions() if action.text().startswith("Move")).trigger()
        assert moved == [("1", *place("以街道"))]
        menu.close()


def pane_point(pane, offset) -> QPoint:
    from .conftest import Hand

    return Hand(pane).point(offset)


class TestStates:
    def test_without_an_article_it_says_what_to_do(self, pane):
        pane.clear()
        assert child(pane, "readerEmpty", QWidget).isVisible()
        assert not pane.footer.isVisible()
        assert pane.selection() is None
        for command in ("copy", "copy_with_source", "note"):
            pane.ask(command)
        pane.open_find()
        pane.step_paragraph(1)
        assert not pane.find_bar.isVisible()

    def test_an_article_without_text(self, pane):
        for blocks in ((), (Block(BlockKind.PARAGRAPH, ""),), (Block(BlockKind.IMAGE, image=""),)):
            pane.show_article(article(chars=0), content(blocks), [], None)
            pane.grab()
            pane.step_paragraph(1)
            assert pane.selection() is None

    def test_a_banner_with_its_action(self, pane):
        done = []
        pane.banner.show_message("<b>没有网络</b>", "wifi-off", action="Retry", do=lambda: done.append(1))
        assert child(pane, "bannerText", QLabel).text() == "<b>没有网络</b>"
        QTest.mouseClick(child(pane, "bannerAction", QAbstractButton), Qt.MouseButton.LeftButton)
        assert done == [1]

    def test_copying_a_focused_paragraph(self, pane):
        pane.step_paragraph(1)
        pane.step_paragraph(1)
        pane.copy()
        assert QApplication.clipboard().text() == FIRST

    def test_notes_and_titles_are_never_markup(self, pane):
        for label in pane.findChildren(QLabel):
            assert label.textFormat() == Qt.TextFormat.PlainText, label.objectName()

    def test_everything_has_a_name(self, pane):
        for kind in (QAbstractButton, QLineEdit, QSlider, QProgressBar):
            for widget in pane.findChildren(kind):
                if widget.isEnabled() and not widget.objectName().startswith("qt_"):
                    text = widget.text() if isinstance(widget, QAbstractButton) else ""
                    assert widget.accessibleName() or text or not widget.isVisibleTo(pane), widget.objectName()

    def test_another_language_is_spoken_at_once(self, pane):
        QApplication.sendEvent(pane, QEvent(QEvent.Type.LanguageChange))
        assert pane.view.toPlainText().split("\n")[2] == BLOCKS[0].text


@pytest.mark.parametrize("name", ["light", "sepia", "dark"])
def test_every_theme_paints_marks_in_its_own_colours(pane, themes, name):
    themes.set_theme(name)
    pane.set_annotations([annotation("1", SECOND, Kind.BORROW)])
    pane.show_article(article(), content(), [annotation("1", SECOND, Kind.BORROW)], None)
    image = pane.view.viewport().grab().toImage()
    rect = pane.view.rects(place(SECOND))[0]
    seen = {
        image.pixelColor(x, round(rect.top()) + 2).name()
        for x in range(round(rect.left()) + 4, round(rect.right()) - 4)
    }
    assert themes.theme.borrow.fill.lower() in seen
    assert image.pixelColor(4, 4).name() == themes.theme.paper.lower()


@pytest.mark.parametrize("name", ["light", "dark", "sepia"])
def test_a_selection_is_a_band_behind_the_characters_and_no_box(pane, themes, qtbot, name):
    """Between the bands of two lines the paper shows."""
    themes.set_theme(name)
    pane.view.select(place(SECOND))
    qtbot.wait(20)
    image = pane.view.viewport().grab().toImage()
    first, second = pane.view.rects(place(SECOND))[:2]
    x, gap = round(second.right()) - 30, round((first.bottom() + second.top()) / 2)
    assert second.top() - first.bottom() > 3
    assert image.pixelColor(x, gap).name() == themes.theme.paper.lower()
    assert image.pixelColor(x, round(second.top()) + 2).name() == themes.theme.seltext.lower()


def test_text_is_what_was_captured(pane):
    assert pane.view.text == TEXT
