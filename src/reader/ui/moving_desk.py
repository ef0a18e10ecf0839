"""Where a whole library goes out as a file, and where such files and other programs' annotations come in."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QObject, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from reader.model.interchange import ImportOutcome
    from reader.model.progress import Progress
    from reader.services.interchange import Interchange
    from reader.services.moving import ExportedLibrary, ImportedLibrary, Moving
    from reader.ui.dialogs.importing import ImportingDialog

ENDINGS = ("zip", "jsonld", "json", "csv", "ris", "html", "md")
"""Of the files that come in."""


class MovingDesk(QObject):
    """Asks where, works in the background, and tells what was done."""

    def __init__(self, work: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._work, self._window = work, window

    def slots(self) -> dict[str, Callable[[], object]]:
        """What the actions of this desk do."""
        return {"export_library": self.export_library, "import_library": self.choose_file}

    def export_library(self) -> None:
        """Write everything into one file where the user says."""
        date = QDate.currentDate().toString(Qt.DateFormat.ISODate)
        proposed = _documents() / (self.tr("Reader library %1").replace("%1", date) + ".zip")
        kind = self.tr("Library files (*.zip)")
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Export Whole Library"), str(proposed), kind)
        if name:
            self._work.tasks.run(
                partial(_export, self._work.session.moving, Path(name)),
                on_done=self._on_exported,
                on_error=self._work.error,
                title=Path(name).name,
            )

    def _on_exported(self, done: ExportedLibrary) -> None:
        sentence = self.tr("Exported %n article(s) to %1", "", done.articles).replace("%1", done.path.name)
        folder = QUrl.fromLocalFile(str(done.path.parent))
        self._work.tell(sentence, self.tr("Show in Folder"), lambda: QDesktopServices.openUrl(folder))

    def choose_file(self) -> None:
        """Ask for a library file or a file of annotations, and take it in."""
        from reader.services.library_file_reading import is_archive

        kinds = self.tr("Libraries and marks (%1)").replace("%1", " ".join(f"*.{ending}" for ending in ENDINGS))
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Import"), str(_documents()), f"{kinds};;*")
        if name and is_archive(Path(name)):
            self.import_library(Path(name))
        elif name:
            self.import_marks(Path(name))

    def import_library(self, path: Path) -> ImportingDialog:
        """Take a library file in."""
        return self._import(path, partial(_import, self._work.session.moving, path), self._on_imported)

    def import_marks(self, path: Path) -> ImportingDialog:
        """Take the annotations of a file of this program or another one in; one step to undo."""
        interchange = self._work.session.interchange
        work = partial(_import_marks, interchange, path, self._work.say.language)
        return self._import(path, work, self._on_marks_imported)

    def _import(self, path: Path, work: Callable[..., Any], on_done: Callable[..., None]) -> ImportingDialog:
        from reader.ui.dialogs.importing import ImportingDialog

        dialog = ImportingDialog(path.name, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        task = self._work.tasks.run(
            work,
            on_done=partial(on_done, dialog),
            on_error=partial(self._on_failed, dialog),
            on_cancel=partial(self._on_cancelled, dialog),
            progress=lambda step, done, total: self._show(dialog, step, done, total),
            writes=True,
            title=path.name,
        )
        dialog.cancel_requested.connect(partial(self._work.tasks.cancel, task.id))
        dialog.open()
        return dialog

    def _show(self, dialog: ImportingDialog, step: str, done: int, total: int) -> None:
        if isValid(dialog):
            dialog.show_step(self._work.say(f"progress.{step}"), done, total)

    def _announce(self, articles: Sequence[str]) -> None:
        announcer = self._work.announcer
        announcer.articles_changed.emit(list(articles))
        for article in articles:
            announcer.annotations_changed.emit(article)
        announcer.tags_changed.emit()

    def _on_marks_imported(self, dialog: ImportingDialog, done: ImportOutcome) -> None:
        from reader.services.interchange import counted

        interchange = self._work.session.interchange
        self._announce(done.articles)
        if isValid(dialog):
            say = self._work.say
            lines = [say("import.count", what=say(key), count=count) for key, count in counted(done) if count]
            dialog.show_done([say(f"interchange.format.{done.format}"), *lines])
        sentence = self.tr("Imported %n mark(s)", "", len(done.added) + len(done.updated))
        self._work.tell(sentence if done.is_change else self.tr("There was nothing new in it"))
        if done.is_change:
            again, back = partial(interchange.reapply, done), partial(interchange.revert, done)
            self._work.history.did(
                self.tr("Import Marks"), self._announcing(again, done.articles), self._announcing(back, done.articles)
            )

    def _announcing(self, step: Callable[[], object], articles: Sequence[str]) -> Callable[[], None]:
        def run() -> None:
            step()
            self._announce(articles)

        return run

    def _on_imported(self, dialog: ImportingDialog, done: ImportedLibrary) -> None:
        self._announce(done.changed)
        if isValid(dialog):
            lines = [self._work.say(f"library_file.{name}", count=count) for name, count in done.counts() if count]
            dialog.show_done(lines or [self.tr("Everything in the file was here already.")])
        is_change = any(count for name, count in done.counts() if name != "unchanged")
        sentence = self.tr("Imported %1") if is_change else self.tr("There was nothing new in %1")
        self._work.tell(sentence.replace("%1", done.path.name))

    def _on_failed(self, dialog: ImportingDialog, error: Exception) -> None:
        if isValid(dialog):
            dialog.end()
        self._work.error(error)

    def _on_cancelled(self, dialog: ImportingDialog) -> None:
        if isValid(dialog):
            dialog.end()
        self._work.tell(self.tr("Nothing was imported"))


def _documents() -> Path:
    """Where people look for their files; the folder that the program was started in says nothing to them."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())


def _export(moving: Moving, path: Path, progress: Progress, cancel: threading.Event) -> ExportedLibrary:
    """In a worker thread."""
    return moving.export_library(path, progress=progress, cancel=cancel)


def _import_marks(
    interchange: Interchange, path: Path, language: str, progress: Progress, cancel: threading.Event
) -> ImportOutcome:
    """In the worker thread that writes."""
    return interchange.import_file(path, language, progress=progress, cancel=cancel)


def _import(moving: Moving, path: Path, progress: Progress, cancel: threading.Event) -> ImportedLibrary:
    """In the worker thread that writes."""
    return moving.import_library(path, progress=progress, cancel=cancel)
