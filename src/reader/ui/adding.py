"""The dialog that adds articles: links, files, or a pasted text with its title and source."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.icons import Icons
from reader.ui.incoming import Sources, sources_of, sources_of_text
from reader.ui.parts import label

LONGEST_TITLE = 80
"""A first line up to this long is proposed as the title of a pasted text."""


class _Paper(QPlainTextEdit):
    """Takes plain text only; files dropped on it are the dialog's business."""

    confirmed = Signal()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)


class AddDialog(QDialog):
    """One field for all that can be pasted: it sees whether it holds links or a text, and asks accordingly."""

    sources_entered = Signal(list)
    """Links and paths of files."""
    text_entered = Signal(str, str, str)
    """Text, title and source; title and source may be empty."""
    files_requested = Signal()
    """The dialog has closed; choose files instead."""
    feed_requested = Signal(str)
    """(address): the dialog has closed; the link is that of a feed or column, choose from its links."""

    def __init__(self, icons: Icons, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("addDialog")
        self.setWindowTitle(self.tr("Add articles"))
        self.setMinimumWidth(420)
        self._icons = icons
        self._build_fields()
        self._build_buttons()
        self._arrange()
        self._text.textChanged.connect(self._on_text_changed)
        self._text.setPlainText(text)
        self._text.moveCursor(QTextCursor.MoveOperation.End)
        self._on_text_changed()

    def sizeHint(self) -> QSize:
        return QSize(560, 420)

    def sources(self) -> Sources:
        """What the field holds now."""
        return sources_of_text(self._text.toPlainText())

    def accept(self) -> None:
        """Hand over what was entered and close."""
        sources = self.sources()
        if not sources:
            return
        super().accept()
        if sources.links:
            self.sources_entered.emit(sources.names)
        else:
            self.text_entered.emit(sources.text, self._title.text().strip(), self._source.text().strip())

    def _build_fields(self) -> None:
        self._text = _Paper()
        self._text.setObjectName("addText")
        self._text.setTabChangesFocus(True)
        self._text.setPlaceholderText(
            self.tr("Paste links, one per line — or the text of an article.\n\nhttps://")
        )
        self._text.setAccessibleName(self.tr("Links or text"))
        self._text.confirmed.connect(self.accept)
        self._title, self._source = QLineEdit(), QLineEdit()
        for field, name in ((self._title, "addTitle"), (self._source, "addSource")):
            field.setObjectName(name)
        self._title.setPlaceholderText(self.tr("The first line, unless you write another"))
        self._source.setPlaceholderText(self.tr("Who published it"))
        self._details = QWidget()
        form = QFormLayout(self._details)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        for name, field in ((self.tr("Title"), self._title), (self.tr("Source"), self._source)):
            caption = label(name, "muted")
            caption.setBuddy(field)
            field.setAccessibleName(name)
            form.addRow(caption, field)
        self._state = label(role="caption", wrap=True, name="addState")

    def _build_buttons(self) -> None:
        self._files = QPushButton(" " + self.tr("Choose files…"))
        self._files.setObjectName("addFiles")
        self._files.setAutoDefault(False)
        self._icons.bind(self._files, "file-up", size=16)
        self._files.clicked.connect(self._on_files_clicked)
        self._column = QPushButton(self.tr("This is a column: choose from its links"))
        self._column.setObjectName("addColumn")
        self._column.setProperty("kind", "link")
        self._column.setAutoDefault(False)
        self._column.clicked.connect(self._on_column_clicked)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setObjectName("addCancel")
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self.reject)
        self._confirm = QPushButton()
        self._confirm.setObjectName("addConfirm")
        self._confirm.setProperty("kind", "primary")
        self._confirm.setDefault(True)
        self._confirm.clicked.connect(self.accept)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._files)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Add articles"), "h1"))
        column.addWidget(self._text, 1)
        column.addWidget(self._state)
        column.addWidget(self._column, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._details)
        column.addSpacing(4)
        column.addLayout(buttons)

    def _on_text_changed(self) -> None:
        sources = self.sources()
        self._details.setVisible(bool(sources.text))
        self._column.setVisible(len(sources.links) == 1)
        self._confirm.setEnabled(bool(sources))
        self._confirm.setText(self.tr("Add %n link(s)", "", len(sources.links)) if len(sources.links) > 1
                              else self.tr("Add text") if sources.text else self.tr("Add"))  # fmt: skip
        if sources.text:
            self._title.setPlaceholderText(_first_line(sources.text) or self.tr("What it is called"))
            self._state.setText(self.tr("This is saved as a text. Give it a title and say where it is from."))
        elif sources.links:
            self._state.setText(self.tr("The pages are fetched, cleaned and kept on this computer."))
        else:
            self._state.setText(
                self.tr("Files can be added too: web pages, Word (DOCX), PDF, EPUB, Markdown, text, and whole folders.")
            )

    def _on_column_clicked(self) -> None:
        (link,) = self.sources().links
        self.reject()
        self.feed_requested.emit(link)

    def _on_files_clicked(self) -> None:
        self.reject()
        self.files_requested.emit()


def _first_line(text: str) -> str:
    first = text.strip().split("\n", 1)[0].strip()
    return first if len(first) <= LONGEST_TITLE else ""


def clipboard_sources(mime: QMimeData | None) -> Sources:
    """What the clipboard offers to be added; nothing when it is empty."""
    return sources_of(mime) if mime is not None else Sources()
