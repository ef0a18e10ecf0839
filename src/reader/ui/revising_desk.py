"""Where the text of the open article is corrected from the page that was kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.model.article import AddOutcome, AddStatus
from reader.model.errors import ReaderError
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from reader.ui.dialogs.correction import CorrectionDialog


class RevisingDesk(QObject):
    """Opens the dialog, has its previews made off the UI thread, saves what was chosen, and takes it back."""

    corrected = Signal(str)
    """(article id): the text was saved anew, or was found to be the same."""

    def __init__(self, work: Workspace, opened: Callable[[], str], window: QWidget) -> None:
        """`opened` tells the id of the open article, "" for none."""
        super().__init__(window)
        self._work, self._opened, self._window = work, opened, window

    def slots(self) -> dict[str, Callable[[], object]]:
        """What the actions of this desk do."""
        return {"correct_text": self.correct}

    def correct(self) -> CorrectionDialog | None:
        """Ask which part of the page and which charset the open article's text is to be made of."""
        from reader.ui.dialogs.correction import CorrectionDialog

        work, key = self._work, self._opened()
        if not key:
            return None
        revising = work.session.revising
        try:
            title, recipe, site = work.session.reading.article(key).title, revising.recipe(key), revising.site(key)
        except ReaderError as error:
            work.error(error)
            return None
        dialog = CorrectionDialog(work.icons, work.say, title, recipe, site, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.preview_requested.connect(partial(self._preview, dialog, key))
        dialog.ladder_requested.connect(partial(self._ladder, dialog, key))
        dialog.save_requested.connect(partial(self._save, key))
        dialog.forget_requested.connect(partial(self._forget, dialog, site))
        dialog.set_rule(self._rule(site))
        dialog.open()
        self._ladder(dialog, key, recipe.encoding or "", recipe.body)
        self._preview(dialog, key, recipe.encoding or "", recipe.body)
        work.tasks.run(
            partial(revising.charsets, key),
            on_done=dialog.set_charsets,
            on_error=dialog.set_trouble,
            replaces="correction charsets",
        )
        return dialog

    def _ladder(self, dialog: CorrectionDialog, key: str, encoding: str, body: str) -> None:
        self._work.tasks.run(
            partial(self._work.session.revising.ladder, key, encoding=encoding, body=body),
            on_done=dialog.set_ladder,
            on_error=dialog.set_trouble,
            replaces="correction ladder",
        )

    def _preview(self, dialog: CorrectionDialog, key: str, encoding: str, body: str) -> None:
        self._work.tasks.run(
            partial(self._work.session.revising.preview, key, encoding=encoding, body=body),
            on_done=dialog.set_preview,
            on_error=dialog.set_trouble,
            replaces="correction preview",
        )

    # ---- saving

    def _save(self, key: str, encoding: str, body: str, remember: bool) -> None:
        work = self._work
        before = work.session.reading.article(key).version
        work.tasks.run(
            partial(work.session.revising.again, key, encoding=encoding, body=body, remember=remember),
            on_done=partial(self._on_saved, before),
            on_error=work.error,
            writes=True,
        )

    def _on_saved(self, before: int, outcome: AddOutcome) -> None:
        work, key = self._work, outcome.id or ""
        if outcome.status is AddStatus.DUPLICATE:
            work.tell(work.say("revised.same", title=outcome.title))
            self.corrected.emit(key)
            return
        after = work.session.reading.article(key).version
        redo, undo = partial(self._put_back, key, after), partial(self._put_back, key, before)
        work.history.did(self.tr("Correct the text"), redo=redo, undo=undo)
        self._announce(key)
        work.tell(work.say("revised.updated", title=outcome.title), self.tr("Undo"), work.history.undo)
        self.corrected.emit(key)

    def _put_back(self, key: str, number: int) -> None:
        self._work.session.revising.put_back(key, number)
        self._announce(key)

    def _announce(self, key: str) -> None:
        self._work.announcer.articles_changed.emit([key])
        self._work.announcer.annotations_changed.emit(key)

    # ---- rules

    def _rule(self, site: str | None) -> str:
        rules = {rule.site: rule.body for rule in self._work.session.revising.rules()}
        return rules.get(site or "", "")

    def _forget(self, dialog: CorrectionDialog, site: str | None) -> None:
        try:
            self._work.session.revising.forget(site or "")
        except ReaderError as error:
            self._work.error(error)
        dialog.set_rule(self._rule(site))
