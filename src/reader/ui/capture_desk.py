"""Where sources are added: links, files, pasted text; each is a task that can be cancelled and tried again."""

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.model.article import AddOutcome
from reader.model.progress import Progress
from reader.model.waiting import AddOptions
from reader.services.folders import ADDABLE, files_below, why_not
from reader.services.waiting import Waiting
from reader.text.addresses import is_web
from reader.ui.adding import AddDialog, clipboard_sources
from reader.ui.arrivals import Arrivals
from reader.ui.batch import Batch
from reader.ui.incoming import Sources, short_name
from reader.ui.task import Task
from reader.ui.tasks import Tasks
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from reader.ui.dialogs.feed import FeedDialog


def _add(
    waiting: Waiting,
    source: str,
    data: bytes | None,
    options: AddOptions,
    progress: Progress,
    cancel: threading.Event,
) -> AddOutcome:
    """In a worker thread: trouble is raised, so that the task shows it and can be tried again; a link that waits for
    the network is none."""
    if is_web(source):
        progress("fetch", 0, 0)  # a server may keep silent for long before the first byte
    outcome = waiting.add(source, data=data, options=options, progress=progress, cancel=cancel)
    if outcome.error is not None and not outcome.waiting:
        raise outcome.error
    return outcome


class _Adding:
    """One source on its way: its task, and whom to tell what became of it."""

    def __init__(self, desk: "CaptureDesk", batch: Batch, function: Callable[..., AddOutcome], shows: bool) -> None:
        self._desk, self._batch, self._function, self._shows = desk, batch, function, shows
        self._callbacks = {"on_done": self._on_done, "on_error": batch.failed, "on_cancel": batch.cancelled}

    def begin(self, tasks: Tasks, title: str) -> None:
        """Run it."""
        self._task = tasks.run(self._function, **self._callbacks, title=title, fetches=True)
        self._batch.add(self._task)

    def begin_failed(self, tasks: Tasks, title: str, error: Exception) -> None:
        """List it as failed, to be tried again."""
        self._task = tasks.record(title, error, self._function, **self._callbacks)
        self._batch.add(self._task)

    def _on_done(self, outcome: AddOutcome) -> None:
        self._desk.rename(self._task, outcome.title)
        self._batch.done(self._task, outcome)
        self._desk.tell_waiting(outcome)
        if self._shows and outcome.id is not None:
            self._desk.article_added.emit(outcome.id)


class CaptureDesk(QObject):
    """Adds sources in the background and says what came of each."""

    article_added = Signal(str)
    """(id): one source was asked for and is now there (new or known): show it."""

    link_failed = Signal()
    """A link waits for the network."""
    server_reached = Signal()
    """A page was fetched from the web."""

    def __init__(self, work: Workspace, arrivals: Arrivals, window: QWidget) -> None:
        super().__init__(window)
        self._work, self._arrivals, self._window = work, arrivals, window

    def slots(self) -> dict[str, Callable[[], object]]:
        """What the actions of this desk do."""
        return {
            "add_links": self.ask,
            "add_feed": self.ask_feed,
            "import_files": self.choose_files,
            "import_folder": self.choose_folder,
            "paste_source": self.paste,
            "sample": self.add_sample,
        }

    # ---- asking

    def ask(self) -> AddDialog:
        """Ask for links or a text; links that the clipboard holds are proposed."""
        return self._open_dialog("\n".join(self._clipboard().links))

    def ask_feed(self, url: str = "") -> "FeedDialog":
        """Choose from the links of a feed or column; with `url` it is fetched at once."""
        from reader.ui.dialogs.feed import FeedDialog

        work = self._work
        dialog = FeedDialog(work.session.feeds.list_links, work.tasks, work.say, work.icons, url, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.links_chosen.connect(self.add_sources)
        dialog.open()
        return dialog

    def choose_files(self) -> None:
        """Choose files to add."""
        pattern = " ".join(f"*{suffix}" for suffix in ADDABLE)
        kinds = self.tr("Web pages and documents (%1)").replace("%1", pattern)
        files, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Import Files"), "", kinds)
        self.add_sources(files)

    def choose_folder(self) -> None:
        """Choose a folder, all of whose files are added."""
        if folder := QFileDialog.getExistingDirectory(self._window, self.tr("Import Folder")):
            self.add_sources([folder])

    def paste(self) -> None:
        """Add what the clipboard holds."""
        self.add(self._clipboard())

    def add(self, sources: Sources) -> None:
        """Add what was pasted or dropped; for a text, ask for its title and source first."""
        if sources.skipped:
            self._tell_skipped(sources.skipped)
        if sources.text:
            self._open_dialog(sources.text)
        elif sources:
            self.add_sources(sources.names)

    def _tell_skipped(self, names: Sequence[str]) -> None:
        """How many files were skipped; of a known kind, also what to do about it."""
        count = self.tr("%n file(s) cannot be added and were skipped", "", len(names))
        reason = next((why for name in names if (why := why_not(name))), None)
        told = [count] if reason is None or len(names) > 1 else []
        self._work.tell("\n".join(told + ([self._work.say.error(reason)] if reason else [])))

    def _clipboard(self) -> Sources:
        return clipboard_sources(QGuiApplication.clipboard().mimeData())

    def _open_dialog(self, text: str) -> AddDialog:
        dialog = AddDialog(self._work.icons, text, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.sources_entered.connect(self.add_sources)
        dialog.text_entered.connect(self.add_text)
        dialog.files_requested.connect(self.choose_files)
        dialog.feed_requested.connect(self.ask_feed)
        dialog.open()
        return dialog

    # ---- adding

    def add_sources(self, sources: Sequence[str]) -> None:
        """Add links and paths of files, one task each; of a folder, every file below it."""
        batch = self._batch()
        for source in sources:
            if not is_web(source) and Path(source).is_dir():
                self._add_folder(source)
            else:
                self._adding(batch, source, shows=len(sources) == 1).begin(self._work.tasks, short_name(source))

    def _add_folder(self, folder: str) -> None:
        """A folder may be large or far away: it is looked through in the background."""
        self._work.tasks.run(
            partial(files_below, Path(folder)),
            on_done=lambda files: self.add_sources([str(file) for file in files]),
            on_error=self._work.error,
            title=short_name(folder),
        )

    def add_text(self, text: str, title: str, source_name: str) -> None:
        """Add pasted text with the title and source that the user gave."""
        shown = title or text.strip().split("\n", 1)[0][:40]
        options = AddOptions(title=title or None, source_name=source_name or None)
        adding = self._adding(self._batch(), "-", shows=True, data=text.encode(), options=options)
        adding.begin(self._work.tasks, shown)

    def add_sample(self) -> None:
        """Add the sample report."""
        function = self._work.session.capturing.add_sample
        _Adding(self, self._batch(), function, shows=True).begin(self._work.tasks, self.tr("Sample report"))

    def keep_failed(self, outcome: AddOutcome, options: AddOptions) -> None:
        """List a link that failed elsewhere, with its reason, to be tried again."""
        assert outcome.error is not None
        adding = self._adding(self._batch(), outcome.source, shows=False, options=options)
        adding.begin_failed(self._work.tasks, short_name(outcome.source), outcome.error)

    def rename(self, task: Task, title: str) -> None:
        """Call a task by the title of its article."""
        self._work.tasks.rename(task, title)

    def tell_waiting(self, outcome: AddOutcome) -> None:
        """Say what an outcome tells of the network."""
        if outcome.waiting:
            self.link_failed.emit()
        elif is_web(outcome.source):
            self.server_reached.emit()

    def _batch(self) -> Batch:
        return Batch(self._arrivals, on_waiting=self._work.tasks.forget)

    def _adding(
        self,
        batch: Batch,
        source: str,
        *,
        shows: bool,
        data: bytes | None = None,
        options: AddOptions | None = None,
    ) -> _Adding:
        function = partial(_add, self._work.session.waiting, source, data, options or AddOptions())
        return _Adding(self, batch, function, shows)
