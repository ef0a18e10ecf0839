"""Pictures of the open article: enlarged by a click or a key, copied, saved, and fetched when they were missing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton
from tests.ui.pictures import TEXT, png, report

from reader.model.blocks import BlockKind
from reader.ui.dialogs.picture import PictureDialog

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(session, make_window, qtbot):
    """A window in which the report is open, and its id."""
    key = session.capturing.store("a", report()).id
    window = make_window()
    window.show_article(key)
    qtbot.waitUntil(lambda: window.pane.view.blocks != ())
    return window, key


def middle(view, block: int) -> QPoint:
    """Where the middle of a picture stands in the window's viewport, scrolled into sight."""
    view.scroll_to(view._geometry.block_rect(block).top() - 40)
    rect = view._geometry.block_rect(block)
    return QPoint(round(rect.center().x()), round(rect.center().y()) - view.verticalScrollBar().value())


def dialogs() -> list[PictureDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, PictureDialog) and each.isVisible()]


def shown(qtbot) -> PictureDialog:
    qtbot.waitUntil(lambda: len(dialogs()) == 1 and not dialogs()[0].view.image.isNull(), timeout=10_000)
    return dialogs()[0]


def test_a_click_enlarges_arrows_go_on_and_escape_closes(opened, qtbot):
    window, _ = opened
    view = window.pane.view
    place = middle(view, 1)
    QTest.mouseMove(view.viewport(), place)
    qtbot.waitUntil(lambda: view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor)
    QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    dialog = shown(qtbot)
    assert dialog.picture.caption == "图为网格员入户走访。" and dialog.view.accessibleName() == "图为网格员入户走访。"
    assert (dialog.view.image.width(), dialog.view.zoom) == (300, 1.0)
    QTest.keyClick(dialog.view, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: dialog.view.image.width() == 800)
    assert dialog.picture.caption == "办事流程"
    QTest.keyClick(dialog.view, Qt.Key.Key_Right)
    assert dialog.picture.caption == "办事流程", "the missing picture is not among them"
    QTest.keyClick(dialog.view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialogs())
    assert window.focusWidget() is view


def test_what_is_missing_or_beside_a_picture_is_not_clicked(opened, qtbot):
    window, _ = opened
    view = window.pane.view
    for place in (middle(view, 5), middle(view, 1) + QPoint(400, 0)):
        QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    QTest.qWait(50)
    assert not dialogs()


def test_enter_opens_the_picture_beside_the_focused_paragraph(opened, qtbot):
    window, _ = opened
    view = window.pane.view
    view.setFocus()
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_J)
    assert view.text[view.target_span().start :].startswith(TEXT[:4])
    QTest.keyClick(view, Qt.Key.Key_Return)
    dialog = shown(qtbot)
    assert dialog.picture.caption == "办事流程"
    dialog.close()


def test_the_picture_is_copied_and_saved_as_it_was_stored(opened, qtbot, tmp_path: Path, monkeypatch):
    window, _ = opened
    view = window.pane.view
    proposed: list[str] = []
    target = tmp_path / "图.png"

    def choose(_parent, _title, name, *_more):
        proposed.append(name)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    place = middle(view, 1)
    from PySide6.QtGui import QContextMenuEvent

    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    menu = window.pane.findChild(QMenu, "pictureMenu")
    _, copy, save = menu.actions()
    copy.trigger()
    assert QGuiApplication.clipboard().image().size().toTuple() == (300, 200)
    save.trigger()
    qtbot.waitUntil(target.exists)
    assert target.read_bytes() == png() and proposed[0].endswith(".png")
    menu.close()


def test_missing_pictures_are_fetched_and_appear_where_the_reader_is(session, make_window, qtbot, site):
    late = site.url("/late.png")
    key = session.capturing.store("a", report(late)).id
    window = make_window()
    window.show_article(key)
    window.show_tab("info")
    button = window.panel.findChild(QPushButton, "fetchPictures")
    assert button.isVisibleTo(window.panel) and "1" in button.text()
    site.put("/late.png", png(120, 90), "image/png")
    # The page was public: it must not lead to this private address.
    QTest.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: button.isEnabled(), timeout=10_000)
    assert site.asked == []


def test_a_picture_that_comes_later_is_shown(session, make_window, qtbot, site):
    from dataclasses import replace

    captured = report(site.put("/late.png", png(120, 90), "image/png"))
    captured = replace(captured, fetch=replace(captured.fetch, url=site.url("/a.html")))
    key = session.capturing.store("a", captured).id
    window = make_window()
    window.show_article(key)
    window.show_tab("info")
    view = window.pane.view
    view.goto(len(view.text) - 20)
    before = view.verticalScrollBar().value()
    button = window.panel.findChild(QPushButton, "fetchPictures")
    QTest.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: not button.isVisibleTo(window.panel), timeout=10_000)
    assert all(block.image for block in view.blocks if block.kind is BlockKind.IMAGE)
    assert abs(view.verticalScrollBar().value() - before) < 80
    assert len(session.reading.versions(key)) == 1
