"""Checking quotations from the window: by keys and mouse, from a pasted text and from documents, to the place."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

from reader.model.verification import Verdict

LEFT = Qt.MouseButton.LeftButton
TEXT = (
    "会上说，“建立了4项工作制度”（第2段第2句），又说“在37个社区划分网格484个”，还说“这一句话哪里都没有人说过”。"
)
VERDICTS = [Verdict.EXACT, Verdict.DIFFERS, Verdict.NOT_FOUND]


@pytest.fixture
def dialog(article, window, qtbot):
    """Open by the menu, empty."""
    window._on_articles_changed()
    window.actions_by_id["verify"].trigger()
    made = window.verify.dialog
    qtbot.waitExposed(made)
    yield made
    made.close()


@pytest.fixture
def checked(dialog, qtbot):
    """With what came of the text, pasted and started by keys."""
    QGuiApplication.clipboard().setText(TEXT)
    dialog.text.setFocus()
    QTest.keyClick(dialog.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait(dialog, qtbot)
    return dialog


def wait(dialog, qtbot):
    qtbot.waitUntil(lambda: dialog.list.isVisible(), timeout=8000)


def button(dialog, name):
    return dialog.findChild(QPushButton, f"verify{name}")


def rows(dialog):
    model = dialog.list.model()
    return [model.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]


def lit(window):
    flash = window.pane.view.layers.flash
    return window.pane.view.text[flash.start : flash.end]


def test_a_pasted_text_is_checked(checked):
    assert [each.verdict for each in rows(checked)] == VERDICTS
    assert checked.list.currentIndex().row() == 1, "the first that has to be mended"
    assert checked.list.model().index(1, 0).data() == "differs"


def test_what_differs_is_marked_on_both_sides(checked):
    def marked(name):
        view = checked.findChild(type(checked.detail._document), name)
        fragments, block = [], view.document().begin()
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            if fragment.charFormat().fontStrikeOut() or fragment.charFormat().fontUnderline():
                fragments.append(fragment.text())
            iterator += 1
        return view.toPlainText(), fragments

    assert marked("verifyDocument") == ("在37个社区划分网格484个", ["484"])
    assert marked("verifySource") == ("在37个社区划分网格448个", ["448"])


def test_enter_opens_the_article_at_the_place(checked, article, window):
    QTest.keyClick(checked.list, Qt.Key.Key_Return)
    assert window.reading.article.id == article and lit(window) == "在37个社区划分网格448个"
    assert checked.isVisible()


def test_a_double_click_opens_the_article_at_the_place(checked, article, window):
    index = checked.list.model().index(0, 1)
    point = checked.list.visualRect(index).center()
    QTest.mouseClick(checked.list.viewport(), LEFT, pos=point)
    QTest.mouseDClick(checked.list.viewport(), LEFT, pos=point)
    assert window.reading.article.id == article and lit(window) == "建立了4项工作制度"


def test_what_is_not_found_leads_nowhere(checked, window):
    QTest.keyClick(checked.list, Qt.Key.Key_Down)
    assert not button(checked, "Show").isEnabled()
    QTest.keyClick(checked.list, Qt.Key.Key_Return)
    assert window.reading.article is None


def test_the_filter_leaves_what_has_to_be_mended(checked):
    box = checked.findChild(QCheckBox, "verifyOnlyWrong")
    QTest.mouseClick(box, LEFT, pos=QPoint(10, box.height() // 2))
    assert [each.verdict for each in rows(checked)] == VERDICTS[1:]
    QTest.mouseClick(button(checked, "Copy"), LEFT)
    copied = QApplication.clipboard().text()
    assert "【484】" in copied and "【448】" in copied and "建立了4项工作制度" not in copied


def test_another_document_can_be_checked(checked, qtbot):
    QTest.mouseClick(button(checked, "Again"), LEFT)
    assert checked.text.isVisible() and checked.text.toPlainText() == TEXT, "to go on writing in it"
    checked.text.setPlainText("没有引文。")
    QTest.mouseClick(button(checked, "Start"), LEFT)
    qtbot.waitUntil(lambda: "no quotations" in checked._summary.text(), timeout=8000)
    assert checked._empty.isVisible()


def test_a_dropped_document_is_checked(dialog, tmp_path, qtbot):
    path = tmp_path / "发言稿.txt"
    path.write_text(TEXT, encoding="utf-8")
    drop(dialog, path)
    wait(dialog, qtbot)
    assert [each.verdict for each in rows(dialog)] == VERDICTS and dialog._name.full_text() == "发言稿.txt"


def drop(dialog, path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    at, copy = dialog.rect().center(), Qt.DropAction.CopyAction
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, copy, mime, LEFT, none)
    QApplication.sendEvent(dialog, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(dialog, QDropEvent(QPointF(at), copy, mime, LEFT, none))


def test_what_cannot_be_read_says_so_and_nothing_is_lost(dialog, tmp_path, qtbot):
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK\x03\x04 nothing")
    dialog.text.setPlainText("写了一半")
    drop(dialog, path)
    qtbot.waitUntil(lambda: dialog._input.problem.isVisible(), timeout=8000)
    assert dialog._input.problem.text() and dialog.text.toPlainText() == "写了一半" and dialog.text.isEnabled()


def test_a_check_can_be_cancelled(dialog, window, qtbot):
    dialog.text.setPlainText("\n".join(f"“第{number}句谁也没有说过的话在这里”" for number in range(3000)))
    QTest.mouseClick(button(dialog, "Start"), LEFT)
    assert button(dialog, "Cancel").isVisible() and not dialog.text.isEnabled()
    QTest.mouseClick(button(dialog, "Cancel"), LEFT)
    qtbot.waitUntil(lambda: dialog.text.isEnabled(), timeout=8000)
    assert dialog._pages.currentIndex() == 0 and not button(dialog, "Cancel").isVisible()


def test_an_older_version_is_shown_whole(article, window, captured, session, dialog, qtbot, monkeypatch):
    session.capturing.store("https://example.org/a.html", captured("全文改写了，一句也没有留下。"))
    shown = []
    monkeypatch.setattr(window.verify, "_show_old", lambda *asked: shown.append(asked))
    dialog.text.setPlainText("“在37个社区划分网格448个”")
    QTest.mouseClick(button(dialog, "Start"), LEFT)
    wait(dialog, qtbot)
    assert rows(dialog)[0].is_old and "older version" in dialog.detail._place.text()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert shown == [(article, 1, 2, "old")]


def test_escape_closes_it_and_the_menu_brings_it_back_as_it_was(checked, window):
    QTest.keyClick(checked, Qt.Key.Key_Escape)
    assert not checked.isVisible()
    window.actions_by_id["verify"].trigger()
    assert window.verify.dialog is checked and checked.isVisible() and len(rows(checked)) == 3


def test_it_goes_with_the_window(dialog, window):
    QApplication.sendEvent(window, QCloseEvent())
    assert not dialog.isVisible()
