"""A QTextBrowser that loads, follows, accepts and navigates nothing."""

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QColor, QImage, QPalette, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget


class InertBrowser(QTextBrowser):
    """Shows a document and that is all: Qt's own browser opens local files for a picture or a link."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)  # its own is on even in a read-only browser

    def loadResource(self, kind: int, _name: QUrl) -> object:
        """A blank of the right kind; an empty answer would make Qt look for a file."""
        is_image = int(kind) == QTextDocument.ResourceType.ImageResource.value
        return QImage(1, 1, QImage.Format.Format_ARGB32) if is_image else " "

    def doSetSource(self, _name: QUrl, _kind: QTextDocument.ResourceType) -> None:
        """Never navigates."""

    def hide_selection(self, text: str) -> None:
        """Make Qt's own selection invisible on text of the colour `text`: it is a box over the full line height."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, QColor(0, 0, 0, 0))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(text))
        self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        """Keeps QTextEdit from putting the window's font into the document, which lays all of it out again."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            QFrame.changeEvent(self, event)
        else:
            super().changeEvent(event)
