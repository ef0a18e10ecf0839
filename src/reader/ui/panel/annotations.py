"""Tab 批注: the annotations of the open article as cards, with a filter by kind and an editor in the card."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.messages import Messages
from reader.model.annotation import Annotation, Kind, Suggestion
from reader.ui.empty_state import EmptyState
from reader.ui.icons import Icons
from reader.ui.panel.annotation_list import RECOLOUR_KEYS, AnnotationList
from reader.ui.panel.card_model import CardModel
from reader.ui.panel.note_editor import NoteEditor
from reader.ui.theme import Theme, ThemeService

ALL = "all"
_DIGITS = {kind: chr(key.value) for key, kind in RECOLOUR_KEYS.items()}


class AnnotationPanel(QWidget):
    """Shows annotations and asks for changes; it changes nothing itself. All ids are annotation ids."""

    activated = Signal(str)
    """A card was clicked or reached by arrow keys: show its place."""
    edit_requested = Signal(str, dict)
    """Fields to change: note (str), tags (tuple of str), owner and due (str or None)."""
    delete_requested = Signal(list)
    recolour_requested = Signal(str, object)
    """Id and the new `Kind`."""
    copy_requested = Signal(str)
    """Copy its quote."""
    place_asked = Signal(str, str)
    """An orphan, and "show", "accept" or "choose": what to do about its place."""
    editing_finished = Signal(str)
    """The editor that `edit` opened was left by key or button: the keyboard goes back to the text."""

    def __init__(self, themes: ThemeService, icons: Icons, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("annotationPanel")
        self._themes, self._messages = themes, messages
        self._returns_to_list = True
        self._model = CardModel(messages, self)
        self.list = AnnotationList(self._model, icons)
        self.editor = NoteEditor()
        self.list.set_editor(self.editor)
        self._empty = EmptyState(icons, "annEmpty")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._build_chips())
        rows.addWidget(self._pages, 1)
        self._connect()
        self._on_theme_changed(themes.theme)
        self._retranslate()
        self._show_page()

    def _build_chips(self) -> QHBoxLayout:
        self._chips = QButtonGroup(self)
        self._chips.setExclusive(True)
        row = QHBoxLayout()
        row.setContentsMargins(12, 9, 8, 9)
        row.setSpacing(5)
        self._chip_of: dict[str, QPushButton] = {}
        for name in (ALL, *Kind):
            chip = QPushButton(Kind(name).seal if name != ALL else "")
            chip.setObjectName(f"filterKind_{name}")
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            self._chips.addButton(chip)
            self._chip_of[name] = chip
            row.addWidget(chip)
        row.addStretch(1)
        self._chip_of[ALL].setChecked(True)
        return row

    def _connect(self) -> None:
        self._chips.buttonToggled.connect(self._on_chip_toggled)
        self._themes.changed.connect(self._on_theme_changed)
        self.list.card_activated.connect(self.activated)
        self.list.edit_started.connect(self._edit_from_list)
        self.list.recolour_requested.connect(self.recolour_requested)
        self.list.delete_requested.connect(self._on_delete)
        self.list.copy_requested.connect(self.copy_requested)
        self.list.place_asked.connect(self.place_asked)
        self.list.menu_requested.connect(self._show_menu)
        self.editor.edited.connect(self.edit_requested)
        self.editor.closed.connect(self._on_editor_closed)
        self.editor.height_changed.connect(self._on_editor_height)

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Marks and notes"))
        self._chip_of[ALL].setText(self.tr("All"))
        self._chip_of[ALL].setAccessibleName(self.tr("Show all kinds"))
        self._chip_of[ALL].setToolTip(self.tr("Show all kinds"))
        for kind in Kind:
            only = self.tr("Show only: %1").replace("%1", self._messages(f"kind.{kind}"))
            self._chip_of[kind].setAccessibleName(only)
        self._show_counts()
        self._show_page()

    def _show_counts(self) -> None:
        for kind in Kind:
            chip = self._chip_of[kind]
            count = sum(each.kind is kind for each in self._model.annotations)
            chip.setToolTip(escape(f"{chip.accessibleName()} · {count}"))

    def set_messages(self, messages: Messages) -> None:
        """Speak another language; the texts of Qt's own translator follow by LanguageChange."""
        self._messages = messages
        self._model.set_messages(messages)
        self._retranslate()

    def set_own_name(self, name: str) -> None:
        """The reader's own name: cards name their creator only when it is somebody else."""
        self.list.cards.own_name = name
        self.list.viewport().update()

    def set_known_tags(self, tags: Sequence[str]) -> None:
        """What tag completion offers."""
        self.editor.set_known_tags(tags)

    @property
    def count(self) -> int:
        """How many annotations the article has."""
        return len(self._model.annotations)

    def set_annotations(self, annotations: Iterable[Annotation]) -> None:
        """The annotations of the open article, in any order; an open editor stays where it is."""
        scrolled = self.list.verticalScrollBar().value()
        self._model.set_annotations(annotations)
        editing = self.editor.annotation_id
        if editing is not None:
            row = self._model.row_of(editing)
            annotation = self._model.annotation(self._model.index(row)) if row >= 0 else None
            if annotation is None:
                self.editor.drop()
            else:
                self.editor.update_annotation(annotation)
        if self._model.row_of(self.list.cards.active) < 0:
            self.list.cards.active = None
        self.list.relayout()
        self.list.verticalScrollBar().setValue(scrolled)
        self._show_counts()
        self._show_page()

    def set_suggestions(self, suggestions: Mapping[str, Suggestion]) -> None:
        """Where orphans might belong, by annotation."""
        self._model.set_suggestions(suggestions)
        self.list.relayout()

    def clear(self) -> None:
        """Another article comes: save what is open, show everything from the top."""
        self.editor.close_editor()
        self.list.set_active(None)
        self._chip_of[ALL].setChecked(True)
        self._model.set_annotations(())
        self.list.scrollToTop()
        self._show_page()

    def active(self) -> str | None:
        """The active card."""
        return self.list.cards.active

    def set_active(self, annotation_id: str | None) -> None:
        """Make a card the active one and show it, though a filter hides its kind; no signal."""
        if annotation_id is not None and self._model.row_of(annotation_id) < 0:
            self._chip_of[ALL].setChecked(True)
        self.list.set_active(annotation_id)

    def focus_list(self) -> None:
        """Give the keyboard to the cards, at the active one or the first."""
        first = next((each for each in self._model.rows if isinstance(each, Annotation)), None)
        if self.list.current_id() is None and first is not None:
            self.list.set_active(self.active() or first.id)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit(self, annotation_id: str, field: str = "note") -> None:
        """Open the editor in a card, with the focus in "note" or "tags"; `editing_finished` says when it is left."""
        self._open_editor(annotation_id, field)
        self._returns_to_list = False

    def _edit_from_list(self, annotation_id: str, field: str) -> None:
        self._open_editor(annotation_id, field)
        self._returns_to_list = True

    def _open_editor(self, annotation_id: str, field: str) -> None:
        self.set_active(annotation_id)
        annotation = self._model.annotation(self._model.index(self._model.row_of(annotation_id)))
        if annotation is None:
            return
        if self.editor.annotation_id not in (None, annotation_id):
            self.editor.close_editor()
        self.list.cards.editing = annotation_id
        self.editor.ensurePolished()
        self.editor.open_editor(annotation, field)
        self._on_editor_height()
        self.list.show_card(annotation_id)
        self.list.place_editor()

    def _on_editor_height(self) -> None:
        if self.list.cards.editing is None or self.editor.annotation_id is None:
            return
        area = self.list.cards.shape(self._model.annotation(self._editing_index())).editor
        if area.width() and self.editor.width() != area.width():
            self.editor.resize(area.width(), self.editor.height())
        self.list.cards.editor_height = self.editor.needed_height()
        self.list.relayout()
        self.list.show_card(self.list.cards.editing)

    def _editing_index(self) -> QModelIndex:
        return self._model.index(self._model.row_of(self.list.cards.editing))

    def _on_editor_closed(self, annotation_id: str, by_hand: bool) -> None:
        self.list.cards.editing = None
        self.list.cards.editor_height = 0
        self.list.relayout()
        focus = self.focusWidget()
        if by_hand or (focus is not None and self.editor.isAncestorOf(focus)):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if by_hand and not self._returns_to_list:
            self.editing_finished.emit(annotation_id)

    def _on_delete(self, ids: list[str]) -> None:
        """The card after the last deleted one becomes the current one, so that Del Del Del works."""
        rows = [self._model.row_of(each) for each in ids]
        following = [*range(max(rows) + 1, self._model.rowCount()), *range(min(rows) - 1, -1, -1)]
        heirs = (self._model.annotation(self._model.index(row)) for row in following)
        heir = next((each.id for each in heirs if each is not None), None)
        self.list.set_active(heir)
        self.delete_requested.emit(ids)

    def _on_chip_toggled(self, chip: QPushButton, checked: bool) -> None:
        if checked:
            self.editor.close_editor()
            name = next(name for name, each in self._chip_of.items() if each is chip)
            self._model.set_kind(None if name == ALL else Kind(name))
            self.list.relayout()
            self._show_page()

    def _show_page(self) -> None:
        """Cards, or why there are none and what to do."""
        self._pages.setCurrentWidget(self.list if self._model.rows else self._empty)
        if self._model.annotations:
            self._say(self.tr("None of this kind"), self.tr("This article has marks of other kinds."))
        else:
            how = self.tr(
                "Select some text and press 1–5. Or move to a paragraph with J and K and press H: no mouse needed."
            )
            self._say(self.tr("No marks yet"), how)

    def _say(self, heading: str, sentence: str) -> None:
        self._empty.show_state("highlighter", heading, sentence)

    def _on_theme_changed(self, theme: Theme) -> None:
        for kind in Kind:
            # Only the ink is the kind's own; the shape of a chip comes from the application's style sheet.
            style = f"QPushButton{{color:{theme.kind(kind).ink};font-weight:600;padding:1px 0;min-width:30px}}"
            self._chip_of[kind].setStyleSheet(style)
        self.list.viewport().update()

    def _show_menu(self, place: QPoint) -> None:
        menu = self.build_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def build_menu(self) -> QMenu:
        """The context menu for the chosen cards."""
        ids = self.list.selected_ids()
        menu = QMenu(self)
        menu.setObjectName("annotationMenu")
        if len(ids) == 1:
            menu.addAction(self.tr("Write a note") + "\tN", lambda: self._edit_from_list(ids[0], "note"))
        kinds = menu.addMenu(self.tr("Change kind"))
        for kind in Kind:
            action = kinds.addAction(f"{kind.seal}  {self._messages(f'kind.{kind}')}\t{_DIGITS[kind]}")
            action.triggered.connect(lambda _=False, kind=kind: self._recolour(ids, kind))
        if len(ids) == 1:
            menu.addAction(self.tr("Tags") + "\tT", lambda: self._edit_from_list(ids[0], "tags"))
            quoted = self._model.annotation(self._model.index(self._model.row_of(ids[0])))
            if quoted is not None and quoted.quote:
                menu.addAction(self.tr("Copy quote") + "\tCtrl+C", lambda: self.copy_requested.emit(ids[0]))
        if len(ids) == 1:
            self._add_places(menu, ids[0])
        menu.addSeparator()
        menu.addAction(self.tr("Delete") + "\tDel", lambda: self._on_delete(ids))
        return menu

    def _add_places(self, menu: QMenu, annotation_id: str) -> None:
        """What can be done about the place of an orphan."""
        annotation = self._model.annotation(self._model.index(self._model.row_of(annotation_id)))
        if annotation is None or not annotation.orphan:
            return
        menu.addSeparator()
        names = {
            "show": self.tr("Show the Suggested Place") + "\tG",
            "accept": self.tr("Accept the Suggested Place") + "\tA",
            "choose": self.tr("Choose a Place…") + "\tP",
        }
        for what, text in names.items():
            if self.list.cards.offers(annotation, what):
                menu.addAction(text).triggered.connect(
                    lambda _=False, what=what: self.place_asked.emit(annotation_id, what)
                )

    def _recolour(self, ids: list[str], kind: Kind) -> None:
        for each in ids:
            self.recolour_requested.emit(each, kind)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
