"""The bar at the top: seal, menus, search, adding, tasks, appearance, panel."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QMenuBar, QPushButton, QSizePolicy, QToolButton, QWidget

from reader.ui.brand_seal import BrandSeal
from reader.ui.icons import Icons
from reader.ui.parts import ElidedLabel, describe, icon_button, label

HEIGHT = 48
SEARCH_WIDTH, SMALLEST_SEARCH = 380, 150

THEME_ICONS = {"light": "sun", "sepia": "book-open", "dark": "moon"}


class _TasksButton(QToolButton):
    """The button of the tasks, with a dot while something is being done."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._is_busy = False

    def set_busy(self, is_busy: bool) -> None:
        """Show or hide the dot."""
        self._is_busy = is_busy
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_busy:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._icons.theme.accent)
            painter.drawEllipse(self.width() - 11, 4, 7, 7)
            painter.end()


class TopBar(QWidget):
    """Tells what was asked for; what the buttons show is set from outside."""

    search_requested = Signal()
    add_requested = Signal()
    tasks_requested = Signal()
    theme_chosen = Signal(str)
    """"auto", "light", "sepia" or "dark"."""
    panel_toggled = Signal(bool)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._icons = icons
        self._build_search()
        self._build_buttons()
        self._build_theme_menu()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 10, 7)
        self._row.setSpacing(4)
        self._row.addWidget(BrandSeal(icons, "研", 24, is_filled=True))
        self._menu_place = 2
        self._row.addSpacing(2)
        self._row.addStretch(1)
        self._row.addWidget(self.search_button, 3)
        self._row.addStretch(1)
        self._row.addSpacing(8)
        for widget in (self.add_button, self.tasks_button, self._theme_button, self._panel_button):
            self._row.addWidget(widget)
        self._row.insertSpacing(self._row.indexOf(self.tasks_button), 4)
        self._retranslate()

    def set_menu_bar(self, menu_bar: QMenuBar) -> None:
        """Put the menus beside the seal (on macOS the system takes them)."""
        menu_bar.setObjectName("menuBar")
        menu_bar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._row.insertWidget(self._menu_place, menu_bar)

    def set_theme(self, setting: str) -> None:
        """Show which appearance is chosen: "auto", "light", "sepia" or "dark"."""
        self._theme_actions[setting].setChecked(True)
        self._show_theme_icon()

    def set_panel_shown(self, is_shown: bool) -> None:
        """Show whether the side panel is open, without a signal."""
        self._panel_button.setChecked(is_shown)

    def set_busy(self, is_busy: bool) -> None:
        """Show whether something is being done in the background."""
        self.tasks_button.set_busy(is_busy)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.StyleChange and hasattr(self, "_shown_theme"):
            self._show_theme_icon()  # the system may have changed it

    def _show_theme_icon(self) -> None:
        if self._shown_theme != self._icons.theme.name:
            self._shown_theme = self._icons.theme.name
            self._icons.bind(self._theme_button, THEME_ICONS[self._shown_theme], size=17)

    def _build_search(self) -> None:
        self.search_button = QPushButton()
        self.search_button.setObjectName("globalSearchButton")
        self.search_button.setProperty("kind", "search")
        self.search_button.setMaximumWidth(SEARCH_WIDTH)
        self.search_button.setMinimumWidth(SMALLEST_SEARCH)
        self.search_button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._icons.bind(self.search_button, "search", size=15)
        self.search_button.clicked.connect(self.search_requested)
        # Not the button's own text: that would run on under the key where the bar is narrow.
        self._search_text, self._search_key = ElidedLabel(), label(role="kbd")
        self._search_text.setObjectName("searchPlaceholder")
        self._search_key.setFixedHeight(20)
        inside = QHBoxLayout(self.search_button)
        inside.setContentsMargins(36, 0, 8, 0)
        inside.setSpacing(6)
        inside.addWidget(self._search_text, 1)
        inside.addWidget(self._search_key)
        for each in (self._search_text, self._search_key):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _build_buttons(self) -> None:
        self.add_button = QPushButton()
        self.add_button.setObjectName("addButton")
        self.add_button.setProperty("kind", "primary")
        self._icons.bind(self.add_button, "plus", "on_accent", size=16)
        self.add_button.clicked.connect(self.add_requested)
        self.tasks_button = _TasksButton(self._icons)
        self.tasks_button.setObjectName("tasksButton")
        self.tasks_button.setFixedSize(32, 32)
        self._icons.bind(self.tasks_button, "download", size=17)
        self.tasks_button.clicked.connect(self.tasks_requested)
        self._shown_theme = self._icons.theme.name
        self._theme_button = icon_button(self._icons, THEME_ICONS[self._shown_theme], "themeButton")
        self._panel_button = icon_button(self._icons, "panel-right", "panelToggle", on="accent")
        self._panel_button.clicked.connect(self.panel_toggled)

    def _build_theme_menu(self) -> None:
        self._theme_menu = QMenu(self)
        group = QActionGroup(self)
        self._theme_actions = {name: QAction(self, checkable=True) for name in ("auto", *THEME_ICONS)}
        for name, action in self._theme_actions.items():
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, name=name: self.theme_chosen.emit(name))
        self._theme_menu.addActions(group.actions())
        self._theme_button.clicked.connect(self._show_theme_menu)

    def _show_theme_menu(self) -> None:
        corner = self._theme_button.mapToGlobal(self._theme_button.rect().bottomRight())
        self._theme_menu.popup(corner - QPoint(self._theme_menu.sizeHint().width(), -4))

    def _retranslate(self) -> None:
        native = QKeySequence.SequenceFormat.NativeText
        self._search_text.set_full_text(self.tr("Search articles, text and notes"))
        self.search_button.setAccessibleName(self.tr("Search everything"))
        self._search_key.setText(QKeySequence("Ctrl+K").toString(native).replace("+", " "))
        self.add_button.setText(" " + self.tr("Add"))
        describe(self.add_button, self.tr("Add links or files"), QKeySequence("Ctrl+N").toString(native))
        describe(self.tasks_button, self.tr("Tasks"), QKeySequence("Ctrl+J").toString(native))
        describe(self._theme_button, self.tr("Appearance"))
        describe(self._panel_button, self.tr("Side panel"), "F9")
        names = {
            "auto": self.tr("Follow the system"),
            "light": self.tr("Light"),
            "sepia": self.tr("Sepia"),
            "dark": self.tr("Dark"),
        }
        for name, action in self._theme_actions.items():
            action.setText(names[name])

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), HEIGHT)
