"""The desk at the right of the export dialog: has the pages made off the UI thread, and shows the newest."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from reader.messages import Messages
from reader.services.exporting import Options
from reader.ui.dialogs.preview import Preview, to_image
from reader.ui.empty_state import EmptyState
from reader.ui.icons import Icons

RENDER_AFTER = 150
"""Milliseconds between a change and the new preview."""
BUSY_AFTER = 300
"""Milliseconds after which a preview that is not ready shows that it is being made."""


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What the export dialog asks for; `path` is ignored by the preview and by copying."""

    ids: tuple[str, ...]
    format: str
    path: Path
    options: Options
    template: str = "study"


MakePreview = Callable[[ExportRequest], Sequence[QImage | bytes]]
Run = Callable[[Callable[[], object], Callable[[object], None], Callable[[Exception], None]], object]
"""run(work, on_done, on_error): calls `work` off the UI thread and one of the others on it."""


class PreviewDesk(QWidget):
    """One rendering at a time: what changes meanwhile makes its result stale, which is dropped and made again."""

    def __init__(
        self, icons: Icons, say: Messages, preview: MakePreview, run: Run, request: Callable[[], ExportRequest]
    ) -> None:
        super().__init__()
        self.setObjectName("exportDesk")
        self.setProperty("surface", "chrome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._say, self._make, self._run, self._request = say, preview, run, request
        self._is_rendering = self._is_outdated = self._is_over = False
        self.preview = Preview(icons)
        self.trouble = EmptyState(icons, "exportTrouble")
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.preview)
        self._pages.addWidget(self.trouble)
        self._busy = QLabel("…", self)
        self._busy.setObjectName("exportBusy")
        self._busy.setProperty("role", "kbd")
        self._busy.hide()
        self._later = QTimer(self, singleShot=True, interval=RENDER_AFTER)
        self._later.timeout.connect(self.renew)
        self._busy_later = QTimer(self, singleShot=True, interval=BUSY_AFTER)
        self._busy_later.timeout.connect(self._show_busy)
        self._retranslate()

    def _retranslate(self) -> None:
        self.preview.setAccessibleName(self.tr("Preview"))
        self._busy.setAccessibleName(self.tr("The preview is being made"))

    def renew_later(self) -> None:
        """Something changed: make the pages anew after a short rest."""
        self._later.start()

    def stop(self) -> None:
        """The dialog is over: what is still being made is ignored."""
        self._is_over = True
        self._later.stop()
        self._busy_later.stop()

    def renew(self) -> None:
        """Make the pages of what is chosen now."""
        if self._is_rendering:
            self._is_outdated = True
            return
        request, make = self._request(), self._make
        if not request.ids:
            self._show_trouble(self.tr("No article chosen"), self.tr("Check at least one article on the left."))
            return
        self._is_rendering, self._is_outdated = True, False
        self._busy_later.start()
        self._run(lambda: [to_image(page) for page in make(request)], self._on_rendered, self._on_failed)

    def _is_wanted(self) -> bool:
        """After a rendering: whether its result is still asked for; starts the next one if not."""
        self._is_rendering = False
        if self._is_over:
            return False
        self._busy_later.stop()
        self._busy.hide()
        if self._is_outdated:
            self.renew()
            return False
        return True

    def _on_rendered(self, pages: object) -> None:
        if self._is_wanted():
            self.preview.set_pages(list(pages) if isinstance(pages, list) else [])
            self._pages.setCurrentWidget(self.preview)
            self.preview.setAccessibleDescription(self.tr("%n page(s)", "", self.preview.count))

    def _on_failed(self, error: Exception) -> None:
        if self._is_wanted():
            self._show_trouble(self.tr("No preview"), self._say.error(error))

    def _show_trouble(self, heading: str, sentence: str) -> None:
        self._busy.hide()
        self.trouble.show_state("triangle-alert", heading, sentence)
        self._pages.setCurrentWidget(self.trouble)

    def _show_busy(self) -> None:
        self._busy.adjustSize()
        self._busy.move(self.width() - self._busy.width() - 24, 12)
        self._busy.show()
        self._busy.raise_()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
