"""A button that stands for an action."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from reader.ui.action_button import ActionButton


def test_it_follows_the_action_and_triggers_it(icons, qtbot):
    action = QAction("更正正文(&C)…", icons)
    button = ActionButton(action, icons, "file-pen-line")
    qtbot.addWidget(button)
    button.show()
    assert button.text().strip() == "更正正文…"
    with qtbot.waitSignal(action.triggered):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    action.setText("&Correct the Text…")
    action.setEnabled(False)
    assert button.text().strip() == "Correct the Text…" and not button.isEnabled()
