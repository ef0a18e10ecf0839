"""Where papers are put together: the dialog on one side, the service and a task on the other."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from reader.model.errors import ReaderError
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from reader.model.article import Collection
    from reader.model.contrast import Contrast
    from reader.model.progress import Progress
    from reader.services.exporting import Exported, Exporting
    from reader.services.outputs import Outputs
    from reader.services.proof import Proof
    from reader.ui.dialogs.export import ExportDialog, ExportRequest


class ExportDesk(QObject):
    """Opens the export dialog and writes in the background; a cancelled export leaves no file."""

    def __init__(self, work: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._work, self._window = work, window

    def open(
        self,
        ids: list[str],
        template: str = "",
        contrast: Contrast | None = None,
        meeting: Collection | None = None,
        *,
        prints: bool = False,
    ) -> ExportDialog | None:
        """The dialog over these articles in their order; None when there are none. `template` is "" for that of last
        time, `contrast` what a person left of the tables of 对比材料; with `prints` Return prints."""
        if not ids:
            self._work.tell(self.tr("Choose the articles to export first."))
            return None
        # Dialogs are imported when they are opened: the window is there sooner.
        from reader.services.proof import Proof
        from reader.ui.dialogs.export import ExportDialog

        session = self._work.session
        proof = Proof(session.exporting.summary)
        dialog = ExportDialog(
            articles=session.organising.rows(ids),
            annotations={key: session.annotating.list(key) for key in ids},
            settings=self._work.settings,
            say=self._work.say,
            icons=self._work.icons,
            tasks=self._work.tasks,
            proof=proof,
            extensions=session.outputs.extensions(),
            folder=self.folder(),
            propose=session.outputs.target,
            template=template,
            contrast=contrast,
            meeting=meeting,
            prints=prints,
            parent=self._window,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.export_requested.connect(partial(self._export, dialog))
        dialog.print_requested.connect(partial(self._print, dialog, proof))
        dialog.copy_requested.connect(partial(self._copy, dialog))
        dialog.finished.connect(lambda _result: self._work.save_settings())
        dialog.open()
        return dialog

    def print(self, ids: list[str]) -> ExportDialog | None:
        """The dialog, ready to print: what is printed of one article is the article, with its marks."""
        from reader.services.exporting import TEMPLATES

        return self.open(ids, "fulltext" if len(ids) == 1 and "fulltext" in TEMPLATES else "", prints=True)

    def show_templates(self) -> None:
        """Open the folder of the reader's own templates, with examples in it the first time."""
        try:
            _open(self._work.session.exporting.own_templates.prepare())
        except ReaderError as error:
            self._work.error(error)

    def folder(self) -> Path:
        """Where the last paper went, else the user's documents."""
        last = Path(self._work.settings.export_folder) if self._work.settings.export_folder else None
        if last is not None and last.is_dir():
            return last
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())

    # ---- files

    def _export(self, dialog: ExportDialog, request: ExportRequest) -> None:
        outputs = self._work.session.outputs
        self._run(dialog, partial(_export, outputs, request), partial(self._on_exported, dialog), request.path.name)

    def _run(
        self,
        dialog: ExportDialog,
        function: Callable[..., Any],
        on_done: Callable[[Any], object],
        title: str,
        *,
        draws: bool = False,
    ) -> None:
        """A task that the list of tasks shows, whether the dialog stays or not."""
        task = self._work.tasks.run(
            function,
            on_done=on_done,
            on_error=partial(self._on_failed, dialog),
            on_cancel=partial(self._on_cancelled, dialog),
            progress=partial(self._on_progress, dialog),
            draws=draws,
            title=title,
        )
        dialog.cancel_requested.connect(partial(self._work.tasks.cancel, task.id))

    def _on_progress(self, dialog: ExportDialog, step: str, done: int, total: int) -> None:
        if _is_open(dialog):
            dialog.show_progress(step, done, total)

    def _on_exported(self, dialog: ExportDialog, done: Exported) -> None:
        self._work.settings.export_folder = str(done.path.parent)
        self._work.save_settings()
        if _is_open(dialog):
            dialog.accept()
        if done.pages is None:
            sentence = self.tr("Exported %1").replace("%1", done.path.name)
        else:
            sentence = self.tr("Exported %1, %n page(s)", "", done.pages).replace("%1", done.path.name)
        self._work.tell(
            sentence,
            self.tr("Open"),
            partial(_open, done.path),
            (self.tr("Show in Folder"), partial(_open, done.path.parent)),
        )

    def _on_failed(self, dialog: ExportDialog, error: Exception) -> None:
        if _is_open(dialog) and isinstance(error, ReaderError):
            dialog.fail(self._work.say.error(error))
        else:
            self._work.error(error)

    def _on_cancelled(self, dialog: ExportDialog) -> None:
        if _is_open(dialog):
            dialog.fail(self._work.say("error.cancelled"))

    # ---- printer and clipboard

    def _print(self, dialog: ExportDialog, proof: Proof, request: ExportRequest) -> None:
        from reader.ui import printing

        title = dialog.options.chosen_title()
        printer = printing.ask_printer(title, dialog.desk.preview.count, dialog)
        if printer is None:
            return
        dialog.begin_work()
        work = partial(_print, proof, request, printer, partial(printing.chosen_pages, printer))
        self._run(dialog, work, partial(self._on_printed, dialog), title, draws=True)

    def _on_printed(self, dialog: ExportDialog, pages: int) -> None:
        if _is_open(dialog):
            dialog.accept()
        self._work.tell(self.tr("%n page(s) went to the printer", "", pages))

    def _copy(self, dialog: ExportDialog, request: ExportRequest) -> None:
        self._work.tasks.run(
            partial(_texts, self._work.session.exporting, request),
            on_done=partial(self._on_copied, dialog),
            on_error=partial(self._on_failed, dialog),
            replaces="copy paper",
        )

    def _on_copied(self, dialog: ExportDialog, texts: tuple[str, str, str]) -> None:
        """The whole paper on the clipboard: for a word processor, for editors of Markdown, for everything else."""
        html, plain, markdown = texts
        mime = QMimeData()
        mime.setHtml(html)
        mime.setText(plain)
        mime.setData("text/markdown", markdown.encode())
        QGuiApplication.clipboard().setMimeData(mime)
        # The window's own words lie behind the dialog.
        tell = dialog.tell if _is_open(dialog) else self._work.tell
        tell(self.tr("The paper is on the clipboard"))


def _is_open(dialog: ExportDialog) -> bool:
    """False when it was left meanwhile, or its work goes on in the background."""
    return isValid(dialog) and dialog.isVisible()


def _export(outputs: Outputs, request: ExportRequest, progress: Progress, cancel: threading.Event) -> Exported:
    """In a worker thread."""
    return outputs.export(
        request.ids, request.format, request.path, request.options, template=request.template, progress=progress,
        cancel=cancel,
    )  # fmt: skip


def _print(
    proof: Proof, request: ExportRequest, printer: object, pages: Any, progress: Progress, cancel: threading.Event
) -> int:
    """In the thread of the preview."""
    progress("compose", 0, 1)
    proof.renew(request.ids, request.options, request.template, cancel)
    return proof.print(printer, pages, progress, cancel)


def _texts(exporting: Exporting, request: ExportRequest) -> tuple[str, str, str]:
    """In a worker thread."""
    summary = exporting.summary(request.ids, request.options, request.template)
    return (*exporting.as_rich_text(summary), exporting.as_text(summary, "md"))


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
