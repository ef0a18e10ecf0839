"""A table whose first column stays when the others scroll."""

from math import ceil

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

FIRST, SECOND, NARROWEST = 200, 144, 148
"""Widths of the first column and of one that is not a report's, and the least of a report's."""
PADDING = 8
LINE = 20
ROW = 34
"""Heights of a further line and of a row of one line."""
MOST_LINES = 6
SETTLED = 100
"""Milliseconds after the last move of a dragged column at which the rows get their heights."""


class StickyTable(QTableView):
    """The first column is shown again by a table that lies over this one; its model has a method `texts(row)`. F2
    edits, Enter and a double click lead to the place, and what else rows can do is asked for by `command`."""

    place_requested = Signal(QModelIndex)
    command = Signal(str)
    """"delete", "up", "down", "copy"."""
    menu_requested = Signal(QPoint)
    """(place on the screen)."""

    def __init__(self, name: str, fixed: int, parent: QWidget | None = None) -> None:
        """`fixed` columns stand before those that share the room."""
        super().__init__(parent)
        self.setObjectName(name)
        self._fixed = fixed
        self._dragged: dict[int, int] = {}
        self._is_fitting = False
        self._advances: dict[str, int] = {}
        self._settled = QTimer(self, singleShot=True, interval=SETTLED)
        self._settled.timeout.connect(self._fit_rows)
        self._frozen = QTableView(self)
        self._frozen.setObjectName(f"{name}Names")
        for view in (self, self._frozen):
            self._prepare(view)
        # The keys are this table's, also when a name has been edited; without a policy of its own the other table would
        # leave them to nobody then.
        self._frozen.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._frozen.setFocusProxy(self)
        self._frozen.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._frozen.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().stackUnder(self._frozen)
        self._connect()

    @staticmethod
    def _prepare(view: QTableView) -> None:
        view.verticalHeader().hide()
        view.verticalHeader().setMinimumSectionSize(ROW)
        view.verticalHeader().setDefaultSectionSize(ROW)
        view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().setSectionsClickable(False)
        view.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setWordWrap(True)
        view.setTabKeyNavigation(False)

    def _connect(self) -> None:
        ours, theirs = self.verticalScrollBar(), self._frozen.verticalScrollBar()
        ours.valueChanged.connect(theirs.setValue)
        theirs.valueChanged.connect(ours.setValue)
        self.horizontalHeader().sectionResized.connect(self._on_column_resized)
        self._frozen.horizontalHeader().sectionResized.connect(self._on_name_column_resized)
        self.doubleClicked.connect(self._on_double_clicked)
        self._frozen.doubleClicked.connect(self._on_double_clicked)
        for view in (self, self._frozen):
            view.customContextMenuRequested.connect(
                lambda point, view=view: self.menu_requested.emit(view.viewport().mapToGlobal(point))
            )

    def setModel(self, model: QAbstractItemModel) -> None:
        super().setModel(model)
        self._frozen.setModel(model)
        self._frozen.setSelectionModel(self.selectionModel())
        model.modelReset.connect(self.fit)
        self.fit()

    # ---- sizes

    def fit(self) -> None:
        """Give the columns the room there is and the rows the lines they need."""
        model = self.model()
        if model is None or not self.isVisible():
            return
        count = model.columnCount()
        for column in range(1, count):
            self._frozen.setColumnHidden(column, True)
        self._is_fitting = True
        for column, width in enumerate(self._widths(count)):
            self.setColumnWidth(column, width)
        self._is_fitting = False
        self._fit_rows()
        self._lay_over()

    def _widths(self, count: int) -> list[int]:
        """As dragged; the others share what is left of the room."""
        own = dict(enumerate([FIRST, *[SECOND] * (self._fixed - 1)])) | self._dragged
        free = [column for column in range(count) if column not in own]
        room = self.viewport().width() - sum(width for column, width in own.items() if column < count)
        share = max(NARROWEST, room // len(free)) if free else 0
        return [own.get(column, share) for column in range(count)]

    def _fit_rows(self) -> None:
        """By the advance of the texts: asking the delegate for thousands of cells would take half a second."""
        model, metrics, known = self.model(), QFontMetrics(self.font()), self._advances
        # Lines are not filled to the last pixel: marks of punctuation go to the next one with a character.
        spare = 2 * PADDING + metrics.height() / 2
        rooms = [max(1, self.columnWidth(column) - spare) for column in range(model.columnCount())]
        for row in range(model.rowCount()):
            texts = model.texts(row)
            for text in texts:
                if text not in known:
                    known[text] = metrics.horizontalAdvance(text)
            lines = max(known[text] / room for text, room in zip(texts, rooms, strict=True))
            height = ROW + LINE * (min(max(ceil(lines), 1), MOST_LINES) - 1)
            for view in (self, self._frozen):
                if view.rowHeight(row) != height:
                    view.setRowHeight(row, height)

    def _lay_over(self) -> None:
        frame = self.frameWidth()
        self._frozen.setColumnWidth(0, self.columnWidth(0))
        self._frozen.horizontalHeader().setFixedHeight(self.horizontalHeader().height())
        height = self.viewport().height() + self.horizontalHeader().height()
        self._frozen.setGeometry(frame, frame, self.columnWidth(0), height)

    def _on_column_resized(self, column: int, _old: int, new: int) -> None:
        if not self._is_fitting:
            self._dragged[column] = new
            self._settled.start()
        if column == 0:
            self._lay_over()

    def _on_name_column_resized(self, column: int, _old: int, new: int) -> None:
        if column == 0 and self.columnWidth(0) != new:
            self.setColumnWidth(0, new)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()
        self._lay_over()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model() is not None:
            self._advances.clear()
            self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    # ---- going about

    def scrollTo(
        self, index: QModelIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """What lies under the first column is not in sight."""
        if index.column() == 0:
            bar = self.horizontalScrollBar()
            before = bar.value()
            super().scrollTo(index, hint)
            bar.setValue(before)
            return
        super().scrollTo(index, hint)
        hidden = self.columnWidth(0) - self.visualRect(index).left()
        if hidden > 0:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - hidden)

    def edit(self, index: QModelIndex, *more: object) -> object:
        """The names of rows are edited where they are seen."""
        is_asked = not more or more[0] == QAbstractItemView.EditTrigger.EditKeyPressed
        if index.column() == 0 and is_asked:
            self._frozen.edit(index)
            return True
        return super().edit(index, *more)

    def rows(self) -> list[int]:
        """The chosen rows, in their order."""
        return sorted({index.row() for index in self.selectionModel().selectedIndexes()})

    def keyboardSearch(self, search: str) -> None:
        """Letters must not jump rows."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        commands = {
            (Qt.Key.Key_Delete, False, False): "delete",
            (Qt.Key.Key_Up, True, False): "up",
            (Qt.Key.Key_Down, True, False): "down",
            (Qt.Key.Key_C, False, True): "copy",
        }
        command = commands.get((event.key(), bool(alt), bool(control)))
        if command:
            self.command.emit(command)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.place_requested.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.column() < self._fixed:
            self.edit(index)
        else:
            self.place_requested.emit(index)
