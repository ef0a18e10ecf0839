"""Where orphans are brought back to a place: the suggested one, or another that the reader selects."""

from PySide6.QtCore import QObject

from reader.model.annotation import Suggestion
from reader.model.errors import LibraryError
from reader.ui.annotation_desk import AnnotationDesk
from reader.ui.panel.side_panel import SidePanel
from reader.ui.reading.pane import ReaderPane
from reader.ui.workspace import Workspace


class OrphanDesk(QObject):
    """Looks for suggestions in the background whenever the open article or its marks change."""

    def __init__(
        self, work: Workspace, pane: ReaderPane, panel: SidePanel, marks: AnnotationDesk, parent: QObject | None = None
    ) -> None:
        """Made after `marks`, which hears of every change first."""
        super().__init__(parent)
        self._work, self._pane, self._panel, self._marks = work, pane, panel, marks
        self._suggestions: dict[str, Suggestion] = {}
        self._choosing = ""
        work.announcer.annotations_changed.connect(lambda _article: self.look())
        panel.annotations.place_asked.connect(self.answer)

    def look(self) -> None:
        """Find out where the orphans of the open article might belong."""
        orphans = [annotation for annotation in self._marks.annotations if annotation.orphan]
        if self._choosing and self._choosing not in {orphan.id for orphan in orphans}:
            self._stop_choosing()
        if not orphans:
            self._show({})
            return
        self._work.tasks.run(
            self._work.session.suggesting.suggest, orphans, on_done=self._show, replaces="suggestions"
        )

    def _show(self, suggestions: dict[str, Suggestion]) -> None:
        self._suggestions = suggestions
        self._panel.annotations.set_suggestions(suggestions)

    def answer(self, annotation: str, what: str) -> None:
        """Show or accept the suggestion for an orphan, or let the reader choose another place."""
        suggestion = self._suggestions.get(annotation)
        if what == "choose":
            self._choose(annotation)
        elif suggestion is not None and what == "show":
            self._pane.goto(suggestion.start)
            self._pane.flash(suggestion.start, suggestion.end)
        elif suggestion is not None:
            self._place(annotation, suggestion.start, suggestion.end)

    def _place(self, annotation: str, start: int, end: int) -> None:
        """Give an orphan a place; one step that can be taken back."""
        self._marks.move(annotation, start, end)
        found = next((each for each in self._marks.annotations if each.id == annotation), None)
        if found is not None and not found.orphan:
            self._marks.activate(annotation)
            self._work.tell(self.tr("The mark has its place again"), self.tr("Undo"), self._work.history.undo)

    # ---- choosing

    def _choose(self, annotation: str) -> None:
        """Ask for a selection; asked again for the same mark, think better of it."""
        session = self._work.session
        if session.read_only:
            self._work.error(LibraryError("library_read_only", path=session.library_path))
            return
        if self._choosing == annotation:
            self._stop_choosing()
            return
        self._choosing = annotation
        self._pane.banner.show_message(
            self.tr("Select the words that this mark belongs to."),
            "map-pin",
            "accent",
            self.tr("Move Here"),
            self._on_chosen,
        )
        self._pane.focus_text()

    def _on_chosen(self) -> None:
        span = self._pane.selection() if self._pane.has_selection() else None
        if span is None:
            self._work.tell(self.tr("Nothing is selected. Select the words in the text first."))
            return
        annotation = self._choosing
        self._stop_choosing()
        self._pane.clear_selection()
        self._place(annotation, span.start, span.end)

    def _stop_choosing(self) -> None:
        self._choosing = ""
        self._pane.banner.hide()
