"""Dropping onto the window: what a drop would add, said before it is let go."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reader.ui.icons import Icons
from reader.ui.incoming import Sources, sources_of
from reader.ui.parts import Picture, label

MARGIN = 12
"""Around the overlay, so that the window still shows at its edges."""


class DropOverlay(QFrame):
    """A dashed sheet over the window while something is dragged across it."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dropOverlay")
        # Drags go to the widget below: this one would take them away from the window.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture = Picture(icons, "file-up", "accent", 32)
        self._heading = label(role="h2")
        self._sentence = label(role="muted", wrap=True)
        for each in (self._heading, self._sentence):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._heading)
        column.addWidget(self._sentence)
        column.addStretch(1)
        self.hide()

    def show_sources(self, sources: Sources) -> None:
        """Say what would be added and what would be skipped, over the whole parent."""
        self._heading.setText(self._promise(sources))
        self._sentence.setText(self._exception(sources))
        self._sentence.setVisible(bool(sources.skipped))
        self.setGeometry(self.parentWidget().rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN))
        self.show()
        self.raise_()

    def words(self) -> tuple[str, str]:
        """Both lines, as shown."""
        return self._heading.text(), self._sentence.text()

    def _promise(self, sources: Sources) -> str:
        if sources.text:
            return self.tr("Drop to add this text")
        folders = sum(path.is_dir() for path in sources.files)
        if folders and folders == len(sources.names):
            return self.tr("Drop to add all files in %n folder(s)", "", folders)
        if sources.files and (sources.links or folders):
            return self.tr("Drop to add %n source(s)", "", len(sources.names))
        if sources.files:
            return self.tr("Drop to add %n file(s)", "", len(sources.files))
        if sources.links:
            return self.tr("Drop to add %n link(s)", "", len(sources.links))
        return self.tr("These files cannot be added")

    def _exception(self, sources: Sources) -> str:
        kinds = ", ".join(sources.skipped_suffixes)
        if not sources:
            return self.tr("Web pages (HTML, MHTML), Word (DOCX), PDF, EPUB, Markdown and text can be added.")
        if kinds:
            sentence = self.tr("%n not supported (%1), will be skipped", "", len(sources.skipped))
            return sentence.replace("%1", kinds)
        return self.tr("%n not supported, will be skipped", "", len(sources.skipped))


class DropTarget(QObject):
    """Makes a window take links, files and texts; whatever is over a widget that takes it itself is left alone."""

    dropped = Signal(object)
    """The `Sources`; they may hold nothing but what is skipped."""

    def __init__(self, icons: Icons, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.overlay = DropOverlay(icons, window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows a drag over the window."""
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            return self._on_drop(event)
        if isinstance(event, QDragEnterEvent):
            return self._on_enter(event)
        if isinstance(event, QDragMoveEvent):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            return True
        if event.type() in (QEvent.Type.DragLeave, QEvent.Type.WindowDeactivate):
            self.overlay.hide()
        return super().eventFilter(watched, event)

    def _on_enter(self, event: QDragEnterEvent) -> bool:
        # What is dragged from the window itself (a passage of the reader) is no new article.
        if event.source() is not None:
            return False
        sources = sources_of(event.mimeData())
        if not sources and not sources.skipped:
            return False
        self.overlay.show_sources(sources)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    def _on_drop(self, event: QDropEvent) -> bool:
        self.overlay.hide()
        sources = sources_of(event.mimeData())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(sources)
        return True
