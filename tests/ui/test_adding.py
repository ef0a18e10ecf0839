"""The dialog that adds: links, a text, or files."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton

from reader.ui.adding import AddDialog


@pytest.fixture
def dialog(qtbot, icons):
    dialog = AddDialog(icons)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def part(dialog, name, kind=QPushButton):
    return dialog.findChild(kind, name)


def test_empty_there_is_nothing_to_add(dialog):
    assert not part(dialog, "addConfirm").isEnabled()
    assert not part(dialog, "addTitle", QLineEdit).isVisible()


def test_typed_links_are_handed_over(qtbot, dialog):
    field = part(dialog, "addText", QPlainTextEdit)
    QTest.keyClicks(field, "https://a.cn/1")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "www.b.cn/2")
    assert part(dialog, "addConfirm").text().startswith("Add 2 link")
    with qtbot.waitSignal(dialog.sources_entered) as entered:
        QTest.mouseClick(part(dialog, "addConfirm"), Qt.MouseButton.LeftButton)
    assert entered.args == [["https://a.cn/1", "http://www.b.cn/2"]]
    assert not dialog.isVisible()


def test_a_text_asks_for_title_and_source(qtbot, icons):
    dialog = AddDialog(icons, "云岭市推行三张清单\n\n近年来，云岭市……")
    qtbot.addWidget(dialog)
    dialog.show()
    title = part(dialog, "addTitle", QLineEdit)
    assert title.isVisible()
    assert title.placeholderText() == "云岭市推行三张清单"
    QTest.keyClicks(title, "Lists")
    QTest.keyClicks(part(dialog, "addSource", QLineEdit), "Daily")
    with qtbot.waitSignal(dialog.text_entered) as entered:
        QTest.keyClick(part(dialog, "addText", QPlainTextEdit), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert entered.args == ["云岭市推行三张清单\n\n近年来，云岭市……", "Lists", "Daily"]


def test_pasted_markup_comes_in_as_plain_text(dialog):
    mime = QMimeData()
    mime.setHtml("<b>粗</b>")
    mime.setText("粗")
    field = part(dialog, "addText", QPlainTextEdit)
    field.insertFromMimeData(mime)
    assert field.toPlainText() == "粗"


def test_escape_adds_nothing(qtbot, icons):
    dialog = AddDialog(icons, "https://a.cn/1")
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.assertNotEmitted(dialog.sources_entered):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_files_instead(qtbot, dialog):
    with qtbot.waitSignal(dialog.files_requested):
        QTest.mouseClick(part(dialog, "addFiles"), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_one_link_may_be_a_column(qtbot, dialog):
    column = part(dialog, "addColumn")
    assert not column.isVisible()
    QTest.keyClicks(part(dialog, "addText", QPlainTextEdit), "https://a.cn/list")
    assert column.isVisible()
    with qtbot.waitSignal(dialog.feed_requested) as asked, qtbot.assertNotEmitted(dialog.sources_entered):
        QTest.mouseClick(column, Qt.MouseButton.LeftButton)
    assert asked.args == ["https://a.cn/list"] and not dialog.isVisible()


def test_several_links_are_no_column(dialog):
    field = part(dialog, "addText", QPlainTextEdit)
    field.setPlainText("https://a.cn/1\nhttps://a.cn/2")
    assert not part(dialog, "addColumn").isVisible()
