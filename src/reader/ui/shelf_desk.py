"""Where collections and tags are made, renamed, merged and removed; all of it can be taken back."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QWidget

from reader.model.article import Collection
from reader.model.errors import ReaderError
from reader.model.query import ArticleQuery
from reader.ui.sidebar import Sidebar
from reader.ui.workspace import Workspace

ALL = ArticleQuery()


class ShelfDesk(QObject):
    """Answers what the sidebar asks about its own entries. Articles are never touched but for where they belong."""

    def __init__(self, work: Workspace, sidebar: Sidebar, window: QWidget) -> None:
        super().__init__(window)
        self._work, self._window = work, window
        sidebar.collection_add_requested.connect(self.add_collection)
        sidebar.collection_renamed.connect(self.rename_collection)
        sidebar.collection_edit_requested.connect(self.ask_meeting)
        sidebar.collection_merge_requested.connect(self.merge_collections)
        sidebar.collection_delete_requested.connect(self.delete_collection)
        sidebar.tag_renamed.connect(self.rename_tag)
        sidebar.tag_merge_requested.connect(self.rename_tag)
        sidebar.tag_delete_requested.connect(self.delete_tag)

    # ---- collections

    def _collections(self) -> list[Collection]:
        return self._work.session.organising.collections()

    def _by_id(self, collection: int) -> Collection | None:
        return next((each for each in self._collections() if each.id == collection), None)

    def _named(self, name: str) -> int:
        """The id of a collection by name, made when it is gone: undone and done again, it has another id."""
        found = next((each for each in self._collections() if each.name == name), None)
        return (found or self._work.session.organising.add_collection(name)).id

    def add_collection(self) -> None:
        """Ask for a name and make a collection."""
        name, is_given = QInputDialog.getText(self._window, self.tr("New Collection"), self.tr("Name"))
        name = name.strip()
        if not is_given or not name or name in {each.name for each in self._collections()}:
            return
        organising = self._work.session.organising
        self._do(
            self.tr("New collection"),
            lambda: organising.add_collection(name),
            lambda: organising.delete_collection(self._named(name)),
        )

    def rename_collection(self, collection: int, name: str) -> None:
        """Give a collection another name."""
        found, organising = self._by_id(collection), self._work.session.organising
        if found is not None and name.strip() and name != found.name:
            self._do(
                self.tr("Rename collection"),
                lambda: organising.rename_collection(self._named(found.name), name),
                lambda: organising.rename_collection(self._named(name), found.name),
            )

    def ask_meeting(self, collection: int) -> None:
        """Ask for date and participants: a meeting is a collection that has them."""
        found = self._by_id(collection)
        if found is None:
            return
        day, is_given = QInputDialog.getText(
            self._window, found.name, self.tr("Date of the meeting (YYYY-MM-DD)"), text=found.date or ""
        )
        if not is_given:
            return
        people, is_given = QInputDialog.getText(
            self._window, found.name, self.tr("Participants"), text=found.participants
        )
        if is_given:
            self._do(
                self.tr("Edit meeting"),
                lambda: self._restore(replace(found, date=day.strip() or None, participants=people.strip())),
                lambda: self._restore(found),
            )

    def _restore(self, collection: Collection, articles: list[str] | None = None) -> None:
        """Make a collection what it was, with these articles in it."""
        organising = self._work.session.organising
        key = self._named(collection.name)
        organising.edit_collection(key, date=collection.date, participants=collection.participants)
        if articles:
            organising.collect(articles, collection.name)

    def merge_collections(self, source: int, target: int) -> None:
        """Put all of one collection into another and remove the first."""
        first, second = self._by_id(source), self._by_id(target)
        if first is None or second is None:
            return
        organising = self._work.session.organising
        ids = organising.ids(replace(ALL, collection=first.name))
        added = [row.id for row in organising.rows(ids) if second.name not in row.collections]

        def merge() -> None:
            organising.collect(ids, second.name)
            organising.delete_collection(self._named(first.name))

        def part() -> None:
            self._restore(first, ids)
            organising.uncollect(added, second.name)

        self._do(self.tr("Merge collections"), merge, part)

    def delete_collection(self, collection: int) -> None:
        """Remove a collection; its articles stay."""
        found, organising = self._by_id(collection), self._work.session.organising
        if found is None:
            return
        ids = organising.ids(replace(ALL, collection=found.name))
        done = self._do(
            self.tr("Delete collection"),
            lambda: organising.delete_collection(self._named(found.name)),
            lambda: self._restore(found, ids),
        )
        if done:
            sentence = self.tr("Collection “%1” was removed; its articles stay").replace("%1", found.name)
            self._work.tell(sentence, self.tr("Undo"), self._work.history.undo)

    # ---- tags

    def rename_tag(self, old: str, new: str) -> None:
        """Rename a tag; a tag of the new name that exists takes the old one in."""
        organising, annotating = self._work.session.organising, self._work.session.annotating
        articles = organising.ids(replace(ALL, tag=old))
        marks = [each for each in annotating.list() if old in each.tags]
        both = [row.id for row in organising.rows(articles) if new in row.tags]

        def back() -> None:
            organising.tag(articles, old)
            organising.untag([each for each in articles if each not in both], new)
            for mark in marks:
                annotating.put_back(mark)

        if new.strip() and new != old:
            self._do(self.tr("Rename tag"), lambda: organising.rename_tag(old, new), back)

    def delete_tag(self, name: str) -> None:
        """Take a tag off everything."""
        organising, annotating = self._work.session.organising, self._work.session.annotating
        articles = organising.ids(replace(ALL, tag=name))
        marks = [each for each in annotating.list() if name in each.tags]

        def back() -> None:
            organising.tag(articles, name)
            for mark in marks:
                annotating.put_back(mark)

        if self._do(self.tr("Delete tag"), lambda: organising.delete_tag(name), back):
            sentence = self.tr("Tag “%1” was removed").replace("%1", name)
            self._work.tell(sentence, self.tr("Undo"), self._work.history.undo)

    # ---- doing

    def _do(self, text: str, do: Callable[[], object], undo: Callable[[], object]) -> bool:
        """Do something, remember how to take it back, and tell everybody; False when it could not be done."""

        def telling(step: Callable[[], object]) -> Callable[[], None]:
            def run() -> None:
                step()
                self._work.announcer.articles_changed.emit([])
                self._work.announcer.tags_changed.emit()

            return run

        try:
            telling(do)()
        except ReaderError as error:
            self._work.error(error)
            return False
        self._work.history.did(text, telling(do), telling(undo))
        return True
