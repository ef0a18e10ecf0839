"""The desk at the right of the export dialog: has the pages made off the UI thread, and shows the newest."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from reader.messages import Messages
from reader.services.exporting import Options
from reader.services.proof import ProofSheets
from reader.ui.dialogs.preview import Pages, Preview
from reader.ui.dialogs.preview_bar import PreviewBar
from reader.ui.empty_state import EmptyState
from reader.ui.icons import Icons
from reader.ui.parts import line
from reader.ui.tasks import Tasks

RENDER_AFTER = 20
"""Milliseconds between a change and the new preview: keys that come together make one."""
BUSY_AFTER = 300
"""Milliseconds after which a preview that is not ready shows that it is being made."""


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What the export dialog asks for; `path` is ignored by the preview, the printer and by copying."""

    ids: tuple[str, ...]
    format: str
    path: Path
    options: Options
    template: str = "study"


class MakesPages(Protocol):
    """`services.proof.Proof`, all of it called in the thread of `Tasks.run(draws=True)`."""

    def renew(
        self, ids: Sequence[str], options: Options, template: str, cancel: threading.Event | None = None
    ) -> ProofSheets:
        """Lay out anew."""

    def page(self, index: int, dpi: float) -> QImage | None:
        """Draw a page."""

    def close(self) -> None:
        """Let the pages go."""


class PreviewDesk(QWidget):
    """Every change makes the rendering before it stale, which is cancelled."""

    renewed = Signal(object)
    """(ProofSheets): the pages that are shown now."""

    def __init__(
        self, icons: Icons, say: Messages, tasks: Tasks, proof: MakesPages, request: Callable[[], ExportRequest]
    ) -> None:
        super().__init__()
        self.setObjectName("exportDesk")
        self.setProperty("surface", "chrome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._say, self._tasks, self._proof, self._request = say, tasks, proof, request
        self._is_over = False
        self.preview = Preview(icons)
        self.preview.pages_wanted.connect(self._draw)
        self.bar = PreviewBar(icons, self.preview)
        self.trouble = EmptyState(icons, "exportTrouble")
        self._arrange()
        self._busy = QLabel("…", self)
        self._busy.setObjectName("exportBusy")
        self._busy.setProperty("role", "kbd")
        self._busy.hide()
        self._later = QTimer(self, singleShot=True, interval=RENDER_AFTER)
        self._later.timeout.connect(self.renew)
        self._busy_later = QTimer(self, singleShot=True, interval=BUSY_AFTER)
        self._busy_later.timeout.connect(self._show_busy)
        self._retranslate()

    def _arrange(self) -> None:
        shown = QWidget()
        rows = QVBoxLayout(shown)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.preview, 1)
        rows.addWidget(line())
        rows.addWidget(self.bar)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(shown)
        self._pages.addWidget(self.trouble)
        self._shown = shown
        zooms = {"Ctrl+=": 1, "Ctrl++": 1, "Ctrl+-": -1}
        for key, step in zooms.items():
            QShortcut(QKeySequence(key), self, partial(self.preview.step_zoom, step))
        QShortcut(QKeySequence("Ctrl+0"), self, partial(self.preview.set_zoom, None))

    def _retranslate(self) -> None:
        self.preview.setAccessibleName(self.tr("Preview"))
        self._busy.setAccessibleName(self.tr("The preview is being made"))

    def renew_later(self) -> None:
        """Something changed: make the pages anew after a short rest."""
        self._later.start()

    def stop(self) -> None:
        """The dialog is over: what is still being made is dropped."""
        self._is_over = True
        for timer in (self._later, self._busy_later):
            timer.stop()
        self._tasks.run(self._proof.close, draws=True, replaces=self._name("renew"))

    def renew(self) -> None:
        """Make the pages of what is chosen now."""
        request, preview = self._request(), self.preview
        if self._is_over:
            return
        if not request.ids:
            self._show_trouble(self.tr("No article chosen"), self.tr("Check at least one article on the left."))
            return
        if not self._busy_later.isActive() and self._busy.isHidden():
            self._busy_later.start()
        dpi = preview.dpi * preview.devicePixelRatioF()
        self._tasks.run(
            partial(_renew, self._proof, request, preview.seen(), dpi),
            on_done=self._on_renewed,
            on_error=self._on_failed,
            draws=True,
            replaces=self._name("renew"),
        )

    def _draw(self) -> None:
        """The pages that came into view."""
        preview = self.preview
        self._tasks.run(
            partial(_draw, self._proof, preview.wanted(), preview.dpi * preview.devicePixelRatioF()),
            on_done=preview.add_images,
            draws=True,
            replaces=self._name("draw"),
        )

    def _name(self, what: str) -> str:
        return f"proof {id(self)} {what}"

    def _on_renewed(self, made: tuple[ProofSheets, Pages]) -> None:
        sheets, images = made
        self._end_waiting()
        if self._is_over:
            return
        self.preview.set_paper(sheets.sizes, images)
        self.bar.set_fonts(sheets.fonts)
        self._pages.setCurrentWidget(self._shown)
        self.preview.setAccessibleDescription(self.tr("%n page(s)", "", self.preview.count))
        self.renewed.emit(sheets)

    def _on_failed(self, error: Exception) -> None:
        if not self._is_over:
            self._show_trouble(self.tr("No preview"), self._say.error(error))

    def _end_waiting(self) -> None:
        self._busy_later.stop()
        self._busy.hide()

    def _show_trouble(self, heading: str, sentence: str) -> None:
        self._end_waiting()
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


def _renew(
    proof: MakesPages, request: ExportRequest, seen: Sequence[int], dpi: float, cancel: threading.Event
) -> tuple[ProofSheets, Pages]:
    sheets = proof.renew(request.ids, request.options, request.template, cancel)
    return sheets, _draw(proof, seen, dpi, cancel)


def _draw(proof: MakesPages, numbers: Sequence[int], dpi: float, cancel: threading.Event) -> Pages:
    """Those of the pages that there are; a cancelled drawing ends early, since nobody looks at it any more."""
    images = {}
    for number in numbers:
        if cancel.is_set():
            break
        image = proof.page(number, dpi)
        if image is not None:
            images[number] = image
    return images
