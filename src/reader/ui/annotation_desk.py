"""Where marks are made and changed: the reader pane and the panel on one side, the service and undo on the other."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog

from reader.model.annotation import Annotation, Kind
from reader.model.article import Article
from reader.model.blocks import Span
from reader.model.errors import ReaderError
from reader.ui.panel.side_panel import SidePanel
from reader.ui.reading.pane import ReaderPane
from reader.ui.workspace import Workspace

FIRST_MARK_HINT = "first-mark"


class AnnotationDesk(QObject):
    """Turns what the panes ask for into service calls that can be undone, and shows what came of them."""

    def __init__(self, work: Workspace, pane: ReaderPane, panel: SidePanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._pane, self._panel = work, pane, panel
        self._article: Article | None = None
        self._annotations: list[Annotation] = []
        self._active: str | None = None
        work.announcer.annotations_changed.connect(self._on_annotations_changed)
        work.announcer.tags_changed.connect(self._on_tags_changed)
        work.announcer.settings_changed.connect(self._tell_name)
        self._tell_name()
        pane.mark_requested.connect(self.mark)
        pane.mark_clicked.connect(self.activate_and_show)
        pane.note_requested.connect(self.note)
        pane.tag_requested.connect(self.tag)
        pane.recolour_requested.connect(self.recolour)
        pane.copy_requested.connect(self.copy_quote)
        pane.delete_annotation_requested.connect(self.delete_active)
        pane.move_requested.connect(self.move)
        # N, T and Del are about where the reader is now, not about a mark that was picked before.
        pane.paragraph_focused.connect(lambda _span: self._set_active(None))
        cards = panel.annotations
        cards.activated.connect(self.activate)
        cards.edit_requested.connect(self.edit)
        cards.recolour_requested.connect(self.recolour)
        cards.delete_requested.connect(self.delete)
        cards.copy_requested.connect(self.copy_quote)
        cards.editing_finished.connect(lambda _id: pane.focus_text())

    def slots(self) -> dict[str, Callable[[], object]]:
        """What the actions of this desk do."""
        return {
            **{f"mark_{kind}": partial(self.mark, kind.value) for kind in Kind},
            "note": self.note,
            "tag_annotation": self.tag,
            "article_note": self.note_article,
            "previous_annotation": partial(self.step, -1),
            "next_annotation": partial(self.step, 1),
            "delete_annotation": self.delete_active,
            "copy_with_source": self.copy_with_source,
        }

    @property
    def annotations(self) -> list[Annotation]:
        """The marks of the open article, in text order."""
        return self._annotations

    def show(self, article: Article | None) -> list[Annotation]:
        """Turn to another article; returns its annotations."""
        self._article, self._active = article, None
        self._annotations = self._work.session.annotating.list(article.id) if article else []
        self._panel.annotations.set_known_tags(self._work.session.organising.tags())
        return self._annotations

    def _on_annotations_changed(self, article: str) -> None:
        if self._article is None or article != self._article.id:
            return
        self._annotations = self._work.session.annotating.list(article)
        if self._active not in {annotation.id for annotation in self._annotations}:
            self._active = None
        self._pane.set_annotations(self._annotations)
        self._panel.set_annotations(self._annotations)
        self._set_active(self._active)

    def _on_tags_changed(self) -> None:
        if self._article is not None:
            self._on_annotations_changed(self._article.id)

    def _tell_name(self) -> None:
        self._panel.annotations.set_own_name(self._work.session.creator)

    def _attempt(self, do: Callable[[], Any]) -> Any:
        try:
            return do()
        except ReaderError as error:
            self._work.error(error)
            return None

    def _announce(self, article: str) -> None:
        self._work.announcer.annotations_changed.emit(article)
        self._work.announcer.articles_changed.emit([article])

    # ---- making

    def mark(self, kind_id: str, span: Span | None = None) -> Annotation | None:
        """Mark a span, by default the selection or the focused paragraph; "" takes the kind used last."""
        span = span or self._pane.selection()
        if self._article is None or span is None:
            return None
        kind = Kind(kind_id or self._work.settings.last_kind)
        self._work.settings.last_kind = kind.value
        article, version = self._article.id, self._article.version
        annotation = self._attempt(
            lambda: self._work.session.annotating.annotate(
                article, start=span.start, end=span.end, version=version, kind=kind
            )
        )
        if annotation is None:
            return None
        self._remember_made([annotation])
        self._pane.clear_selection()
        self._set_active(annotation.id)
        if FIRST_MARK_HINT not in self._work.settings.hints:
            self._work.settings.hints.append(FIRST_MARK_HINT)
            self._work.tell(self.tr("Marked. Press N to write a note."))
        return annotation

    def mark_each(self, places: Sequence[tuple[Span, Kind]]) -> list[Annotation]:
        """Mark several places in one step that can be taken back; no kind becomes the one used last."""
        if self._article is None or not places:
            return []
        article, version = self._article.id, self._article.version
        made = self._attempt(lambda: self._work.session.annotating.annotate_each(article, places, version)) or []
        if made:
            self._remember_made(made)
        return made

    def note_article(self) -> None:
        """Ask for a note on the whole article."""
        note, is_given = QInputDialog.getMultiLineText(self._panel, self.tr("Note on the Article"), self.tr("Note"))
        if is_given and note.strip():
            self.add_article_note(note)

    def add_article_note(self, note: str) -> None:
        """A note on the whole article."""
        if self._article is None:
            return
        article = self._article.id
        annotation = self._attempt(lambda: self._work.session.annotating.annotate(article, note=note))
        if annotation is not None:
            self._remember_made([annotation])
            self._set_active(annotation.id)

    def _remember_made(self, annotations: Sequence[Annotation]) -> None:
        service, article = self._work.session.annotating, annotations[0].article
        keys = [annotation.id for annotation in annotations]
        self._work.history.did(
            self.tr("Add mark"),
            redo=lambda: (service.undelete(keys), self._announce(article)),
            undo=lambda: (service.delete(keys), self._announce(article)),
        )
        self._announce(article)

    # ---- changing

    def edit(self, annotation: str, changes: dict[str, Any]) -> None:
        """Change note, tags, kind, owner, due or ends."""
        service = self._work.session.annotating
        result = self._attempt(lambda: service.edit(annotation, **changes))
        if result is None or result[0] == result[1]:
            return
        before, after = result
        article = before.article
        self._work.history.did(
            self.tr("Edit mark"),
            redo=lambda: (service.put_back(after), self._announce(article)),
            undo=lambda: (service.put_back(before), self._announce(article)),
        )
        self._announce(article)

    def recolour(self, annotation: str, kind_id: str) -> None:
        """Give a mark another kind."""
        self.edit(annotation, {"kind": Kind(kind_id)})

    def move(self, annotation: str, start: int, end: int) -> None:
        """Give a mark other ends."""
        if self._article is not None:
            self.edit(annotation, {"start": start, "end": end, "version": self._article.version})

    def delete(self, ids: list[str]) -> None:
        """Delete marks at once, with a toast to take it back."""
        service = self._work.session.annotating
        gone = self._attempt(lambda: service.delete(ids))
        if not gone or self._article is None:
            return
        article = self._article.id
        self._work.history.did(
            self.tr("Delete mark"),
            redo=lambda: (service.delete(gone), self._announce(article)),
            undo=lambda: (service.undelete(gone), self._announce(article)),
        )
        self._announce(article)
        self._work.tell(self.tr("%n mark(s) deleted", "", len(gone)), self.tr("Undo"), self._work.history.undo)

    def delete_active(self) -> None:
        """Delete the mark that is picked."""
        if self._active:
            self.delete([self._active])

    # ---- picking

    def activate(self, annotation: str) -> None:
        """Pick a mark in the panel: the reader goes to its place."""
        self._set_active(annotation)
        found = self._find(annotation)
        if found is not None and found.start is not None and found.end is not None:
            self._pane.goto(found.start)
            self._pane.flash(found.start, found.end)

    def activate_and_show(self, annotation: str) -> None:
        """Pick a mark in the text: the panel shows its card."""
        self._set_active(annotation)
        self._panel.show_tab("annotations")

    def _set_active(self, annotation: str | None) -> None:
        self._active = annotation
        self._pane.set_active(annotation)
        self._panel.set_active(annotation)

    def _find(self, annotation: str | None) -> Annotation | None:
        return next((each for each in self._annotations if each.id == annotation), None)

    def step(self, direction: int) -> None:
        """Pick the next (1) or previous (-1) mark in text order, from the picked one or from where the reader is."""
        placed = [annotation.id for annotation in self._annotations if annotation.start is not None]
        if not placed:
            return
        if self._active in placed:
            index = placed.index(self._active) + direction
        else:
            here = self._pane.view.place()
            index = sum(each.start is not None and each.start < here for each in self._annotations)
            index -= direction < 0
        self.activate(placed[index % len(placed)])

    # ---- notes, tags, copies

    def note(self) -> None:
        """Open the note of the picked mark; a selection is marked first."""
        self._open_editor("note")

    def tag(self) -> None:
        """Open the tags of the picked mark; a selection is marked first."""
        self._open_editor("tags")

    def _open_editor(self, part: str) -> None:
        if self._pane.has_selection() or self._active is None:
            self.mark("")
        if self._active is not None:
            self._panel.edit_annotation(self._active, part)

    def copy_quote(self, annotation: str) -> None:
        """Put the quote with its source line on the clipboard."""
        found = self._find(annotation)
        if found is not None:
            QGuiApplication.clipboard().setText(self._with_source(found.quote or found.note, found.passage))

    def copy_with_source(self) -> None:
        """Put the selection with its source line on the clipboard."""
        span = self._pane.selection()
        if self._article is None or span is None:
            return
        reading = self._work.session.reading
        text = reading.content(self._article.id).text
        passage = reading.passages(self._article.id).number(*span)
        QGuiApplication.clipboard().setText(self._with_source(text[span.start : span.end], passage))
        self._work.tell(self.tr("Copied with its source"))

    def _with_source(self, quote: str, passage: str | None) -> str:
        return self._work.session.exporting.quotation(self._article, quote, passage, self._work.say)
