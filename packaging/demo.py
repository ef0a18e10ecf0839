"""`make run`: the window over a demo library with the sample report; without a screen, the same work in files.

Everything lies under build/demo: library, preferences and documents. The user's own are never touched, and running
it again changes nothing: the demo library is filled when it is made, and the documents are written anew from it.
"""

import os
import sys
import time
from pathlib import Path

DEMO = Path(__file__).resolve().parent.parent / "build" / "demo"
LIBRARY = DEMO / "library.db"
FOLDERS = {"XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_CACHE_HOME": "cache", "XDG_STATE_HOME": "state"}
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY")
FORMATS = ("docx", "pdf", "html", "md", "xlsx")
SETTLE_SECONDS = 15
"""The longest that a picture waits for the article to be shown."""

SHOWN_MARK = {
    "quote": "引导412名新就业群体人员担任“流动网格员”",
    "note": "四月底前摸清本街道骑手人数，提出聘任办法。",
    "tags": ["新就业群体"],
    "owner": "张明",
    "due": "2026-04-30",
}


def keep_apart() -> None:
    """Point every folder of the program into build/demo."""
    DEMO.mkdir(parents=True, exist_ok=True)
    os.environ["READER_LIBRARY"] = str(LIBRARY)
    for name, folder in FOLDERS.items():
        os.environ[name] = str(DEMO / folder)


def fill() -> None:
    """Make the demo library, unless it is there: the sample report with its marks, and one action."""
    if LIBRARY.exists():
        return
    from reader.model.annotation import Kind
    from reader.services.session import Session

    with Session(LIBRARY, creator="研读小组") as session:
        outcome = session.capturing.add_sample()
        if outcome.id is None:
            # A half-made library would be taken for a finished one the next time.
            LIBRARY.unlink()
            raise SystemExit(f"demo: the sample report could not be saved: {outcome.error}")
        session.annotating.annotate(outcome.id, kind=Kind.ACTION, **SHOWN_MARK)


def export() -> list[Path]:
    """The paper over all articles of the demo library, in every format."""
    from reader.model.query import ArticleQuery
    from reader.services.exporting import Options
    from reader.services.session import Session

    written = []
    with Session(LIBRARY) as session:
        ids = session.organising.ids(ArticleQuery())
        for format in FORMATS:
            path = DEMO / f"学习研讨材料.{format}"
            session.exporting.export(ids, format, path, Options(people="研读小组全体成员", date="2026-03-27 14:30"))
            written.append(path)
    return written


def picture(width: int = 1600, height: int = 960) -> Path:
    """The window with the first article open, painted without a screen."""
    from PySide6.QtCore import QEventLoop, QTimer

    from reader import settings
    from reader.app import application, build_window
    from reader.model.query import ArticleQuery
    from reader.services.session import Session

    app = application()
    with Session(LIBRARY) as session:
        window = build_window(app, session, settings.load(), "zh_CN")
        window.resize(width, height)
        window.show()
        loop = QEventLoop()
        window.reading.opened.connect(lambda *_: QTimer.singleShot(600, loop.quit))
        QTimer.singleShot(SETTLE_SECONDS * 1000, loop.quit)
        first = session.organising.ids(ArticleQuery())[:1]
        QTimer.singleShot(0, lambda: [window.show_article(each) for each in first])
        loop.exec()
        path = DEMO / "window.png"
        window.grab().save(str(path))
        window.close()
    return path


def show_without_screen() -> int:
    """What the window would offer, as files that can be looked at."""
    started = time.perf_counter()
    # The window first: the PDF writer makes do with any Qt application, the window needs one of its own kind.
    written = [picture(), *export()]
    print("There is no screen, so the window was painted into a picture and the paper written to files:")
    for path in written:
        print(f"  {path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path}")
    print(f"The demo library is {os.path.relpath(LIBRARY)}. ({time.perf_counter() - started:.1f} s)")
    return 0


def main() -> int:
    """Fill the demo library and open the window, or do without a screen."""
    keep_apart()
    has_screen = sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in SCREENS)
    if not has_screen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    fill()
    if not has_screen:
        return show_without_screen()
    from reader.app import main as open_window

    return open_window(LIBRARY)


if __name__ == "__main__":
    sys.exit(main())
