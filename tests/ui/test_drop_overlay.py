"""Dropping on the window, with the events that a desktop sends."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from reader.ui.article_model import ARTICLES_MIME
from reader.ui.drop_overlay import DropTarget


@pytest.fixture
def window(qtbot, icons):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.target = DropTarget(icons, window)
    window.show()
    qtbot.waitExposed(window)
    return window


def rest(mime):
    return Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drag_in(window, mime):
    event = QDragEnterEvent(QPoint(50, 50), *rest(mime))
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def files(*names):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(f"/tmp/{name}") for name in names])
    return mime


def test_the_sheet_says_what_a_drop_would_do(window):
    assert drag_in(window, files("a.html", "b.txt", "c.md", "d.pages"))
    overlay = window.target.overlay
    assert overlay.isVisible()
    assert overlay.words()[0].startswith("Drop to add 3 file")
    assert overlay.words()[1] == "1 not supported (.pages), will be skipped"
    assert window.rect().contains(overlay.geometry())
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not overlay.isVisible()


def test_folders_are_promised_with_all_they_hold(window, tmp_path):
    (tmp_path / "会议").mkdir()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "会议"))])
    drag_in(window, mime)
    assert window.target.overlay.words()[0].startswith("Drop to add all files in 1 folder")
    mime.setUrls([*mime.urls(), QUrl.fromLocalFile(str(tmp_path / "a.pdf"))])
    drag_in(window, mime)
    assert window.target.overlay.words()[0].startswith("Drop to add 2 source")


def test_a_drop_is_told_and_the_sheet_goes(qtbot, window):
    mime = files("a.html", "b.pages")
    drag_in(window, mime)
    with qtbot.waitSignal(window.target.dropped) as dropped:
        QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), *rest(mime)))
    assert dropped.args[0].files == (Path("/tmp/a.html"),)
    assert dropped.args[0].skipped == ("b.pages",)
    assert not window.target.overlay.isVisible()


def test_links_and_text_are_promised_in_their_words(window):
    mime = QMimeData()
    mime.setText("https://a.cn/1\nhttps://a.cn/2")
    drag_in(window, mime)
    assert window.target.overlay.words()[0].startswith("Drop to add 2 link")
    mime.setText("近年来，云岭市……")
    drag_in(window, mime)
    assert window.target.overlay.words()[0] == "Drop to add this text"


def test_only_unsupported_files_say_so(window):
    assert drag_in(window, files("a.pages"))
    assert window.target.overlay.words()[0] == "These files cannot be added"


def test_the_programs_own_articles_are_no_drop(window):
    mime = QMimeData()
    mime.setData(ARTICLES_MIME, QByteArray(b"aa"))
    drag_in(window, mime)
    assert not window.target.overlay.isVisible()


def test_the_sheet_lets_drags_through(window):
    drag_in(window, files("a.html"))
    assert window.childAt(QPoint(400, 300)) is None
