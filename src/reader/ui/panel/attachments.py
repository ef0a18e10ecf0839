"""In tab 信息: the attachments of the open article, to be saved elsewhere or added as articles. None is opened here."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reader.model.article import Attachment
from reader.ui.icons import Icons
from reader.ui.panel.elided import PathLabel
from reader.ui.parts import Picture, describe, icon_button, label, line

_ICONS = {
    "pdf": "file-text",
    "doc": "file-text",
    "docx": "file-text",
    "wps": "file-text",
    "ofd": "file-text",
    "xls": "file-spreadsheet",
    "xlsx": "file-spreadsheet",
    "et": "file-spreadsheet",
    "csv": "file-spreadsheet",
    "ppt": "presentation",
    "pptx": "presentation",
    "zip": "file-archive",
    "rar": "file-archive",
    "7z": "file-archive",
}
"""By the ending of the name."""


def attachment_icon(attachment: Attachment) -> str:
    """Lucide's name of the icon for its kind of file."""
    return _ICONS.get(attachment.name.rpartition(".")[2].lower(), "file")


def _size(attachment: Attachment) -> str:
    return QLocale().formattedDataSize(attachment.bytes, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


class AttachmentsSection(QWidget):
    """A row for each; hidden when the article has none."""

    save_requested = Signal(object)
    """Attachment"""
    add_requested = Signal(object)
    """Attachment, to become an article of its own."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(objectName="attachmentsSection")
        self._icons = icons
        self._attachments: tuple[Attachment, ...] = ()
        self._addable: frozenset[str] = frozenset()
        self._heading = label(role="h3")
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 10)
        column.setSpacing(6)
        column.addWidget(line())
        column.addSpacing(2)
        column.addWidget(self._heading)
        column.addLayout(self._list)
        self._show()

    def show_attachments(self, attachments: Sequence[Attachment], addable: frozenset[str] = frozenset()) -> None:
        """Show these; `addable` are the sha256 of those whose format can be read as an article."""
        if (tuple(attachments), addable) != (self._attachments, self._addable):
            self._attachments, self._addable = tuple(attachments), addable
            self._show()

    def _show(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        self._heading.setText(self.tr("Attachments"))
        for each in self._attachments:
            self._list.addWidget(self._row(each))
        self.setVisible(bool(self._attachments))

    def _row(self, attachment: Attachment) -> QWidget:
        row = QWidget(objectName="attachmentRow")
        cells = QHBoxLayout(row)
        cells.setContentsMargins(0, 0, 0, 0)
        cells.setSpacing(6)
        cells.addWidget(Picture(self._icons, attachment_icon(attachment), "text3", 16))
        words = QVBoxLayout()
        words.setSpacing(0)
        name = PathLabel()  # shortened in the middle: the ending says what it is
        name.setObjectName("attachmentName")
        name.set_full_text(attachment.name)
        words.addWidget(name)
        words.addWidget(label(_size(attachment), role="caption"))
        cells.addLayout(words, 1)
        if attachment.sha256 in self._addable:
            add = icon_button(self._icons, "file-plus", "attachmentAdd", size=16, side=30)
            describe(add, self.tr("Add %1 as an article").replace("%1", attachment.name))
            add.clicked.connect(partial(self.add_requested.emit, attachment))
            cells.addWidget(add)
        save = icon_button(self._icons, "download", "attachmentSave", size=16, side=30)
        describe(save, self.tr("Save %1 as…").replace("%1", attachment.name))
        save.clicked.connect(partial(self.save_requested.emit, attachment))
        cells.addWidget(save)
        return row

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
