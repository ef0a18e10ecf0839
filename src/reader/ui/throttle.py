"""Something that is asked for often is done seldom: hundreds of tasks may change in one second."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer


class Throttle(QObject):
    """Calls `do` at once when it was not called for `interval` milliseconds, else at the end of that time."""

    def __init__(self, interval: int, do: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._interval, self._do = interval, do
        self._last = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.run)

    def ask(self, *_: object) -> None:
        """Have it done, now or soon; takes whatever a signal carries."""
        if self._timer.isActive():
            return
        rest = self._interval - self._last.elapsed() if self._last.isValid() else 0
        if rest <= 0:
            self.run()
        else:
            self._timer.start(rest)

    def run(self) -> None:
        """Do it now; nothing that was asked for is left to do."""
        self._timer.stop()
        self._do()
        self._last.start()
