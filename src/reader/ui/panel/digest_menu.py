"""The context menu of a line of the tab 摘要."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from reader.messages import Messages
from reader.model.annotation import Kind
from reader.model.corrections import Change, Correction
from reader.ui.panel.annotation_list import RECOLOUR_KEYS
from reader.ui.panel.digest_rows import Row, RowKind, can_change
from reader.ui.reading.kinds import kind_icon
from reader.ui.reading.menus import QUOTE, plain
from reader.ui.reading.native import native
from reader.ui.theme import Theme

_DIGITS = {kind: chr(key.value) for key, kind in RECOLOUR_KEYS.items()}

MOST_CORRECTIONS = 30
"""That the menu lists."""


class RowMenu(QMenu):
    """What can be done with one row; each entry calls one of the functions that are handed in."""

    def __init__(
        self,
        row: Row,
        say: Messages,
        theme: Theme,
        *,
        go: Callable[[Row], object],
        mark: Callable[[Row, Kind], object],
        copy: Callable[[Row], object],
        correct: Callable[[Row, Change], object] | None,
        parent: QWidget,
    ) -> None:
        """`correct` is None where nothing may be written."""
        super().__init__(parent)
        self.setObjectName("digestMenu")
        if row.can_go:
            self._entry(self.tr("Go to Its Place"), self.tr("Space"), lambda: go(row))
        if row.sentence is not None:
            is_passage = row.kind is RowKind.KEY
            kinds = self.addMenu(self.tr("Mark as") if is_passage else self.tr("Mark Its Sentence as"))
            for kind in Kind:
                entry = kinds.addAction(kind_icon(kind, theme, 18), f"{say(f'kind.{kind}')}\t{_DIGITS[kind]}")
                entry.triggered.connect(lambda _=False, kind=kind: mark(row, kind))
        if row.can_go:
            self._entry(self.tr("Copy"), native("Ctrl+C"), lambda: copy(row))
        if correct is not None and can_change(row, Change.REMOVE):
            self.addSeparator()
            if can_change(row, Change.SET):
                self._entry(self.tr("Correct…"), "F2", lambda: correct(row, Change.SET))
            self._entry(self.tr("Remove from the Digest"), native("Del"), lambda: correct(row, Change.REMOVE))

    def _entry(self, text: str, key: str, do: Callable[[], object]) -> None:
        self.addAction(f"{text}\t{key}").triggered.connect(lambda _=False: do())


class CorrectionsMenu(QMenu):
    """What the reader has corrected, the latest first; a click takes one back."""

    def __init__(
        self, corrections: Sequence[Correction], say: Messages, take_back: Callable[[Correction], object],
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("digestCorrections")
        self.setTitle(self.tr("Take Back a Correction"))
        colon = say("paper.word.colon")
        for correction in reversed(corrections[-MOST_CORRECTIONS:]):
            quote = plain(correction.selectors.quote.exact)
            words = f"{quote[:QUOTE]}…" if len(quote) > QUOTE else quote
            entry = self.addAction(f"{self._done(correction)}{colon}{words}")
            entry.triggered.connect(lambda _=False, correction=correction: take_back(correction))

    def _done(self, correction: Correction) -> str:
        done = {
            Change.SET: self.tr("changed"),
            Change.REMOVE: self.tr("removed"),
            Change.MERGE: self.tr("merged"),
        }
        return done[correction.change]
