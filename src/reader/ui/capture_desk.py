"""Where sources are added: links, files, pasted text; each is a task that can be cancelled and tried again."""

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.model.article import AddOutcome, AddStatus
from reader.services.capturing import Capturing
from reader.services.folders import ADDABLE, files_below, why_not
from reader.text.addresses import is_web
from reader.ui.adding import AddDialog, clipboard_sources
from reader.ui.dialogs.feed import FeedDialog
from reader.ui.incoming import Sources
from reader.ui.workspace import Workspace

Progress = Callable[[str, int, int], None]


def _add(
    capturing: Capturing,
    source: str,
    data: bytes | None,
    title: str | None,
    source_name: str | None,
    progress: Progress,
    cancel: threading.Event,
) -> AddOutcome:
    """In a worker thread: trouble is raised, so that the task shows it and can be tried again."""
    if is_web(source):
        progress("fetch", 0, 0)  # a server may keep silent for long before the first byte
    outcome = capturing.add(
        source, data=data, title=title, source_name=source_name, progress=progress, cancel=cancel
    )
    if outcome.error is not None:
        raise outcome.error
    return outcome


def short_name(source: str) -> str:
    """What a source is called until its title is known: a link without its scheme, a file without its folder."""
    if is_web(source):
        return source.partition("//")[2].rstrip("/")
    return source.replace("\\", "/").rstrip("/").rpartition("/")[2] or source


class CaptureDesk(QObject):
    """Adds sources in the background and says what came of each."""

    article_added = Signal(str)
    """(id): one source was asked for and is now there (new or known): show it."""

    def __init__(self, work: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._work, self._window = work, window

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

    def ask_feed(self, url: str = "") -> FeedDialog:
        """Choose from the links of a feed or column; with `url` it is fetched at once."""
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
        for source in sources:
            if not is_web(source) and Path(source).is_dir():
                self._add_folder(source)
            else:
                self._run(source, short_name(source), shows=len(sources) == 1)

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
        self._run("-", shown, shows=True, data=text.encode(), title=title or None, source_name=source_name or None)

    def add_sample(self) -> None:
        """Add the sample report."""
        self._work.tasks.run(
            self._work.session.capturing.add_sample,
            on_done=partial(self._on_done, True),
            on_error=self._work.error,
            title=self.tr("Sample report"),
        )

    def _run(
        self,
        source: str,
        shown: str,
        *,
        shows: bool,
        data: bytes | None = None,
        title: str | None = None,
        source_name: str | None = None,
    ) -> None:
        def on_done(outcome: AddOutcome) -> None:
            self._work.tasks.rename(task, outcome.title)
            self._on_done(shows, outcome)

        task = self._work.tasks.run(
            partial(_add, self._work.session.capturing, source, data, title, source_name),
            on_done=on_done,
            on_error=self._work.error,
            title=shown,
        )

    def _on_done(self, shows: bool, outcome: AddOutcome) -> None:
        if outcome.id is None:
            return
        key, work = outcome.id, self._work
        if outcome.status is AddStatus.ADDED:
            organising, announce = work.session.organising, work.announcer.articles_changed.emit
            work.history.did(
                self.tr("Add article"),
                redo=lambda: (organising.undelete([key]), announce([key])),
                undo=lambda: (organising.delete([key]), announce([key])),
            )
        work.announcer.articles_changed.emit([key])
        if outcome.status is not AddStatus.DUPLICATE:
            work.announcer.annotations_changed.emit(key)
        if outcome.duplicate_of:
            self._tell_twin(outcome)
        else:
            work.tell(work.say(f"added.{outcome.status}", title=outcome.title))
        if shows:
            self.article_added.emit(key)

    def _tell_twin(self, outcome: AddOutcome) -> None:
        twin = outcome.duplicate_of
        sentence = self._work.say("added.twin", title=outcome.title)
        self._work.tell(sentence, self.tr("Show the other"), lambda: self.article_added.emit(twin))
