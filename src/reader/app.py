"""The window, put together once."""

import logging
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMessageBox

from reader import paths, settings
from reader.messages import LANGUAGES, Messages, system_language
from reader.model.errors import ReaderError
from reader.services.session import Session
from reader.settings import Settings
from reader.ui.icons import Icons
from reader.ui.keyboard_focus import KeyboardFocus
from reader.ui.theme import ThemeService
from reader.ui.translation import Translation
from reader.ui.window import MainWindow

LOG_BYTES = 1_000_000
SWITCH_INTERVAL = 0.0005
"""Seconds after which a thread that computes gives way. With Python's own 5 ms the window waits as long at each of the
hundreds of calls into Qt that showing an article takes, whenever another thread parses or writes."""


def start_log() -> None:
    """Write what goes wrong into the user's log folder; without one, to stderr.

    The log of earlier days is kept once as reader.log.1 when it has grown past LOG_BYTES. (The handlers of logging
    that do so themselves import half of the network library: 10 ms of the start.)
    """
    file = paths.log_folder() / "reader.log"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() and file.stat().st_size > LOG_BYTES:
            file.replace(file.with_suffix(".log.1"))
        handler: logging.Handler = logging.FileHandler(file, encoding="utf-8", delay=True)
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logging.getLogger("reader").addHandler(handler)
    logging.getLogger("reader").setLevel(logging.INFO)


def application() -> QApplication:
    """The one QApplication of this process, with its name and habits."""
    sys.setswitchinterval(SWITCH_INTERVAL)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName(paths.APPLICATION)
    app.setApplicationDisplayName("研读 Reader")
    app.setDesktopFileName(paths.APPLICATION)
    return app


def build_window(app: QApplication, session: Session, preferences: Settings, language: str) -> MainWindow:
    """A window over an open session; `language` is "zh_CN" or "en"."""
    themes = ThemeService(preferences.theme, preferences.day_theme, app, dresses=False)
    icons = Icons(themes)
    translation = Translation(app)
    translation.use(language)
    KeyboardFocus(app)
    window = MainWindow(session, preferences, Messages(language), themes, icons, translation)
    themes.dress()
    return window


def main(library: Path | None = None, language: str | None = None) -> int:
    """Open the window on a library; returns the exit status."""
    app = application()
    start_log()
    preferences = settings.load()
    chosen = language or preferences.language
    chosen = chosen if chosen in LANGUAGES else system_language()
    say = Messages(chosen)
    try:
        session = Session(library, creator=preferences.reader_name)
    except ReaderError as error:
        QMessageBox.critical(None, "研读 Reader", say.error(error))
        return 1
    with session:
        window = build_window(app, session, preferences, chosen)
        window.notices.catch_everything()
        window.show()
        return app.exec()
