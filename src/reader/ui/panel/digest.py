"""Tab 摘要: what the open report says. Light: what it is made of is built when the tab is first looked at."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.messages import Messages
from reader.model.annotation import Annotation
from reader.ui.icons import Icons

if TYPE_CHECKING:
    from reader.ui.panel.digest_rows import Shown
    from reader.ui.panel.digest_view import DigestView


_PASSED_ON = (
    "go_requested", "mark_requested", "correction_requested", "take_back_requested", "copy_requested",
    "ledger_requested",
)  # fmt: skip
"""Signals of the view that are the panel's own."""


class DigestPanel(QWidget):
    """Data in by `set_…`, wishes out by signals; rows are those of `digest_rows`."""

    wanted = Signal()
    """The tab is looked at, and may have nothing to show yet."""
    go_requested = Signal(object)
    """(Row): show its place in the text."""
    mark_requested = Signal(list)
    """[(Row, Kind or None for the one that suits it), …]: make annotations of them, in one step."""
    correction_requested = Signal(object, object)
    """(Row, Change): remove it from the digest, or ask what is right."""
    take_back_requested = Signal(object)
    """(Correction): undo it."""
    copy_requested = Signal(object)
    """(Row): put its words on the clipboard."""
    ledger_requested = Signal()
    folds_changed = Signal(list)
    """Names of the layers whose sections are folded."""

    def __init__(self, icons: Icons, say: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("digestPanel")
        self._icons, self._say = icons, say
        self._shown: Shown | None = None
        self._annotations: Sequence[Annotation] = ()
        self._state, self._trouble = "none", ""
        self._is_new = True
        """What is to be shown waits until the tab is looked at."""
        self._folded: list[str] = []
        self._keeps = False
        self.can_correct = True
        """False where the library can only be read."""
        self.view: DigestView | None = None
        """None until the tab was looked at."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    # Data

    def clear(self) -> None:
        """No article is open."""
        self._show("none", None)

    def wait(self) -> None:
        """A digest is being made of an article that was not shown before."""
        self._show("waiting", None)

    def set_digest(self, shown: "Shown") -> None:
        """What the open article says; the digest of the same article made anew keeps what is open."""
        before = self._shown
        self._keeps = before is not None and (before.title, before.text) == (shown.title, shown.text)
        self._show("ready", shown)

    def set_trouble(self, sentence: str) -> None:
        """The digest could not be made."""
        self._trouble = sentence
        self._show("trouble", None)

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        """The annotations of the open article."""
        self._annotations = annotations
        if self.view is not None:
            self.view.set_annotations(annotations)

    def set_folded(self, layers: Sequence[str]) -> None:
        """The sections that are folded, by layer, as it was the last time."""
        self._folded = list(layers)
        if self.view is not None:
            self.view.set_folded(self._folded)

    def set_messages(self, say: Messages) -> None:
        """Speak another language."""
        self._say = say
        if self.view is not None:
            self.view.set_messages(say)

    def _show(self, state: str, shown: "Shown | None") -> None:
        self._state, self._shown, self._is_new = state, shown, True
        if self.isVisible():
            self._pass_on()

    def _pass_on(self) -> None:
        view = self.view
        if view is None or not self._is_new:
            return
        self._is_new = False
        if self._shown is not None:
            view.show_digest(self._shown, keep=self._keeps)
        else:
            view.show_state(self._state, self._trouble)

    # Being looked at

    def focus_list(self) -> None:
        """Give the keyboard to the rows, or to what the tab shows instead."""
        if self.view is not None:
            self.view.focus_list()
        else:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Build what the tab is made of when it is first looked at."""
        super().showEvent(event)
        if self.view is None:
            self._build()
        self._pass_on()
        self.wanted.emit()

    def _build(self) -> None:
        from reader.ui.panel.digest_view import DigestView

        view = self.view = DigestView(self._icons, self._say, self)
        view.can_correct = lambda: self.can_correct
        view.set_folded(self._folded)
        view.set_annotations(self._annotations)
        for name in _PASSED_ON:
            getattr(view, name).connect(getattr(self, name))
        view.retry_requested.connect(self.wanted)
        view.folds_changed.connect(self._on_folds_changed)
        self._column.addWidget(view)
        view.show()  # at once, and not when Qt has time: it may get the keyboard now

    def _on_folds_changed(self, layers: list[str]) -> None:
        self._folded = layers
        self.folds_changed.emit(layers)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.view is not None:
            self.view.retranslate()
