"""The look of the window: the colours of three themes, the style sheet made of them, and who follows the system."""

import contextlib
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from reader import paths
from reader.model.annotation import Kind

SANS = ("PingFang SC", "Microsoft YaHei UI", "Source Han Sans SC", "Noto Sans CJK SC", "WenQuanYi Micro Hei")
"""黑体, and the face of the window."""
SERIF = ("Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", "STSong", "SimSun")
"""宋体."""
FANGSONG = ("FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "STFangsong", *SERIF)
"""仿宋; without one of its own the system shows 宋体."""
FACES: Mapping[str, tuple[str, ...]] = MappingProxyType({"song": SERIF, "hei": SANS, "fangsong": FANGSONG})
"""The families of `Settings.font`."""

BODY_SIZE = 13
"""Of the window's own text, in device-independent pixels."""


class Ink(NamedTuple):
    """The two colours of an annotation kind."""

    fill: str
    """Behind the text."""
    ink: str
    """Of its seal and of the line under the active mark."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme, "#RRGGBB"; every text colour reaches WCAG AA on every surface."""

    name: str
    is_dark: bool
    chrome: str
    """Top bar and sidebar."""
    list: str
    """List and side panel."""
    paper: str
    """The reader."""
    raised: str
    """Cards, inputs, popovers."""
    text: str
    text2: str
    """Secondary text and icons."""
    text3: str
    """Captions."""
    border: str
    """Decorative lines only."""
    ctrl: str
    """Edges of inputs and check boxes."""
    accent: str
    accent_hover: str
    on_accent: str
    sel: str
    """The chosen row."""
    hover: str
    seltext: str
    """Behind selected text."""
    find_edge: str
    find_fill: str
    danger: str
    warn: str
    ok: str
    seal: str
    """The brand's own seal."""
    on_seal: str
    scroll: str
    key: Ink
    borrow: Ink
    data: Ink
    question: Ink
    action: Ink

    def kind(self, kind: Kind) -> Ink:
        """Fill and ink of an annotation kind."""
        return getattr(self, kind.value)

    def colour(self, token: str) -> str:
        """The colour named `token`: a field, or an annotation kind, whose ink is meant."""
        value = getattr(self, token)
        return value.ink if isinstance(value, Ink) else value


LIGHT = Theme(
    name="light", is_dark=False,
    chrome="#F1EFEA", list="#F8F7F3", paper="#FFFEFB", raised="#FFFFFF",
    text="#22201C", text2="#5B564D", text3="#6A6459", border="#E2DED5", ctrl="#8A8377",
    accent="#1E5B66", accent_hover="#174B54", on_accent="#FFFFFF", sel="#DFEAEA", hover="#EAE7E0",
    seltext="#B9D9DC", find_edge="#B97A0A", find_fill="#F7C665",
    danger="#A92B23", warn="#8A5A00", ok="#256B2C", seal="#A8322A", on_seal="#FFFFFF", scroll="#CAC6BE",
    key=Ink("#FFE89B", "#7A5600"), borrow=Ink("#CDEDC9", "#256B2C"), data=Ink("#CBE2FA", "#1B5796"),
    question=Ink("#FCD4CE", "#A92B23"), action=Ink("#E4D7F8", "#6538A3"),
)  # fmt: skip
SEPIA = Theme(
    name="sepia", is_dark=False,
    chrome="#EADFC9", list="#F1E7D3", paper="#F8F0DF", raised="#FCF7EA",
    text="#3A2E21", text2="#63523D", text3="#67553E", border="#D9C9A9", ctrl="#887452",
    accent="#7A4719", accent_hover="#653A13", on_accent="#FFFFFF", sel="#E3D2B0", hover="#E4D7BC",
    seltext="#D9BF8C", find_edge="#A8690A", find_fill="#EDB04E",
    danger="#9A2A1F", warn="#7A4D00", ok="#2F6224", seal="#A0301F", on_seal="#FFFFFF", scroll="#C2B397",
    key=Ink("#FBDD83", "#6E4D00"), borrow=Ink("#CFE3B4", "#2F6224"), data=Ink("#C3DCE6", "#1F5582"),
    question=Ink("#F5C7B6", "#9A2A1F"), action=Ink("#DFCDE8", "#60369A"),
)  # fmt: skip
DARK = Theme(
    name="dark", is_dark=True,
    chrome="#151617", list="#1A1B1D", paper="#1F2022", raised="#2A2B2E",
    text="#DEDAD2", text2="#BCB7AC", text3="#ABA69B", border="#34363A", ctrl="#7F8288",
    accent="#7FC1C9", accent_hover="#9AD3DA", on_accent="#0E2427", sel="#24393C", hover="#26282A",
    seltext="#2F5F66", find_edge="#E0A63A", find_fill="#735013",
    danger="#F59C92", warn="#E9C75A", ok="#86CE92", seal="#C04A3A", on_seal="#FFFFFF", scroll="#44474C",
    key=Ink("#5C4A0F", "#E9C75A"), borrow=Ink("#234A2A", "#86CE92"), data=Ink("#1F4468", "#8ABDF2"),
    question=Ink("#63292A", "#F59C92"), action=Ink("#47336C", "#C6AAF2"),
)  # fmt: skip
THEMES: Mapping[str, Theme] = MappingProxyType({theme.name: theme for theme in (LIGHT, SEPIA, DARK)})


def resolve(setting: str, day_theme: str, system_scheme: Qt.ColorScheme) -> Theme:
    """The theme for `Settings.theme` and `Settings.day_theme` under the system's scheme; Unknown counts as light."""
    if setting in THEMES:
        return THEMES[setting]
    return DARK if system_scheme == Qt.ColorScheme.Dark else THEMES.get(day_theme, LIGHT)


# Lines in a square of 16: a style sheet takes its marks from files only. Token of the colour, points.
_MARKS = {
    "check": ("on_accent", "3.5,8.5 6.5,11.5 12.5,5"),
    "dash": ("on_accent", "4,8 12,8"),
    "chevron": ("text2", "4.5,6.5 8,10 11.5,6.5"),
    "chevron_up": ("text2", "4.5,9.5 8,6 11.5,9.5"),
}
_MARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="16" height="16"><polyline points="{points}"'
    ' fill="none" stroke="{colour}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/></svg>'
)
_TOKEN = re.compile(r"@([a-z0-9_]+)")


def write_marks(theme: Theme, folder: Path) -> dict[str, str]:
    """Write the small pictures the style sheet needs into `folder`; name to path with forward slashes.

    Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = {}
    for name, (token, points) in _MARKS.items():
        colour = theme.colour(token)
        path = folder / f"{name}-{colour[1:].lower()}.svg"
        if not path.exists():
            paths.write_atomically(path, _MARK.format(points=points, colour=colour).encode())
        written[name] = path.as_posix()
    return written


def _marks(theme: Theme) -> dict[str, str]:
    """The pictures in the cache folder, or in a temporary one where the cache cannot be written."""
    for folder in (paths.cache_folder() / "theme", Path(tempfile.gettempdir()) / f"{paths.APPLICATION}-theme"):
        with contextlib.suppress(OSError):
            return write_marks(theme, folder)
    return dict.fromkeys(_MARKS, "")


def style_sheet(theme: Theme) -> str:
    """The style sheet of the whole application; `theme.qss` says which properties it looks at."""
    values = {each.name: getattr(theme, each.name) for each in fields(theme)} | _marks(theme)
    template = Path(__file__).with_name("theme.qss").read_text(encoding="utf-8")
    template = re.sub(r"/\*.*?\*/", "", template, flags=re.DOTALL)
    return _TOKEN.sub(lambda match: str(values[match[1]]), template)


_ROLES = {
    QPalette.ColorRole.Window: "list",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "paper",
    QPalette.ColorRole.AlternateBase: "list",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "chrome",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "seltext",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.BrightText: "danger",
}
_DISABLED = (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText)


def palette(theme: Theme) -> QPalette:
    """The palette of everything that no style sheet rule reaches."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, QColor(theme.colour(token)))
    for role in _DISABLED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.ctrl))
    return made


def window_font(
    pixels: int = BODY_SIZE, weight: QFont.Weight = QFont.Weight.Normal, families: tuple[str, ...] = SANS
) -> QFont:
    """The face of the window's own text, for what is painted; without arguments that of everything else."""
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font


def prepare(app: QApplication, theme: Theme) -> None:
    """Style, font and colours without the style sheet: what widgets need while they are made."""
    if not app.styleSheet():  # a style under a style sheet hides its name
        app.setStyle("Fusion")  # the one style that a style sheet leaves alike on every system
    app.setFont(window_font())
    app.setPalette(palette(theme))
    QToolTip.setPalette(palette(theme))


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the application; takes some 200 ms with a whole window on the screen, so only when the theme changes."""
    prepare(app, theme)
    app.setStyleSheet(style_sheet(theme))


class ThemeService(QObject):
    """Holds the theme in force, dresses the application and tells everybody when it changes."""

    changed = Signal(object)
    """The new `Theme`; the application is dressed in it already."""

    def __init__(
        self, setting: str = "auto", day_theme: str = "light", parent: QObject | None = None, *, dresses: bool = True
    ) -> None:
        """`dresses` False leaves the style sheet to `dress`: under one, every widget that is put into another is styled
        anew, and a window takes twice as long to make.
        """
        super().__init__(parent)
        self._dresses = dresses
        self._setting, self._day_theme = setting, day_theme
        self._theme: Theme | None = None
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self.set_theme(setting, day_theme)

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme or LIGHT

    @property
    def setting(self) -> str:
        """ "auto", "light", "sepia" or "dark", as the user chose."""
        return self._setting

    def set_theme(self, setting: str, day_theme: str | None = None) -> None:
        """Follow `Settings.theme` and `Settings.day_theme`; native dialogs and title bars are asked to agree."""
        self._setting, self._day_theme = setting, day_theme or self._day_theme
        forced = THEMES.get(setting)
        schemes = {None: Qt.ColorScheme.Unknown, True: Qt.ColorScheme.Dark, False: Qt.ColorScheme.Light}
        QGuiApplication.styleHints().setColorScheme(schemes[forced.is_dark if forced else None])
        self._update()

    def dress(self) -> None:
        """Put the style sheet on, now that the window is made."""
        self._dresses = True
        app, sheet = QApplication.instance(), style_sheet(self.theme)
        if isinstance(app, QApplication) and app.styleSheet() != sheet:
            app.setStyleSheet(sheet)

    def _on_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        self._update()

    def _update(self) -> None:
        theme = resolve(self._setting, self._day_theme, QGuiApplication.styleHints().colorScheme())
        if theme is self._theme:
            return
        self._theme = theme
        app = QApplication.instance()
        if isinstance(app, QApplication):
            (apply if self._dresses else prepare)(app, theme)
        self.changed.emit(theme)
