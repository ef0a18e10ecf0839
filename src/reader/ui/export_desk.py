"""Where papers are put together: the dialog on one side, the service and a task on the other."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from reader.model.errors import ReaderError
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from reader.model.contrast import Contrast
    from reader.model.summary import Summary
    from reader.services.exporting import Exported, Exporting, Options, Progress
    from reader.ui.dialogs.export import ExportDialog, ExportRequest


class ExportDesk(QObject):
    """Opens the export dialog and writes in the background; a cancelled export leaves no file."""

    def __init__(self, work: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._work, self._window = work, window

    def open(
        self, ids: list[str], template: str = "study", contrast: Contrast | None = None
    ) -> ExportDialog | None:
        """The dialog over these articles in their order; None when there are none. `contrast` is what a person left of
        the tables of 对比材料."""
        if not ids:
            self._work.tell(self.tr("Choose the articles to export first."))
            return None
        # Dialogs are imported when they are opened: the window is there sooner.
        from reader.ui.dialogs.export import ExportDialog

        session, settings = self._work.session, self._work.settings
        dialog = ExportDialog(
            articles=session.organising.rows(ids),
            annotations={key: session.annotating.list(key) for key in ids},
            settings=settings,
            say=self._work.say,
            icons=self._work.icons,
            preview=self._preview,
            run=self._run,
            folder=self.folder(),
            suggest_name=session.exporting.suggested_name,
            template=template,
            contrast=contrast,
            parent=self._window,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.export_requested.connect(partial(self._export, dialog))
        dialog.copy_requested.connect(self._copy)
        dialog.open()
        return dialog

    def folder(self) -> Path:
        """Where the last paper went, else the user's documents."""
        last = Path(self._work.settings.export_folder) if self._work.settings.export_folder else None
        if last is not None and last.is_dir():
            return last
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())

    def _summary(self, request: ExportRequest) -> Summary:
        return self._work.session.exporting.summary(request.ids, request.options, request.template)

    def _preview(self, request: ExportRequest) -> Sequence[bytes]:
        """In a worker thread: the real pages."""
        return self._work.session.exporting.preview(request.ids, request.options, request.template)

    def _run(
        self, work: Callable[[], object], done: Callable[[object], None], failed: Callable[[Exception], None]
    ) -> None:
        self._work.tasks.run(work, on_done=done, on_error=failed)

    def _export(self, dialog: ExportDialog, request: ExportRequest) -> None:
        task = self._work.tasks.run(
            partial(
                _export, self._work.session.exporting, request.ids, request.format, request.path, request.options,
                request.template,
            ),
            on_done=partial(self._on_exported, dialog),
            on_error=partial(self._on_failed, dialog),
            on_cancel=partial(self._on_cancelled, dialog),
            title=request.path.name,
        )  # fmt: skip
        dialog.cancel_requested.connect(partial(self._work.tasks.cancel, task.id))

    def _on_exported(self, dialog: ExportDialog, done: Exported) -> None:
        self._work.settings.export_folder = str(done.path.parent)
        self._work.save_settings()
        if isValid(dialog):
            dialog.accept()
        if done.pages is None:
            sentence = self.tr("Exported %1").replace("%1", done.path.name)
        else:
            sentence = self.tr("Exported %1, %n page(s)", "", done.pages).replace("%1", done.path.name)
        self._work.tell(sentence, self.tr("Open"), lambda: _open(done.path))

    def _on_failed(self, dialog: ExportDialog, error: Exception) -> None:
        if isValid(dialog) and isinstance(error, ReaderError):
            dialog.fail(self._work.say.error(error))
        else:
            self._work.error(error)

    def _on_cancelled(self, dialog: ExportDialog) -> None:
        if isValid(dialog):
            dialog.fail(self._work.say("error.cancelled"))

    def _copy(self, request: ExportRequest) -> None:
        """The whole paper on the clipboard, as HTML for a word processor and as text."""
        summary = self._summary(request)
        mime = QMimeData()
        mime.setHtml(self._work.session.exporting.as_text(summary, "html"))
        mime.setText(self._work.session.exporting.as_text(summary, "md"))
        QGuiApplication.clipboard().setMimeData(mime)
        self._work.tell(self.tr("The paper is on the clipboard"))


def _export(
    exporting: Exporting,
    ids: Sequence[str],
    format: str,
    path: Path,
    options: Options,
    template: str,
    progress: Progress,
    cancel: threading.Event,
) -> Exported:
    """In a worker thread."""
    return exporting.export(ids, format, path, options, template=template, progress=progress, cancel=cancel)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
