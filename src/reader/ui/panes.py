"""The window with all that is seen in it, before any of it does something."""

from PySide6.QtWidgets import QMainWindow, QMenuBar, QStackedWidget, QVBoxLayout, QWidget

from reader.ui.drop_overlay import DropTarget
from reader.ui.frame import Frame
from reader.ui.list_pane import ListPane
from reader.ui.panel.side_panel import SidePanel
from reader.ui.parts import above
from reader.ui.reading.banner import Banner
from reader.ui.reading.pane import ReaderPane
from reader.ui.sidebar import Sidebar
from reader.ui.task_popover import TaskPopover
from reader.ui.task_strip import TaskStrip
from reader.ui.toast import Toast
from reader.ui.top_bar import TopBar
from reader.ui.welcome import WelcomePage
from reader.ui.workspace import Workspace


class PanedWindow(QMainWindow):
    """Top bar, sidebar, list, reader, panel, and what lies over them; `build` makes them."""

    work: Workspace

    def build(self, work: Workspace) -> None:
        """Make the panes and put them in their places."""
        self.work, icons = work, work.icons
        self.top_bar = TopBar(icons, self)
        self.menu_bar = QMenuBar()
        self.top_bar.set_menu_bar(self.menu_bar)
        self.sidebar = Sidebar(icons)
        self.list_pane = ListPane(icons, work.session.organising.rows)
        self.pane = ReaderPane(work.themes, icons, self.image)
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
        self.network_banner = Banner(icons)
        self.drops = DropTarget(icons, self)
        self._arrange()

    def _arrange(self) -> None:
        self.middle = QStackedWidget()
        self.middle.addWidget(self.pane)
        self.middle.addWidget(self.welcome)
        self.toast.set_area(self.middle)
        centre = above(self.network_banner, self.middle)
        self.frame = Frame(self, self.work.settings, self.sidebar, self.list_pane, centre, self.panel)
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.top_bar)
        rows.addWidget(self.frame.splitter, 1)
        self.setCentralWidget(body)

    def image(self, sha256: str) -> bytes | None:
        """A picture of an article, or None."""
        stored = self.work.session.reading.image(sha256)
        return stored.data if stored else None

    def show_empty(self, is_empty: bool) -> None:
        """The welcome page alone, or everything."""
        self.frame.set_bare(is_empty)
        self.middle.setCurrentWidget(self.welcome if is_empty else self.pane)

    def show_tab(self, tab: str) -> None:
        """Bring a tab of the panel to the front."""
        self.frame.show_panel()
        self.panel.show_tab(tab, focus=True)
