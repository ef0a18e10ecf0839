"""What a person does to a contrast in its dialog, step by step, each of which can be taken back."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from reader.model.contrast import Contrast, Sheet
from reader.ui.undo import History


class ContrastEdits(QObject):
    """Holds the tables as they are now; every verb tells whether it changed anything."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history = History(self)
        self._contrast: Contrast | None = None

    @property
    def contrast(self) -> Contrast | None:
        """The tables; None until they are made."""
        return self._contrast

    def start(self, contrast: Contrast) -> None:
        """The tables are there; where there are some already, these take their place as a step of its own."""
        if self._contrast is None:
            self._show(contrast)
        else:
            self._do(self.tr("Start over"), contrast)

    def merge(self, sheet: Sheet, rows: Sequence[int]) -> bool:
        """Some rows as one, in the place of the first."""
        return len(rows) > 1 and self._do(self.tr("Merge rows"), self._contrast.merged(sheet, rows))

    def delete(self, sheet: Sheet, rows: Sequence[int]) -> bool:
        """Rows with their parts."""
        return bool(rows) and self._do(self.tr("Delete row"), self._contrast.without(sheet, rows))

    def move(self, sheet: Sheet, row: int, step: int) -> int:
        """A row up (-1) or down (1); where it stands then."""
        moved, place = self._contrast.moved(sheet, row, step)
        self._do(self.tr("Move row"), moved)
        return place

    def rename(self, sheet: Sheet, row: int, text: str) -> bool:
        """Another name for a row."""
        return self._do(self.tr("Rename row"), self._contrast.renamed(sheet, row, text))

    def remeasure(self, sheet: Sheet, row: int, text: str) -> bool:
        """Other words for unit and scope."""
        return self._do(self.tr("Edit cell"), self._contrast.remeasured(sheet, row, text))

    def rewrite(self, sheet: Sheet, row: int, report: int, text: str) -> bool:
        """Other words for what a report says."""
        return self._do(self.tr("Edit cell"), self._contrast.rewritten(sheet, row, report, text))

    def _do(self, text: str, contrast: Contrast) -> bool:
        before = self._contrast
        if before is None or contrast == before:
            return False
        self._show(contrast)
        self.history.did(text, lambda: self._show(contrast), lambda: self._show(before))
        return True

    def _show(self, contrast: Contrast) -> None:
        self._contrast = contrast
        self.changed.emit()
