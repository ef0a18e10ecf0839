"""The line under the article: which paragraph, how far, how long still."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from reader.text.length import CHARACTERS_PER_MINUTE
from reader.ui.parts import label


class ReaderFooter(QWidget):
    """A hairline of progress and two short texts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readerFooter")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bar = QProgressBar()
        self.bar.setObjectName("readProgress")
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(3)
        self._place = label(role="caption", name="readPlace")
        self._rest = label(role="caption", name="readRest")
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self._place)
        row.addStretch(1)
        row.addWidget(self._rest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(row, 1)
        self.setFixedHeight(31)
        self._shown = (0, 0, 0.0, 0)
        self._retranslate()

    def show_place(self, paragraph: int, paragraphs: int, progress: float, characters: int) -> None:
        """Paragraph counted from 1 (0 for none), progress 0 to 1, visible characters of the whole article."""
        if (paragraph, paragraphs, progress, characters) != self._shown:
            self._shown = (paragraph, paragraphs, progress, characters)
            self._retranslate()

    def _retranslate(self) -> None:
        paragraph, paragraphs, progress, characters = self._shown
        percent = int(progress * 100)
        self.bar.setValue(int(progress * 1000))
        self.bar.setAccessibleName(self.tr("Reading progress"))
        place = self.tr("Paragraph {number} of {count}").format(number=paragraph, count=paragraphs)
        self._place.setText(place if paragraphs else "")
        minutes = round(characters * (1 - progress) / CHARACTERS_PER_MINUTE)
        rest = self.tr("about %n minute(s) left", "", minutes) if minutes else ""
        self._rest.setText(" · ".join(part for part in (f"{percent}%", rest) if part) if paragraphs else "")

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
