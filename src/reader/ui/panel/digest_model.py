"""The tree of the tab 摘要: sections, their rows, and under terms and bodies every occurrence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from reader.messages import Messages
from reader.model.annotation import Annotation
from reader.model.digest import KeyPassage, Layer
from reader.services.ledger import hint_sentence
from reader.ui.panel.digest_rows import Row, RowKind, Section, Shown, accepted, is_suggestion
from reader.ui.parts import plain_tooltip

ROW = Qt.ItemDataRole.UserRole
"""What the line is: a Section (its heading), a Row or a More."""

FIRST = 8
"""Rows of a section that are shown at first; key passages, the model and chains are few."""
WHOLE = (Layer.MODEL, Layer.KEY, Layer.CHAINS)
MOST_PLACES = 500
"""Occurrences listed under one term."""


@dataclass(frozen=True, slots=True)
class More:
    """The line at the end of a section that stands for its other rows."""

    layer: Layer
    count: int


Line = Section | Row | More
Index = QModelIndex | QPersistentModelIndex


class DigestModel(QStandardItemModel):
    """Data in by `show_digest` and `set_annotations`; what each line says aloud is its AccessibleTextRole."""

    def __init__(self, say: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._shown: Shown | None = None
        self._annotations: Sequence[Annotation] = ()
        self._revealed: set[Layer] = set()

    @property
    def shown(self) -> Shown | None:
        """What is shown."""
        return self._shown

    def show_digest(self, shown: Shown | None, *, keep: bool = False) -> None:
        """Show another digest; `keep` leaves open what was open, for a digest of the same article."""
        self._shown = shown
        if not keep:
            self._revealed.clear()
        self.clear()
        for section in shown.sections if shown else ():
            heading = self._item(section)
            self._fill(heading, section)
            self.appendRow(heading)

    def _fill(self, heading: QStandardItem, section: Section) -> None:
        whole = section.layer in WHOLE or section.layer in self._revealed or len(section.rows) <= FIRST + 1
        rows = section.rows if whole else section.rows[:FIRST]
        heading.appendRows([self._item(row) for row in rows])
        if not whole:
            heading.appendRow(self._item(More(section.layer, len(section.rows) - FIRST)))

    def _item(self, line: Line) -> QStandardItem:
        item = QStandardItem()
        item.setData(line, ROW)
        item.setEditable(False)
        self._name(item)
        return item

    def reveal(self, layer: Layer) -> None:
        """Show the other rows of a section too."""
        heading = next((item for item in self._headings() if item.data(ROW).layer is layer), None)
        if heading is None or layer in self._revealed:
            return
        self._revealed.add(layer)
        last = heading.rowCount() - 1
        if isinstance(heading.child(last).data(ROW), More):
            heading.removeRow(last)
            heading.appendRows([self._item(row) for row in heading.data(ROW).rows[last:]])

    def _headings(self) -> list[QStandardItem]:
        return [self.item(row) for row in range(self.rowCount())]

    def each(self, do: Callable[[QStandardItem], None]) -> None:
        """Do something with every item, parents first."""

        def walk(item: QStandardItem) -> None:
            do(item)
            for row in range(item.rowCount()):
                walk(item.child(row))

        for heading in self._headings():
            walk(heading)

    # Occurrences are made when a term is opened: there may be thousands.

    def hasChildren(self, parent: Index | None = None) -> bool:
        """A term that occurs more than once has its occurrences under it."""
        row = parent.data(ROW) if parent is not None and parent.isValid() else None
        return len(row.places) > 1 if isinstance(row, Row) else super().hasChildren(parent or QModelIndex())

    def canFetchMore(self, parent: Index) -> bool:
        """Until its occurrences were made."""
        return self.hasChildren(parent) and isinstance(parent.data(ROW), Row) and not self.rowCount(parent)

    def fetchMore(self, parent: Index) -> None:
        """Make the occurrences of a term."""
        if self._shown is not None and self.canFetchMore(parent):
            places = self._shown.occurrences(parent.data(ROW))[:MOST_PLACES]
            self.itemFromIndex(parent).appendRows([self._item(row) for row in places])

    # Annotations

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        """The annotations of the article: suggestions that have become one are shown so."""
        self._annotations = annotations
        self.each(lambda item: self._name(item) if is_suggestion(item.data(ROW)) else None)

    def accepted(self, row: Row) -> Annotation | None:
        """The annotation that a suggestion has become."""
        return accepted(row, self._annotations)

    def open_suggestions(self) -> list[Row]:
        """The suggestions that are none yet."""
        sections = self._shown.sections if self._shown else ()
        rows = [row for section in sections if section.layer is Layer.KEY for row in section.rows]
        return [row for row in rows if self.accepted(row) is None]

    # Words

    def set_messages(self, say: Messages) -> None:
        """Speak another language."""
        self._say = say
        self.each(self._name)

    def title(self, section: Section) -> str:
        """The heading of a section."""
        return self._say(f"digest.section.{section.layer}")

    def reason(self, row: Row) -> str:
        """Why a passage is suggested, in one word or two."""
        return self._say(f"digest.reason.{row.item.reason}") if isinstance(row.item, KeyPassage) else ""

    def hint(self, row: Row) -> str:
        """The sentence of a hint."""
        figures = self._shown.digest.figures if self._shown else ()
        return hint_sentence(row.hint, figures, self._say) if row.hint else ""

    def more(self, more: More) -> str:
        """What the line at the end of a section says."""
        return self.tr("Show %n more", "", more.count)

    def kind_name(self, annotation: Annotation) -> str:
        """The kind of an annotation in words."""
        return self._say(f"kind.{annotation.kind}")

    def _name(self, item: QStandardItem) -> None:
        line = item.data(ROW)
        words = self._spoken(line)
        item.setText(words)
        if isinstance(line, Row) and line.kind is not RowKind.HINT:
            item.setToolTip(plain_tooltip("\n".join(filter(None, (line.text, line.note)))))

    def _spoken(self, line: Line) -> str:
        colon, comma = self._say("paper.word.colon"), self._say("paper.clause_separator")
        if isinstance(line, Section):
            return comma.join((self.title(line), self.tr("%n item(s)", "", len(line.rows))))
        if isinstance(line, More):
            return self.more(line)
        if line.kind is RowKind.HINT:
            return self.hint(line)
        if line.kind is RowKind.PLACE:
            return line.before + line.text + line.after
        if line.kind is RowKind.KEY:
            mark = self.accepted(line)
            state = self.tr("marked: %1").replace("%1", self.kind_name(mark)) if mark else self.tr("suggestion")
            return f"{self.reason(line)}{comma}{state}{colon}{line.text}"
        if line.kind is RowKind.DATE:
            return f"{line.text}{colon}{line.note}"
        count = self.tr("%n place(s)", "", len(line.places)) if len(line.places) > 1 else ""
        corrected = self.tr("corrected") if line.item is not None and line.item.corrected else ""
        return comma.join(filter(None, (line.text, line.note, count, corrected)))
