"""The pictures of an article, one at a time and large, with their captions."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.ui.dialogs.picture_view import STEP, PictureView
from reader.ui.icons import Icons
from reader.ui.parts import describe, icon_button, label, line
from reader.ui.reading.images import ImageProvider, decode, picture_size

MOST_DECODED = 16_000_000
"""Pixels of a picture in memory, 64 MB; a larger one is scaled while it is decoded."""
_SHARE = 0.92
"""Of the window that opened it."""

Run = Callable[[Callable[[], object], Callable[[object], None]], object]
"""Does the first in the background and hands its result to the second, in this thread."""


class ShownPicture(NamedTuple):
    """A stored picture and the words under it."""

    sha256: str
    caption: str


class _Decoded(NamedTuple):
    order: int
    image: QImage
    natural: QSize


class PictureDialog(QDialog):
    """Decodes in the background, within the limits of the reader; Esc closes."""

    save_requested = Signal(str)
    """sha256"""
    copy_requested = Signal(QImage)

    def __init__(
        self,
        pictures: Sequence[ShownPicture],
        first: int,
        provider: ImageProvider,
        run: Run,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pictureDialog")
        self._pictures, self._at = tuple(pictures), first
        self._provider, self._run = provider, run
        self._asked_finer = False
        self._build(icons)
        if parent is not None:
            self.resize(parent.window().size() * _SHARE)
        self._show()

    def _build(self, icons: Icons) -> None:
        self.view = PictureView(icons)
        self.view.step_requested.connect(self.step)
        self.view.finer_wanted.connect(self._decode_finer)
        self.view.zoom_changed.connect(self._show_zoom)
        self.caption = label(role="body", wrap=True, name="pictureCaption")
        self.caption.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._count, self._zoom = label(role="muted", name="pictureCount"), label(role="muted", name="pictureZoom")
        self._zoom.setMinimumWidth(self.fontMetrics().horizontalAdvance("0000 %"))
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(line())
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 10, 8)
        row.setSpacing(4)
        row.addWidget(self.caption, 1)
        row.addSpacing(12)
        self._add_buttons(row, icons)
        column.addLayout(row)
        self.view.setFocus()

    def _add_buttons(self, row: QHBoxLayout, icons: Icons) -> None:
        native = QKeySequence.SequenceFormat.NativeText
        copy_key = QKeySequence(QKeySequence.StandardKey.Copy)
        save_key = QKeySequence(QKeySequence.StandardKey.Save)
        buttons: tuple[tuple[str, str, str, str, Callable[[], object]] | QLabel, ...] = (
            ("chevron-left", "picturePrevious", self.tr("Previous picture"), "←", partial(self.step, -1)),
            self._count,
            ("chevron-right", "pictureNext", self.tr("Next picture"), "→", partial(self.step, 1)),
            ("zoom-out", "pictureSmaller", self.tr("Smaller"), "-", partial(self.view.zoom_by, 1 / STEP)),
            self._zoom,
            ("zoom-in", "pictureLarger", self.tr("Larger"), "+", partial(self.view.zoom_by, STEP)),
            ("maximize", "pictureFit", self.tr("Fit into the window"), "0", self.view.fit),
            ("copy", "pictureCopy", self.tr("Copy picture"), copy_key.toString(native), self.copy),
            ("download", "pictureSave", self.tr("Save picture as…"), save_key.toString(native), self.save),
            ("x", "pictureClose", self.tr("Close"), self.tr("Esc"), self.close),
        )
        self._buttons: dict[str, QToolButton] = {}
        for each in buttons:
            if isinstance(each, QLabel):
                row.addWidget(each)
                continue
            icon, name, words, key, do = each
            button = icon_button(icons, icon, name)
            describe(button, words, key)
            button.clicked.connect(lambda _checked=False, do=do: do())
            self._buttons[name] = button
            row.addWidget(button)
        self._buttons["pictureCopy"].setShortcut(copy_key)
        self._buttons["pictureSave"].setShortcut(save_key)

    # ---- what is shown

    @property
    def picture(self) -> ShownPicture:
        """The one that is shown."""
        return self._pictures[self._at]

    def step(self, direction: int) -> None:
        """Show the next (1) or previous (-1) picture; there is none beyond the ends."""
        target = self._at + direction
        if 0 <= target < len(self._pictures):
            self._at = target
            self._show()

    def _show(self) -> None:
        caption, several = self.picture.caption, len(self._pictures) > 1
        self.caption.setText(caption)
        self.setWindowTitle(caption[:80] or self.tr("Picture"))
        self.view.setAccessibleName(caption or self.tr("Picture without a caption"))
        place = self.tr("%1 of %2").replace("%1", str(self._at + 1)).replace("%2", str(len(self._pictures)))
        self._count.setText(place)
        self._count.setVisible(several)
        for name, at_end in (("picturePrevious", self._at == 0), ("pictureNext", self._at == len(self._pictures) - 1)):
            self._buttons[name].setVisible(several)
            self._buttons[name].setEnabled(not at_end)
        self._asked_finer = False
        self._decode(self.size() * self.devicePixelRatioF(), self._on_decoded)

    def _decode(self, largest: QSize, done: Callable[[_Decoded], None]) -> None:
        self._run(partial(_load, self._provider, self.picture.sha256, self._at, largest), done)

    def _on_decoded(self, decoded: _Decoded) -> None:
        if decoded.order != self._at:
            return  # one has gone on meanwhile
        if decoded.image.isNull():
            self.view.show_note(self.tr("This picture cannot be shown."))
        else:
            self.view.show_picture(decoded.image, decoded.natural)
        for name in ("pictureCopy", "pictureSave", "pictureLarger", "pictureSmaller", "pictureFit"):
            self._buttons[name].setEnabled(not decoded.image.isNull())

    def _decode_finer(self) -> None:
        if not self._asked_finer:
            self._asked_finer = True
            self._decode(QSize(30_000, 30_000), self._on_decoded_finer)

    def _on_decoded_finer(self, decoded: _Decoded) -> None:
        if decoded.order == self._at and decoded.image.width() > self.view.image.width():
            self.view.refine(decoded.image)

    def _show_zoom(self, zoom: float) -> None:
        self._zoom.setText(f"{round(zoom * 100)} %")

    # ---- what can be done with it

    def copy(self) -> None:
        """Ask for the picture on the clipboard."""
        if not self.view.image.isNull():
            self.copy_requested.emit(self.view.image)

    def save(self) -> None:
        """Ask for the picture as a file."""
        if not self.view.image.isNull():
            self.save_requested.emit(self.picture.sha256)


def _load(provider: ImageProvider, sha256: str, order: int, largest: QSize) -> _Decoded:
    """In a worker thread. No larger than `largest`, and than MOST_DECODED pixels."""
    data = provider(sha256) or b""
    natural = picture_size(data)
    pixels = natural.width() * natural.height()
    if pixels > MOST_DECODED:
        share = (MOST_DECODED / pixels) ** 0.5
        largest = largest.boundedTo(QSize(int(natural.width() * share), int(natural.height() * share)))
    return _Decoded(order, decode(data, largest), natural)
