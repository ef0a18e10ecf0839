"""In tab 信息: that pictures are missing, and the button that fetches them."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reader.ui.icons import Icons


class MissingPictures(QWidget):
    """Hidden while nothing is missing."""

    fetch_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(objectName="missingPictures")
        self._count, self._is_busy = 0, False
        self._button = QPushButton(objectName="fetchPictures")
        self._button.setAutoDefault(False)
        self._button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        icons.bind(self._button, "image-down", size=15)
        self._button.clicked.connect(self.fetch_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self._button)
        self._show()

    def show_missing(self, count: int) -> None:
        """How many pictures can still be asked for."""
        self._count = count
        self._show()

    def set_busy(self, is_busy: bool) -> None:
        """Whether they are being fetched."""
        self._is_busy = is_busy
        self._show()

    def _show(self) -> None:
        words = self.tr("Fetching…") if self._is_busy else self.tr("Fetch %n missing picture(s)", "", self._count)
        self._button.setText(" " + words)
        self._button.setEnabled(not self._is_busy)
        self.setVisible(self._count > 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
