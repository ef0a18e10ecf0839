"""The pane with the list of articles: its name and number, sorting, filter, rows, and what stands there without any."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from reader.model.article import Status
from reader.model.query import ArticleQuery, SortKey
from reader.ui.article_list import ArticleList
from reader.ui.article_model import FetchRows
from reader.ui.empty_state import EmptyState
from reader.ui.icons import Icons
from reader.ui.parts import ElidedLabel, describe, label, plain_tooltip

DEBOUNCE = 150
"""Milliseconds after the last change of the filter before it is looked up."""


class ListPane(QWidget):
    """Shows the articles of a query. It asks for ids by `query_changed` and gets them by `set_ids`."""

    query_changed = Signal(object)
    """The `ArticleQuery` to list: the place of the sidebar with this pane's filter and order."""
    everywhere_requested = Signal(str)
    """Look for this filter in all articles instead."""

    def __init__(self, icons: Icons, fetch_rows: FetchRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("listPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(248)
        self.setMaximumWidth(460)
        self._icons = icons
        self._query = ArticleQuery()
        self._fetch_rows = fetch_rows
        self._has_answer, self._is_other = False, True
        self._number = 0
        self._debounce = QTimer(self, singleShot=True, interval=DEBOUNCE)
        self._debounce.timeout.connect(self._on_filter_settled)
        self.articles = ArticleList(icons, fetch_rows, self)
        self._build_header()
        self._build_filter()
        self._build_body()
        self._arrange()
        self._retranslate()

    def query(self) -> ArticleQuery:
        """What is listed: place, filter and order."""
        return self._query

    def set_query(self, query: ArticleQuery, name: str) -> None:
        """Show another place under its `name`, with the query's own filter; the order chosen here stays.

        Emits `query_changed`.
        """
        self._query = replace(query, sort=self._query.sort, reverse=self._query.reverse)
        self._name.set_full_text(name)
        if self._filter.text() != query.text:
            self._filter.setText(query.text)  # heard by the field itself too: its button to clear comes and goes
        self._debounce.stop()
        self._has_answer = False
        self._ask(self._query)

    def set_name(self, name: str) -> None:
        """Call the place otherwise (another language, a renamed collection)."""
        self._name.set_full_text(name)

    def set_sort(self, sort: SortKey, reverse: bool = False) -> None:
        """Choose the order; emits `query_changed` when it is another."""
        changed = replace(self._query, sort=sort, reverse=reverse)
        self._sort_actions[sort].setChecked(True)
        self._reverse_action.setChecked(reverse)
        if changed != self._query:
            self._query = changed
            self._name_sort()
            self._ask(changed)

    def set_ids(self, ids: Iterable[str]) -> None:
        """The answer to the last `query_changed`, or to the same question asked again because something changed."""
        shown = list(ids)
        self._number = len(shown)
        if not self._is_other:
            self._hold_open_article(shown)
        self.articles.set_ids(shown, follows=not self._is_other)
        if self._is_other:
            self.articles.scrollToTop()
            if self.articles.current_id():
                self.articles.scrollTo(self.articles.currentIndex())
        self._has_answer, self._is_other = True, False
        self._show_count()

    def _hold_open_article(self, shown: list[str]) -> None:
        """Leave the current article in the list until another list is asked for, though it fits no longer.

        Reading makes an unread article a begun one, S in the reader takes its star: it must not vanish under the
        reader's hands, nor the next one open by itself. What is deleted, or sorted out with the keys of the list, goes.
        """
        current, row = self.articles.current_id(), self.articles.currentIndex().row()
        if not current or current in shown:
            return
        article = next(iter(self._fetch_rows([current])), None)
        if article is None or (article.deleted is not None) != self._query.deleted:
            return
        is_begun = self._query.status is Status.UNREAD and article.status is Status.READING
        if is_begun or not self.articles.hasFocus():
            shown.insert(min(row, len(shown)), current)

    def focus_filter(self) -> None:
        """Put the cursor into the filter."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def clear_filter(self) -> None:
        """Empty the filter and list the place without it."""
        self._filter.clear()
        self._debounce.stop()
        self._on_filter_settled()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.StyleChange and hasattr(self, "_filter_action"):
            self._filter_action.setIcon(self._icons.icon("list-filter", size=16))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the filter field: Esc clears it, ↓ and Enter go to the rows."""
        if watched is self._filter and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self._filter.text():
                self.clear_filter()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go_to_rows()
                return True
        return super().eventFilter(watched, event)

    def _go_to_rows(self) -> None:
        if not self.articles.currentIndex().isValid():
            self.articles.setCurrentIndex(self.articles.model().index(0, 0))
        self.articles.setFocus(Qt.FocusReason.TabFocusReason)

    def _build_header(self) -> None:
        self._name = ElidedLabel(role="h2")
        self._count = label(role="caption", name="listCount")
        self._sort = QPushButton()
        self._sort.setObjectName("sortButton")
        self._sort.setProperty("kind", "link")
        self._icons.bind(self._sort, "arrow-up-down", "accent", size=14)
        self._sort_menu = QMenu(self)
        group = QActionGroup(self)
        self._sort_actions = {key: QAction(self, checkable=True) for key in SortKey}
        for key, action in self._sort_actions.items():
            group.addAction(action)
            action.triggered.connect(lambda _checked, key=key: self.set_sort(key, self._query.reverse))
        self._sort_actions[self._query.sort].setChecked(True)
        self._sort_menu.addActions(group.actions())
        self._sort_menu.addSeparator()
        self._reverse_action = QAction(self, checkable=True)
        self._reverse_action.triggered.connect(lambda reverse: self.set_sort(self._query.sort, reverse))
        self._sort_menu.addAction(self._reverse_action)
        # Not setMenu: it would draw an arrow into a button that looks like a link.
        self._sort.clicked.connect(
            lambda: self._sort_menu.popup(self._sort.mapToGlobal(self._sort.rect().bottomLeft()))
        )

    def _build_filter(self) -> None:
        self._filter = QLineEdit()
        self._filter.setObjectName("listFilter")
        self._filter.setProperty("kind", "quiet")
        self._filter.setClearButtonEnabled(True)
        icon = self._icons.icon("list-filter", size=16)
        self._filter_action = self._filter.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
        # textChanged alone: it is silent while an input method is composing.
        self._filter.textChanged.connect(lambda _text: self._debounce.start())
        self._filter.installEventFilter(self)

    def _build_body(self) -> None:
        self._empty = EmptyState(self._icons, "listEmpty")
        self._empty.primary.clicked.connect(lambda: self.everywhere_requested.emit(self._query.text))
        self._empty.secondary.clicked.connect(self.clear_filter)
        self._body = QStackedWidget()
        self._body.addWidget(self.articles)
        self._body.addWidget(self._empty)

    def _arrange(self) -> None:
        header = QHBoxLayout()
        header.setContentsMargins(18, 10, 10, 4)
        header.setSpacing(8)
        header.addWidget(self._name)
        header.addWidget(self._count)
        header.addStretch(1)
        header.addWidget(self._sort)
        filter_row = QHBoxLayout()
        filter_row.setContentsMargins(14, 0, 14, 8)
        filter_row.addWidget(self._filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(header)
        column.addLayout(filter_row)
        column.addWidget(self._body, 1)
        self.setTabOrder(self._sort, self._filter)
        self.setTabOrder(self._filter, self.articles)

    def _sort_names(self) -> dict[SortKey, str]:
        return {
            SortKey.ADDED: self.tr("Recently added"),
            SortKey.PUBLISHED: self.tr("Date published"),
            SortKey.TITLE: self.tr("Title"),
            SortKey.SOURCE: self.tr("Source"),
            SortKey.LENGTH: self.tr("Length"),
            SortKey.PROGRESS: self.tr("Progress"),
            SortKey.ANNOTATIONS: self.tr("Annotations"),
        }

    def _retranslate(self) -> None:
        for key, name in self._sort_names().items():
            self._sort_actions[key].setText(name)
        self._reverse_action.setText(self.tr("Reverse order"))
        self._filter.setPlaceholderText(self.tr("Filter this list"))
        self._filter.setAccessibleName(self.tr("Filter this list"))
        describe(self.articles, self.tr("Articles"))
        self.articles.setToolTip("")
        self._name_sort()
        self._show_count()

    def _name_sort(self) -> None:
        name = self._sort_names()[self._query.sort]
        self._sort.setText(name)
        spoken = self.tr("Sorted by: %1").replace("%1", name)
        self._sort.setAccessibleName(spoken)
        self._sort.setToolTip(plain_tooltip(spoken))

    def _show_count(self) -> None:
        is_empty = self._has_answer and not self.articles.article_model().ids()
        self._count.setText(self.tr("%n article(s)", "", self._number) if self._has_answer else "")
        if is_empty:
            self._fill_empty()
        self._body.setCurrentWidget(self._empty if is_empty else self.articles)

    def _on_filter_settled(self) -> None:
        text = self._filter.text().strip()
        if text != self._query.text:
            self._query = replace(self._query, text=text)
            self._ask(self._query)

    def _ask(self, query: ArticleQuery) -> None:
        self._is_other = True
        self.query_changed.emit(query)

    def _fill_empty(self) -> None:
        place = replace(self._query, text="", sort=SortKey.ADDED, reverse=False)
        if self._query.text:
            is_everywhere = place == ArticleQuery()
            where = self.tr("Looked in all articles: titles, sources, authors, text, notes and quotes.")
            if not is_everywhere:
                where = self.tr("Looked only in “%1”.").replace("%1", self._name.full_text())
            self._empty.show_state("search", self.tr("No articles match “%1”").replace("%1", self._query.text), where)
            self._empty.set_buttons("" if is_everywhere else self.tr("Search all articles"), self.tr("Clear filter"))
        else:
            self._empty.show_state("inbox", self.tr("Nothing here yet"), self._empty_sentence(place))
            self._empty.set_buttons("", "")

    def _empty_sentence(self, place: ArticleQuery) -> str:
        if place.deleted:
            return self.tr("The trash is empty. Deleted articles stay here for 30 days.")
        if place.collection is not None or place.tag is not None:
            return self.tr("Drag articles from the list onto this name in the sidebar.")
        if place.starred:
            return self.tr("Press S in the list or while reading to star an article.")
        if place.annotated:
            return self.tr("Select a passage while reading and press 1 to 5 to mark it.")
        sentences = {
            Status.UNREAD: self.tr("Every article has been opened. New ones appear here."),
            Status.READING: self.tr("Articles that you have begun to read appear here."),
            Status.READ: self.tr("Press E in the list or while reading when you are done with an article."),
            Status.ARCHIVED: self.tr("Archived articles appear here."),
        }
        if place.status is not None:
            return sentences[place.status]
        return self.tr("Paste a link with Ctrl+V, or drop files on the window.")
