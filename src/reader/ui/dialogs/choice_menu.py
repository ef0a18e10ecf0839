"""Some of many names, chosen from the menu of one button."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QPushButton


class _OpenMenu(QMenu):
    """Stays open while one checks several entries with the mouse or the space bar."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isEnabled() and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None and action.isCheckable():
            action.trigger()
        else:
            super().keyPressEvent(event)


class ChoiceMenu(QPushButton):
    """None chosen means all, which the first entry says."""

    changed = Signal()

    def __init__(self, object_name: str, names: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName(object_name)
        self.setProperty("kind", "menu")
        self.setAutoDefault(False)
        self._menu = _OpenMenu(self)
        self._all = self._menu.addAction("")
        self._all.setCheckable(True)
        self._all.triggered.connect(self._on_all_triggered)
        self._menu.addSeparator()
        self._choices: dict[str, QAction] = {}
        for name in names:
            action = self._menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.toggled.connect(self._on_toggled)
            self._choices[name] = action
        self.setMenu(self._menu)
        self._all_text, self._caption = "", ""
        self._show()

    def name(self, caption: str, all_text: str) -> None:
        """What is chosen here, and what it is called when nothing is left out."""
        self._caption, self._all_text = caption, all_text
        self._all.setText(all_text)
        self._show()

    def chosen(self) -> tuple[str, ...]:
        """The checked names; () for all."""
        return tuple(name for name, action in self._choices.items() if action.isChecked())

    def _on_all_triggered(self) -> None:
        had_choice = bool(self.chosen())
        for action in self._choices.values():
            action.blockSignals(True)
            action.setChecked(False)
            action.blockSignals(False)
        self._show()
        if had_choice:
            self.changed.emit()

    def _on_toggled(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        chosen = self.chosen()
        self._all.setChecked(not chosen)
        text = self.tr(", ").join(chosen) if chosen else self._all_text
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(60, self.width() - 50))
        # A style sheet's padding does not reach the words of a button with a menu.
        self.setText("\u2002" + shown.replace("&", "&&"))
        self.setAccessibleName(self._caption)
        self.setAccessibleDescription(text)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._show()
        return super().event(event)
