"""A push button that stands for an action of the window: called as it is, and enabled when it is."""

import re

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QSizePolicy

from reader.ui.icons import Icons


class ActionButton(QPushButton):
    """Follows the action's text (without its mnemonic, which belongs to the menu) and triggers it."""

    def __init__(self, action: QAction, icons: Icons, icon: str) -> None:
        super().__init__(objectName=f"{action.objectName()}Button")
        self._action = action
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        icons.bind(self, icon, size=15)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setText(" " + re.sub(r"\(&\w\)|&", "", self._action.text()))
        self.setEnabled(self._action.isEnabled())
