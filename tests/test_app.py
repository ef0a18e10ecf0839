"""Opening the program."""

import logging
import os
import subprocess
import sys
from pathlib import Path

from reader.app import application, build_window, start_log
from reader.settings import Settings


def test_the_window_opens_on_a_session(qapp, qtbot, session):
    window = build_window(application(), session, Settings(theme="dark"), "zh_CN")
    window.show()
    qtbot.waitExposed(window)
    assert window.work.themes.theme.name == "dark"
    window.close()
    window.deleteLater()


def test_a_log_that_cannot_be_written_does_not_keep_the_window_away(home: Path, monkeypatch):
    (home / "state").write_text("no folder")
    start_log()
    handler = logging.getLogger("reader").handlers[-1]
    assert type(handler) is logging.StreamHandler
    logging.getLogger("reader").removeHandler(handler)


def test_a_log_that_has_grown_is_kept_once(home: Path):
    from reader import app, paths

    file = paths.log_folder() / "reader.log"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"x" * (app.LOG_BYTES + 1))
    start_log()
    logging.getLogger("reader").warning("new day")
    for handler in list(logging.getLogger("reader").handlers):
        handler.close()
        logging.getLogger("reader").removeHandler(handler)
    assert "new day" in file.read_text(encoding="utf-8")
    assert file.with_suffix(".log.1").stat().st_size == app.LOG_BYTES + 1


def test_a_library_that_cannot_be_opened_is_said(home: Path):
    broken = home / "broken.db"
    broken.write_bytes(b"this is no library" * 1000)
    script = (
        "import sys; from pathlib import Path; from PySide6.QtWidgets import QMessageBox; import reader.app as a\n"
        "QMessageBox.critical = staticmethod(lambda *args: print(args[2]))\n"
        "sys.exit(a.main(Path(sys.argv[1]), 'zh_CN'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(broken)], capture_output=True, text=True, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"}, timeout=60,
    )  # fmt: skip
    assert done.returncode == 1
    assert "broken.db" in done.stdout and broken.read_bytes().startswith(b"this is no library")
