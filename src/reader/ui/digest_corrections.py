"""Corrections of a digest as the window makes them: each through the service, each a step that can be taken back."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.model.article import Metadata
from reader.model.blocks import Span
from reader.model.corrections import Change, Correction
from reader.model.digest import Field, Figure, Item, Layer, OutlineNode
from reader.model.errors import ReaderError
from reader.ui.workspace import Workspace

Key = tuple[str, int, Metadata]


class _Correction:
    """One correction; doing it again makes another in the library, so its id changes."""

    def __init__(self, make: Callable[[], str], take_back: Callable[[str], None], id: str = "") -> None:
        """`id` is that of one that is made already."""
        self._make, self._take_back, self._id = make, take_back, id

    def do(self) -> None:
        """Make it. Raises CorrectionError."""
        self._id = self._make()

    def undo(self) -> None:
        """Take it back. Raises NotFoundError."""
        self._take_back(self._id)


class DigestCorrections(QObject):
    """Corrects items of the digest of an article; `changed` is called after every change, that of an undo too."""

    def __init__(self, work: Workspace, changed: Callable[[], None], window: QWidget) -> None:
        super().__init__(window)
        self._work, self._changed, self._window = work, changed, window

    def ask(self, key: Key | None, item: Item, layer: Layer, change: Change) -> None:
        """Remove an item at once, or ask what is right about it."""
        if key is None:
            return
        if change is not Change.SET:
            self._remove(key, item, layer)
            return
        from reader.ui.dialogs.digest_edit import DigestEditDialog

        dialog = DigestEditDialog(item, layer, self._work.say, self._window)
        dialog.accepted.connect(lambda: self._correct(key, item, layer, Change.SET, dialog.changes()))
        dialog.open()

    def correct_outline(
        self, key: Key | None, node: OutlineNode, change: Change, data: Mapping[str, object]
    ) -> None:
        """Rename, merge or remove a node."""
        if key is None:
            return
        if change is Change.REMOVE:
            self._remove(key, node, Layer.OUTLINE)
        else:
            self._correct(key, node, Layer.OUTLINE, change, data)

    def correct_figure(self, key: Key | None, figure: Figure, data: Mapping[str, object]) -> None:
        """Set fields of a figure."""
        if key is not None:
            self._correct(key, figure, Layer.FIGURES, Change.SET, data)

    def take_back(self, key: Key | None, correction: Correction) -> None:
        """Undo a correction of any day."""
        place = correction.selectors.position
        if key is None or place is None:
            return
        again = self._made(
            key[0], correction.version, correction.layer, Span(place.start, place.end), correction.change,
            correction.data, correction.field, correction.id,
        )  # fmt: skip
        try:
            again.undo()
        except ReaderError as error:
            self._work.error(error)
            return
        self._work.history.did(
            self.tr("Take back a correction"),
            redo=lambda: (again.undo(), self._changed()),
            undo=lambda: (again.do(), self._changed()),
        )
        self._changed()

    def _remove(self, key: Key, item: Item, layer: Layer) -> None:
        if self._correct(key, item, layer, Change.REMOVE, {}):
            self._work.tell(self.tr("Removed from the digest"), self.tr("Undo"), self._work.history.undo)

    def _correct(self, key: Key, item: Item, layer: Layer, change: Change, data: Mapping[str, object]) -> bool:
        """Whether it was done; trouble is told."""
        if change is Change.SET and not data:
            return False
        place = Span(item.start, item.end)
        correction = self._made(key[0], key[1], layer, place, change, data, item.field)
        try:
            correction.do()
        except ReaderError as error:
            self._work.error(error)
            return False
        self._work.history.did(
            self.tr("Correct digest"),
            redo=lambda: (correction.do(), self._changed()),
            undo=lambda: (correction.undo(), self._changed()),
        )
        self._changed()
        return True

    def _made(
        self, article: str, version: int, layer: Layer, place: Span, change: Change, data: Mapping[str, object],
        field: Field, id: str = "",
    ) -> _Correction:  # fmt: skip
        digesting = self._work.session.digesting

        def make() -> str:
            return digesting.correct(article, layer, place, change, data, field=field, version=version).id

        return _Correction(make, partial(digesting.undo_correction, article), id)
