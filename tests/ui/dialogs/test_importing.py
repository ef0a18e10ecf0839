"""The dialog of an import: steps, cancelling, and what came of it."""

from PySide6.QtCore import Qt

from reader.ui.dialogs.importing import ImportingDialog


def test_it_shows_the_step_and_asks_once_to_cancel(qtbot):
    dialog = ImportingDialog("whole.zip")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_step("Checking the file", 3, 10)
    text = dialog.findChild(object, "importingText")
    assert text.text() == "Checking the file"
    with qtbot.waitSignal(dialog.cancel_requested):
        qtbot.mouseClick(dialog.button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible() and not dialog.button.isEnabled()
    dialog.end()
    assert not dialog.isVisible()


def test_when_it_is_done_nothing_is_cancelled_any_more(qtbot):
    dialog = ImportingDialog("whole.zip")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_done(["Articles added: 3", "Annotations added: 7"])
    dialog.show_step("late", 1, 2)
    assert dialog.findChild(object, "importingText").text() == "Articles added: 3\nAnnotations added: 7"
    with qtbot.assertNotEmitted(dialog.cancel_requested):
        qtbot.mouseClick(dialog.button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_a_cancel_that_comes_too_late_does_not_lock_the_dialog(qtbot):
    dialog = ImportingDialog("whole.zip")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.show_done(["Articles added: 3"])
    qtbot.mouseClick(dialog.button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
