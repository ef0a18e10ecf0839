"""The paper from the window: preview, file, clipboard, trouble."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from reader.model.annotation import Kind
from reader.ui.dialogs.preview import Preview


@pytest.fixture
def dialog(window, session, article, tmp_path, qtbot):
    """The export dialog over an article with one mark, after its first preview."""
    session.annotating.annotate(article, quote="4项工作制度", kind=Kind.KEY, note="议事规则")
    window.work.settings.export_folder = str(tmp_path)
    made = window.export.open([article])
    qtbot.waitUntil(lambda: made.findChild(Preview).count > 0, timeout=20000)
    return made


def confirm(dialog):
    QTest.mouseClick(dialog.findChild(QPushButton, "exportConfirm"), Qt.MouseButton.LeftButton)


def test_word_is_written_and_said(dialog, window, qtbot):
    target = dialog.target()
    confirm(dialog)
    qtbot.waitUntil(lambda: target.name in window.toast.text(), timeout=20000)
    assert target.suffix == ".docx" and target.stat().st_size > 10_000
    assert list(target.parent.glob("*.tmp")) == []


def test_a_paper_that_cannot_be_written_keeps_the_dialog_open(dialog, tmp_path, qtbot):
    dialog._chosen = tmp_path / "folder.docx"
    dialog._chosen.mkdir()
    confirm(dialog)
    qtbot.waitUntil(lambda: "folder" in dialog.findChild(QLabel, "exportError").text(), timeout=20000)
    assert dialog.isVisible()
    dialog.reject()


def test_the_whole_paper_goes_to_the_clipboard_as_text_and_html(dialog, qtbot):
    QTest.mouseClick(dialog.findChild(QPushButton, "exportCopy"), Qt.MouseButton.LeftButton)
    mime = QGuiApplication.clipboard().mimeData()
    assert "4项工作制度" in mime.text() and "4项工作制度" in mime.html()
    dialog.reject()


def test_nothing_chosen_opens_nothing(window):
    assert window.export.open([]) is None
    assert window.toast.text()


def test_leaving_while_it_is_written_stops_and_leaves_no_file(dialog, window, tmp_path, qtbot):
    confirm(dialog)
    QTest.mouseClick(dialog.findChild(QPushButton, "exportCancel"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.work.tasks.is_busy(), timeout=20000)
    assert list(tmp_path.glob("*.docx")) == []
