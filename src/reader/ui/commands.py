"""What the actions of the window do where no desk does it: they find out which articles are meant, and move about."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from reader.model.query import ArticleQuery
from reader.ui.action_button import ActionButton
from reader.ui.actions import Actions
from reader.ui.library_desk import LibraryDesk
from reader.ui.panel.side_panel import TABS
from reader.ui.panes import PanedWindow
from reader.ui.reading_desk import ReadingDesk

OF_ARTICLE = (
    "mark_done", "star", "delete_article", "open_original", "find", "article_note", "correct_text",
    "refetch", "changes", "figures",
)  # fmt: skip
"""Actions that need an open article."""

MORE = ("open_original", "article_note", "refetch", "changes", "correct_text", "", "export", "copy_with_source", "",
        "delete_article")  # fmt: skip
"""What the last button of the reader's header offers; "" is a line between."""


class Commands(QObject):
    """Connects the actions with the panes and with history."""

    def __init__(self, window: PanedWindow, actions: Actions, library: LibraryDesk, reading: ReadingDesk) -> None:
        super().__init__(window)
        self._window, self._actions = window, actions
        self._library, self._reading = library, reading
        self._pane, self._list, self._frame = window.pane, window.list_pane, window.frame
        actions.connect_all(self._slots())
        stack = window.work.history.stack
        for name, signal in (("undo", stack.canUndoChanged), ("redo", stack.canRedoChanged)):
            signal.connect(actions[name].setEnabled)
            actions[name].setEnabled(False)
        self._pane.command_requested.connect(self._on_command)
        self._pane.search_requested.connect(self.search_for)
        self._pane.set_more_menu(self._more_menu())
        for name, icon in (("refetch", "refresh-cw"), ("correct_text", "file-pen-line")):
            window.panel.info.add_section(ActionButton(actions[name], window.work.icons, icon))
        window.work.announcer.settings_changed.connect(self._show_choices)
        self._show_choices()

    def _slots(self) -> dict[str, Callable[[], object]]:
        window, history = self._window, self._window.work.history
        return {
            "quit": window.close,
            "undo": history.undo,
            "redo": history.redo,
            "copy": self._pane.copy,
            "find": self._pane.open_find,
            "find_next": self._pane.find_next,
            "find_previous": self._pane.find_previous,
            "search": self.search_library,
            "previous_paragraph": partial(self._pane.step_paragraph, -1),
            "next_paragraph": partial(self._pane.step_paragraph, 1),
            "mark_done": partial(self.with_open, self._library.toggle_done),
            "star": partial(self.with_open, self._library.toggle_star),
            "delete_article": partial(self.with_open, self._library.delete),
            "toggle_sidebar": self._frame.toggle_sidebar,
            "toggle_list": self._frame.toggle_list,
            "toggle_panel": self._frame.toggle_panel,
            **{f"show_{tab}": partial(window.show_tab, tab) for tab in TABS},
            "next_pane": partial(self._step_pane, 1),
            "previous_pane": partial(self._step_pane, -1),
            "full_screen": self._toggle_full_screen,
            "shortcuts": self._open_shortcuts,
        }

    def _on_command(self, name: str) -> None:
        """A single key of the reader, or a button of its header, that is an action of the window."""
        verbs = {"star": self._library.toggle_star, "mark_done": self._library.toggle_done}
        if name in verbs and self._reading.article:
            verbs[name]([self._reading.article.id])  # whatever is selected in the list
        else:
            self._actions[name].trigger()

    def _show_choices(self) -> None:
        """Tick the menu entries that are preferences."""
        preferences = self._window.work.settings
        self._actions["passages"].setChecked(preferences.passages)
        for theme in ("auto", "light", "sepia", "dark"):
            self._actions[f"theme_{theme}"].setChecked(preferences.theme == theme)
        self._window.top_bar.set_theme(preferences.theme)

    def set_open(self, article: str) -> None:
        """Whether there is an article to do something with."""
        for name in OF_ARTICLE:
            self._actions[name].setEnabled(bool(article))

    # ---- which articles

    def with_open(self, do: Callable[[list[str]], object]) -> None:
        """Do something with the articles selected where the keyboard is: in the list, else the open one."""
        listed = self._list.articles
        chosen = listed.selected_ids()
        if self._reading.article and not (chosen and listed.hasFocus()):
            chosen = [self._reading.article.id]
        if chosen:
            do(chosen)

    def with_chosen(self, do: Callable[[list[str]], object]) -> None:
        """Do something with the articles selected in the list, else with the open one; `do` says if there is none."""
        chosen = self._list.articles.selected_ids()
        if len(chosen) == 1 or (self._reading.article and not chosen):
            self.with_open(do)
        else:
            do(chosen)

    # ---- search

    def search_library(self) -> None:
        """Put the cursor into the filter over all articles."""
        if self._list.isHidden():
            self._frame.toggle_list()
        if self._list.query() != ArticleQuery(text=self._list.query().text):
            self._library.show_place(ArticleQuery())
        self._list.focus_filter()

    def search_for(self, words: str) -> None:
        """List all articles with these words."""
        self._library.show_place(ArticleQuery(text=f'"{words}"' if " " in words else words))
        self.search_library()

    # ---- the window

    def _more_menu(self) -> QMenu:
        menu = QMenu(self._window)
        for name in MORE:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        return menu

    def _open_shortcuts(self) -> None:
        """All keys, by menu."""
        from reader.ui.dialogs.shortcuts import ShortcutsDialog

        dialog = ShortcutsDialog(self._actions.keys(), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _step_pane(self, direction: int) -> None:
        """Move the keyboard to the next or previous pane that has something for it: an empty list takes none."""
        panel = self._window.panel
        stops: list[tuple[QWidget, Callable[[], object]]] = [
            (self._window.sidebar, self._window.sidebar.focus_tree),
            (self._list, self._list.articles.setFocus),
            (self._window.middle, self._pane.focus_text),
            (panel, lambda: panel.show_tab(panel.tab, focus=True)),
        ]
        shown = [stop for stop in stops if stop[0].isVisible()]
        here = next((i for i, (pane, _) in enumerate(shown) if _has_focus(pane)), -direction)
        for step in range(1, len(shown)):
            pane, focus = shown[(here + step * direction) % len(shown)]
            focus()
            if _has_focus(pane):
                return

    def _toggle_full_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)


def _has_focus(pane: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and pane.isAncestorOf(focus)
