"""The main window: panes, desks and actions put together; what each of them does stands in its own file."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QMenuBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader import settings as settings_file
from reader.messages import Messages
from reader.model.query import ArticleQuery
from reader.services.session import Session
from reader.settings import Settings
from reader.ui.action_button import ActionButton
from reader.ui.actions import Actions
from reader.ui.annotation_desk import AnnotationDesk
from reader.ui.arrivals import Arrivals
from reader.ui.capture_desk import CaptureDesk
from reader.ui.contrast_desk import ContrastDesk
from reader.ui.digest_desk import DigestDesk
from reader.ui.drop_overlay import DropTarget
from reader.ui.export_desk import ExportDesk
from reader.ui.frame import Frame
from reader.ui.help_desk import HelpDesk
from reader.ui.icons import Icons
from reader.ui.information_desk import InformationDesk
from reader.ui.library_desk import LibraryDesk
from reader.ui.list_pane import ListPane
from reader.ui.moving_desk import MovingDesk
from reader.ui.notices import Notices
from reader.ui.orphan_desk import OrphanDesk
from reader.ui.panel.side_panel import TABS, SidePanel
from reader.ui.parts import above
from reader.ui.reading.banner import Banner
from reader.ui.reading.pane import ReaderPane
from reader.ui.reading_desk import ReadingDesk
from reader.ui.shelf_desk import ShelfDesk
from reader.ui.sidebar import Sidebar
from reader.ui.task_popover import TaskPopover
from reader.ui.task_strip import TaskStrip
from reader.ui.tasks import Tasks
from reader.ui.theme import ThemeService
from reader.ui.throttle import Throttle
from reader.ui.toast import Toast
from reader.ui.top_bar import TopBar
from reader.ui.translation import Translation
from reader.ui.undo import History
from reader.ui.verify_desk import VerifyDesk
from reader.ui.waiting_desk import WaitingDesk
from reader.ui.welcome import WelcomePage
from reader.ui.workspace import Announcer, Workspace

LATER = 400
"""Milliseconds after the start at which what need not be seen at once begins."""


class MainWindow(QMainWindow):
    """One window over one open session."""

    def __init__(
        self,
        session: Session,
        preferences: Settings,
        say: Messages,
        themes: ThemeService,
        icons: Icons,
        translation: Translation,
    ) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("研读 Reader")
        self._translation = translation
        self.work = Workspace(
            session=session,
            settings=preferences,
            save_settings=self._save_settings,
            say=say,
            themes=themes,
            icons=icons,
            tasks=Tasks(self),
            history=History(self),
            announcer=Announcer(self),
        )
        self._build_panes(icons)
        self._build_desks()
        self._arrange()
        self._connect()
        self.actions_by_id = Actions(self)
        self._connect_actions()
        self._retranslate()
        self.frame.restore_window()
        self.library.start()
        self._on_articles_changed()
        QTimer.singleShot(0, self, self._open_last)  # the window is seen first
        QTimer.singleShot(LATER, self.waiting, self.waiting.start)
        if session.read_only:
            self.pane.banner.show_message(
                self.tr("This library can only be read: nothing you change will be saved."), "lock"
            )
        else:
            self.work.tasks.run(session.organising.purge_expired, writes=True)
            self.work.tasks.run(session.health.backup_if_due)
            self.information.reposts.start()

    # ---- building

    def _build_panes(self, icons: Icons) -> None:
        work = self.work
        self.top_bar = TopBar(icons, self)
        self.menu_bar = QMenuBar()
        self.top_bar.set_menu_bar(self.menu_bar)
        self.sidebar = Sidebar(icons)
        self.list_pane = ListPane(icons, work.session.organising.rows)
        self.pane = ReaderPane(work.themes, icons, self._image)
        self.panel = SidePanel(work.themes, icons, work.say)
        self.welcome = WelcomePage(icons)
        self.toast = Toast(icons, self)
        self.tasks_popover = TaskPopover(
            icons,
            work.tasks,
            lambda step: work.say(f"progress.{step}"),
            work.say.error,
            lambda link: work.say(f"waiting.why.{link.error.code}"),
            work.session.waiting.next_try,
            self,
        )
        self.task_strip = TaskStrip(icons, work.tasks)
        self.sidebar.set_footer(self.task_strip)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.pane)
        self._middle.addWidget(self.welcome)
        self.toast.set_area(self._middle)
        self.network_banner = Banner(icons)
        self._centre = above(self.network_banner, self._middle)

    def _image(self, sha256: str) -> bytes | None:
        stored = self.work.session.reading.image(sha256)
        return stored.data if stored else None

    def _build_desks(self) -> None:
        work = self.work
        self.marks = AnnotationDesk(work, self.pane, self.panel, self)
        self.orphans = OrphanDesk(work, self.pane, self.panel, self.marks, self)
        self.reading = ReadingDesk(work, self.pane, self.panel, self.marks, self)
        self.digests = DigestDesk(work, self.pane, self.panel, self.reading, self.marks, self)
        self.library = LibraryDesk(work, self.sidebar, self.list_pane, self)
        self.shelves = ShelfDesk(work, self.sidebar, self)
        self.arrivals = Arrivals(work, self)
        self.capture = CaptureDesk(work, self.arrivals, self)
        self.waiting = WaitingDesk(work, self.network_banner, self.arrivals, self)
        self.information = InformationDesk(work, self.pane, self.panel, self.reading, self.arrivals, self._image, self)
        self.export = ExportDesk(work, self)
        self.contrast = ContrastDesk(work, self.show_place, self.export.open, self)
        self.moving = MovingDesk(work, self)
        self.verify = VerifyDesk(work, self.show_place, self.information.versions.open_changes, self)
        self.help = HelpDesk(work, self)
        self.notices = Notices(
            self, work.say, lambda sentence: self.toast.show_message(sentence, icon="triangle-alert", token="danger")
        )
        self.drops = DropTarget(work.icons, self)

    def _arrange(self) -> None:
        self.frame = Frame(self, self.work.settings, self.sidebar, self.list_pane, self._centre, self.panel)
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.top_bar)
        rows.addWidget(self.frame.splitter, 1)
        self.setCentralWidget(body)

    def _connect(self) -> None:
        announcer, work = self.work.announcer, self.work
        announcer.told.connect(self.toast.show_message)
        announcer.error_met.connect(self.notices.error)
        announcer.articles_changed.connect(self._on_articles_changed)
        work.tasks.failed.connect(lambda _task, error: self.notices.error(error))
        work.history.failed.connect(self.notices.error)
        # After another step, Undo in the toast would take back that one.
        work.history.stack.indexChanged.connect(lambda _index: self.toast.withdraw(work.history.undo))
        self.library.article_chosen.connect(self._on_article_chosen)
        self.library.export_requested.connect(lambda ids, meeting: self.export.open(ids, meeting=meeting))
        self.library.contrast_requested.connect(self.contrast.open)
        self.library.refetch_requested.connect(self.information.versions.refetch)
        self.library.open_original_requested.connect(self.reading.open_original)
        self.capture.article_added.connect(self.show_article)
        self._connect_waiting()
        self.reading.opened.connect(self._on_opened)
        self.panel.info.edit_requested.connect(self.library.edit_metadata)
        self.information.article_requested.connect(self.show_article)
        self.information.source_requested.connect(lambda url: self.capture.add_sources([url]))
        self.welcome.links_entered.connect(self.capture.add_sources)
        self.welcome.files_requested.connect(self.capture.choose_files)
        self.welcome.sample_requested.connect(self.capture.add_sample)
        self.drops.dropped.connect(self.capture.add)
        self.top_bar.add_requested.connect(self.capture.ask)
        self.top_bar.search_requested.connect(self.search_library)
        self.top_bar.tasks_requested.connect(self.show_tasks)
        self.top_bar.theme_chosen.connect(self.help.set_theme)
        self.top_bar.panel_toggled.connect(lambda _shown: self.frame.toggle_panel())
        self.frame.panel_shown.connect(self.top_bar.set_panel_shown)
        self.frame.focus_lost.connect(self.pane.focus_text)
        self._show_busy = Throttle(100, self._on_tasks_changed, self)
        for signal in (work.tasks.task_added, work.tasks.task_changed, work.tasks.task_finished):
            signal.connect(self._show_busy.ask)
        self.task_strip.clicked.connect(self.show_tasks)

    def _connect_waiting(self) -> None:
        desk, popover = self.waiting, self.tasks_popover
        self.capture.link_failed.connect(desk.link_failed)
        self.capture.server_reached.connect(desk.server_reached)
        desk.gave_up.connect(self.capture.keep_failed)
        desk.changed.connect(popover.show_waiting)
        desk.changed.connect(lambda links, _is_fetching: self.task_strip.set_waiting(len(links)))
        popover.waiting.fetch_requested.connect(desk.fetch)
        popover.waiting.drop_requested.connect(desk.drop)
        self.arrivals.article_requested.connect(self.show_article)
        self.arrivals.list_requested.connect(self.show_tasks)
        popover.article_requested.connect(self.show_article)

    def _connect_actions(self) -> None:
        actions, history = self.actions_by_id, self.work.history
        actions.connect_all(
            {
                "export": partial(self._with_chosen, self._export),
                "print": partial(self._with_chosen, self.export.print),
                "templates": self.export.show_templates,
                "contrast": lambda: self.contrast.open(self.list_pane.articles.selected_ids()),
                "verify": self.verify.open,
                "quit": self.close,
                "undo": history.undo,
                "redo": history.redo,
                "copy": self.pane.copy,
                "find": self.pane.open_find,
                "find_next": self.pane.find_next,
                "find_previous": self.pane.find_previous,
                "search": self.search_library,
                "previous_paragraph": partial(self.pane.step_paragraph, -1),
                "next_paragraph": partial(self.pane.step_paragraph, 1),
                "mark_done": partial(self._with_open, self.library.toggle_done),
                "star": partial(self._with_open, self.library.toggle_star),
                "delete_article": partial(self._with_open, self.library.delete),
                "refetch": partial(self._with_open, self.information.versions.refetch),
                "toggle_sidebar": self.frame.toggle_sidebar,
                "toggle_list": self.frame.toggle_list,
                "toggle_panel": self.frame.toggle_panel,
                **{f"show_{tab}": partial(self.show_tab, tab) for tab in TABS},
                "next_pane": partial(self.step_pane, 1),
                "previous_pane": partial(self.step_pane, -1),
                "full_screen": self._toggle_full_screen,
                "tasks": self.show_tasks,
                "shortcuts": self.open_shortcuts,
                **self.marks.slots(),
                **self.reading.slots(),
                **self.digests.slots(),
                **self.capture.slots(),
                **self.information.slots(),
                **self.moving.slots(),
                **self.help.slots(),
            }
        )
        history.stack.canUndoChanged.connect(actions["undo"].setEnabled)
        history.stack.canRedoChanged.connect(actions["redo"].setEnabled)
        actions["undo"].setEnabled(False)
        actions["redo"].setEnabled(False)
        self.pane.command_requested.connect(self._on_command)
        self.pane.search_requested.connect(self.search_for)
        self.pane.set_more_menu(self._more_menu())
        self.panel.info.add_section(ActionButton(actions["refetch"], self.work.icons, "refresh-cw"))
        self.panel.info.add_section(ActionButton(actions["correct_text"], self.work.icons, "file-pen-line"))
        self.help.language_chosen.connect(self.use_language)
        self.work.announcer.settings_changed.connect(self._show_choices)
        self._show_choices()

    def _on_tasks_changed(self) -> None:
        self.top_bar.set_busy(any(not task.state.is_over for task in self.work.tasks.listed()))

    def _on_command(self, name: str) -> None:
        """A single key of the reader, or a button of its header, that is an action of the window."""
        verbs = {"star": self.library.toggle_star, "mark_done": self.library.toggle_done}
        if name in verbs and self.reading.article:
            verbs[name]([self.reading.article.id])  # whatever is selected in the list
        else:
            self.actions_by_id[name].trigger()

    def _show_choices(self) -> None:
        """Tick the menu entries that are preferences."""
        preferences = self.work.settings
        self.actions_by_id["passages"].setChecked(preferences.passages)
        for theme in ("auto", "light", "sepia", "dark"):
            self.actions_by_id[f"theme_{theme}"].setChecked(preferences.theme == theme)
        self.top_bar.set_theme(preferences.theme)

    # ---- language

    def _retranslate(self) -> None:
        self.actions_by_id.translate()
        self.actions_by_id.fill(self.menu_bar)
        self.setAccessibleName(self.tr("Reader"))
        native = QKeySequence.SequenceFormat.NativeText
        keys = {tab: self.actions_by_id[f"show_{tab}"].shortcut().toString(native) for tab in TABS}
        self.panel.set_shortcuts(keys)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "actions_by_id"):
            self._retranslate()

    def use_language(self, language: str) -> None:
        """Speak another language at once."""
        self.work.say.language = language
        self._translation.use(language)
        self.panel.set_messages(self.work.say)

    # ---- articles

    def show_article(self, article: str) -> None:
        """Open an article wherever the list stands."""
        self.library.show_article(article)
        self.reading.open(article)

    def show_place(self, article: str, start: int, end: int) -> None:
        """Open an article at a place of its text and light it up; an empty place is the head of the article."""
        self.show_article(article)
        if self.reading.article is None or self.reading.article.id != article:
            return  # it is gone, and the user was told
        self.pane.goto(start)
        if end > start:
            self.pane.flash(start, end)
        self.pane.focus_text()

    def _open_last(self) -> None:
        """Go on with what was open when the window was closed, if this library has it."""
        last = self.work.settings.window.get("article")
        if self.reading.article is None and isinstance(last, str) and last:
            row = next(iter(self.work.session.organising.rows([last])), None)
            if row is not None and row.deleted is None:
                self.show_article(last)

    def _on_article_chosen(self, article: str, moves_focus: bool) -> None:
        if self.reading.open(article) and moves_focus:
            self.pane.focus_text()

    def _on_opened(self, article: str) -> None:
        title = self.reading.article.title if self.reading.article else ""
        self.setWindowTitle(f"{title} — 研读 Reader" if title else "研读 Reader")
        self.list_pane.articles.set_open(article)
        for name in (
            "mark_done",
            "star",
            "delete_article",
            "open_original",
            "find",
            "article_note",
            "correct_text",
            "refetch",
            "changes",
            "figures",
        ):
            self.actions_by_id[name].setEnabled(bool(article))
        self.orphans.look()

    def _on_articles_changed(self, _ids: object = None) -> None:
        counts = self.work.session.organising.counts()
        is_empty = not counts.all and not counts.trash
        self.frame.set_bare(is_empty)
        self._middle.setCurrentWidget(self.welcome if is_empty else self.pane)

    def _with_open(self, do: Callable[[list[str]], object]) -> None:
        """Do something with the articles selected where the keyboard is: in the list, else the open one."""
        listed = self.list_pane.articles
        chosen = listed.selected_ids()
        if self.reading.article and not (chosen and listed.hasFocus()):
            chosen = [self.reading.article.id]
        if chosen:
            do(chosen)

    # ---- papers, search

    def _with_chosen(self, do: Callable[[list[str]], object]) -> None:
        """Do something with the articles selected in the list, else with the open one; `do` says if there is none."""
        chosen = self.list_pane.articles.selected_ids()
        if len(chosen) == 1 or (self.reading.article and not chosen):
            self._with_open(do)
        else:
            do(chosen)

    def _export(self, ids: list[str]) -> None:
        """Put a paper together; of several articles of a collection it is the paper of that meeting."""
        self.export.open(ids, meeting=self.library.collection() if len(ids) > 1 else None)

    def search_library(self) -> None:
        """Put the cursor into the filter over all articles."""
        if self.list_pane.isHidden():
            self.frame.toggle_list()
        if self.list_pane.query() != ArticleQuery(text=self.list_pane.query().text):
            self.library.show_place(ArticleQuery())
        self.list_pane.focus_filter()

    def search_for(self, words: str) -> None:
        """List all articles with these words."""
        self.library.show_place(ArticleQuery(text=f'"{words}"' if " " in words else words))
        self.search_library()

    # ---- the window

    def _more_menu(self) -> QMenu:
        """What can be done with the open article, behind the last button of the reader's header."""
        menu = QMenu(self)
        own = ("open_original", "article_note", "refetch", "changes", "correct_text")
        for name in (*own, "", "export", "copy_with_source", "", "delete_article"):
            if name:
                menu.addAction(self.actions_by_id[name])
            else:
                menu.addSeparator()
        return menu

    def open_shortcuts(self) -> None:
        """All keys, by menu."""
        from reader.ui.dialogs.shortcuts import ShortcutsDialog

        dialog = ShortcutsDialog(self.actions_by_id.keys(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_tab(self, tab: str) -> None:
        """Bring a tab of the panel to the front."""
        self.frame.show_panel()
        self.panel.show_tab(tab, focus=True)

    def show_tasks(self) -> None:
        """The list of running tasks."""
        self.tasks_popover.toggle_at(self.top_bar.tasks_button)

    def step_pane(self, direction: int) -> None:
        """Move the keyboard to the next or previous pane."""
        stops: list[tuple[QWidget, Callable[[], object]]] = [
            (self.sidebar, self.sidebar.focus_tree),
            (self.list_pane, self.list_pane.articles.setFocus),
            (self._middle, self.pane.focus_text),
            (self.panel, partial(self.panel.show_tab, self.panel.tab, focus=True)),
        ]
        shown = [stop for stop in stops if stop[0].isVisible()]
        focus = QApplication.focusWidget()
        here = next((i for i, (pane, _) in enumerate(shown) if focus and pane.isAncestorOf(focus)), -direction)
        shown[(here + direction) % len(shown)][1]()

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frame.resized()

    def _save_settings(self) -> None:
        try:
            settings_file.save(self.work.settings)
        except OSError as error:
            self.work.tell(self.work.say("settings.not_saved", reason=error.strerror or str(error)))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish writing, remember position and geometry."""
        self.panel.clear()  # announces what is being typed
        self.pane.settle()
        self.reading.save_position()
        self.work.settings.window["article"] = self.reading.article.id if self.reading.article else ""
        self.work.tasks.shutdown()
        self.frame.save_window()
        self._save_settings()
        super().closeEvent(event)
