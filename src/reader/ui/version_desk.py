"""Where articles are fetched again and their versions compared."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from reader.model.article import AddStatus
from reader.model.changes import RefetchOutcome
from reader.model.errors import NotFoundError, ReaderError
from reader.model.progress import Progress
from reader.services.refetching import Refetching, sentence
from reader.ui.panel.versions import VersionsSection
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from reader.ui.dialogs.changes import ChangesDialog


def _refetch(
    refetching: Refetching, article: str, progress: Progress, cancel: threading.Event
) -> RefetchOutcome:
    """In a worker thread: trouble is raised, so that the task shows it and can be tried again."""
    progress("fetch", 0, 0)
    outcome = refetching.refetch(article, progress=progress, cancel=cancel)
    if outcome.added.error is not None:
        raise outcome.added.error
    return outcome


@dataclass(eq=False)
class _Round:
    """Several articles fetched again at once: one word at the end instead of one for each."""

    left: int
    changed: list[str] = field(default_factory=list)
    same: int = 0
    failed: int = 0


class VersionDesk(QObject):
    """Fetches again in the background, and shows what changed; old versions are always kept."""

    def __init__(
        self, work: Workspace, opened: Callable[[], str], section: VersionsSection, window: QWidget
    ) -> None:
        """`opened` tells the id of the open article, "" for none; `section` is its place in the tab 信息."""
        super().__init__(window)
        self._work, self._opened, self._section, self._window = work, opened, section, window
        section.changes_requested.connect(lambda old, new: self.open_changes(self._opened(), old, new))
        section.version_requested.connect(self._on_version_requested)
        work.announcer.articles_changed.connect(lambda ids: self.show_versions() if self._opened() in ids else None)

    def slots(self) -> dict[str, Callable[[], object]]:
        """What the actions of this desk do."""
        return {"changes": lambda: self.open_changes(self._opened())}

    # ---- fetching again

    def refetch(self, ids: Sequence[str]) -> None:
        """Fetch articles again, one task each."""
        work = self._work
        together = _Round(len(ids)) if len(ids) > 1 else None
        for row in work.session.organising.rows(ids):
            work.tasks.run(
                partial(_refetch, work.session.refetching, row.id),
                on_done=partial(self._on_done, together),
                on_error=partial(self._on_error, together),
                on_cancel=partial(self._on_over, together),
                title=row.title,
            )

    def _on_done(self, together: _Round | None, outcome: RefetchOutcome) -> None:
        key, work = outcome.article, self._work
        is_changed = outcome.added.status is not AddStatus.DUPLICATE
        if is_changed:
            work.announcer.articles_changed.emit([key])
            work.announcer.annotations_changed.emit(key)
        if together is None or not together.left:  # a single one, or one that was tried again afterwards
            show = partial(self.open_changes, key) if outcome.added.status is AddStatus.UPDATED else None
            work.tell(sentence(outcome, work.say), self.tr("What changed") if show else "", show)
            return
        if is_changed:
            together.changed.append(key)
        else:
            together.same += 1
        self._on_over(together)

    def _on_error(self, together: _Round | None, error: Exception) -> None:
        if together is None or not together.left or not isinstance(error, ReaderError):
            self._work.error(error)
            return
        together.failed += 1
        self._on_over(together)

    def _on_over(self, together: _Round | None) -> None:
        """The last of several is done, failed or cancelled: tell what came of all."""
        if together is None or not together.left:
            return
        together.left -= 1
        if not together.left:
            numbers = {"changed": len(together.changed), "same": together.same, "failed": together.failed}
            show = partial(self.open_changes, together.changed[0]) if len(together.changed) == 1 else None
            told = self._work.say("refetched.many", **numbers)
            self._work.tell(told, self.tr("What changed") if show else "", show)

    # ---- versions

    def show_versions(self) -> None:
        """List the versions of the open article in the tab 信息."""
        key = self._opened()
        try:
            self._section.set_versions(self._work.session.reading.versions(key) if key else ())
        except NotFoundError:  # removed for ever
            self._section.set_versions(())

    def _on_version_requested(self, number: int) -> None:
        newest = self._work.session.reading.article(self._opened()).version
        self.open_changes(self._opened(), number, newest, "old")

    def open_changes(
        self, article: str, old: int | None = None, new: int | None = None, what: str = "changes"
    ) -> ChangesDialog | None:
        """Show what changed, by default between the last two versions."""
        from reader.ui.dialogs.changes import ChangesDialog

        work, reading = self._work, self._work.session.reading
        try:
            title, versions = reading.article(article).title, reading.versions(article)
        except ReaderError as error:
            work.error(error)
            return None
        if len(versions) < 2:
            work.error(NotFoundError("no_other_version", id=article))
            return None
        dialog = ChangesDialog(work.icons, work.say, title, versions, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.comparison_requested.connect(partial(self._compare, dialog, article))
        dialog.choose(old or versions[-2].number, new or versions[-1].number, what)
        dialog.open()
        dialog.request()
        return dialog

    def _compare(self, dialog: ChangesDialog, article: str, old: int, new: int) -> None:
        self._work.tasks.run(
            partial(self._work.session.comparing.compare, article, old, new),
            on_done=dialog.set_comparison,
            on_error=self._work.error,
            replaces="changes",
        )
