"""What became of sources, told once: one toast and one step to take back, for one source or for hundreds."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.model.article import AddOutcome, AddStatus
from reader.services.reposts import sentence
from reader.ui.workspace import Workspace


class Arrivals(QObject):
    """Announces articles that came, remembers how to take them back, and says it in one sentence.

    What was added together is taken back together: whoever added three hundred links by one press of a button takes
    them for one deed, and as many steps would push everything else off the stack of undoing.
    """

    article_requested = Signal(str)
    """(id): the reader wants to see it."""
    list_requested = Signal()
    """The reader wants to see the list of tasks."""

    def __init__(self, work: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work

    def announce(self, outcomes: Iterable[AddOutcome]) -> None:
        """Let every pane show what came."""
        came = [outcome for outcome in outcomes if outcome.id is not None]
        if came:
            self._work.announcer.articles_changed.emit([outcome.id for outcome in came])
        for outcome in came:
            if outcome.status is not AddStatus.DUPLICATE:
                self._work.announcer.annotations_changed.emit(outcome.id)

    def conclude(self, outcomes: Sequence[AddOutcome], errors: Sequence[Exception] = (), cancelled: int = 0) -> None:
        """All that was asked for is over: remember it as one step and say what came of it."""
        self._remember([each.id for each in outcomes if each.id and each.status is AddStatus.ADDED])
        if len(outcomes) + len(errors) + cancelled != 1:
            self._tell_many(outcomes, errors, cancelled)
        elif errors:
            self._work.error(errors[0])
        elif outcomes:
            self._tell_one(outcomes[0])

    def _remember(self, keys: list[str]) -> None:
        organising, announce = self._work.session.organising, self._work.announcer.articles_changed.emit
        if keys:
            self._work.history.did(
                self.tr("Add article") if len(keys) == 1 else self.tr("Add %n article(s)", "", len(keys)),
                redo=lambda: (organising.undelete(keys), announce(keys)),
                undo=lambda: (organising.delete(keys), announce(keys)),
            )

    def _tell_one(self, outcome: AddOutcome) -> None:
        work = self._work
        if outcome.waiting:
            work.tell(work.say("waiting.queued", source=outcome.source), self.tr("Show"), self.list_requested.emit)
            return
        key, data = sentence(outcome)
        other = outcome.resembling
        if other is None:
            work.tell(work.say(key, **data))
        else:
            show = partial(self.article_requested.emit, other.article.id)
            work.tell(work.say(key, **data), self.tr("Show the other"), show)

    def _tell_many(self, outcomes: Sequence[AddOutcome], errors: Sequence[Exception], cancelled: int) -> None:
        sentence = self.summary(outcomes, len(errors), cancelled)
        if not sentence:
            return
        if errors or any(outcome.waiting for outcome in outcomes):
            self._work.tell(sentence, self.tr("Show"), self.list_requested.emit)
        elif any(outcome.status is AddStatus.ADDED for outcome in outcomes):
            self._work.tell(sentence, self.tr("Undo"), self._work.history.undo)
        else:
            self._work.tell(sentence)

    def summary(self, outcomes: Sequence[AddOutcome], failed: int, cancelled: int) -> str:
        """"298 saved, 1 known already, 1 failed"; "" when nothing was asked for."""

        def number(status: AddStatus) -> int:
            return sum(outcome.status is status for outcome in outcomes)

        twins = sum(outcome.status is AddStatus.ADDED and bool(outcome.duplicate_of) for outcome in outcomes)
        waiting = sum(outcome.waiting for outcome in outcomes)
        parts = (
            (number(AddStatus.ADDED), self.tr("%n saved", "", number(AddStatus.ADDED))),
            (twins, self.tr("%n of them with the text of another", "", twins)),
            (number(AddStatus.UPDATED), self.tr("%n updated", "", number(AddStatus.UPDATED))),
            (number(AddStatus.DUPLICATE), self.tr("%n known already", "", number(AddStatus.DUPLICATE))),
            (number(AddStatus.RESTORED), self.tr("%n back from the trash", "", number(AddStatus.RESTORED))),
            (waiting, self.tr("%n waiting for the network", "", waiting)),
            (failed, self.tr("%n failed", "", failed)),
            (cancelled, self.tr("%n cancelled", "", cancelled)),
        )
        return self.tr(", ").join(words for count, words in parts if count)
