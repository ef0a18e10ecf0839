"""Where attachments are saved to the reader's own folders or added as articles; none is ever opened here."""

import threading
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from reader.model.article import AddOutcome, Attachment
from reader.model.errors import ReaderError
from reader.services.attaching import Attaching
from reader.ui.arrivals import Arrivals
from reader.ui.panel.attachments import AttachmentsSection, attachment_icon
from reader.ui.panel.side_panel import SidePanel
from reader.ui.reading.menus import plain
from reader.ui.saving import Saving
from reader.ui.workspace import Workspace

_LONGEST = 40
"""Characters of a name in a menu."""


class AttachmentDesk(QObject):
    """The attachments of the open article."""

    article_added = Signal(str)
    """(id): an attachment is an article now, or was one before."""
    open_requested = Signal(str)
    """Its address, to be opened in the browser after all."""

    def __init__(
        self, work: Workspace, panel: SidePanel, saving: Saving, arrivals: Arrivals, window: QWidget
    ) -> None:
        super().__init__(window)
        self._work, self._saving, self._arrivals, self._window = work, saving, arrivals, window
        self._article = ""
        self._section = AttachmentsSection(work.icons)
        self._section.save_requested.connect(self.save)
        self._section.add_requested.connect(self.add)
        panel.info.add_section(self._section)
        work.announcer.articles_changed.connect(self._on_articles_changed)

    def show_article(self, article: str) -> None:
        """Another article is open, "" for none."""
        self._article = article
        attaching = self._work.session.attaching
        try:
            listed = attaching.list(article) if article else []
        except ReaderError:  # it was removed meanwhile
            listed = []
        self._section.show_attachments(listed, frozenset(each.sha256 for each in listed if self._can_add(each)))

    def _can_add(self, attachment: Attachment) -> bool:
        return not self._work.session.read_only and self._work.session.attaching.can_add(attachment)

    def _on_articles_changed(self, ids: list[str]) -> None:
        if self._article in ids:
            self.show_article(self._article)

    def offer(self, attachment: Attachment) -> QMenu:
        """What can be done with the attachment that a link in the text leads to."""
        menu = QMenu(self._window)
        menu.setObjectName("attachmentMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = attachment.name
        if len(name) > _LONGEST:  # the ending says what it is
            name = f"{name[: _LONGEST - 10]}…{name[-9:]}"
        menu.addAction(
            self._work.icons.icon(attachment_icon(attachment)),
            self.tr("Save “%1” As…").replace("%1", plain(name)),
            partial(self.save, attachment),
        )
        if self._can_add(attachment):
            menu.addAction(self.tr("Add as an Article"), partial(self.add, attachment))
        menu.addSeparator()
        menu.addAction(self.tr("Open the Link in the Browser"), partial(self.open_requested.emit, attachment.href))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(QCursor.pos())
        return menu

    def save(self, attachment: Attachment) -> None:
        """Ask where, and write it there."""
        attaching = self._work.session.attaching
        name = attaching.suggested_name(attachment)
        self._saving.ask(self.tr("Save Attachment"), name, partial(attaching.save, attachment))

    def add(self, attachment: Attachment) -> None:
        """Add it as an article of its own."""
        self._work.tasks.run(
            partial(_add, self._work.session.attaching, attachment),
            on_done=self._on_added,
            on_error=self._work.error,
            title=attachment.name,
        )

    def _on_added(self, outcome: AddOutcome) -> None:
        self._arrivals.announce([outcome])
        self._arrivals.conclude([outcome])
        if outcome.id is not None:
            self.article_added.emit(outcome.id)


def _add(
    attaching: Attaching, attachment: Attachment, progress: Callable[[str, int, int], None], cancel: threading.Event
) -> AddOutcome:
    """In a worker thread: trouble is raised, so that the task shows it."""
    outcome = attaching.add(attachment, progress=progress, cancel=cancel)
    if outcome.error is not None:
        raise outcome.error
    return outcome
