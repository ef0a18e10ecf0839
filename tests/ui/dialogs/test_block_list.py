"""The parts of a paper as a person wants them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout

from reader.services.exporting import PaperBlock
from reader.ui.dialogs.block_list import BlockList

NAMES = {"sources": "材料来源", "quotes": "摘录与批注", "questions": "研讨题"}


@pytest.fixture
def blocks(qtbot, icons):
    blocks = BlockList(icons)
    qtbot.addWidget(blocks)
    blocks.set_blocks(tuple(NAMES), (), NAMES.__getitem__)
    blocks.resize(300, 120)
    blocks.show()
    qtbot.waitExposed(blocks)
    return blocks


def rename(qtbot, blocks, text):
    """As a person does it: F2, the words, Return."""
    blocks.setFocus()
    qtbot.keyClick(blocks, Qt.Key.Key_F2)
    editor = blocks.findChildren(QLineEdit)[-1]
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_untouched_they_are_the_templates(blocks):
    assert blocks.blocks() == ()
    assert [item.text() for item in blocks.rows()] == list(NAMES.values())


def test_order_heading_and_choice_are_told(qtbot, blocks):
    rename(qtbot, blocks, "Sources")
    blocks.move_current(1)
    blocks.item(2).setCheckState(Qt.CheckState.Unchecked)
    wanted = (PaperBlock("quotes"), PaperBlock("sources", "Sources"), PaperBlock("questions", is_shown=False))
    assert blocks.blocks() == wanted
    other = tuple(NAMES)
    blocks.set_blocks(other, wanted, NAMES.__getitem__)
    assert blocks.blocks() == wanted, "and shown again as they were"


def test_an_emptied_heading_is_the_templates_own(qtbot, blocks):
    rename(qtbot, blocks, "Sources")
    rename(qtbot, blocks, "   ")
    assert blocks.item(0).text() == "材料来源" and blocks.blocks() == ()


def test_a_double_click_renames(qtbot, blocks):
    place = blocks.visualItemRect(blocks.item(1)).center()
    QTest.mouseClick(blocks.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(blocks.viewport(), Qt.MouseButton.LeftButton, pos=place)
    editor = blocks.findChild(QLineEdit)
    assert editor is not None and editor.text() == "摘录与批注"
    assert editor.placeholderText() == "摘录与批注"


def test_return_in_a_heading_presses_no_button(qtbot, icons):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column, button = QVBoxLayout(dialog), QPushButton()
    blocks = BlockList(icons)
    blocks.set_blocks(tuple(NAMES), (), NAMES.__getitem__)
    button.setDefault(True)
    column.addWidget(blocks)
    column.addWidget(button)
    dialog.show()
    with qtbot.assertNotEmitted(button.clicked):
        rename(qtbot, blocks, "Sources")
    assert blocks.blocks()[0].heading == "Sources" and dialog.isVisible()


def test_a_part_without_anything_says_so_without_being_called_so(qtbot, blocks):
    before = blocks.grab().toImage()
    with qtbot.assertNotEmitted(blocks.changed):
        blocks.show_filled({"sources", "quotes"})
    assert blocks.grab().toImage() != before
    assert blocks.blocks() == ()
    blocks.show_filled(())
    assert blocks.grab().toImage() == before, "a paper that does not say leaves nothing grey"
