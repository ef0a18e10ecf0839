"""Reports side by side: two tables that a person puts in order before they become a paper."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from reader.messages import Messages
from reader.model.contrast import Contrast, Sheet
from reader.services.contrasting import as_tsv, grid
from reader.ui.dialogs.contrast_bar import STEPS, TOOLS, ContrastBar
from reader.ui.dialogs.contrast_edits import ContrastEdits
from reader.ui.dialogs.contrast_model import LABEL, ContrastModel
from reader.ui.dialogs.contrast_table import StickyTable
from reader.ui.empty_state import EmptyState
from reader.ui.icons import Icons
from reader.ui.parts import ElidedLabel, label, line


class ContrastDialog(QDialog):
    """Holds no service: a contrast comes in by `set_contrast`, and is asked for as it was left by `contrast`."""

    place_requested = Signal(str, object)
    """(article, Mention): show where it stands; the dialog stays."""
    export_requested = Signal(object)
    """(Contrast as it is now)."""
    renew_requested = Signal()
    """Make the tables anew from the texts."""
    left = Signal()
    """The dialog was closed."""

    def __init__(self, icons: Icons, say: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("contrastDialog")
        self._say = say
        self._steps: dict[tuple[Sheet, int, int], int] = {}
        self._error = ""
        self.edits = ContrastEdits(self)
        self.models = {sheet: ContrastModel(sheet, say, icons, self) for sheet in Sheet}
        self.tables = {sheet: self._build_table(sheet) for sheet in Sheet}
        self.bar = ContrastBar(icons)
        self._build_parts(icons)
        self._arrange()
        self._connect()
        self._retranslate()
        self._show_state()

    def sizeHint(self) -> QSize:
        room = QGuiApplication.primaryScreen().availableGeometry().size() * 0.9
        return QSize(1180, 720).boundedTo(room)

    # ---- making

    def _build_table(self, sheet: Sheet) -> StickyTable:
        model = self.models[sheet]
        table = StickyTable(f"contrast_{sheet}", model.first_report)
        table.setModel(model)
        table.place_requested.connect(self._on_place)
        table.command.connect(self.perform)
        table.menu_requested.connect(self._show_menu)
        table.selectionModel().selectionChanged.connect(self._show_tools)
        # Later: a model must not be reset while a view takes the text out of its editor.
        model.written.connect(self._on_written, Qt.ConnectionType.QueuedConnection)
        return table

    def _build_parts(self, icons: Icons) -> None:
        self._title, self._names = label(role="h1"), ElidedLabel(role="muted")
        self._pages = QStackedWidget()
        for table in self.tables.values():
            self._pages.addWidget(table)
        self._empty = EmptyState(icons, "contrastEmpty")
        self._pages.addWidget(self._empty)
        self._hint = ElidedLabel(role="caption")
        self._renew, self._close, self._export = QPushButton(), QPushButton(), QPushButton()
        self._renew.setProperty("kind", "link")
        self._export.setProperty("kind", "primary")
        names = ("contrastRenew", "contrastClose", "contrastExport")
        for name, button in zip(names, (self._renew, self._close, self._export), strict=True):
            button.setObjectName(name)
            button.setAutoDefault(False)

    def _arrange(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(22, 18, 22, 4)
        head.setSpacing(4)
        head.addWidget(self._title)
        head.addWidget(self._names)
        foot = QHBoxLayout()
        foot.setContentsMargins(22, 8, 18, 12)
        foot.setSpacing(8)
        foot.addWidget(self._hint, 1)
        for button in (self._renew, self._close, self._export):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(line())
        column.addWidget(self._pages, 1)
        column.addWidget(line())
        column.addLayout(foot)

    def _connect(self) -> None:
        self.bar.tool_chosen.connect(self.perform)
        self.bar.sheet_chosen.connect(lambda _sheet: self._show_state())
        for name in STEPS:
            QShortcut(QKeySequence(TOOLS[name][1]), self).activated.connect(lambda name=name: self.perform(name))
        self.edits.changed.connect(self._on_changed)
        # A method: the stack speaks once more when it is deleted, after this dialog.
        self.edits.history.stack.indexChanged.connect(self._show_tools)
        self._renew.clicked.connect(self.renew_requested)
        self._close.clicked.connect(self.close)
        self._export.clicked.connect(lambda: self.export_requested.emit(self.edits.contrast))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Compare Reports"))
        self._title.setText(self.tr("Compare Reports"))
        self._renew.setText(self.tr("Start Over"))
        self._close.setText(self.tr("Close"))
        self._export.setText(self.tr("Export Comparison…"))
        self._hint.set_full_text(self.tr("Double-click a cell to go to its place. F2 edits, Del removes a row."))
        self.tables[Sheet.FIGURES].setAccessibleName(self.tr("Figures"))
        self.tables[Sheet.PRACTICES].setAccessibleName(self.tr("Practices"))

    # ---- showing

    @property
    def table(self) -> StickyTable:
        """The table in front."""
        return self.tables[self.bar.sheet]

    @property
    def contrast(self) -> Contrast | None:
        """The tables as they are now; None until they are made."""
        return self.edits.contrast

    def set_contrast(self, contrast: Contrast) -> None:
        """Show tables that were just made, at first the one that has rows."""
        if self.contrast is None and contrast.practices and not contrast.figures:
            self.bar.choose(Sheet.PRACTICES)
        self._error = ""
        self.edits.start(contrast)
        titles = (f"[{number}] {report.title}" for number, report in enumerate(contrast.reports, 1))
        self._names.set_full_text("   ".join(titles))

    def fail(self, sentence: str) -> None:
        """The tables cannot be made."""
        self._error = sentence
        self._show_state()

    def _on_changed(self) -> None:
        self._steps.clear()
        for model in self.models.values():
            if model.rows != self.contrast.rows(model.sheet) or not model.reports:
                self._renew_model(model)
        self._show_state()

    def _renew_model(self, model: ContrastModel) -> None:
        """A model that is reset forgets where its view stood."""
        table = self.tables[model.sheet]
        at, bars = table.currentIndex(), (table.verticalScrollBar(), table.horizontalScrollBar())
        row, column, values = at.row(), at.column(), [bar.value() for bar in bars]
        model.set_contrast(self.contrast)
        for bar, value in zip(bars, values, strict=True):
            bar.setValue(value)
        self._choose(table, max(row, 0), max(column, 0))

    @staticmethod
    def _choose(table: StickyTable, row: int, column: int | None = None) -> None:
        row = min(row, table.model().rowCount() - 1)
        if row >= 0:
            table.setCurrentIndex(table.model().index(row, table.currentIndex().column() if column is None else column))

    def _show_state(self) -> None:
        contrast, sheet = self.contrast, self.bar.sheet
        if self._error:
            self._empty.show_state("triangle-alert", self.tr("No comparison"), self._error)
        elif contrast is None:
            self._empty.show_state("hourglass", self.tr("Reading the reports…"), self.tr("This takes a moment."))
        else:
            self._empty.show_state("table-2", self.tr("Nothing to compare"), self._say(f"contrast.none.{sheet}"))
        has_rows = contrast is not None and bool(contrast.rows(sheet)) and not self._error
        self._pages.setCurrentWidget(self.table if has_rows else self._empty)
        self._show_tools()

    def _show_tools(self, *_: object) -> None:
        stack, is_shown = self.edits.history.stack, self._pages.currentWidget() is self.table
        count = len(self.table.rows()) if is_shown else 0
        steps = {"undo": stack.canUndo(), "redo": stack.canRedo()}
        one = dict.fromkeys(("edit", "delete"), count > 0) | dict.fromkeys(("up", "down"), count == 1)
        self.bar.enable({**steps, **one, "merge": count > 1, "copy": is_shown})
        self._export.setEnabled(self.contrast is not None)
        self._renew.setEnabled(stack.count() > 0)

    # ---- changing

    def perform(self, name: str) -> None:
        """One of TOOLS, on the chosen rows of the table in front."""
        verbs: dict[str, Callable[[], object]] = {
            "undo": self.edits.history.undo,
            "redo": self.edits.history.redo,
            "edit": lambda: self.table.edit(self.table.currentIndex()),
            "merge": lambda: self._on_rows(self.edits.merge),
            "up": lambda: self._move(-1),
            "down": lambda: self._move(1),
            "delete": lambda: self._on_rows(self.edits.delete),
            "copy": self._copy,
        }
        if self.contrast is not None:
            verbs[name]()

    def _on_rows(self, do: Callable[[Sheet, list[int]], bool]) -> None:
        rows = self.table.rows()
        if do(self.bar.sheet, rows):
            self._choose(self.table, rows[0])

    def _move(self, step: int) -> None:
        rows = self.table.rows()
        if len(rows) == 1:
            self._choose(self.table, self.edits.move(self.bar.sheet, rows[0], step))

    def _on_written(self, sheet: Sheet, row: int, column: int, text: str) -> None:
        first = self.models[sheet].first_report
        if column >= first:
            self.edits.rewrite(sheet, row, column - first, text)
        elif column == LABEL:
            self.edits.rename(sheet, row, text)
        else:
            self.edits.remeasure(sheet, row, text)

    # ---- leading out

    def _on_place(self, index: QModelIndex) -> None:
        """The first place of a cell; asked again, the next one."""
        key = (self.bar.sheet, index.row(), index.column())
        step = self._steps.get(key, 0)
        found = self.models[self.bar.sheet].place(index, step)
        if found is not None:
            self._steps[key] = step + 1
            self.place_requested.emit(*found)

    def _copy(self) -> None:
        """The chosen cells, or the whole table when only one is chosen, for a spreadsheet."""
        model, chosen = self.models[self.bar.sheet], self.table.selectionModel().selectedIndexes()
        if len(chosen) > 1:
            columns = sorted({index.column() for index in chosen})
            at = {(index.row(), index.column()) for index in chosen}
            rows = [
                [model.text(row, column) if (row, column) in at else "" for column in columns]
                for row in self.table.rows()
            ]
        else:
            rows = grid(self.contrast, self.bar.sheet, self._say)
        QGuiApplication.clipboard().setText(as_tsv(rows))

    def menu(self) -> QMenu:
        """What can be done with the chosen rows."""
        menu = QMenu(self)
        at = self.table.currentIndex()
        go = menu.addAction(self.tr("Go to its place"), lambda: self._on_place(at))
        go.setEnabled(self.models[self.bar.sheet].place(at, 0) is not None)
        self.bar.add_to(menu)
        return menu

    def _show_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def done(self, result: int) -> None:
        super().done(result)
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.bar.retranslate()
            if self.contrast is not None:
                self._on_changed()
                for model in self.models.values():
                    self._renew_model(model)
