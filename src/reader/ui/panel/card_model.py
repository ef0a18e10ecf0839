"""The rows of the annotation list: one card an annotation, and a heading before the special groups."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from reader.messages import Messages
from reader.model.annotation import Annotation, Kind, Suggestion
from reader.text.folding import one_line
from reader.text.passages import parse_passage

ROW = Qt.ItemDataRole.UserRole
"""The row itself: an Annotation or a Heading."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading among the cards; `id` names its group: "article" or "orphans"."""

    id: str


Row = Annotation | Heading


def paragraphs(passage: str | None) -> tuple[int, int] | None:
    """First and last paragraph of a passage ("3-5..4-1" gives 3 and 4); None without a place."""
    if not passage:
        return None
    try:
        first, _, last, _ = parse_passage(passage)
    except ValueError:
        return None
    return first, last


def rows_of(annotations: Iterable[Annotation], kind: Kind | None = None) -> list[Row]:
    """Notes on the whole article, then the marks in text order, then those whose place is lost."""
    chosen = [each for each in annotations if kind is None or each.kind is kind]
    lost = [each for each in chosen if each.orphan]
    whole = [each for each in chosen if not each.orphan and each.start is None]
    placed = [each for each in chosen if not each.orphan and each.start is not None]
    placed.sort(key=lambda each: (each.start, each.end or 0, each.created))
    rows: list[Row] = []
    if whole:
        rows += [Heading("article"), *whole]
    rows += placed
    if lost:
        rows += [Heading("orphans"), *lost]
    return rows


class CardModel(QAbstractListModel):
    """Cards and headings; `set_annotations` moves as few rows as it can, so that selection and scroll stay."""

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._annotations: list[Annotation] = []
        self._kind: Kind | None = None
        self._rows: list[Row] = []
        self._suggestions: dict[str, Suggestion] = {}

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown, in order."""
        return self._rows

    @property
    def annotations(self) -> Sequence[Annotation]:
        """All annotations, those the filter hides too."""
        return self._annotations

    def set_messages(self, messages: Messages) -> None:
        """Speak another language."""
        self._messages = messages
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def set_annotations(self, annotations: Iterable[Annotation]) -> None:
        """Show these annotations of one article."""
        self._annotations = list(annotations)
        self._show(rows_of(self._annotations, self._kind))

    def set_suggestions(self, suggestions: Mapping[str, Suggestion]) -> None:
        """Where orphans might belong, by annotation."""
        self._suggestions = dict(suggestions)
        for number, row in enumerate(self._rows):
            if isinstance(row, Annotation) and row.orphan:
                self.dataChanged.emit(self.index(number), self.index(number))

    def suggestion(self, annotation: Annotation) -> Suggestion | None:
        """Where an orphan might belong."""
        return self._suggestions.get(annotation.id) if annotation.orphan else None

    def suggestion_text(self, suggestion: Suggestion | None) -> str:
        """What stands over the suggested words."""
        if suggestion is None:
            return self.tr("No likely place was found")
        share = f"{round(suggestion.similarity * 100)} %"
        place = paragraphs(suggestion.passage)
        number = str(place[0]) if place else ""
        return self.tr("Perhaps here (para. %1, %2 alike):").replace("%1", number).replace("%2", share)

    def set_kind(self, kind: Kind | None) -> None:
        """Show one kind only; None shows all."""
        self._kind = kind
        self._show(rows_of(self._annotations, kind))

    def _show(self, rows: list[Row]) -> None:
        """Replace only the stretch between the common beginning and the common end."""
        old, new = [row.id for row in self._rows], [row.id for row in rows]
        head = 0
        while head < min(len(old), len(new)) and old[head] == new[head]:
            head += 1
        tail = 0
        while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        if len(old) - tail > head:
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            del self._rows[head : len(old) - tail]
            self.endRemoveRows()
        if len(new) - tail > head:
            self.beginInsertRows(QModelIndex(), head, len(new) - tail - 1)
            self._rows[head:head] = rows[head : len(new) - tail]
            self.endInsertRows()
        for number, row in enumerate(rows):
            if self._rows[number] != row:
                self._rows[number] = row
                self.dataChanged.emit(self.index(number), self.index(number))

    def row_of(self, annotation_id: str | None) -> int:
        """The row of a card, -1 when it is not shown."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Annotation) and row.id == annotation_id:
                return number
        return -1

    def annotation(self, index: QModelIndex) -> Annotation | None:
        """The annotation of a row; None for a heading and for no row."""
        row = self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None
        return row if isinstance(row, Annotation) else None

    def heading_text(self, heading: Heading) -> str:
        """What stands before a group."""
        if heading.id == "orphans":
            return self.tr("Place not found")
        return self.tr("On the whole article")

    def place_text(self, annotation: Annotation) -> str:
        """"Para. 3", "Para. 3–4", or nothing without a place."""
        place = paragraphs(annotation.passage)
        if place is None or annotation.orphan:
            return ""
        number = str(place[0]) if place[0] == place[1] else f"{place[0]}–{place[1]}"
        return self.tr("Para. %1").replace("%1", number)

    def kind_text(self, annotation: Annotation) -> str:
        """The name of its kind."""
        return self._messages(f"kind.{annotation.kind}")

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        if self.annotation(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.heading_text(row) if isinstance(row, Heading) else self._spoken(row)
        return None

    def _spoken(self, annotation: Annotation) -> str:
        """What a screen reader says of a card: the list is the accessible form of the painted marks."""
        comma, colon = self._messages("paper.clause_separator"), self._messages("paper.word.colon")
        place = self.place_text(annotation) or (self.tr("Place not found") if annotation.orphan else "")
        about = comma.join(filter(None, (self.kind_text(annotation), place)))
        said = [one_line(annotation.quote)] if annotation.quote else []
        if annotation.note:
            said.append(self.tr("note: %1").replace("%1", one_line(annotation.note)))
        if annotation.tags:
            said.append(self.tr("tags: %1").replace("%1", comma.join(annotation.tags)))
        if annotation.orphan:
            suggestion = self.suggestion(annotation)
            said.append(self.suggestion_text(suggestion) + (one_line(suggestion.quote) if suggestion else ""))
        if annotation.owner:
            said.append(self.tr("who: %1").replace("%1", annotation.owner))
        if annotation.due:
            said.append(self.tr("by: %1").replace("%1", annotation.due))
        return f"{about}{colon}{comma.join(said)}" if said else about
