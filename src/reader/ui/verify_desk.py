"""Where the quotations of documents are checked: the dialog on one side, the service and the reader on the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from reader.model.errors import ReaderError
from reader.ui.parts import bring_up
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from reader.model.verification import Checked
    from reader.ui.dialogs.verify import VerifyDialog
    from reader.ui.task import Task


class VerifyDesk(QObject):
    """One dialog at most, beside the main window, so that both can be looked at."""

    def __init__(
        self,
        work: Workspace,
        show_place: Callable[[str, int, int], None],
        show_old: Callable[[str, int, int, str], object],
        window: QWidget,
    ) -> None:
        """`show_place` shows (article, start, end) in the reader; `show_old` shows (article, an old version, the newest
        one, "old") whole."""
        super().__init__(window)
        self._work, self._show_place, self._show_old, self._window = work, show_place, show_old, window
        self.dialog: VerifyDialog | None = None
        self._task: Task | None = None
        window.installEventFilter(self)

    def open(self) -> VerifyDialog:
        """The dialog, empty or as it was left."""
        if self.dialog is None or not isValid(self.dialog):
            self.dialog = self._make()
        bring_up(self.dialog)
        return self.dialog

    def _make(self) -> VerifyDialog:
        from reader.ui.dialogs.verify import VerifyDialog

        # Without a parent: a window that belongs to the main window would always lie over the text it leads to.
        dialog = VerifyDialog(self._work.icons, self._work.say)
        dialog.setWindowFlag(Qt.WindowType.Window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        verifying = self._work.session.verifying
        dialog.text_given.connect(lambda text: self._run(dialog, partial(verifying.verify_text, text)))
        dialog.file_given.connect(lambda path: self._run(dialog, partial(verifying.verify_file, path)))
        dialog.cancel_requested.connect(self._on_cancel)
        dialog.place_requested.connect(partial(self._on_place, dialog))
        return dialog

    def _run(self, dialog: VerifyDialog, check: Callable[..., object]) -> None:
        self._task = self._work.tasks.run(
            check,
            on_done=dialog.set_found,
            on_error=partial(self._on_error, dialog),
            on_cancel=lambda: isValid(dialog) and dialog.fail(""),
            progress=dialog.set_progress,
            title=self.tr("Verify quotations"),
        )

    def _on_error(self, dialog: VerifyDialog, error: Exception) -> None:
        if isValid(dialog) and isinstance(error, ReaderError):
            dialog.fail(self._work.say.error(error))
        else:
            if isValid(dialog):
                dialog.fail("")
            self._work.error(error)

    def _on_cancel(self) -> None:
        if self._task is not None:
            self._work.tasks.cancel(self._task.id)

    def _on_place(self, dialog: VerifyDialog, checked: Checked) -> None:
        bring_up(self._window)
        if checked.is_old:
            self._show_old(checked.article, checked.version, checked.newest, "old")
            return
        self._show_place(checked.article, checked.found_start, checked.found_end)
        self._work.tell(self.tr("The place of the quotation"), self.tr("Back to the list"), partial(bring_up, dialog))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The dialog goes when the window goes."""
        is_over = watched is self._window and event.type() == QEvent.Type.Close
        if is_over and self.dialog is not None and isValid(self.dialog):
            self.dialog.close()
        return super().eventFilter(watched, event)
