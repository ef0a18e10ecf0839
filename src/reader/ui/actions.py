"""Every command of the window: one table of actions, and the menus made from it."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget


class ActionRow(NamedTuple):
    """One action. `keys` are shortcuts of the window; `hint` is a single key that only the reader and lists take."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    hint: str = ""
    checkable: bool = False


ACTIONS = (
    ActionRow("add_links", QT_TRANSLATE_NOOP("Actions", "Add &Links…"), ("Ctrl+N",)),
    ActionRow("add_feed", QT_TRANSLATE_NOOP("Actions", "Add from a &Feed or Column…")),
    ActionRow("import_files", QT_TRANSLATE_NOOP("Actions", "&Import Files…"), ("Ctrl+O",)),
    ActionRow("import_folder", QT_TRANSLATE_NOOP("Actions", "Import F&older…")),
    ActionRow("paste_source", QT_TRANSLATE_NOOP("Actions", "Add from the &Clipboard"), ("Ctrl+V",)),
    ActionRow("export", QT_TRANSLATE_NOOP("Actions", "&Export Meeting Paper…"), ("Ctrl+E",)),
    ActionRow("print", QT_TRANSLATE_NOOP("Actions", "&Print…"), ("Ctrl+P",)),
    ActionRow("contrast", QT_TRANSLATE_NOOP("Actions", "Co&mpare Reports…")),
    ActionRow("export_library", QT_TRANSLATE_NOOP("Actions", "Export &Whole Library…")),
    ActionRow("import_library", QT_TRANSLATE_NOOP("Actions", "Import Librar&y or Marks…")),
    ActionRow("templates", QT_TRANSLATE_NOOP("Actions", "My Templates Fol&der")),
    ActionRow("verify", QT_TRANSLATE_NOOP("Actions", "&Verify Quotations…")),
    ActionRow("backup", QT_TRANSLATE_NOOP("Actions", "&Back Up Library…")),
    ActionRow("trash", QT_TRANSLATE_NOOP("Actions", "&Trash…")),
    ActionRow("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), ("Ctrl+Q",)),
    ActionRow("undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), ("Ctrl+Z",)),
    ActionRow("redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), ("Ctrl+Y",)),
    ActionRow("copy", QT_TRANSLATE_NOOP("Actions", "&Copy"), hint="Ctrl+C"),
    ActionRow("copy_with_source", QT_TRANSLATE_NOOP("Actions", "Copy with &Source"), ("Ctrl+Shift+C",)),
    ActionRow("find", QT_TRANSLATE_NOOP("Actions", "&Find in Article"), ("Ctrl+F",)),
    ActionRow("find_next", QT_TRANSLATE_NOOP("Actions", "Find &Next"), ("F3",)),
    ActionRow("find_previous", QT_TRANSLATE_NOOP("Actions", "Find Pre&vious"), ("Shift+F3",)),
    ActionRow("search", QT_TRANSLATE_NOOP("Actions", "Search &Library"), ("Ctrl+K",)),
    ActionRow("preferences", QT_TRANSLATE_NOOP("Actions", "&Preferences…")),
    ActionRow("back", QT_TRANSLATE_NOOP("Actions", "&Back"), ("Alt+Left",)),
    ActionRow("forward", QT_TRANSLATE_NOOP("Actions", "&Forward"), ("Alt+Right",)),
    ActionRow("previous_paragraph", QT_TRANSLATE_NOOP("Actions", "Previous P&aragraph"), hint="K"),
    ActionRow("next_paragraph", QT_TRANSLATE_NOOP("Actions", "Ne&xt Paragraph"), hint="J"),
    ActionRow("mark_done", QT_TRANSLATE_NOOP("Actions", "Mark as &Read"), hint="E"),
    ActionRow("star", QT_TRANSLATE_NOOP("Actions", "&Star"), hint="S"),
    ActionRow("open_original", QT_TRANSLATE_NOOP("Actions", "Open &Original Page"), hint="O"),
    ActionRow("refetch", QT_TRANSLATE_NOOP("Actions", "Fetch A&gain")),
    ActionRow("changes", QT_TRANSLATE_NOOP("Actions", "W&hat Changed…")),
    ActionRow("figures", QT_TRANSLATE_NOOP("Actions", "Tab&le of Figures…")),
    ActionRow("correct_text", QT_TRANSLATE_NOOP("Actions", "&Correct the Text…")),
    ActionRow("delete_article", QT_TRANSLATE_NOOP("Actions", "Move to &Trash")),
    ActionRow("mark_key", QT_TRANSLATE_NOOP("Actions", "&Key point"), hint="1"),
    ActionRow("mark_borrow", QT_TRANSLATE_NOOP("Actions", "To &borrow"), hint="2"),
    ActionRow("mark_data", QT_TRANSLATE_NOOP("Actions", "&Figure"), hint="3"),
    ActionRow("mark_question", QT_TRANSLATE_NOOP("Actions", "&Question"), hint="4"),
    ActionRow("mark_action", QT_TRANSLATE_NOOP("Actions", "&Action"), hint="5"),
    ActionRow("note", QT_TRANSLATE_NOOP("Actions", "Write &Note"), hint="N"),
    ActionRow("article_note", QT_TRANSLATE_NOOP("Actions", "Note on the &Whole Article…")),
    ActionRow("tag_annotation", QT_TRANSLATE_NOOP("Actions", "&Tags"), hint="T"),
    ActionRow("previous_annotation", QT_TRANSLATE_NOOP("Actions", "&Previous Mark"), hint="["),
    ActionRow("next_annotation", QT_TRANSLATE_NOOP("Actions", "Ne&xt Mark"), hint="]"),
    ActionRow("delete_annotation", QT_TRANSLATE_NOOP("Actions", "&Delete Mark"), hint="Del"),
    ActionRow("larger", QT_TRANSLATE_NOOP("Actions", "&Larger Text"), ("Ctrl+=", "Ctrl++")),
    ActionRow("smaller", QT_TRANSLATE_NOOP("Actions", "&Smaller Text"), ("Ctrl+-",)),
    ActionRow("default_size", QT_TRANSLATE_NOOP("Actions", "&Default Text Size"), ("Ctrl+0",)),
    ActionRow("passages", QT_TRANSLATE_NOOP("Actions", "&Passage Numbers"), checkable=True),
    ActionRow("theme_auto", QT_TRANSLATE_NOOP("Actions", "&Follow the System"), checkable=True),
    ActionRow("theme_light", QT_TRANSLATE_NOOP("Actions", "&Light"), checkable=True),
    ActionRow("theme_sepia", QT_TRANSLATE_NOOP("Actions", "&Sepia"), checkable=True),
    ActionRow("theme_dark", QT_TRANSLATE_NOOP("Actions", "&Dark"), checkable=True),
    ActionRow("toggle_sidebar", QT_TRANSLATE_NOOP("Actions", "Side&bar"), ("Ctrl+B",)),
    ActionRow("toggle_list", QT_TRANSLATE_NOOP("Actions", "&List"), ("F8",)),
    ActionRow("toggle_panel", QT_TRANSLATE_NOOP("Actions", "&Panel"), ("F9",)),
    ActionRow("show_annotations", QT_TRANSLATE_NOOP("Actions", "&Marks"), ("Alt+1",)),
    ActionRow("show_digest", QT_TRANSLATE_NOOP("Actions", "&Digest"), ("Alt+2",)),
    ActionRow("show_outline", QT_TRANSLATE_NOOP("Actions", "&Contents"), ("Alt+3",)),
    ActionRow("show_info", QT_TRANSLATE_NOOP("Actions", "&Information"), ("Alt+4",)),
    ActionRow("next_pane", QT_TRANSLATE_NOOP("Actions", "&Next Pane"), ("F6",)),
    ActionRow("previous_pane", QT_TRANSLATE_NOOP("Actions", "Pre&vious Pane"), ("Shift+F6",)),
    ActionRow("full_screen", QT_TRANSLATE_NOOP("Actions", "&Full Screen"), ("F11",)),
    ActionRow("tasks", QT_TRANSLATE_NOOP("Actions", "Tas&ks"), ("Ctrl+J",)),
    ActionRow("shortcuts", QT_TRANSLATE_NOOP("Actions", "&Keyboard Shortcuts"), ("F1",)),
    ActionRow("sample", QT_TRANSLATE_NOOP("Actions", "&Sample Report")),
    ActionRow("about", QT_TRANSLATE_NOOP("Actions", "&About 研读 Reader")),
)

MENUS: tuple[tuple[str, tuple[str | tuple[str, tuple[str, ...]], ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Actions", "&File"),
        ("add_links", "add_feed", "import_files", "import_folder", "paste_source", "", "export", "print", "templates",
         "contrast", "verify", "", "export_library", "import_library", "backup", "trash", "", "quit"),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Edit"),
        ("undo", "redo", "", "copy", "copy_with_source", "", "find", "find_next", "find_previous", "search", "",
         "preferences"),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Read"),
        ("back", "forward", "", "previous_paragraph", "next_paragraph", "", "mark_done", "star", "open_original", "",
         "figures", "", "refetch", "changes", "correct_text", "", "delete_article"),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Annotate"),
        ("mark_key", "mark_borrow", "mark_data", "mark_question", "mark_action", "", "note", "tag_annotation",
         "article_note", "", "previous_annotation", "next_annotation", "", "delete_annotation"),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&View"),
        (
            (QT_TRANSLATE_NOOP("Actions", "&Appearance"), ("theme_auto", "theme_light", "theme_sepia", "theme_dark")),
            (QT_TRANSLATE_NOOP("Actions", "&Text"), ("larger", "smaller", "default_size", "", "passages")),
            "", "toggle_sidebar", "toggle_list", "toggle_panel",
            (
                QT_TRANSLATE_NOOP("Actions", "Show in Pan&el"),
                ("show_annotations", "show_digest", "show_outline", "show_info"),
            ),
            "tasks", "", "next_pane", "previous_pane", "full_screen",
        ),
    ),
    (QT_TRANSLATE_NOOP("Actions", "&Help"), ("shortcuts", "sample", "", "about")),
)  # fmt: skip


ARROWS = (QT_TRANSLATE_NOOP("QShortcut", "Left"), QT_TRANSLATE_NOOP("QShortcut", "Right"))
"""Names of keys that Qt writes into menus; ours because Qt's own Chinese for them is a phrase, 左方向."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


def plain(text: str) -> str:
    """A translated text without its mnemonic and dots."""
    return re.sub(r"\(&\w\)|&", "", _tr(text)).rstrip("…")


def _keys(row: ActionRow) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in row.keys) or row.hint


def _names(entries: tuple[str | tuple[str, tuple[str, ...]], ...]) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, tuple):
            yield from _names(entry[1])
        elif entry:
            yield entry


class Actions(QObject):
    """The window's actions by id: `actions["export"]`; `connect` gives them what they do."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions = {row.id: self._make(row, window) for row in ACTIONS}

    def _make(self, row: ActionRow, window: QWidget) -> QAction:
        action = QAction(window)
        action.setObjectName(f"{row.id}Action")
        action.setCheckable(row.checkable)
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        window.addAction(action)
        return action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def connect_all(self, slots: dict[str, Callable[[], object]]) -> None:
        """Connect actions by id; the `checked` argument of triggered() is not handed on."""
        for name, slot in slots.items():
            self._actions[name].triggered.connect(lambda _checked=False, slot=slot: slot())

    def translate(self) -> None:
        """Set the texts in the current language."""
        for row in ACTIONS:
            hint = f"\t{row.hint}" if row.hint else ""
            self._actions[row.id].setText(_tr(row.text) + hint)

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus anew in `bar`."""
        before = [action.menu() for action in bar.actions()]
        bar.clear()
        for menu in filter(None, before):
            menu.deleteLater()
        for title, entries in MENUS:
            self._fill_menu(bar.addMenu(_tr(title)), entries)

    def _fill_menu(self, menu: QMenu, entries: tuple[str | tuple[str, tuple[str, ...]], ...]) -> None:
        for entry in entries:
            if isinstance(entry, tuple):
                self._fill_menu(menu.addMenu(_tr(entry[0])), entry[1])
            elif entry:
                menu.addAction(self._actions[entry])
            else:
                menu.addSeparator()

    def keys(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """By menu: (what it does, its keys) of every action that has some, for the list of shortcuts."""
        by_id = {row.id: row for row in ACTIONS}
        groups = []
        for title, entries in MENUS:
            rows = [(plain(by_id[name].text), keys) for name in _names(entries) if (keys := _keys(by_id[name]))]
            groups.append((plain(title), rows))
        return groups
