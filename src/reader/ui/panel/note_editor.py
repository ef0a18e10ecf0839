"""The one editor of the annotation list: note, tags, and for an action who does it by when.

Saved as typed: half a second after the last key, and on leaving. What comes back from the library while somebody
types never overwrites what they typed.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from reader.model.annotation import Annotation, Kind
from reader.ui.panel.dates import DateEdit
from reader.ui.panel.growing_edit import GrowingEdit
from reader.ui.panel.tags_edit import TagsEdit

SAVE_AFTER = 500
"""Milliseconds after the last key."""
FIELDS = ("note", "tags", "owner", "due")


def _values(annotation: Annotation) -> dict[str, Any]:
    return {name: getattr(annotation, name) for name in FIELDS}


class NoteEditor(QWidget):
    """Edits one annotation at a time; it knows nothing of where it stands."""

    edited = Signal(str, dict)
    """Annotation id and the fields that changed: note (str), tags (tuple), owner and due (str or None)."""
    closed = Signal(str, bool)
    """The annotation whose editor was left, and whether by key or button; everything is announced by then."""
    height_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteEditor")
        self._id: str | None = None
        self._opened: dict[str, Any] = {}
        self._saved: dict[str, Any] = {}
        self._sent: dict[str, list[Any]] = {}
        self._unanswered: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER)
        self._timer.timeout.connect(self.flush)
        self._build()
        self._retranslate()
        QApplication.instance().focusChanged.connect(self._on_focus_changed)

    def _build(self) -> None:
        self._note = GrowingEdit(3, 12)
        self._note.setObjectName("noteEdit")
        self._tags = TagsEdit()
        self._tags.setObjectName("noteTags")
        self._owner = QLineEdit()
        self._owner.setObjectName("noteOwner")
        self._due = DateEdit()
        self._due.setObjectName("noteDue")
        for field in (self._tags, self._owner, self._due):
            field.setProperty("kind", "quiet")
            field.textEdited.connect(self._on_typed)
        self._owner.installEventFilter(self)
        self._due.installEventFilter(self)
        self._hint = QLabel()
        self._hint.setProperty("role", "caption")
        self._cancel = QPushButton()
        self._cancel.setObjectName("noteCancel")
        self._done = QPushButton()
        self._done.setObjectName("noteSave")
        self._done.setProperty("kind", "primary")
        self._note.textChanged.connect(self._on_typed)
        self._note.finished.connect(self.finish)
        self._note.height_changed.connect(self._on_height_changed)
        self._tags.finished.connect(self.finish)
        self._done.clicked.connect(self.finish)
        self._cancel.clicked.connect(self.revert)
        self._lay_out()

    def _lay_out(self) -> None:
        self._deed = QWidget()
        deed = QHBoxLayout(self._deed)
        deed.setContentsMargins(0, 0, 0, 0)
        deed.setSpacing(6)
        deed.addWidget(self._owner, 1)
        deed.addWidget(self._due, 1)
        bottom = QHBoxLayout()
        bottom.setSpacing(6)
        bottom.addWidget(self._hint)
        bottom.addStretch(1)
        bottom.addWidget(self._cancel)
        bottom.addWidget(self._done)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(4, 4, 4, 0)
        rows.setSpacing(6)
        for widget in (self._note, self._tags, self._deed):
            rows.addWidget(widget)
        rows.addLayout(bottom)

    def _retranslate(self) -> None:
        self._note.setPlaceholderText(self.tr("What do you think?"))
        self._note.setAccessibleName(self.tr("Note"))
        self._tags.setPlaceholderText(self.tr("#tag"))
        self._tags.setAccessibleName(self.tr("Tags"))
        self._owner.setPlaceholderText(self.tr("Who does it"))
        self._owner.setAccessibleName(self.tr("Who does it"))
        self._due.setAccessibleName(self.tr("By when"))
        keys = QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Return).toString(QKeySequence.SequenceFormat.NativeText)
        self._hint.setText(keys.replace("Return", "↵").replace("+", " "))
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setToolTip(self.tr("Put back what was there before"))
        self._done.setText(self.tr("Done"))

    @property
    def annotation_id(self) -> str | None:
        """The annotation that is being edited."""
        return self._id

    def set_known_tags(self, tags: Sequence[str]) -> None:
        """The tags that completion offers."""
        self._tags.set_known(tags)

    def open_editor(self, annotation: Annotation, field: str = "note") -> None:
        """Edit `annotation`, with the focus in "note" or "tags"; another one that was open is saved and closed."""
        if self._id not in (None, annotation.id):
            self.close_editor()
        if self._id is None:
            self._id = annotation.id
            self._opened = _values(annotation)
            self._saved = dict(self._opened)
            self._sent = {name: [] for name in FIELDS}
            self._unanswered.clear()
            self._fill(self._opened)
            self._note.document().clearUndoRedoStacks()
            end = self._note.textCursor()
            end.movePosition(end.MoveOperation.End)
            self._note.setTextCursor(end)
        self._deed.setVisible(annotation.kind is Kind.ACTION)
        self.show()
        self._focus(field)

    def _focus(self, field: str) -> None:
        target = self._tags if field == "tags" else self._note
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        if field == "tags" and self._tags.text():
            self._tags.setText(self._tags.text().rstrip() + " ")

    def update_annotation(self, annotation: Annotation) -> None:
        """What the library holds now; only what neither comes from here nor is being typed over is taken."""
        if annotation.id != self._id:
            return
        if self._deed.isHidden() != (annotation.kind is not Kind.ACTION):
            self._deed.setVisible(annotation.kind is Kind.ACTION)
            self._on_height_changed()
        current = self._current()
        news = {}
        for name, value in _values(annotation).items():
            if value == self._saved[name]:
                self._unanswered.discard(name)
                continue
            if name in self._unanswered and value in self._sent[name]:
                continue  # the answer to an earlier save
            if current[name] == self._saved[name]:
                news[name] = value
            self._saved[name] = value
        self._fill(news)

    def _fill(self, values: dict[str, Any]) -> None:
        self._note.blockSignals(True)
        if "note" in values:
            self._note.set_text(values["note"])
        self._note.blockSignals(False)
        if "tags" in values:
            self._tags.set_tags(values["tags"])
        if "owner" in values:
            self._owner.setText(values["owner"] or "")
        if "due" in values:
            self._due.set_date(values["due"])

    def _current(self) -> dict[str, Any]:
        if self._due.is_valid():
            self._due.commit()
        return {
            "note": self._note.toPlainText(),
            "tags": self._tags.tags(),
            "owner": self._owner.text().strip() or None,
            "due": self._due.date(),
        }

    def flush(self) -> None:
        """Announce what was typed and not yet announced."""
        self._timer.stop()
        if self._id is not None:
            self._announce(self._current())

    def _announce(self, values: dict[str, Any]) -> None:
        changes = {name: value for name, value in values.items() if value != self._saved[name]}
        if not changes or self._id is None:
            return
        for name, value in changes.items():
            self._sent[name].append(value)
            self._unanswered.add(name)
        self._saved |= changes
        self.edited.emit(self._id, changes)

    def revert(self) -> None:
        """Put back what was there when the editor opened, and leave."""
        self._timer.stop()
        self._announce(self._opened)
        self._leave(by_hand=True)

    def finish(self) -> None:
        """Save and leave, because the user is done."""
        self.flush()
        self._leave(by_hand=True)

    def close_editor(self) -> None:
        """Save and leave, because the user is elsewhere."""
        self.flush()
        self._leave()

    def drop(self) -> None:
        """Leave without saving: the annotation is gone."""
        self._timer.stop()
        self._leave()

    def _leave(self, *, by_hand: bool = False) -> None:
        left, self._id = self._id, None
        if left is not None:
            self.closed.emit(left, by_hand)
            self.hide()

    def _on_typed(self, _text: str = "") -> None:
        if self._id is not None:
            self._timer.start()

    def _on_height_changed(self) -> None:
        self.layout().invalidate()
        self.height_changed.emit()

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._id is None:
            return
        if now is None:  # another program, or a menu: nothing is lost, and the editor stays
            self.flush()
        elif now is not self and not self.isAncestorOf(now) and not self._tags.is_completing():
            self.close_editor()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.finish()
                return True
        elif event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def needed_height(self) -> int:
        """Pixels the editor wants at its present content."""
        return self.layout().sizeHint().height()

    def sizeHint(self) -> QSize:
        return self.layout().sizeHint()
