"""The context menus of the reader: over a selection and over marks."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from reader.model.annotation import Annotation, Kind
from reader.ui.reading.kinds import kind_icon, kind_name
from reader.ui.reading.native import native
from reader.ui.theme import ThemeService

QUOTE = 18
"""Characters of a quote shown in a menu."""


def plain(text: str) -> str:
    """Text for a menu entry: & would become an underline, a tab a shortcut."""
    return " ".join(text.split()).replace("&", "&&")


class ContextMenus(QObject):
    """Opens the menu for what is under the pointer; its entries ask by signals."""

    mark_chosen = Signal(str)
    """Kind, for the selection."""
    asked = Signal(str)
    """A command for the selection or the active annotation (see `ReaderPane.ask`)."""
    picked = Signal(str)
    """The annotation that the following command is about."""
    recolour_chosen = Signal(str, str)
    """Annotation, kind."""
    move_chosen = Signal(str)
    """Annotation that shall move to the selection."""
    copy_chosen = Signal(str)
    """Annotation whose quote is copied."""

    def __init__(self, themes: ThemeService, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes, self._parent = themes, parent

    def selection_menu(self, active: str | None) -> QMenu:
        """Five kinds, note, tags, copy, find; moving the active annotation if there is one."""
        menu = self._menu("selectionMenu")
        for order, kind in enumerate(Kind, 1):
            entry = menu.addAction(kind_icon(kind, self._themes.theme, 18), f"{kind_name(kind)}\t{order}")
            entry.triggered.connect(lambda _checked=False, kind=kind: self.mark_chosen.emit(kind.value))
        menu.addSeparator()
        self._add(menu, self.tr("Write Note"), "note", "N")
        self._add(menu, self.tr("Tags"), "tag_annotation", "T")
        if active is not None:
            menu.addAction(self.tr("Move the Active Mark Here"), lambda: self.move_chosen.emit(active))
        menu.addSeparator()
        self._add(menu, self.tr("Copy"), "copy", native("Ctrl+C"))
        self._add(menu, self.tr("Copy with Source"), "copy_with_source", native("Ctrl+Shift+C"))
        self._add(menu, self.tr("Find in the Library"), "find_in_library")
        return menu

    def marks_menu(self, marks: Sequence[Annotation]) -> QMenu:
        """What can be done with a mark; where several overlap, each has a menu of its own."""
        menu = self._menu("marksMenu")
        for mark in marks:
            if len(marks) == 1:
                self._fill(menu, mark)
            else:
                quote = plain(mark.quote)
                title = f"{kind_name(mark.kind)} · {quote[:QUOTE]}{'…' if len(quote) > QUOTE else ''}"
                self._fill(menu.addMenu(kind_icon(mark.kind, self._themes.theme, 18), title), mark)
        return menu

    def _menu(self, name: str) -> QMenu:
        menu = QMenu(self._parent)
        menu.setObjectName(name)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _add(self, menu: QMenu, text: str, command: str, key: str = "", annotation: str = "") -> None:
        def run() -> None:
            if annotation:
                self.picked.emit(annotation)
            if command:
                self.asked.emit(command)

        menu.addAction(f"{text}\t{key}" if key else text, run)

    def _fill(self, menu: QMenu, mark: Annotation) -> None:
        self._add(menu, self.tr("Write Note"), "note", "N", mark.id)
        self._add(menu, self.tr("Tags"), "tag_annotation", "T", mark.id)
        kinds = menu.addMenu(self.tr("Change Kind"))
        for kind in Kind:
            entry = kinds.addAction(kind_icon(kind, self._themes.theme, 18), kind_name(kind))
            entry.setCheckable(True)
            entry.setChecked(kind is mark.kind)
            entry.triggered.connect(lambda _checked=False, kind=kind: self.recolour_chosen.emit(mark.id, kind.value))
        menu.addSeparator()
        menu.addAction(self.tr("Copy Quote"), lambda: self.copy_chosen.emit(mark.id))
        self._add(menu, self.tr("Show in the List"), "", self.tr("Enter"), mark.id)
        self._add(menu, self.tr("Delete"), "delete_annotation", native("Del"), mark.id)
