"""Where the reader is: shown in the footer at once, reported when it means something."""

from PySide6.QtCore import QObject, QTimer, Signal

from reader.ui.reading.footer import ReaderFooter
from reader.ui.reading.view import ReaderView

SETTLE = 120
"""Milliseconds between two reports of the position while scrolling."""
DWELL = 3000
"""Milliseconds after which an article that was opened counts as being read, even if nobody scrolls."""


class PlaceReporter(QObject):
    """Watches the view. An article that is merely opened and left at once is not reported: nobody read it."""

    position_changed = Signal(int, float)
    """Offset at the upper edge, progress 0 to 1."""

    def __init__(self, view: ReaderView, footer: ReaderFooter) -> None:
        super().__init__(view)
        self._view, self._footer = view, footer
        self._opened_at: int | None = None
        self._characters = 0
        self._is_open = False
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._dwell = QTimer(self, singleShot=True, interval=DWELL)
        self._settle.timeout.connect(self._on_settled)
        self._dwell.timeout.connect(self._report)
        view.scrolled.connect(self._on_scrolled)

    def opened(self, characters: int) -> None:
        """An article of so many visible characters is shown, at the place where it shall begin."""
        self._is_open, self._characters = True, characters
        self._opened_at = self._view.visible_span().start
        self._settle.stop()
        self._dwell.start()
        self._show()
        if not self._view.visible_lines():
            self._settle.start()  # a long text is still being laid out

    def settle(self) -> None:
        """Report at once what was scrolled a moment ago: the article is about to be left."""
        if self._settle.isActive():
            self._settle.stop()
            self._on_settled()

    def closed(self) -> None:
        """No article is shown."""
        self._is_open = False
        self._settle.stop()
        self._dwell.stop()

    def _on_scrolled(self) -> None:
        if self._is_open and not self._settle.isActive():
            self._settle.start()

    def _on_settled(self) -> None:
        self._show()
        if not self._is_where_opened():
            self._opened_at = None
            self._report()

    def _is_where_opened(self) -> bool:
        """Whether the first line still holds the character it began with; lines break anew when the window changes."""
        lines = self._view.visible_lines()
        return self._opened_at is not None and (not lines or lines[0].start <= self._opened_at <= lines[0].end)

    def _report(self) -> None:
        self.position_changed.emit(self._view.visible_span().start, self._view.progress())

    def _show(self) -> None:
        number, count = self._view.paragraph_number()
        self._footer.show_place(number, count, self._view.progress(), self._characters)
