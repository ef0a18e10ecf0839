"""The ledger: all figures of a report in a table beside the text, to sort, filter, correct, copy and take along."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.messages import Messages
from reader.model.digest import Hint, HintKind
from reader.services.ledger import LedgerRow, as_tsv, hint_sentence
from reader.ui.dialogs.figure_model import COLUMNS, ROW, SENTENCE, FigureFilter, FigureModel
from reader.ui.empty_state import EmptyState
from reader.ui.icons import Icons
from reader.ui.panel.digest_rows import Shown
from reader.ui.parts import ElidedLabel, label, line

WIDTHS = {"value": 92, "unit": 56, "object": 160, "approx": 64, "kind": 60, "place": 110}
"""Of the columns at first, px; the sentence takes the rest."""
ROW_HEIGHT = 30
MOST_HINTS = 4
"""Hints in sight at once."""


class FigureTable(QTableView):
    """Letters do not jump, Enter goes to the place, F2 edits, Ctrl+C copies rows."""

    chosen = Signal(QModelIndex)
    copy_requested = Signal()

    def keyboardSearch(self, search: str) -> None:
        """Letters must not jump rows."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class FigureLedger(QDialog):
    """Stands beside the window, which stays usable; data in by `show_figures`, wishes out by signals."""

    go_requested = Signal(object)
    """(Figure)."""
    object_changed = Signal(object, str)
    """(Figure, what it counts in truth)."""
    save_requested = Signal(list, list, str)
    """(rows in the order shown, hints as sentences, "xlsx" or "csv")."""
    closed = Signal()

    def __init__(
        self, shown: Shown, icons: Icons, say: Messages, *, can_correct: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("figureLedger")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._say, self._title = say, shown.title
        self._hints: Sequence[Hint] = ()
        self._model = FigureModel(say, self)
        self._model.can_correct = can_correct
        self._model.on_object = self.object_changed.emit
        self._filtered = FigureFilter(self._model, self)
        self._empty = EmptyState(icons, "figureEmpty")
        self._build_table()
        self._build_parts(icons)
        self._arrange()
        self._retranslate()
        self.show_figures(shown)
        room = self.screen().availableGeometry().size() * 0.92
        self.resize(min(1080, room.width()), min(640, room.height()))

    def _build_table(self) -> None:
        table = self.table = FigureTable()
        table.setObjectName("figureTable")
        table.setModel(self._filtered)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        for number, name in enumerate(COLUMNS):
            if name in WIDTHS:
                header.resizeSection(number, WIDTHS[name])
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(48)
        table.setSortingEnabled(True)
        table.sortByColumn(SENTENCE, Qt.SortOrder.AscendingOrder)  # the order of the text
        table.doubleClicked.connect(self._on_chosen)
        table.chosen.connect(self._on_chosen)
        table.copy_requested.connect(self._copy)
        table.selectionModel().selectionChanged.connect(lambda *_: self._show_buttons())

    def _build_parts(self, icons: Icons) -> None:
        self._heading, self._source = label(role="h1"), ElidedLabel(role="muted")
        self._hint_list = QListWidget(objectName="figureHints")
        self._hint_list.currentItemChanged.connect(lambda item, _before: self._on_hint(item))
        self._hint_list.itemClicked.connect(self._on_hint)
        self._filter = QLineEdit(objectName="figureFilter")
        self._filter.setClearButtonEnabled(True)
        self._filter.addAction(icons.icon("list-filter"), QLineEdit.ActionPosition.LeadingPosition)
        self._filter.textChanged.connect(self._on_filter)
        self._count = label(role="muted")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty)
        self._copy_rows, self._excel, self._csv, self._close = (QPushButton() for _ in range(4))
        buttons = (self._copy_rows, self._excel, self._csv, self._close)
        for name, button in zip(("Copy", "Excel", "Csv", "Close"), buttons, strict=True):
            button.setObjectName(f"figure{name}")
            button.setAutoDefault(False)
        self._excel.setProperty("kind", "primary")
        self._copy_rows.clicked.connect(self._copy)
        self._excel.clicked.connect(lambda: self._save("xlsx"))
        self._csv.clicked.connect(lambda: self._save("csv"))
        self._close.clicked.connect(self.close)

    def _arrange(self) -> None:
        search = QHBoxLayout()
        search.setSpacing(12)
        search.addWidget(self._filter, 1)
        search.addWidget(self._count)
        body = QVBoxLayout()
        body.setContentsMargins(22, 18, 22, 12)
        body.setSpacing(8)
        for widget in (self._heading, self._source, self._hint_list):
            body.addWidget(widget)
        body.addLayout(search)
        body.addWidget(self._pages, 1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(22, 10, 18, 12)
        buttons.setSpacing(8)
        buttons.addWidget(self._copy_rows)
        buttons.addStretch(1)
        for button in (self._close, self._csv, self._excel):
            buttons.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(body, 1)
        rows.addWidget(line())
        rows.addLayout(buttons)

    # What is shown

    def show_figures(self, shown: Shown) -> None:
        """The figures of the digest, after a correction too."""
        self._title = shown.title
        self._source.set_full_text(shown.title)
        self._model.set_rows(shown.ledger)
        self._hints = [hint for hint in shown.digest.hints if hint.kind is not HintKind.PARTS]
        self._show_hints()
        self._on_filter(self._filter.text())

    def _show_hints(self) -> None:
        self._hint_list.blockSignals(True)
        self._hint_list.clear()
        for sentence, hint in zip(self._sentences(), self._hints, strict=True):
            item = QListWidgetItem(sentence)
            item.setData(Qt.ItemDataRole.UserRole, hint)
            self._hint_list.addItem(item)
        self._hint_list.blockSignals(False)
        self._hint_list.setVisible(bool(self._hints))
        height = self._hint_list.sizeHintForRow(0) if self._hints else 0
        self._hint_list.setFixedHeight(min(len(self._hints), MOST_HINTS) * height + 10)

    def _sentences(self) -> list[str]:
        figures = [row.figure for row in self._model.rows]
        return [hint_sentence(hint, figures, self._say) for hint in self._hints]

    def _on_filter(self, text: str) -> None:
        self._filtered.set_words(text)
        self._show_buttons()

    def _show_buttons(self) -> None:
        shown, all_rows = self._filtered.rowCount(), len(self._model.rows)
        of = self.tr("%1 of %2").replace("%1", str(shown)).replace("%2", str(all_rows))
        self._count.setText(self.tr("%n figure(s)", "", all_rows) if shown == all_rows else of)
        self._pages.setCurrentWidget(self.table if shown else self._empty)
        for button in (self._copy_rows, self._excel, self._csv):
            button.setEnabled(shown > 0)
        chosen = len(self._chosen_rows())
        self._copy_rows.setText(self.tr("Copy %n row(s)", "", chosen) if chosen else self.tr("Copy All"))

    # What is asked for

    def _row(self, index: QModelIndex) -> LedgerRow:
        return index.data(ROW)

    def _shown_rows(self) -> list[LedgerRow]:
        return [self._row(self._filtered.index(number, 0)) for number in range(self._filtered.rowCount())]

    def _chosen_rows(self) -> list[LedgerRow]:
        chosen = self.table.selectionModel().selectedRows()
        return [self._row(index) for index in sorted(chosen, key=lambda index: index.row())]

    def _on_chosen(self, index: QModelIndex) -> None:
        self.go_requested.emit(self._row(index).figure)

    def _on_hint(self, item: QListWidgetItem | None) -> None:
        """Choose the figures that a hint is about."""
        if item is None:
            return
        self._filter.clear()
        chosen = QItemSelection()
        for number in item.data(Qt.ItemDataRole.UserRole).figures:
            index = self._filtered.mapFromSource(self._model.index(number, 0))
            chosen.select(index, index)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().select(chosen, flags)
        if chosen.indexes():
            self.table.scrollTo(chosen.indexes()[0])

    def _copy(self) -> None:
        """The chosen rows, else all that are shown."""
        QGuiApplication.clipboard().setText(as_tsv(self._chosen_rows() or self._shown_rows(), self._say))

    def _save(self, format: str) -> None:
        self.save_requested.emit(self._shown_rows(), self._sentences(), format)

    # Language, and the end

    def set_messages(self, say: Messages) -> None:
        """Speak another language."""
        self._say = say
        self._model.set_messages(say)
        self._show_hints()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Figures"))
        self._heading.setText(self.tr("Figures"))
        self._filter.setPlaceholderText(self.tr("Filter: a number, a unit, what is counted"))
        self._filter.setAccessibleName(self.tr("Filter figures"))
        self.table.setAccessibleName(self.tr("Figures"))
        self._hint_list.setAccessibleName(self.tr("Arithmetic"))
        self._excel.setText(self.tr("&Excel…"))
        self._csv.setText(self.tr("&CSV…"))
        self._close.setText(self.tr("Close"))
        self._empty.show_state("search", self.tr("No such figure"), self.tr("No row holds all of these words."))
        self.set_messages(self._say)
        self._show_buttons()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def done(self, result: int) -> None:
        """Closed, by whatever means."""
        super().done(result)
        self.closed.emit()
