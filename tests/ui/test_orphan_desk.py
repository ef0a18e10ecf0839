"""Lost marks are brought back to a place: the suggested one, or one that is selected with the mouse."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from tests.changing import FIRST
from tests.ui.refetching import fetch_again, mark
from tests.ui.test_journey import drag

from reader.model.annotation import Kind
from reader.model.blocks import Span
from reader.ui.panel.annotation_list import AnnotationList

LEFT = Qt.MouseButton.LeftButton


def lost_marks(window, qtbot, changing):
    """The page with two marks lost, one of which has a likely place; their ids and the list of cards."""
    old = "\n".join(FIRST)
    likely = mark(window, old, "解决群众难题1,560件", 0, Kind.DATA)
    gone = mark(window, old, "评选出十名“金牌网格员”", 0, Kind.BORROW)
    third = FIRST[2].replace("解决群众难题1,560件", "协调处理各类难题诉求1,680余件次")
    changing.show(FIRST[0], FIRST[1], third, FIRST[4])
    fetch_again(window, qtbot)
    window.show_tab("annotations")
    cards = window.panel.annotations.findChild(AnnotationList)
    model = cards.model()
    qtbot.waitUntil(lambda: model.suggestion(find(window, likely)) is not None, timeout=10000)
    return likely, gone, cards


def find(window, key):
    return next(each for each in window.marks.annotations if each.id == key)


def press(cards, annotation, name):
    """Click a button of a card."""
    model = cards.model()
    cards.show_card(annotation.id)
    index = model.index(model.row_of(annotation.id))
    rect = next(rect for each, _, rect in cards.cards.shape(annotation).buttons if each == name)
    QTest.mouseClick(cards.viewport(), LEFT, pos=cards.visualRect(index).topLeft() + rect.center())


def test_a_suggestion_is_shown_accepted_and_taken_back(window, qtbot, changing, report):
    likely, gone, cards = lost_marks(window, qtbot, changing)
    suggestion = cards.model().suggestion(find(window, likely))
    assert "难题" in suggestion.quote
    assert cards.model().suggestion(find(window, gone)) is None
    press(cards, find(window, likely), "show")
    assert find(window, likely).orphan
    press(cards, find(window, likely), "accept")
    placed = find(window, likely)
    assert (placed.start, placed.end, placed.quote) == (suggestion.start, suggestion.end, suggestion.quote)
    window.actions_by_id["undo"].trigger()
    assert find(window, likely).orphan and find(window, likely).quote == "解决群众难题1,560件"
    window.actions_by_id["redo"].trigger()
    assert not find(window, likely).orphan


def test_keys_do_the_same(window, qtbot, changing, report):
    likely, _, cards = lost_marks(window, qtbot, changing)
    window.panel.set_active(likely)
    cards.setFocus()
    QTest.keyClick(cards, Qt.Key.Key_G)
    assert find(window, likely).orphan
    QTest.keyClick(cards, Qt.Key.Key_A)
    assert not find(window, likely).orphan


def test_another_place_is_selected_with_the_mouse(window, qtbot, changing, report):
    _, gone, cards = lost_marks(window, qtbot, changing)
    press(cards, find(window, gone), "choose")
    banner = window.pane.banner
    assert banner.isVisible()
    button = banner.findChild(QPushButton, "bannerAction")
    QTest.mouseClick(button, LEFT)
    assert "Nothing is selected" in window.toast.text() and find(window, gone).orphan
    text = window.pane.view.text
    at = text.index("继续完善工作机制")
    drag(window, Span(at, at + 8))
    QTest.mouseClick(button, LEFT, pos=QPoint(5, 5))
    assert not banner.isVisible()
    assert find(window, gone).quote == "继续完善工作机制" and not find(window, gone).orphan
    window.actions_by_id["undo"].trigger()
    assert find(window, gone).orphan


def test_choosing_is_given_up_by_asking_again(window, qtbot, changing, report):
    _, gone, cards = lost_marks(window, qtbot, changing)
    press(cards, find(window, gone), "choose")
    press(cards, find(window, gone), "choose")
    assert not window.pane.banner.isVisible()
