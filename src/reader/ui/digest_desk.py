"""Where digests are shown: the service on one side, the tabs 摘要 and 目录, the reader and the ledger on the other."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.model.annotation import Kind
from reader.model.article import Metadata
from reader.model.blocks import Span
from reader.model.digest import Field
from reader.model.errors import ReaderError
from reader.services.session import Session
from reader.ui.annotation_desk import AnnotationDesk
from reader.ui.digest_corrections import DigestCorrections
from reader.ui.ledger_desk import LedgerDesk
from reader.ui.panel.side_panel import SidePanel
from reader.ui.reading.pane import ReaderPane
from reader.ui.reading_desk import ReadingDesk
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from reader.ui.panel.digest_rows import Row, Shown

Key = tuple[str, int, Metadata]
"""What a digest is made of: article, version, and what is known about it."""

AFTER_OPENING = 60
"""Milliseconds from the opening of an article to its digest: the text is painted first, without a rival for the
interpreter."""

FOLDED = "digest_folded"
"""Under this name `Settings.window` keeps which sections are folded."""


class DigestDesk(QObject):
    """Has the digest of the open article made in the background as soon as one of its tabs is looked at."""

    def __init__(
        self,
        work: Workspace,
        pane: ReaderPane,
        panel: SidePanel,
        reading: ReadingDesk,
        marks: AnnotationDesk,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._work, self._pane, self._panel = work, pane, panel
        self._reading, self._marks, self._window = reading, marks, window
        self._asked: Key | None = None
        """What is shown or being made."""
        self._shown: Shown | None = None
        self._opens_ledger = False
        self._soon = QTimer(self, singleShot=True, interval=AFTER_OPENING)
        self._soon.timeout.connect(self._ask_if_seen)
        self.ledger = LedgerDesk(work, window)
        self.corrections = DigestCorrections(work, self._refresh, window)
        can = not work.session.read_only
        panel.digest.can_correct = can
        panel.outline.set_can_correct(can)
        folded = work.settings.window.get(FOLDED)
        panel.digest.set_folded(folded if isinstance(folded, list) else [])
        self._connect()

    def _connect(self) -> None:
        digest, outline = self._panel.digest, self._panel.outline
        self._reading.opened.connect(self._on_opened)
        self._work.announcer.articles_changed.connect(self._on_articles_changed)
        digest.wanted.connect(self._ask)
        outline.wanted.connect(self._ask)
        digest.go_requested.connect(self.go)
        digest.mark_requested.connect(self.mark)
        digest.copy_requested.connect(lambda row: QGuiApplication.clipboard().setText(row_words(row)))
        digest.ledger_requested.connect(self.open_ledger)
        digest.folds_changed.connect(lambda layers: self._work.settings.window.update({FOLDED: layers}))
        correct = self.corrections
        digest.correction_requested.connect(
            lambda row, change: correct.ask(self._asked, row.item, row.layer, change)
        )
        outline.correction_requested.connect(
            lambda node, change, data: correct.correct_outline(self._asked, node, change, data)
        )
        digest.take_back_requested.connect(lambda correction: correct.take_back(self._asked, correction))
        self.ledger.go_requested.connect(
            lambda figure: self._show_place(Span(figure.start, figure.end), figure.field)
        )
        self.ledger.object_changed.connect(
            lambda figure, words: correct.correct_figure(self._asked, figure, {"object": words})
        )

    def slots(self) -> dict[str, Callable[[], object]]:
        """What the actions of this desk do."""
        return {"figures": self.open_ledger}

    # ---- making

    def _key(self) -> Key | None:
        article = self._reading.article
        return (article.id, article.version, article.metadata) if article else None

    def _on_opened(self, _article: str) -> None:
        """Another article, or another version of it."""
        self._asked, self._shown, self._opens_ledger = None, None, False
        self.ledger.close()
        if self._reading.article is None:
            self._panel.digest.clear()
            self._panel.outline.clear()
            return
        self._panel.digest.wait()
        self._panel.outline.wait()
        self._soon.start()

    def _on_articles_changed(self, ids: Sequence[str]) -> None:
        """Another title or day of publishing changes what is found."""
        key = self._key()
        if key is not None and key[0] in ids and self._asked is not None and self._asked != key:
            self._refresh()

    def _refresh(self) -> None:
        """Make the digest again; what is shown stays until it is there."""
        self._asked = None
        self._ask_if_seen()

    def _ask_if_seen(self) -> None:
        if self._panel.digest.isVisible() or self._panel.outline.isVisible() or self.ledger.dialog is not None:
            self._ask()

    def _ask(self) -> None:
        key = self._key()
        if key is None or key == self._asked:
            return
        self._asked = key
        self._work.tasks.run(
            partial(make, self._work.session, key),
            on_done=partial(self._on_made, key),
            on_error=partial(self._on_failed, key),
            replaces="digest",
        )

    def _on_made(self, key: Key, shown: "Shown") -> None:
        if key != self._key() or key != self._asked:
            return  # another article is open by now
        self._shown = shown
        self._panel.digest.set_digest(shown)
        self._panel.outline.set_nodes(shown.digest.outline)
        self.ledger.update(shown)
        self._open_wanted_ledger()

    def _on_failed(self, key: Key, error: Exception) -> None:
        if key != self._asked:
            return
        self._asked = None
        self._panel.digest.set_trouble(self._work.say.error(error))
        self._panel.outline.set_trouble()
        if not isinstance(error, ReaderError):
            self._work.error(error)

    # ---- going, marking

    def go(self, row: "Row") -> None:
        """Show the place of a row; the keyboard stays where it is."""
        self._show_place(row.span, row.field)

    def _show_place(self, span: Span, field: Field) -> None:
        if field is Field.BODY:
            self._pane.goto(span.start)
        self._pane.flash(span.start, span.end, in_title=field is Field.TITLE)

    def mark(self, wishes: "Sequence[tuple[Row, Kind | None]]") -> None:
        """Make annotations of rows, in one step to undo; one that is there already gets the kind that is asked for."""
        from reader.ui.panel.digest_rows import accepted, default_kind, is_suggestion

        places: list[tuple[Span, Kind]] = []
        for row, kind in wishes:
            if row.sentence is None:
                continue
            there = next((each for each in self._marks.annotations if (each.start, each.end) == row.sentence), None)
            if there is None and is_suggestion(row):
                there = accepted(row, self._marks.annotations)
            if there is None:
                places.append((row.sentence, kind or default_kind(row)))
            elif kind is not None and there.kind is not kind:
                self._marks.recolour(there.id, kind.value)
        made = self._marks.mark_each(places)
        if not made:
            return
        kinds = {self._work.say(f"kind.{each.kind}") for each in made}
        self._pane.announce(self.tr("%n mark(s) made: %1", "", len(made)).replace("%1", ", ".join(sorted(kinds))))
        if len(wishes) > 1:
            self._work.tell(self.tr("%n mark(s) made", "", len(made)), self.tr("Undo"), self._work.history.undo)

    # ---- the ledger

    def open_ledger(self) -> None:
        """The table of all figures, as soon as there is a digest."""
        if self._reading.article is None:
            return
        self._opens_ledger = True
        self._ask()
        self._open_wanted_ledger()

    def _open_wanted_ledger(self) -> None:
        if not self._opens_ledger or self._shown is None:
            return
        self._opens_ledger = False
        if self._shown.ledger:
            self.ledger.open(self._shown)
        else:
            self._work.tell(self.tr("This text has no figures."))


def row_words(row: "Row") -> str:
    """A row as the clipboard takes it: an occurrence with its context, everything else as the text says it."""
    if row.before or row.after:
        return row.before + row.text + row.after
    if row.note and row.kind.value == "date":
        return f"{row.text} {row.note}"
    return row.item.text if row.item is not None else row.text


def make(session: Session, key: Key) -> "Shown":
    """In a worker thread: the digest of a version with the reader's corrections, ready for the window."""
    from reader.services.correcting import headline
    from reader.ui.panel.digest_rows import prepare

    article, version, about = key
    session.digesting.use_process()
    made = session.digesting.digested(article, version)
    corrections = tuple(session.digesting.corrections(article))
    return replace(prepare(made, headline(about.title)), corrections=corrections)
