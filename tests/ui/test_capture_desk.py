"""Adding from the window: files, pasted text, links, drops."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from reader.model.query import ArticleQuery
from reader.ui.adding import AddDialog
from reader.ui.incoming import short_name

CONTROL = Qt.KeyboardModifier.ControlModifier
TEXT = "青禾区推行“敲门日”制度，走访群众5,400户，解决难题156个。\n下一步将推广至全区12个街道。"


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "敲门日.txt"
    path.write_text("青禾区推行“敲门日”\n" + TEXT, encoding="utf-8")
    return path


def titles(session):
    return [row.title for row in session.organising.list(ArticleQuery())]


def drop(window, urls):
    """Drag files over the window and let them go."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in urls])
    action, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(500, 500), action, mime, buttons, keys))
    shown = window.drops.overlay.isVisible()
    QApplication.sendEvent(window, QDropEvent(QPointF(500, 500), action, mime, buttons, keys))
    return shown


def test_a_dropped_file_is_saved_and_opened(window, session, page, qtbot):
    with qtbot.waitSignal(window.reading.opened, timeout=15000):
        assert drop(window, [page])
    assert len(titles(session)) == 1
    assert "敲门日" in window.toast.text()


def test_what_cannot_be_added_is_said(window, session, tmp_path):
    (tmp_path / "a.pages").write_bytes(b"x")
    drop(window, [tmp_path / "a.pages"])
    assert "1" in window.toast.text() and titles(session) == []


def test_pasted_text_asks_for_title_and_source(window, session, qtbot):
    QGuiApplication.clipboard().setText(TEXT)
    QTest.keyClick(window, Qt.Key.Key_V, CONTROL)
    dialog = window.findChild(AddDialog)
    title, source = dialog.findChild(QLineEdit, "addTitle"), dialog.findChild(QLineEdit, "addSource")
    QTest.keyClicks(title, "Knocking day")
    QTest.keyClicks(source, "Qinghe")
    with qtbot.waitSignal(window.reading.opened, timeout=15000):
        QTest.mouseClick(dialog.findChild(QPushButton, "addConfirm"), Qt.MouseButton.LeftButton)
    (row,) = session.organising.list(ArticleQuery())
    assert (row.title, row.metadata.source) == ("Knocking day", "Qinghe")
    assert session.reading.content(row.id).text == TEXT


def test_several_files_are_tasks_of_their_own_and_trouble_stays_listed(window, session, page, tmp_path, qtbot):
    empty = tmp_path / "empty.html"
    empty.write_bytes(b"")
    window.capture.add_sources([str(page), str(empty)])
    tasks = window.work.tasks
    qtbot.waitUntil(lambda: all(task.state.is_over for task in tasks.listed()), timeout=15000)
    assert [task.state for task in tasks.listed()] == ["done", "failed"]
    assert len(titles(session)) == 1
    empty.write_text("<title>补上</title><p>" + TEXT + "</p>", encoding="utf-8")
    tasks.retry(tasks.listed()[1].id)
    qtbot.waitUntil(lambda: tasks.listed()[1].state == "done", timeout=15000)
    assert len(titles(session)) == 2


def test_a_known_file_changes_nothing_and_says_so(window, session, page, qtbot):
    for _ in range(2):
        window.toast.dismiss()
        window.capture.add_sources([str(page)])
        qtbot.waitUntil(lambda: bool(window.toast.text()), timeout=15000)
    assert "already" in window.toast.text() and len(titles(session)) == 1


def test_links_on_the_clipboard_are_proposed(window):
    QGuiApplication.clipboard().setText("https://example.org/a\nhttps://example.org/b")
    dialog = window.capture.ask()
    assert dialog.sources().names == ["https://example.org/a", "https://example.org/b"]
    dialog.reject()


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("https://www.example.org/2025/1107/", "www.example.org/2025/1107"),
        ("http://10.0.0.8", "10.0.0.8"),
        ("/home/lin/报告.html", "报告.html"),
        (r"C:\报告\甲.txt", "甲.txt"),
    ],
)
def test_a_link_is_listed_with_its_site_and_a_file_without_its_folder(source, name):
    assert short_name(source) == name


def test_a_task_is_called_by_the_title_once_it_is_known(window, page, qtbot):
    with qtbot.waitSignal(window.reading.opened, timeout=15000):
        window.capture.add_sources([str(page)])
    (task,) = window.work.tasks.listed()
    assert task.title == "青禾区推行“敲门日”"
