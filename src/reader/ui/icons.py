"""Icons: the Lucide set from the package python-lucide, drawn by QtSvg in the colours of the theme."""

import sqlite3
from contextlib import closing, suppress
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from reader.ui.theme import Theme, ThemeService

STROKE = 1.75
SIZE = 18
"""Device-independent pixels of an icon on a button."""


def scales() -> list[float]:
    """The device pixel ratios that icons are drawn for: 1 and those of the screens there are."""
    return sorted({1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())})


def load_svgs() -> dict[str, str]:
    """All icons by name, read from the package's own file; empty when it is not as expected.

    Importing the package for its one function takes 80 ms, a tenth of the start of the window.
    """
    spec = find_spec("lucide")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        file = Path(folder) / "data" / "lucide-icons.db"
        with suppress(sqlite3.Error), closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
            return dict(connection.execute("SELECT name, svg FROM icons"))
    return {}


def ask_package(name: str) -> str:
    """An icon by the package's own function, which knows former names too; raises KeyError."""
    from lucide import lucide_icon

    svg = lucide_icon(name)
    if "data-missing-icon" in svg:
        raise KeyError(name)
    return svg


class Icons(QObject):
    """Draws tinted icons and keeps what it drew; one object for the whole window.

    Names are Lucide's own (https://lucide.dev/icons; an unknown one raises KeyError), colours are tokens of the theme
    ("text2", "accent", or a kind, whose ink is meant).
    """

    screens_changed = Signal()
    """A screen of another ratio is there: buttons take their icons anew."""

    def __init__(self, themes: ThemeService) -> None:
        super().__init__(themes)
        self._themes = themes
        self._scales = scales()
        QGuiApplication.instance().screenAdded.connect(self._on_screen_added)
        self._svgs: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, str, int, float, bool], QPixmap] = {}
        self._icons: dict[tuple[str, str, str, int], QIcon] = {}

    @property
    def theme(self) -> Theme:
        """The theme whose colours are used."""
        return self._themes.theme

    def icon(self, name: str, token: str = "text2", on: str = "", size: int = SIZE) -> QIcon:
        """The icon in the colour `token`, and in the colour `on` while its button is checked."""
        colour, checked = self.theme.colour(token), self.theme.colour(on) if on else ""
        key = (name, colour, checked, size)
        if key not in self._icons:
            self._icons[key] = self._draw_icon(name, colour, checked, size)
        return self._icons[key]

    def pixmap(
        self, name: str, token: str = "text2", size: int = SIZE, scale: float = 2.0, filled: bool = False
    ) -> QPixmap:
        """One picture for painting: `size` device-independent pixels square, `filled` with its own colour or not."""
        return self._pixmap(name, self.theme.colour(token), size, scale, filled)

    def bind(self, button: QAbstractButton, name: str, token: str = "text2", on: str = "", size: int = SIZE) -> None:
        """Give a button an icon that follows the theme for as long as the button lives."""
        button.setIconSize(QSize(size, size))
        follower = button.findChild(_Follower, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if follower is None:
            follower = _Follower(self, button)
            self._themes.changed.connect(follower.refresh)
            self.screens_changed.connect(follower.refresh)
        follower.look = (name, token, on, size)
        follower.refresh()

    def _draw_icon(self, name: str, colour: str, checked: str, size: int) -> QIcon:
        icon = QIcon()
        for scale in self._scales:
            icon.addPixmap(self._pixmap(name, colour, size, scale, False))
            icon.addPixmap(self._pixmap(name, self.theme.ctrl, size, scale, False), QIcon.Mode.Disabled)
            if checked:
                icon.addPixmap(self._pixmap(name, checked, size, scale, False), QIcon.Mode.Normal, QIcon.State.On)
        return icon

    def _pixmap(self, name: str, colour: str, size: int, scale: float, filled: bool) -> QPixmap:
        key = (name, colour, size, scale, filled)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._draw(name, colour, size, scale, filled)
        return self._pixmaps[key]

    def _draw(self, name: str, colour: str, size: int, scale: float, filled: bool) -> QPixmap:
        svg = self._svg(name).replace("currentColor", colour)
        if filled:
            svg = svg.replace('fill="none"', f'fill="{colour}"', 1)
        pixmap = QPixmap(round(size * scale), round(size * scale))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def _svg(self, name: str) -> str:
        if not self._svgs:
            self._svgs = load_svgs()
        svg = self._svgs.get(name) or self._svgs.setdefault(name, ask_package(name))
        return svg.replace('stroke-width="2"', f'stroke-width="{STROKE}"', 1)

    def _on_screen_added(self, _screen: object) -> None:
        if scales() != self._scales:
            self._scales = scales()
            self._icons.clear()
            self.screens_changed.emit()


class _Follower(QObject):
    """Belongs to a button and renews its icon; dies with it."""

    look: tuple[str, str, str, int]
    """What `Icons.icon` is asked for."""

    def __init__(self, icons: Icons, button: QAbstractButton) -> None:
        super().__init__(button)
        self._icons, self._button = icons, button

    def refresh(self, _theme: object = None) -> None:
        """Draw the icon in the colours of the theme in force."""
        self._button.setIcon(self._icons.icon(*self.look))
