"""The list of keyboard shortcuts, with a filter."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from reader.text.folding import fold
from reader.ui.parts import label

Group = tuple[str, Sequence[tuple[str, str]]]
"""A heading ("" for none) and rows of (what it does, its keys as the platform writes them)."""


class ShortcutsDialog(QDialog):
    """Shows groups of shortcuts; typing narrows them by what they do or by key."""

    def __init__(self, groups: Sequence[Group], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutsDialog")
        self.setWindowTitle(self.tr("Keyboard Shortcuts"))
        self._groups = groups
        self._filter = QLineEdit()
        self._filter.setObjectName("shortcutsFilter")
        self._filter.setPlaceholderText(self.tr("Find a command or a key"))
        self._filter.setAccessibleName(self.tr("Find a command or a key"))
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._show)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 18, 8, 12)
        rows.setSpacing(10)
        rows.addWidget(label(self.windowTitle(), "h1"))
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, 12, 0)
        top.addWidget(self._filter)
        rows.addLayout(top)
        rows.addWidget(self._scroll, 1)
        self._show("")
        room = self.screen().availableGeometry().size() * 0.85
        self.resize(min(520, room.width()), min(640, room.height()))

    def shown(self) -> list[tuple[str, str]]:
        """The rows that the filter lets through."""
        return [row for _, rows in self._matching() for row in rows]

    def _matching(self) -> list[Group]:
        words = fold(self._filter.text()).split()

        def fits(row: tuple[str, str]) -> bool:
            text = fold(" ".join(row))
            return all(word in text for word in words)

        kept = [(heading, [row for row in rows if fits(row)]) for heading, rows in self._groups]
        return [(heading, rows) for heading, rows in kept if rows]

    def _show(self, _text: str) -> None:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 2, 12, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(0, 1)
        row = 0
        for heading, entries in self._matching():
            if heading:
                title = label(heading, "h3")
                title.setContentsMargins(0, 10 if row else 0, 0, 0)
                grid.addWidget(title, row, 0, 1, 2)
                row += 1
            for text, keys in entries:
                grid.addWidget(label(text, wrap=True), row, 0)
                grid.addWidget(label(keys, "kbd"), row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                row += 1
        if not row:
            grid.addWidget(label(self.tr("No command or key like this."), "muted"), row, 0)
        grid.setRowStretch(row + 1, 1)
        self._scroll.setWidget(body)
