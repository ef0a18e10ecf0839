"""Where pictures are looked at, copied and saved, and where missing ones are fetched."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QMenu, QWidget

from reader.model.errors import ReaderError
from reader.text.captions import pictures_of
from reader.text.filenames import safe_filename
from reader.ui.panel.missing_pictures import MissingPictures
from reader.ui.panel.side_panel import SidePanel
from reader.ui.reading.images import ImageProvider, decode, picture_size, sniff
from reader.ui.reading.pane import ReaderPane
from reader.ui.saving import Saving
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from reader.services.completing import Completed
    from reader.ui.dialogs.picture import PictureDialog

_SUFFIXES = {"jpeg": "jpg"}
_LONGEST_NAME = 40


class PictureDesk(QObject):
    """The pictures of the open article."""

    def __init__(
        self, work: Workspace, pane: ReaderPane, panel: SidePanel, provider: ImageProvider, saving: Saving
    ) -> None:
        super().__init__(pane)
        self._work, self._pane, self._provider, self._saving = work, pane, provider, saving
        self._article = ""
        self._section = MissingPictures(work.icons)
        self._section.fetch_requested.connect(lambda: self.fetch_missing(self._article))
        panel.info.add_section(self._section, first=True)
        work.announcer.articles_changed.connect(self._on_articles_changed)
        pane.view.picture_activated.connect(self.open)
        pane.view.picture_menu_requested.connect(self._show_menu)

    def open(self, block: int) -> PictureDialog:
        """Show the picture of a block large, with the others of the article beside it."""
        # Dialogs are imported when they are opened: the window is there sooner.
        from reader.ui.dialogs.picture import PictureDialog, ShownPicture

        blocks = self._pane.view.blocks
        placed = [each for each in pictures_of(blocks) if blocks[each.block].image]
        shown = [ShownPicture(blocks[each.block].image, each.caption) for each in placed]
        first = next((order for order, each in enumerate(placed) if each.block == block), 0)
        dialog = PictureDialog(shown, first, self._provider, self._run, self._work.icons, self._pane.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.save_requested.connect(partial(self._save_from, dialog))
        dialog.copy_requested.connect(self._copy)
        dialog.finished.connect(self._pane.focus_text)
        dialog.open()
        return dialog

    def _run(self, work: Callable[[], object], done: Callable[[object], None]) -> None:
        self._work.tasks.run(work, on_done=done, on_error=self._work.error)

    def _show_menu(self, place: QPoint, block: int) -> None:
        sha256 = self._pane.view.blocks[block].image
        menu = QMenu(self._pane)
        menu.setObjectName("pictureMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Enlarge"), partial(self.open, block))
        menu.addAction(self.tr("Copy Picture"), partial(self.copy, sha256))
        menu.addAction(self.tr("Save Picture As…"), partial(self.save, sha256))
        menu.popup(place)

    def copy(self, sha256: str) -> None:
        """Put a stored picture on the clipboard."""
        data = self._provider(sha256) or b""
        self._copy(decode(data, picture_size(data)))

    def _copy(self, image: QImage) -> None:
        if not image.isNull():
            QGuiApplication.clipboard().setImage(image)
            self._work.tell(self.tr("The picture is on the clipboard"))

    def _save_from(self, dialog: PictureDialog, sha256: str) -> None:
        self.save(sha256, dialog.picture.caption, dialog)

    def save(self, sha256: str, caption: str = "", parent: QWidget | None = None) -> None:
        """Ask where, and write the picture as it was stored."""
        form = sniff(self._provider(sha256) or b"").decode()
        words = caption[:_LONGEST_NAME] or self._pane.header.title.full_text()
        name = safe_filename(words, _SUFFIXES.get(form, form))
        write = partial(self._work.session.reading.save_image, sha256)
        self._saving.ask(self.tr("Save Picture"), name, write, parent)

    # ---- missing ones

    def show_article(self, article: str) -> None:
        """Another article is open, "" for none."""
        self._article = article
        self._section.show_missing(self._missing())

    def _on_articles_changed(self, ids: list[str]) -> None:
        if self._article in ids:
            self.show_article(self._article)

    def _missing(self) -> int:
        work = self._work
        if not self._article or work.session.read_only:
            return 0
        try:
            return work.session.completing.missing(self._article)
        except ReaderError:  # it was removed meanwhile
            return 0

    def fetch_missing(self, article: str) -> None:
        """Fetch them in the background; the text stays where it is."""
        self._section.set_busy(True)
        title = next((row.title for row in self._work.session.organising.rows([article])), "")
        self._work.tasks.run(
            partial(self._work.session.completing.fetch_missing, article),
            on_done=partial(self._on_fetched, article),
            on_error=self._on_failed,
            on_cancel=partial(self._section.set_busy, False),
            title=title,
        )

    def _on_failed(self, error: Exception) -> None:
        self._section.set_busy(False)
        self._work.error(error)

    def _on_fetched(self, article: str, done: Completed) -> None:
        self._section.set_busy(False)
        self._work.announcer.articles_changed.emit([article])
        if done.filled and not done.missing:
            self._work.tell(self.tr("All pictures are there now"))
        elif done.filled:
            self._work.tell(self.tr("Some pictures came, %n still cannot be had", "", done.missing))
        else:
            self._work.tell(self.tr("The missing pictures still cannot be had"))
