"""The whole library by the window: out by the menu, in with a report, cancelled with nothing done."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton
from tests.whole_library import fill

from reader.model.query import ArticleQuery
from reader.services.session import Session
from reader.ui.dialogs.importing import ImportingDialog


@pytest.fixture
def file(tmp_path):
    """A library file of somebody else."""
    with Session(tmp_path / "other.db") as other:
        fill(other.library)
        other.moving.export_library(tmp_path / "whole.zip")
    return tmp_path / "whole.zip"


def dialog_of(window):
    return window.findChild(ImportingDialog, "importingDialog")


def press(qtbot, window, name):
    """Choose an entry of the File menu with the mouse."""
    menu = window.menu_bar.actions()[0].menu()
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    place = menu.actionGeometry(window.actions_by_id[name]).center()
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: not menu.isVisible())


def test_the_menu_writes_the_whole_library_into_a_file(window, article, tmp_path, monkeypatch, qtbot):
    target = tmp_path / "out.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(target), ""))
    press(qtbot, window, "export_library")
    qtbot.waitUntil(lambda: "out.zip" in window.toast.text(), timeout=10000)
    with Session(tmp_path / "again.db") as again:
        assert again.moving.import_library(target).added == 1


def test_a_file_comes_in_and_the_dialog_says_what_was_done(window, file, monkeypatch, qtbot):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: (str(file), ""))
    press(qtbot, window, "import_library")
    dialog = dialog_of(window)
    button = dialog.findChild(QPushButton, "importingButton")
    qtbot.waitUntil(lambda: button.text() == "Close", timeout=20000)
    assert "Articles added: 3" in dialog.findChild(object, "importingText").text()
    assert len(window.list_pane.articles.article_model().ids()) == 2  # one lies in the trash
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog_of(window) is None)


def test_escape_cancels_and_nothing_was_imported(window, file, monkeypatch, qtbot):
    going = threading.Event()
    real = window.work.session.moving.import_library

    def slow(path, *, progress, cancel):
        going.set()
        assert cancel.wait(20)
        return real(path, progress=progress, cancel=cancel)

    monkeypatch.setattr(window.work.session.moving, "import_library", slow)
    dialog = window.moving.import_library(file)
    qtbot.waitUntil(lambda: going.is_set() and dialog.isVisible())
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.toast.text() == "Nothing was imported", timeout=10000)
    qtbot.waitUntil(lambda: dialog_of(window) is None)
    assert window.work.session.organising.ids(ArticleQuery()) == []


def test_a_damaged_file_is_a_notice_and_the_dialog_goes(window, file, qtbot):
    told = []
    window.work.announcer.error_met.connect(told.append)
    file.write_bytes(file.read_bytes()[:-400])
    window.moving.import_library(file)
    qtbot.waitUntil(lambda: bool(told), timeout=10000)
    assert told[0].code == "library_file_damaged"
    qtbot.waitUntil(lambda: dialog_of(window) is None)
    assert window.work.session.organising.ids(ArticleQuery()) == []


def test_a_file_that_is_here_already_says_so(window, session, article, tmp_path, qtbot):
    session.moving.export_library(tmp_path / "own.zip")
    dialog = window.moving.import_library(tmp_path / "own.zip")
    qtbot.waitUntil(lambda: "nothing new: 1" in dialog.findChild(object, "importingText").text(), timeout=10000)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog_of(window) is None)


def test_marks_of_another_library_come_in_and_go_back_by_undo(window, article, tmp_path, monkeypatch, qtbot):
    session = window.work.session
    session.annotating.annotate(article, quote=session.reading.content(article).text[:6], note="来自他人")
    session.interchange.export([article], "jsonld", tmp_path / "批注.jsonld")
    session.annotating.delete([each.id for each in session.annotating.list(article)])
    session.organising.empty_trash()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: (str(tmp_path / "批注.jsonld"), ""))
    press(qtbot, window, "import_library")
    dialog = dialog_of(window)
    button = dialog.findChild(QPushButton, "importingButton")
    qtbot.waitUntil(lambda: button.text() == "Close", timeout=20000)
    assert "annotations added: 1" in dialog.findChild(object, "importingText").text()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [each.note for each in session.annotating.list(article)] == ["来自他人"]
    window.actions_by_id["undo"].trigger()
    assert session.annotating.list(article) == []
    window.actions_by_id["redo"].trigger()
    assert [each.note for each in session.annotating.list(article)] == ["来自他人"]


def test_a_file_that_is_none_says_so_and_nothing_is_changed(window, tmp_path, monkeypatch, qtbot):
    (tmp_path / "x.csv").write_text("nothing,here", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: (str(tmp_path / "x.csv"), ""))
    press(qtbot, window, "import_library")
    qtbot.waitUntil(lambda: "x.csv" in window.toast.text(), timeout=20000)
    qtbot.waitUntil(lambda: dialog_of(window) is None)


def test_a_library_goes_to_the_documents_and_its_folder_can_be_opened(window, article, tmp_path, monkeypatch, qtbot):
    asked, opened = [], []

    def ask(_parent, _title, proposed, kinds):
        asked.append((Path(proposed), kinds))
        return str(tmp_path / "out.zip"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    press(qtbot, window, "export_library")
    qtbot.waitUntil(lambda: "out.zip" in window.toast.text(), timeout=10000)
    proposed, kinds = asked[0]
    assert proposed.is_absolute() and proposed.suffix == ".zip" and kinds == "Library files (*.zip)"
    qtbot.mouseClick(window.toast.findChild(QPushButton, "toastAction"), Qt.MouseButton.LeftButton)
    assert opened == [str(tmp_path)]


def test_a_library_that_brings_nothing_says_so(window, file, qtbot):
    for words in ("Imported whole.zip", "There was nothing new in whole.zip"):
        dialog = window.moving.import_library(file)
        qtbot.waitUntil(lambda words=words: window.toast.text() == words, timeout=20000)
        dialog.reject()
