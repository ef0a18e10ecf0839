"""Tags on one line, "#双报到 #网格", with completion of the tag at the cursor."""

import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

_BETWEEN = re.compile(r"[\s,，、;；#＃]+")
_AT_CURSOR = re.compile(r"[^\s,，、;；#＃]*$")


def tags_text(tags: Iterable[str]) -> str:
    """How tags stand in the field."""
    return " ".join(f"#{tag}" for tag in tags)


def parse_tags(text: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """The tags of a line, each once, in order; blanks, commas and # divide them.

    A tag of `known` that itself holds a blank is found whole when it stands there with its #.
    """
    found: list[tuple[int, str]] = []
    for tag in sorted((tag for tag in known if _BETWEEN.search(tag)), key=len, reverse=True):
        place = text.find(f"#{tag}")
        if place >= 0:
            found.append((place, tag))
            text = text[:place] + " " * (len(tag) + 1) + text[place + len(tag) + 1 :]
    for match in re.finditer(r"[^\s,，、;；#＃]+", text):
        found.append((match.start(), match[0]))
    return tuple(dict.fromkeys(tag for _, tag in sorted(found)))


class TagsEdit(QLineEdit):
    """A line edit for tags; Ctrl+Enter, Enter and Esc finish, unless they belong to completion or input method."""

    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QStringListModel(self)
        self._before: tuple[str, ...] = ()
        self._composing = False
        self._completer = QCompleter(self._words, self)
        self._completer.setWidget(self)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.activated.connect(self._on_chosen)
        self._completer.popup().setObjectName("completionPopup")
        self._completer.popup().installEventFilter(self)
        self.textEdited.connect(self._on_edited)

    def set_known(self, tags: Sequence[str]) -> None:
        """The tags that completion offers."""
        self._words.setStringList(list(tags))

    def set_tags(self, tags: Sequence[str]) -> None:
        """Show these tags."""
        self._before = tuple(tags)
        if self.tags() != self._before or not self.hasFocus():
            self.setText(tags_text(tags))

    def tags(self) -> tuple[str, ...]:
        """The tags that stand in the field."""
        return parse_tags(self.text(), self._before)

    def is_completing(self) -> bool:
        """Whether the list of offers is open."""
        return self._completer.popup().isVisible()

    def _word(self) -> str:
        return _AT_CURSOR.search(self.text()[: self.cursorPosition()])[0]

    def _on_edited(self, _text: str) -> None:
        word = self._word()
        before = self.text()[: self.cursorPosition() - len(word)]
        if not word and not before.endswith(("#", "＃")):
            self._completer.popup().hide()
            return
        self._completer.setCompletionPrefix(word)
        only = self._completer.completionCount() == 1 and self._completer.currentCompletion() == word
        if self._completer.completionCount() and not only:
            self._completer.complete()
        else:
            self._completer.popup().hide()

    def _on_chosen(self, tag: str) -> None:
        end = self.cursorPosition()
        start = end - len(self._word())
        head = self.text()[:start]
        mark = "" if head.endswith(("#", "＃")) else "#"
        self.setText(f"{head}{mark}{tag} {self.text()[end:].lstrip()}")
        self.setCursorPosition(len(head) + len(mark) + len(tag) + 1)
        self.textEdited.emit(self.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Tab takes the first offer, as Enter does.
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
            popup = self._completer.popup()
            index = popup.currentIndex()
            model = self._completer.completionModel()
            chosen = index if index.isValid() else model.index(0, 0)
            popup.hide()
            self._on_chosen(str(model.data(chosen)))
            return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        finishes = event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if finishes and not self.is_completing() and not self._composing:
            event.accept()
            self.finished.emit()
            return
        super().keyPressEvent(event)
