"""Icons: the Lucide set from the package python-lucide, drawn by QtSvg in the colours of the theme."""

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from reader.ui.theme import Theme, ThemeService

STROKE = 1.75
SIZE = 18
"""Device-independent pixels of an icon on a button."""
SCALES = (1.0, 1.5, 2.0, 3.0)
"""Device pixel ratios that an icon is drawn for."""


class Icons(QObject):
    """Draws tinted icons and keeps what it drew; one object for the whole window.

    Names are Lucide's own (https://lucide.dev/icons; an unknown one raises KeyError), colours are tokens of the theme
    ("text2", "accent", or a kind, whose ink is meant).
    """

    def __init__(self, themes: ThemeService) -> None:
        super().__init__(themes)
        self._themes = themes
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
        former = button.findChild(_Follower, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if former is not None:
            former.setParent(None)
            former.deleteLater()
        button.setIconSize(QSize(size, size))
        follower = _Follower(self, button, (name, token, on, size))
        self._themes.changed.connect(follower.refresh)
        follower.refresh()

    def _draw_icon(self, name: str, colour: str, checked: str, size: int) -> QIcon:
        icon = QIcon()
        for scale in SCALES:
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
        if name not in self._svgs:
            # Imported late: the first icon pays, not every start of the command line.
            from lucide import lucide_icon

            svg = lucide_icon(name, stroke_width=STROKE)
            if "data-missing-icon" in svg:
                raise KeyError(name)
            self._svgs[name] = svg
        return self._svgs[name]


class _Follower(QObject):
    """Belongs to a button and renews its icon; dies with it."""

    def __init__(self, icons: Icons, button: QAbstractButton, look: tuple[str, str, str, int]) -> None:
        super().__init__(button)
        self._icons, self._button, self._look = icons, button, look

    def refresh(self, _theme: object = None) -> None:
        """Draw the icon in the colours of the theme in force."""
        self._button.setIcon(self._icons.icon(*self._look))
