"""Below the preview: which page is seen, in which size, and set in which fonts."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from reader.ui.dialogs.preview import STEPS, Preview
from reader.ui.icons import Icons
from reader.ui.parts import ElidedLabel, describe, icon_button, label


class _Fonts(ElidedLabel):
    """All names, or how many there are: the beginning of a name says nothing."""

    brief = ""

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.brief) + 2, super().minimumSizeHint().height())

    def _elide(self) -> None:
        super()._elide()
        if self.text() != self.full_text():
            self.setText(self.brief)


class PreviewBar(QWidget):
    """Follows a preview and sets its zoom."""

    def __init__(self, icons: Icons, preview: Preview) -> None:
        super().__init__()
        self._preview = preview
        self._fonts: Sequence[str] = ()
        self.page = label(role="caption", name="exportPage")
        self.fonts = _Fonts(role="caption")
        self.fonts.setObjectName("exportFonts")
        self.fonts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._smaller = icon_button(icons, "minus", "exportSmaller", size=15, side=28)
        self._larger = icon_button(icons, "plus", "exportLarger", size=15, side=28)
        self.zoom = QComboBox()
        self.zoom.setObjectName("exportZoom")
        for step in (None, *STEPS):
            self.zoom.addItem("" if step is None else f"{step:.0%}", step)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 4, 18, 4)
        row.setSpacing(4)
        row.addWidget(self.page)
        row.addSpacing(12)
        row.addWidget(self.fonts, 1)
        row.addSpacing(12)
        for widget in (self._smaller, self.zoom, self._larger):
            row.addWidget(widget)
        self._smaller.clicked.connect(lambda: preview.step_zoom(-1))
        self._larger.clicked.connect(lambda: preview.step_zoom(1))
        self.zoom.activated.connect(lambda _index: preview.set_zoom(self.zoom.currentData()))
        preview.moved.connect(self._show)
        self._retranslate()

    def set_fonts(self, fonts: Sequence[str]) -> None:
        """The families of the pages."""
        self._fonts = fonts
        names = self.tr(", ").join(fonts)
        self.fonts.brief = self.tr("%n font(s)", "", len(fonts)) if fonts else ""
        self.fonts.set_full_text(self.tr("Fonts: %1").replace("%1", names) if fonts else "")

    def _retranslate(self) -> None:
        describe(self._smaller, self.tr("Smaller"), "Ctrl+-")
        describe(self._larger, self.tr("Larger"), "Ctrl+=")
        describe(self.zoom, self.tr("Size of the pages"))
        self.zoom.setItemText(0, self.tr("Fit width"))
        self.set_fonts(self._fonts)
        self._show()

    def _show(self) -> None:
        preview = self._preview
        place = self.tr("Page %1 of %2").replace("%1", str(preview.current + 1)).replace("%2", str(preview.count))
        self.page.setText(place if preview.count else "")
        self.zoom.setCurrentIndex(self.zoom.findData(preview.zoom))
        self._smaller.setEnabled(preview.dpi > 96 * STEPS[0] + 1)
        self._larger.setEnabled(preview.dpi < 96 * STEPS[-1] - 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
