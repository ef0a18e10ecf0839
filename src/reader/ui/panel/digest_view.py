"""What the tab 摘要 is made of: the tree of rows, what stands instead of it, and the buttons below."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from reader.messages import Messages
from reader.model.annotation import Annotation
from reader.model.corrections import Change
from reader.model.digest import Layer
from reader.ui.empty_state import EmptyState
from reader.ui.icons import Icons
from reader.ui.panel.digest_menu import CorrectionsMenu, RowMenu
from reader.ui.panel.digest_model import ROW, DigestModel
from reader.ui.panel.digest_rows import Row, Section, Shown, can_change
from reader.ui.panel.digest_tree import DigestTree
from reader.ui.panel.skeleton import Skeleton
from reader.ui.parts import line


class DigestView(QWidget):
    """The signals are those of `DigestPanel`, which says what they mean."""

    go_requested = Signal(object)
    mark_requested = Signal(list)
    correction_requested = Signal(object, object)
    take_back_requested = Signal(object)
    copy_requested = Signal(object)
    ledger_requested = Signal()
    retry_requested = Signal()
    folds_changed = Signal(list)

    def __init__(self, icons: Icons, say: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._state = ("none", "")
        self._folded: set[str] = set()
        self._is_filling = False
        self.can_correct: Callable[[], bool] = lambda: True
        self.model = DigestModel(say, self)
        self.tree = DigestTree(self.model, icons)
        self._empty = EmptyState(icons, "digestEmpty")
        self._skeleton = Skeleton(icons, "digestSkeleton")
        self._pages = QStackedWidget()
        for page in (self.tree, self._empty, self._skeleton):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(self._build_footer())
        self._connect()
        self.retranslate()
        self.show_state("none")

    def _build_footer(self) -> QWidget:
        self._footer = QWidget()
        self._mark_all, self._ledger = QPushButton(), QPushButton()
        self._mark_all.setObjectName("digestMarkAll")
        self._ledger.setObjectName("digestLedger")
        row = QHBoxLayout()
        row.setContentsMargins(12, 9, 12, 10)
        row.setSpacing(8)
        row.addWidget(self._mark_all)
        row.addWidget(self._ledger)
        row.addStretch(1)
        column = QVBoxLayout(self._footer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line())
        column.addLayout(row)
        return self._footer

    def _connect(self) -> None:
        tree = self.tree
        tree.go_requested.connect(self.go_requested)
        tree.mark_requested.connect(lambda row, kind: self.mark_requested.emit([(row, kind)]))
        tree.copy_requested.connect(self.copy_requested)
        tree.remove_requested.connect(lambda row: self._correct(row, Change.REMOVE))
        tree.correct_requested.connect(lambda row: self._correct(row, Change.SET))
        tree.menu_requested.connect(self._show_menu)
        tree.expanded.connect(lambda index: self._on_folded(index, False))
        tree.collapsed.connect(lambda index: self._on_folded(index, True))
        self.model.rowsInserted.connect(lambda *_: tree.relayout())
        self._mark_all.clicked.connect(self._on_mark_all)
        self._ledger.clicked.connect(self.ledger_requested)
        self._empty.primary.clicked.connect(self.retry_requested)

    # What is shown

    def show_digest(self, shown: Shown, *, keep: bool = False) -> None:
        """Show a digest; `keep` keeps scroll, opened terms and the row under the keyboard."""
        tree, before = self.tree, self._place() if keep else None
        self._is_filling = True
        self.model.show_digest(shown, keep=keep)
        for number in range(self.model.rowCount()):
            index = self.model.index(number, 0)
            tree.setExpanded(index, index.data(ROW).layer not in self._folded)
        if before is not None:
            self._return_to(*before)
        elif self.model.rowCount():
            tree.scrollToTop()
        self._is_filling = False
        self._skeleton.stop()
        self._pages.setCurrentWidget(tree if shown.sections else self._empty)
        self._state = ("ready", "")
        self._say_why()
        self._show_buttons()
        if self.hasFocus():
            self.focus_list()

    def _place(self) -> tuple[int, tuple[int, ...], set[object]]:
        """Scroll, the path of the row under the keyboard, and the terms that are open."""
        path, index = [], self.tree.currentIndex()
        while index.isValid():
            path.insert(0, index.row())
            index = index.parent()
        opened: set[object] = set()
        self.model.each(
            lambda item: opened.add(item.data(ROW).text)
            if isinstance(item.data(ROW), Row) and self.tree.isExpanded(item.index()) else None
        )  # fmt: skip
        return self.tree.verticalScrollBar().value(), tuple(path), opened

    def _return_to(self, scroll: int, path: Sequence[int], opened: set[object]) -> None:
        self.model.each(
            lambda item: self.tree.expand(item.index())
            if isinstance(item.data(ROW), Row) and item.data(ROW).text in opened else None
        )  # fmt: skip
        index = QModelIndex()
        for row in path:
            count = self.model.rowCount(index)
            if not count:
                break
            index = self.model.index(min(row, count - 1), 0, index)
        if index.isValid():
            self.tree.setCurrentIndex(index)
        self.tree.doItemsLayout()
        self.tree.verticalScrollBar().setValue(scroll)

    def show_state(self, state: str, trouble: str = "") -> None:
        """"none": no article; "waiting": its digest is being made; "trouble": it could not be made."""
        self._state = (state, trouble)
        self.model.show_digest(None)
        if state == "waiting":
            self._skeleton.wait()
        else:
            self._skeleton.stop()
        self._pages.setCurrentWidget(self._skeleton if state == "waiting" else self._empty)
        self._say_why()
        self._show_buttons()

    def _say_why(self) -> None:
        state, trouble = self._state
        self._empty.set_buttons("", "")
        if state == "trouble":
            self._empty.show_state("triangle-alert", self.tr("No digest"), trouble, "warn")
            self._empty.set_buttons(self.tr("Try Again"), "")
        elif state == "ready":
            why = self.tr("This text names no model, figures, documents or bodies that the program knows how to find.")
            self._empty.show_state("scan-text", self.tr("Nothing found"), why)
        else:
            why = self.tr("Open an article to see what it says: figures, documents, terms, dates and key passages.")
            self._empty.show_state("scan-text", self.tr("No digest"), why)

    def _show_buttons(self) -> None:
        shown = self.model.shown
        figures = len(shown.ledger) if shown else 0
        suggestions = len(self.model.open_suggestions())
        self._mark_all.setVisible(bool(shown and shown.digest.key))
        self._mark_all.setEnabled(suggestions > 0)
        self._mark_all.setText(
            self.tr("Mark All %n", "", suggestions) if suggestions else self.tr("All marked")
        )
        self._ledger.setVisible(figures > 0)
        self._ledger.setText(self.tr("Figures %1…").replace("%1", str(figures)))
        self._ledger.setAccessibleName(self.tr("Table of %n figure(s)", "", figures))
        self._footer.setVisible(bool(shown and (shown.digest.key or figures)))

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        """The annotations of the open article."""
        self.model.set_annotations(annotations)
        self.tree.viewport().update()
        self._show_buttons()

    def set_folded(self, layers: Sequence[str]) -> None:
        """Fold these sections and open the others."""
        self._folded = set(layers)

    def _on_folded(self, index: QModelIndex, is_folded: bool) -> None:
        section = index.data(ROW)
        if isinstance(section, Section) and not self._is_filling:
            (self._folded.add if is_folded else self._folded.discard)(section.layer.value)
            self.folds_changed.emit(sorted(self._folded))

    def focus_list(self) -> None:
        """Give the keyboard to the rows, at the current one or the first; those that are waited for get it later."""
        if self._pages.currentWidget() is not self.tree:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if not self.tree.currentIndex().isValid():
            self.tree.setCurrentIndex(self.model.index(0, 0))
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # What is asked for

    def _correct(self, row: Row, change: Change) -> None:
        if self.can_correct() and can_change(row, change):
            self.correction_requested.emit(row, change)

    def _on_mark_all(self) -> None:
        self.mark_requested.emit([(row, None) for row in self.model.open_suggestions()])

    def _show_menu(self, place: QPoint) -> None:
        menu = self.build_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def build_menu(self) -> QMenu:
        """The context menu of the line under the keyboard."""
        line = self.tree.line()
        menu = self._row_menu(line) if isinstance(line, Row) else self._heading_menu(line)
        corrections = self.model.shown.corrections if self.model.shown else ()
        if corrections and self.can_correct():
            menu.addSeparator()
            menu.addMenu(CorrectionsMenu(corrections, self._say, self.take_back_requested.emit, menu))
        return menu

    def _row_menu(self, row: Row) -> QMenu:
        return RowMenu(
            row,
            self._say,
            self.tree.lines.theme,
            go=self.go_requested.emit,
            mark=lambda row, kind: self.mark_requested.emit([(row, kind)]),
            copy=self.copy_requested.emit,
            correct=self._correct if self.can_correct() else None,
            parent=self,
        )

    def _heading_menu(self, line: object) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("digestMenu")
        if isinstance(line, Section) and line.layer is Layer.KEY:
            menu.addAction(self.tr("Mark All Suggestions"), self._on_mark_all)
        elif isinstance(line, Section) and line.layer is Layer.FIGURES:
            menu.addAction(self.tr("Table of Figures…"), self.ledger_requested.emit)
        menu.addAction(self.tr("Open All Sections"), lambda: self._fold_all(False))
        menu.addAction(self.tr("Fold All Sections"), lambda: self._fold_all(True))
        return menu

    def _fold_all(self, is_folded: bool) -> None:
        for number in range(self.model.rowCount()):
            self.tree.setExpanded(self.model.index(number, 0), not is_folded)

    # Language

    def set_messages(self, say: Messages) -> None:
        """Speak another language."""
        self._say = say
        self.model.set_messages(say)
        self.tree.lines.forget_shapes()
        self.tree.relayout()

    def retranslate(self) -> None:
        """The words of the widgets in the language in force."""
        self.tree.setAccessibleName(self.tr("Digest"))
        self.model.set_messages(self._say)
        self._say_why()
        self._show_buttons()
