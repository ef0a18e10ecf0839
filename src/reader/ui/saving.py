"""Where single files are saved: the question where, the writing in the background, and the word that it is done."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.ui.workspace import Workspace


class Saving(QObject):
    """Remembers the folder that was chosen last, for as long as the window is open."""

    def __init__(self, work: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._work, self._window = work, window
        self._folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation) or Path.home()
        )

    def ask(
        self, title: str, name: str, write: Callable[[Path], object], parent: QWidget | None = None
    ) -> None:
        """Ask where to save under a proposed name, and call `write` with the answer in a worker thread.

        The dialog asks before a file is replaced.
        """
        chosen, _ = QFileDialog.getSaveFileName(parent or self._window, title, str(self._folder / name))
        if not chosen:
            return
        path = Path(chosen)
        self._folder = path.parent
        self._work.tasks.run(
            partial(write, path), on_done=lambda _done: self._tell(path), on_error=self._work.error, title=path.name
        )

    def _tell(self, path: Path) -> None:
        folder = QUrl.fromLocalFile(str(path.parent))
        sentence = self.tr("Saved as %1").replace("%1", path.name)
        self._work.tell(sentence, self.tr("Show Folder"), lambda: QDesktopServices.openUrl(folder))
