"""The context menus."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
)

from reader.model.annotation import Kind

from .conftest import Hand, annotation, place, said


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

    def test_the_quote_of_a_mark_is_copied(self, pane):
        pane.set_annotations([annotation("1", "全力构建")])
        menu = self.menu(pane, place("力构").start, "marksMenu")
        copied = said(pane.copy_requested)
        next(action for action in menu.actions() if action.text() == "Copy Quote").trigger()
        assert copied == [("1",)]
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
    return Hand(pane).point(offset)
