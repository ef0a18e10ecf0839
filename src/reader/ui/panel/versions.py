"""Versions of the open article in the tab 信息: when each was saved, how long it is, and what changed."""

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from reader.model.article import Version
from reader.ui.parts import label

SHOWN = 8
"""The newest so many; the dialog lists all."""


class VersionsSection(QWidget):
    """Hidden while there is only one version."""

    changes_requested = Signal(int, int)
    """(old, new): show what changed."""
    version_requested = Signal(int)
    """Show this version whole."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("versionsSection")
        self._versions: list[Version] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(6)
        self._heading = label(role="h3")
        column.addWidget(self._heading)
        self._rows = QWidget()
        column.addWidget(self._rows)
        self._retranslate()
        self.hide()

    def set_versions(self, versions: Sequence[Version]) -> None:
        """The versions of the open article, oldest first."""
        self._versions = list(versions)
        self._fill()

    def _fill(self) -> None:
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for number, version in enumerate(self._versions[::-1][:SHOWN]):
            grid.addWidget(label(self._about(version), "muted", wrap=True), number, 0)
            grid.addWidget(self._button(version), number, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self.layout().replaceWidget(self._rows, rows)
        self._rows.deleteLater()
        self._rows = rows
        self.setVisible(len(self._versions) > 1)

    def _about(self, version: Version) -> str:
        local = QDateTime.fromString(version.fetched, Qt.DateFormat.ISODate).toLocalTime()
        day = QLocale().toString(local, QLocale.FormatType.ShortFormat) if local.isValid() else version.fetched
        characters = self.tr("%1 characters").replace("%1", QLocale().toString(version.chars))
        return f"{version.number} · {day}\n{characters}"

    def _button(self, version: Version) -> QPushButton:
        is_first = version.number == self._versions[0].number
        button = QPushButton(self.tr("Whole text") if is_first else self.tr("What changed"))
        button.setObjectName(f"version_{version.number}")
        button.setProperty("kind", "link")
        button.setAutoDefault(False)
        number = version.number
        if is_first:
            button.clicked.connect(lambda: self.version_requested.emit(number))
        else:
            button.clicked.connect(lambda: self.changes_requested.emit(number - 1, number))
        return button

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Versions"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._fill()
