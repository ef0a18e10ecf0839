"""What the user is told of trouble: expected trouble as a sentence, everything else as a report that can be copied."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.messages import Messages
from reader.model.errors import CancelledError, ReaderError

LOG = logging.getLogger("reader")


class Notices(QObject):
    """Turns exceptions into words. `show` receives the sentences of expected trouble (the toast)."""

    _caught = Signal(object)

    def __init__(self, window: QWidget, say: Messages, show: Callable[[str], None]) -> None:
        super().__init__(window)
        self._window, self._say, self._show = window, say, show
        self._is_reporting = False
        # From whatever thread an exception comes, it is reported on this object's.
        self._caught.connect(self.error)

    def error(self, error: Exception) -> None:
        """Tell the user about an error."""
        if isinstance(error, CancelledError):
            return
        if isinstance(error, ReaderError):
            LOG.info("%s %s", error.code, error.data)
            self._show(self._say.error(error))
            return
        LOG.error("unexpected error", exc_info=error)
        self._report(error)

    def _report(self, error: Exception) -> None:
        if self._is_reporting:  # one report at a time: an error in a paint event would pile them up
            return
        self._is_reporting = True
        box = QMessageBox(self._window)
        box.setObjectName("errorReport")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Something went wrong"))
        box.setText(self._say.error(error))
        box.setDetailedText("".join(traceback.format_exception(error)))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._on_report_closed)
        box.open()

    def _on_report_closed(self) -> None:
        self._is_reporting = False

    def catch_everything(self) -> None:
        """Report exceptions that nobody caught, in slots and in threads, instead of printing them."""

        def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            if isinstance(error, Exception):
                self._caught.emit(error.with_traceback(trace))
            else:
                sys.__excepthook__(kind, error, trace)

        sys.excepthook = hook
        threading.excepthook = lambda args: hook(args.exc_type, args.exc_value or SystemExit(), args.exc_traceback)
