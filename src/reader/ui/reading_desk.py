"""Where articles are opened and read: history, position, size of the text, find."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from reader.model.annotation import Annotation
from reader.model.article import Article, Content, Position, Status
from reader.model.errors import ReaderError
from reader.text.addresses import is_web
from reader.ui.annotation_desk import AnnotationDesk
from reader.ui.panel.side_panel import SidePanel
from reader.ui.reading.pane import ReaderPane
from reader.ui.workspace import Workspace

SAVE_AFTER = 2000
"""Milliseconds of rest after which the reading position is saved."""

SIZES = (14, 28)
DEFAULT_SIZE = 18


class ReadingDesk(QObject):
    """Shows one article in the reader pane and the panel, and remembers where reading stopped."""

    opened = Signal(str)
    """(id, "" for none)."""
    attachment_chosen = Signal(object)
    """A link in the text leads to this attachment, which is stored: the network is not needed."""

    def __init__(
        self, work: Workspace, pane: ReaderPane, panel: SidePanel, marks: AnnotationDesk, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._work, self._pane, self._panel, self._marks = work, pane, panel, marks
        self._article: Article | None = None
        self._version = 0
        self._trail: list[str] = []
        self._at = -1
        self._place: tuple[int, float] | None = None
        self._saver = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._saver.timeout.connect(self.save_position)
        work.announcer.articles_changed.connect(self._on_articles_changed)
        work.announcer.settings_changed.connect(self.apply_settings)
        pane.position_changed.connect(self._on_position_changed)
        pane.link_activated.connect(self._on_link)
        pane.typography_changed.connect(self._on_typography_changed)
        panel.outline.goto_requested.connect(self._on_goto)
        panel.info.open_requested.connect(self.open_link)
        self.apply_settings()

    def slots(self) -> dict[str, Callable[[], object]]:
        """What the actions of this desk do."""
        return {
            "back": partial(self.go, -1),
            "forward": partial(self.go, 1),
            "open_original": self.open_original,
            "larger": partial(self.resize_text, 1),
            "smaller": partial(self.resize_text, -1),
            "default_size": partial(self.resize_text, 0),
            "passages": self.toggle_passages,
        }

    @property
    def article(self) -> Article | None:
        """The open article."""
        return self._article

    def open(self, article: str) -> bool:
        """Show an article where reading stopped; False when it cannot be read (the user was told)."""
        if self._article is not None and article == self._article.id:
            return True
        self._pane.settle()
        self.save_position()
        if not article:
            self.clear()
            return False
        if not self._show(article):
            return False
        del self._trail[self._at + 1 :]
        self._trail.append(article)
        self._at = len(self._trail) - 1
        self._pane.set_history(self._at > 0, False)
        return True

    def _show(self, key: str) -> bool:
        reading = self._work.session.reading
        try:
            article, content, position = reading.article(key), reading.content(key), reading.position(key)
        except ReaderError as error:
            self._work.error(error)
            return False
        self._article, self._version, self._place = article, content.version.number, None
        annotations = self._marks.show(article)
        self._pane.show_article(article, content, annotations, position)
        self._show_information(article, content, annotations)
        self.opened.emit(key)
        return True

    def _show_information(self, article: Article, content: Content, annotations: list[Annotation]) -> None:
        self._panel.show_article(article, content, annotations)

    def clear(self) -> None:
        """Show no article."""
        self._article, self._place = None, None
        self._marks.show(None)
        self._pane.clear()
        self._panel.clear()
        self.opened.emit("")

    def go(self, direction: int) -> None:
        """Back (-1) or forward (1) among the articles that were open."""
        target = self._at + direction
        if 0 <= target < len(self._trail):
            self._pane.settle()
            self.save_position()
            if self._show(self._trail[target]):
                self._at = target
                self._pane.set_history(target > 0, target < len(self._trail) - 1)

    def _on_articles_changed(self, ids: list[str]) -> None:
        if self._article is None or self._article.id not in ids:
            return
        key = self._article.id
        try:
            article = self._work.session.reading.article(key)
        except ReaderError:  # removed for ever
            self.clear()
            return
        if article.deleted:
            self.clear()
        elif article.version != self._version:
            self._show(key)
        else:
            self._article = article
            content = self._work.session.reading.content(key)
            self._pane.update_article(article)
            self._pane.view.set_blocks(content.blocks)
            self._show_information(article, content, self._marks.annotations)

    # ---- position

    def _on_position_changed(self, offset: int, progress: float) -> None:
        self._place = (offset, progress)
        self._panel.set_offset(offset)
        self._saver.start()

    def save_position(self) -> None:
        """Save where reading stands; nothing is written when it has not moved."""
        self._saver.stop()
        if self._article is None or self._place is None or self._work.session.read_only:
            return
        article, (offset, progress) = self._article, self._place
        self._place = None
        try:
            self._work.session.reading.save_position(Position(article.id, self._version, offset, progress))
        except ReaderError as error:
            self._work.error(error)
            return
        self._work.announcer.articles_changed.emit([article.id])

    def _on_goto(self, offset: int) -> None:
        self._pane.goto(offset)
        self._pane.focus_text()

    # ---- looks

    def apply_settings(self) -> None:
        """Typography of the reader from the preferences."""
        self._pane.apply_settings(self._work.settings)

    def _on_typography_changed(self, changes: dict[str, object]) -> None:
        for name, value in changes.items():
            setattr(self._work.settings, name, value)
        self._work.save_settings()
        self._work.announcer.settings_changed.emit()

    def resize_text(self, step: int) -> None:
        """Make the text larger or smaller by px; 0 goes back to the default."""
        size = self._work.settings.text_size + step if step else DEFAULT_SIZE
        self._on_typography_changed({"text_size": min(max(size, SIZES[0]), SIZES[1])})

    def toggle_passages(self) -> None:
        """Show or hide 段-句 numbers in the margin."""
        self._on_typography_changed({"passages": not self._work.settings.passages})

    # ---- leaving

    def _on_link(self, url: str) -> None:
        """A link of the text, as QUrl writes it."""
        stored = self._work.session.attaching.list(self._article.id) if self._article else []
        attachment = next((each for each in stored if QUrl(each.href).toString() == url), None)
        if attachment is not None:
            self.attachment_chosen.emit(attachment)
        else:
            self.open_link(url)

    def open_link(self, url: str) -> None:
        """Hand a web address to the browser; anything else stays inside and is not followed."""
        if is_web(url) or url.lower().startswith("mailto:"):
            QDesktopServices.openUrl(QUrl(url))

    def open_original(self, article: str = "") -> None:
        """Open the page an article came from."""
        found = self._work.session.reading.article(article) if article else self._article
        if found is None:
            return
        address = found.metadata.url or found.metadata.original_url
        if address:
            self.open_link(address)
        else:
            self._work.tell(self.tr("This article has no address; write one under Information."))

    def is_done(self) -> bool:
        """Whether the open article is marked as read."""
        return self._article is not None and self._article.status is Status.READ
