"""Where articles are listed and organised: sidebar and list on one side, the services and undo on the other."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from reader.model.article import Article, Collection, Status
from reader.model.errors import ReaderError
from reader.model.query import ArticleQuery
from reader.ui.list_pane import ListPane
from reader.ui.sidebar import Sidebar
from reader.ui.workspace import Workspace

ALL = ArticleQuery()


class LibraryDesk(QObject):
    """Lists, states, tags and collections; every change can be undone."""

    article_chosen = Signal(str, bool)
    """(id or "", whether the focus moves to it)."""
    export_requested = Signal(list, object)
    """(ids in the order of the paper, the Collection they are taken from or None)."""
    contrast_requested = Signal(list)
    """(ids in the order of the columns)."""
    open_original_requested = Signal(str)
    refetch_requested = Signal(list)

    def __init__(self, work: Workspace, sidebar: Sidebar, list_pane: ListPane, parent: QWidget) -> None:
        super().__init__(parent)
        self._work, self._sidebar, self._list, self._window = work, sidebar, list_pane, parent
        self._shows_deleted = False
        self._recount = QTimer(self, singleShot=True, interval=0)
        self._recount.timeout.connect(self._count)
        work.announcer.articles_changed.connect(self._on_articles_changed)
        sidebar.selected.connect(self.show_place)
        sidebar.names_changed.connect(lambda: list_pane.set_name(sidebar.name_of(sidebar.query())))
        sidebar.articles_dropped.connect(self._on_dropped)
        sidebar.export_requested.connect(self._export)
        sidebar.contrast_requested.connect(lambda query: self.contrast_requested.emit(self._ids(query)))
        list_pane.query_changed.connect(self._on_query_changed)
        list_pane.everywhere_requested.connect(lambda text: self.show_place(replace(ALL, text=text)))
        list_pane.articles.current_changed.connect(lambda key: self.article_chosen.emit(key, False))
        list_pane.articles.opened.connect(lambda key: self.article_chosen.emit(key, True))
        list_pane.articles.verb_requested.connect(self.perform)
        list_pane.articles.menu_requested.connect(self._show_menu)

    # ---- showing

    def start(self) -> None:
        """Fill sidebar and list at once: the window is about to be shown."""
        self._count()
        self._list.set_query(ALL, self._sidebar.name_of(ALL))

    def show_place(self, query: ArticleQuery) -> None:
        """List a place of the sidebar."""
        self._sidebar.select(query)
        place = self._sidebar.query()
        self._list.set_query(query, self._sidebar.name_of(place))

    def show_article(self, article: str) -> None:
        """Make an article current, in all articles when the list at hand lacks it."""
        self._list.articles.article_model().refresh([article])
        if not self._list.articles.show_article(article):
            self.show_place(ALL)
            self._list.set_ids(self._ids(self._list.query()))
            self._list.articles.show_article(article)

    def _ids(self, query: ArticleQuery) -> list[str]:
        try:
            return self._work.session.organising.ids(query)
        except ReaderError as error:
            self._work.error(error)
            return []

    def collection(self) -> Collection | None:
        """The collection that is listed, as the library has it now."""
        return self._collection(self._list.query())

    def _collection(self, query: ArticleQuery) -> Collection | None:
        known = self._work.session.organising.collections() if query.collection else []
        return next((each for each in known if each.name == query.collection), None)

    def _export(self, query: ArticleQuery) -> None:
        self.export_requested.emit(self._ids(query), self._collection(query))

    def _on_query_changed(self, query: ArticleQuery) -> None:
        self._shows_deleted = query.deleted
        self._list.set_ids(self._ids(query))

    def _on_articles_changed(self, ids: Sequence[str]) -> None:
        self._list.set_ids(self._ids(self._list.query()))
        self._list.articles.article_model().refresh(ids)
        self._recount.start()

    def _count(self) -> None:
        organising = self._work.session.organising
        self._sidebar.set_counts(organising.counts(), organising.collections())

    # ---- changing articles

    def perform(self, verb: str, ids: list[str]) -> None:
        """A verb of the list's keys: star, done, tags, move, rename, trash."""
        if not ids:
            return
        verbs: dict[str, Callable[[list[str]], None]] = {
            "star": self.toggle_star,
            "done": self.toggle_done,
            "tags": self.ask_tags,
            "move": self.ask_collection,
            "rename": lambda ids: self.ask_title(ids[0]),
            "trash": self.undelete if self._shows_deleted else self.delete,
        }
        verbs[verb](ids)

    def toggle_star(self, ids: list[str]) -> None:
        """Star all, or none when all are starred."""
        rows = self._work.session.organising.rows(ids)
        self._edit(rows, self.tr("Star"), starred=not all(row.starred for row in rows))

    def toggle_done(self, ids: list[str]) -> None:
        """Mark all as read, or as being read when all are."""
        rows = self._work.session.organising.rows(ids)
        is_read = all(row.status is Status.READ for row in rows)
        self.set_status(ids, Status.READING if is_read else Status.READ)

    def set_status(self, ids: list[str], status: Status) -> None:
        """Set the status of articles."""
        self._edit(self._work.session.organising.rows(ids), self.tr("Change status"), status=status)

    def edit_metadata(self, article: str, changes: dict[str, Any]) -> None:
        """Change metadata of one article."""
        self._edit(self._work.session.organising.rows([article]), self.tr("Edit information"), **changes)

    def _edit(self, rows: Sequence[Article], text: str, **changes: Any) -> None:
        organising = self._work.session.organising
        was: dict[str, dict[str, Any]] = {}
        for row in rows:
            old = {name: getattr(row, name, getattr(row.metadata, name, None)) for name in changes}
            if old != changes:
                was[row.id] = old
        if not was:
            return

        def apply(values: dict[str, dict[str, Any]]) -> None:
            for key, fields in values.items():
                organising.edit(key, **fields)
            self._work.announcer.articles_changed.emit(list(values))

        self._do(text, partial(apply, dict.fromkeys(was, changes)), partial(apply, was))

    def _do(self, text: str, do: Callable[[], object], undo: Callable[[], object]) -> bool:
        """Do something and remember how to take it back; False when it could not be done."""
        try:
            do()
        except ReaderError as error:
            self._work.error(error)
            return False
        self._work.history.did(text, do, undo)
        return True

    def _announcing(self, ids: Sequence[str], *steps: Callable[[], object]) -> Callable[[], None]:
        def run() -> None:
            for step in steps:
                step()
            self._work.announcer.articles_changed.emit(list(ids))

        return run

    def delete(self, ids: list[str]) -> None:
        """Move articles to the trash, with a toast to take it back."""
        organising = self._work.session.organising
        do = self._announcing(ids, partial(organising.delete, ids))
        undo = self._announcing(ids, partial(organising.undelete, ids))
        if self._do(self.tr("Delete article"), do, undo):
            sentence = self.tr("%n article(s) moved to the trash", "", len(ids))
            self._work.tell(sentence, self.tr("Undo"), self._work.history.undo)

    def undelete(self, ids: list[str]) -> None:
        """Take articles out of the trash."""
        organising = self._work.session.organising
        do = self._announcing(ids, partial(organising.undelete, ids))
        self._do(self.tr("Restore article"), do, self._announcing(ids, partial(organising.delete, ids)))

    def tag(self, ids: Sequence[str], name: str, has: bool = True) -> None:
        """Give a tag to the articles that lack it, or take it off those that have it."""
        organising = self._work.session.organising
        changed = [row.id for row in organising.rows(ids) if (name in row.tags) != has]
        if changed:
            on = self._announcing(changed, partial(organising.tag, changed, name))
            off = self._announcing(changed, partial(organising.untag, changed, name))
            self._do(self.tr("Change tags"), on if has else off, off if has else on)

    def collect(self, ids: Sequence[str], name: str, has: bool = True) -> None:
        """Put articles into a collection, or take them out."""
        organising = self._work.session.organising
        changed = [row.id for row in organising.rows(ids) if (name in row.collections) != has]
        if changed:
            into = self._announcing(changed, partial(organising.collect, changed, name))
            out = self._announcing(changed, partial(organising.uncollect, changed, name))
            self._do(self.tr("Change collection"), into if has else out, out if has else into)

    def _on_dropped(self, place: ArticleQuery, ids: list[str]) -> None:
        if place.collection is not None:
            self.collect(ids, place.collection)
        elif place.tag is not None:
            self.tag(ids, place.tag)
        elif place.deleted:
            self.delete(ids)
        elif place.starred:
            rows = self._work.session.organising.rows(ids)
            self._edit(rows, self.tr("Star"), starred=True)

    # ---- asking

    def _ask(self, title: str, question: str, value: str = "") -> str:
        text, is_given = QInputDialog.getText(self._window, title, question, text=value)
        return text.strip() if is_given else ""

    def ask_title(self, article: str) -> None:
        """Ask for another title."""
        title = self._work.session.reading.article(article).title
        if named := self._ask(self.tr("Rename"), self.tr("Title"), title):
            self.edit_metadata(article, {"title": named})

    def ask_tags(self, ids: Sequence[str]) -> None:
        """Ask for the tags of articles; a common tag that is left out is taken off."""
        rows = self._work.session.organising.rows(ids)
        common = [tag for tag in rows[0].tags if all(tag in row.tags for row in rows)] if rows else []
        question = self.tr("Tags, separated by spaces or commas")
        text, is_given = QInputDialog.getText(self._window, self.tr("Tags"), question, text=" ".join(common))
        if not is_given:
            return
        wanted = split_tags(text)
        for name in wanted:
            self.tag(ids, name)
        for name in set(common) - set(wanted):
            self.tag(ids, name, has=False)

    def ask_collection(self, ids: Sequence[str]) -> None:
        """Ask which collection the articles shall be put into; a new name makes one."""
        names = [collection.name for collection in self._work.session.organising.collections()]
        name, is_given = QInputDialog.getItem(
            self._window, self.tr("Add to Collection"), self.tr("Collection (a new name makes one)"), names
        )
        if is_given and name.strip():
            self.collect(ids, name.strip())

    # ---- context menu

    def _show_menu(self, ids: list[str], place: Any) -> None:
        menu = self.menu_for(ids)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def menu_for(self, ids: list[str]) -> QMenu:
        """What can be done with these articles."""
        menu = QMenu(self._window)
        if self._shows_deleted:
            menu.addAction(self.tr("Restore"), lambda: self.undelete(ids))
            return menu
        if len(ids) == 1:
            menu.addAction(self.tr("Open"), lambda: self.article_chosen.emit(ids[0], True))
        menu.addAction(self.tr("Star"), lambda: self.toggle_star(ids))
        self._add_status_menu(menu, ids)
        menu.addAction(self.tr("Add to Collection…"), lambda: self.ask_collection(ids))
        place = self._sidebar.query()
        if place.collection is not None:
            menu.addAction(self.tr("Remove from Collection"), lambda: self.collect(ids, place.collection, False))
        menu.addAction(self.tr("Tags…"), lambda: self.ask_tags(ids))
        if len(ids) == 1:
            menu.addAction(self.tr("Rename…"), lambda: self.ask_title(ids[0]))
        menu.addSeparator()
        menu.addAction(self.tr("Export Meeting Paper…"), lambda: self.export_requested.emit(ids, self.collection()))
        if len(ids) > 1:
            menu.addAction(self.tr("Compare Reports…"), lambda: self.contrast_requested.emit(ids))
        menu.addAction(self.tr("Fetch Again"), lambda: self.refetch_requested.emit(ids))
        if len(ids) == 1:
            menu.addAction(self.tr("Open Original Page"), lambda: self.open_original_requested.emit(ids[0]))
        menu.addSeparator()
        menu.addAction(self.tr("Move to Trash"), lambda: self.delete(ids))
        return menu

    def _add_status_menu(self, menu: QMenu, ids: list[str]) -> None:
        names = {
            Status.UNREAD: self.tr("To read"),
            Status.READING: self.tr("Reading"),
            Status.READ: self.tr("Read"),
            Status.ARCHIVED: self.tr("Archived"),
        }
        states = menu.addMenu(self.tr("Status"))
        for status, name in names.items():
            states.addAction(name, partial(self.set_status, ids, status))


def split_tags(text: str) -> list[str]:
    """Tag names out of a line: split at blanks and commas of either width, without # and repeats."""
    for separator in "，、,;；\u3000":
        text = text.replace(separator, " ")
    names = (name.lstrip("#＃") for name in text.split())
    return list(dict.fromkeys(name for name in names if name))
