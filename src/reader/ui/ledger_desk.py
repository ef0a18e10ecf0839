"""Where the figures of the open report stand in a table of their own, and where that is saved."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.text.filenames import safe_filename
from reader.ui.saving import Saving
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from reader.services.ledger import LedgerRow
    from reader.ui.dialogs.figure_ledger import FigureLedger
    from reader.ui.panel.digest_rows import Shown


class LedgerDesk(QObject):
    """One dialog at most; it belongs to one article and is closed when another is opened."""

    go_requested = Signal(object)
    """(Figure): show its place in the text."""
    object_changed = Signal(object, str)
    """(Figure, what it counts in truth)."""

    def __init__(self, work: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._work, self._window = work, window
        self._saving = Saving(work, window)
        self.dialog: FigureLedger | None = None

    def open(self, shown: "Shown") -> None:
        """The table, beside the window."""
        if self.dialog is None:
            from reader.ui.dialogs.figure_ledger import FigureLedger

            can = not self._work.session.read_only
            dialog = FigureLedger(shown, self._work.icons, self._work.say, can_correct=can, parent=self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.go_requested.connect(self.go_requested)
            dialog.object_changed.connect(self.object_changed)
            dialog.save_requested.connect(partial(self._save, shown.title))
            dialog.closed.connect(self._on_closed)
            self.dialog = dialog
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self.dialog.table.setFocus()

    def update(self, shown: "Shown") -> None:
        """The digest was made anew."""
        if self.dialog is not None:
            self.dialog.show_figures(shown)

    def close(self) -> None:
        """Another article is opened."""
        if self.dialog is not None:
            self.dialog.close()

    def _on_closed(self) -> None:
        self.dialog = None

    def _save(self, title: str, rows: "list[LedgerRow]", hints: list[str], format: str) -> None:
        from reader.services.ledger import write_ledger

        name = safe_filename(self.tr("%1 figures").replace("%1", title), format)

        def write(path: Path) -> None:
            chosen = path if path.suffix.lower() == f".{format}" else path.with_name(f"{path.name}.{format}")
            write_ledger(rows, hints, chosen, self._work.say, title)

        self._saving.ask(self.tr("Save Figures"), name, write, self.dialog)
