"""What changed between two versions of an article; each of them can be read whole as well."""

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.messages import Messages
from reader.model.article import Version
from reader.model.changes import Comparison
from reader.ui.dialogs.changes_view import ChangesView
from reader.ui.dialogs.segments import Segments
from reader.ui.icons import Icons
from reader.ui.parts import ElidedLabel, describe, icon_button, label, line

NEXT_KEYS, PREVIOUS_KEYS = ("F3", "J"), ("Shift+F3", "K")
WHAT = ("changes", "old", "new")
"""What the column shows: the changes, or one of the two versions whole."""


def when(moment: str) -> str:
    """A stored time as the user writes times."""
    local = QDateTime.fromString(moment, Qt.DateFormat.ISODate).toLocalTime()
    return QLocale().toString(local, QLocale.FormatType.ShortFormat) if local.isValid() else moment


class ChangesDialog(QDialog):
    """Asks for a comparison whenever other versions are chosen; the window answers by `set_comparison`."""

    comparison_requested = Signal(int, int)
    """(number of the old version, of the new one)."""

    def __init__(
        self, icons: Icons, say: Messages, title: str, versions: Sequence[Version], parent: QWidget | None = None
    ) -> None:
        """`versions` oldest first, two or more."""
        super().__init__(parent)
        self.setObjectName("changesDialog")
        self.setWindowTitle(self.tr("What Changed"))
        self._say, self._versions = say, list(versions)
        self._comparison: Comparison | None = None
        self.view = ChangesView(icons, say)
        self.view.stepped.connect(self._on_stepped)
        self._build_choice()
        self._build_steps(icons)
        self._arrange(title)
        for keys, direction in ((NEXT_KEYS, 1), (PREVIOUS_KEYS, -1)):
            for key in keys:
                QShortcut(QKeySequence(key), self).activated.connect(lambda step=direction: self.view.step(step))
        self.choose(self._versions[-2].number, self._versions[-1].number)

    def sizeHint(self) -> QSize:
        return QSize(900, 680)

    # ---- making

    def _build_choice(self) -> None:
        self._old, self._new = QComboBox(), QComboBox()
        for combo, name, spoken in (
            (self._old, "changesOld", self.tr("Old version")),
            (self._new, "changesNew", self.tr("New version")),
        ):
            combo.setObjectName(name)
            combo.setAccessibleName(spoken)
            for version in self._versions:
                text = self.tr("Version %1 · %2").replace("%1", str(version.number))
                combo.addItem(text.replace("%2", when(version.fetched)), version.number)
            combo.activated.connect(self._request)
        self._what = Segments("changesWhat", WHAT)
        self._what.name_all((self.tr("Changes"), self.tr("Old version"), self.tr("New version")))
        self._what.set_value("changes")
        self._what.chosen.connect(self._show)

    def _build_steps(self, icons: Icons) -> None:
        self._previous = icon_button(icons, "chevron-up", "changesPrevious")
        self._next = icon_button(icons, "chevron-down", "changesNext")
        describe(self._previous, self.tr("Previous change"), "K")
        describe(self._next, self.tr("Next change"), "J")
        self._previous.clicked.connect(lambda: self.view.step(-1))
        self._next.clicked.connect(lambda: self.view.step(1))
        self._place = label(role="count", name="changesPlace")
        self._counts = label(role="muted", name="changesCounts")

    def _arrange(self, title: str) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(22, 18, 22, 10)
        head.setSpacing(8)
        head.addWidget(label(self.tr("What Changed"), "h1"))
        head.addWidget(ElidedLabel(title, "muted"))
        choice = QHBoxLayout()
        choice.setSpacing(8)
        choice.addWidget(self._old)
        choice.addWidget(label("→", "muted"))
        choice.addWidget(self._new)
        choice.addStretch(1)
        choice.addWidget(self._what)
        head.addLayout(choice)
        steps = QHBoxLayout()
        steps.setSpacing(4)
        steps.addWidget(self._counts, 1)
        steps.addWidget(self._place)
        steps.addWidget(self._previous)
        steps.addWidget(self._next)
        head.addLayout(steps)
        foot = QHBoxLayout()
        foot.setContentsMargins(22, 8, 18, 12)
        foot.addStretch(1)
        close = QPushButton(self.tr("Close"))
        close.setObjectName("changesClose")
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(line())
        column.addWidget(self.view, 1)
        column.addWidget(line())
        column.addLayout(foot)
        self.view.setFocus()

    # ---- choosing and showing

    def choose(self, old: int, new: int, what: str = "changes") -> None:
        """Set the two versions and what is shown of them; `request` asks for them."""
        self._old.setCurrentIndex(self._old.findData(old))
        self._new.setCurrentIndex(self._new.findData(new))
        self._what.set_value(what)

    def request(self) -> None:
        """Ask for the comparison of the chosen versions."""
        self._request()

    def _request(self, _index: int = 0) -> None:
        self.comparison_requested.emit(self._old.currentData(), self._new.currentData())

    def set_comparison(self, comparison: Comparison) -> None:
        """Show this."""
        self._comparison = comparison
        self._show(self._what.value())

    def _show(self, what: str) -> None:
        found = self._comparison
        if found is None:
            return
        counts, is_marked = found.counts, what == "changes"
        for widget in (self._place, self._previous, self._next):
            widget.setVisible(is_marked)
        if is_marked:
            self.view.show_comparison(found)
            same = self.tr("The two versions have the same text.")
            numbers = {"inserted": counts.inserted, "deleted": counts.deleted, "reworded": counts.reworded}
            self._counts.setText(self._say("changes.counts", **numbers) if any(numbers.values()) else same)
            return
        version, text = (found.old, found.old_text) if what == "old" else (found.new, found.new_text)
        self.view.show_text(text)
        whole = self.tr("Version %1, whole: %2 characters").replace("%1", str(version.number))
        self._counts.setText(whole.replace("%2", QLocale().toString(version.chars)))

    def _on_stepped(self, number: int, count: int) -> None:
        self._place.setText(f"{number} / {count}" if count else "")
        self._previous.setEnabled(count > 0)
        self._next.setEnabled(count > 0)
