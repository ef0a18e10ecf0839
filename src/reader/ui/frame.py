"""How the panes share the window: width classes, folding, and what is remembered between starts."""

import base64
import contextlib
from typing import Any

from PySide6.QtCore import QByteArray, QObject, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from reader.settings import Settings

WIDE, MEDIUM, NARROW = 1560, 1360, 1100
"""Window widths from which the sidebar is unfolded, the panel is docked, and the list stays beside the text."""

FIRST_SIZE = (1600, 960)
SMALLEST = (960, 620)
SCREEN_SHARE = 0.92
"""Of the screen that a first window takes at most."""

PANES = ("sidebar", "list", "reader", "panel")
FIRST_WIDTHS = {"sidebar": 208, "list": 300, "panel": 320}
RAIL_WIDTH = 56
MEDIUM_LIST = 266


def width_class(width: int) -> str:
    """"wide", "medium", "narrow" or "small"."""
    if width >= WIDE:
        return "wide"
    return "medium" if width >= MEDIUM else "narrow" if width >= NARROW else "small"


SHOWN = {
    "wide": {"sidebar": "full", "list": True, "panel": True},
    "medium": {"sidebar": "rail", "list": True, "panel": True},
    "narrow": {"sidebar": "rail", "list": True, "panel": False},
    "small": {"sidebar": "rail", "list": True, "panel": False},
}
"""What a width class shows until the user decides otherwise for it."""


class Frame(QObject):
    """Arranges sidebar, list, reader and panel in a splitter; choices are kept per width class."""

    panel_shown = Signal(bool)
    focus_lost = Signal()
    """The pane that the keyboard was in has gone."""

    def __init__(
        self, window: QMainWindow, settings: Settings, sidebar: Any, list_pane: QWidget, reader: QWidget, panel: QWidget
    ) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._sidebar, self._list, self._reader, self._panel = sidebar, list_pane, reader, panel
        self._class = ""
        self._is_bare = self._was_crowded = False
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("mainSplitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        reader.setMinimumWidth(440)
        for index, pane in enumerate((sidebar, list_pane, reader, panel)):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(index, int(pane is reader))
        self.splitter.splitterMoved.connect(self._on_splitter_moved)

    # ---- choices

    def _choice(self, name: str) -> Any:
        chosen = self._settings.window.get("panes", {}).get(self._class, {})
        return chosen.get(name, SHOWN[self._class][name])

    def _choose(self, name: str, value: Any) -> None:
        self._settings.window.setdefault("panes", {}).setdefault(self._class, {})[name] = value
        self._arrange()

    def toggle_sidebar(self) -> None:
        """Full, or folded to the rail."""
        self._choose("sidebar", "rail" if self._choice("sidebar") == "full" else "full")

    def toggle_list(self) -> None:
        """Show or hide the list; where only one of both has room, it takes the place of the panel."""
        self._choose("list", not self._list.isVisibleTo(self.splitter))
        if self._is_crowded():
            self._choose("panel", False)

    def toggle_panel(self) -> None:
        """Show or hide the panel."""
        self._choose("panel", not self._choice("panel"))

    def show_panel(self) -> None:
        """Make sure that the panel can be seen."""
        if not self._choice("panel"):
            self._choose("panel", True)

    def is_panel_shown(self) -> bool:
        """Whether the panel can be seen."""
        return not self._is_bare and bool(self._choice("panel"))

    def set_bare(self, is_bare: bool) -> None:
        """An empty library shows the welcome page alone beside the sidebar."""
        if is_bare != self._is_bare:
            self._is_bare = is_bare
            self._arrange()

    # ---- arranging

    def _is_crowded(self) -> bool:
        """Whether list and panel are both asked for and only one has room beside the text: then it is the panel."""
        panes = (self._sidebar, self._list, self._reader, self._panel)
        needed = sum(pane.minimumWidth() for pane in panes) + 3 * self.splitter.handleWidth()
        return self.is_panel_shown() and bool(self._choice("list")) and needed > self._window.width()

    def resized(self) -> None:
        """The window has another width."""
        changed = width_class(self._window.width())
        if changed != self._class or self._was_crowded != self._is_crowded():
            self._class = changed
            self._arrange()

    def _arrange(self) -> None:
        if not self._class:
            return
        is_rail = self._choice("sidebar") == "rail"
        self._sidebar.set_rail(is_rail)
        focus = self._window.focusWidget()
        left = next((pane for pane in (self._list, self._panel) if focus and pane.isAncestorOf(focus)), None)
        self._was_crowded = self._is_crowded()
        self._list.setVisible(not self._is_bare and bool(self._choice("list")) and not self._was_crowded)
        self._panel.setVisible(self.is_panel_shown())
        self.panel_shown.emit(self.is_panel_shown())
        widths = {**FIRST_WIDTHS, **self._settings.window.get("widths", {}).get(self._class, {})}
        if self._class != "wide":
            widths["list"] = self._settings.window.get("widths", {}).get(self._class, {}).get("list", MEDIUM_LIST)
        side = RAIL_WIDTH if is_rail else widths["sidebar"]
        rest = self._window.width() - side
        rest -= widths["list"] if self._list.isVisibleTo(self.splitter) else 0
        rest -= widths["panel"] if self._panel.isVisibleTo(self.splitter) else 0
        self.splitter.setSizes([side, widths["list"], max(rest, 1), widths["panel"]])
        if left is not None and left.isHidden():
            self.focus_lost.emit()

    def _on_splitter_moved(self) -> None:
        widths = self._settings.window.setdefault("widths", {}).setdefault(self._class, {})
        panes = {"list": self._list, "panel": self._panel}
        shown = {name: pane.isVisible() for name, pane in panes.items()} | {"sidebar": not self._sidebar.is_rail()}
        for name, size in zip(PANES, self.splitter.sizes(), strict=True):
            if shown.get(name) and size:
                widths[name] = size

    # ---- the window itself

    def restore_window(self) -> None:
        """Size and place of the last time, or a first size that the screen has room for."""
        self._window.setMinimumSize(*SMALLEST)
        saved = self._settings.window.get("geometry", "")
        with contextlib.suppress(ValueError, TypeError):
            if saved and self._window.restoreGeometry(QByteArray(base64.b64decode(saved))):
                return
        free = self._window.screen().availableGeometry()
        width = min(FIRST_SIZE[0], round(free.width() * SCREEN_SHARE))
        height = min(FIRST_SIZE[1], round(free.height() * SCREEN_SHARE))
        self._window.resize(width, height)
        self._window.move(free.center().x() - width // 2, free.center().y() - height // 2)

    def save_window(self) -> None:
        """Put size and place into the settings."""
        self._settings.window["geometry"] = base64.b64encode(bytes(self._window.saveGeometry().data())).decode()
