"""The bar over a selection: five kinds, note, tag, copy, find."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from reader.model.annotation import Kind
from reader.ui.icons import Icons
from reader.ui.parts import add_shadow, describe, line
from reader.ui.reading.kinds import kind_icon, kind_name
from reader.ui.reading.native import native
from reader.ui.theme import ThemeService

GAP = 8
"""Px between the bar and the selection, and between the bar and the edges of the pane."""


class SelectionBar(QFrame):
    """A child of the pane, not a window: the focus and the keys stay with the reader."""

    mark_chosen = Signal(str)
    """The kind's id."""
    asked = Signal(str)
    """A command for the selection (see `ReaderPane.ask`)."""

    def __init__(self, themes: ThemeService, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("selectionBar")
        self._themes = themes
        self._kinds: dict[Kind, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 6, 4)
        row.setSpacing(2)
        for order, kind in enumerate(Kind, 1):
            self._kinds[kind] = self._add_kind(kind, str(order))
            row.addWidget(self._kinds[kind])
        row.addWidget(line("v"))
        self._add_actions(icons, row)
        add_shadow(self)
        self._retranslate()
        themes.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.hide()

    def _add_kind(self, kind: Kind, key: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"kind_{kind.value}")
        button.setText(key)
        button.setIconSize(QSize(22, 22))
        self._prepare(button)
        button.clicked.connect(lambda: self.mark_chosen.emit(kind.value))
        return button

    def _add_actions(self, icons: Icons, row: QHBoxLayout) -> None:
        self._actions: dict[str, QToolButton] = {}
        for object_name, icon, command in (
            ("selNote", "pen-line", "note"),
            ("selTag", "hash", "tag_annotation"),
            ("selCopy", "copy", "copy_with_source"),
            ("selFind", "search", "find_in_library"),
        ):
            button = QToolButton(self)
            button.setObjectName(object_name)
            icons.bind(button, icon, size=16)
            self._prepare(button)
            button.clicked.connect(lambda _checked=False, command=command: self.asked.emit(command))
            row.addWidget(button)
            self._actions[object_name] = button

    @staticmethod
    def _prepare(button: QToolButton) -> None:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a click must not take the keys from the reader

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Mark the selection"))
        for kind, button in self._kinds.items():
            describe(button, kind_name(kind), button.text())
        for object_name, text, tip, key in (
            ("selNote", self.tr("Note"), self.tr("Write a note"), "N"),
            ("selTag", self.tr("Tag"), self.tr("Add tags"), "T"),
            ("selCopy", self.tr("Copy"), self.tr("Copy with its source"), "Ctrl+Shift+C"),
            ("selFind", self.tr("Find"), self.tr("Find in the library"), ""),
        ):
            button = self._actions[object_name]
            button.setText(text)
            describe(button, tip, native(key))

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_theme_changed(self, _theme: object = None) -> None:
        theme = self._themes.theme
        for kind, button in self._kinds.items():
            button.setIcon(kind_icon(kind, theme))

    def show_at(self, selection: QRect, bounds: QRect) -> None:
        """Show the bar over the selection, under it where there is no room, always within `bounds`.

        Both rectangles are in the parent's coordinates.
        """
        size = self.sizeHint()
        x = selection.center().x() - size.width() // 2
        x = max(bounds.left() + GAP, min(x, bounds.right() - GAP - size.width()))
        y = selection.top() - GAP - size.height()
        if y < bounds.top() + GAP:
            y = selection.bottom() + GAP
        y = max(bounds.top() + GAP, min(y, bounds.bottom() - GAP - size.height()))
        self.setGeometry(QRect(x, y, size.width(), size.height()))
        self.show()
        self.raise_()
