"""From the start of the process to the article's text on the screen, and to the answer of the command line.

    python packaging/bench/startup.py [--json] [--rounds N] [--articles N] [--keep FOLDER]

Every round starts fresh processes, the program and its peers one after the other, so that what else the machine does
falls on all of them. The peers: a bare QTextBrowser window with the same text, for the window; an empty Python, for
the command line. Runs on any Qt platform, `QT_QPA_PLATFORM=offscreen` included.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from library import build_library

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

WINDOW_GOAL = 2.5
"""Times the bare window."""
ANSWER_GOAL = 250
"""Milliseconds."""
GROWTH_GOAL = 1.2
"""Times as long with all articles as with a thousand."""
FEW_ARTICLES = 1_000

WHEN_PAINTED = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer

class Watch(QObject):
    def __init__(self, app, is_ready):
        super().__init__()
        self.app, self.is_ready, self.done = app, is_ready, False

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not self.done and self.is_ready():
            self.done = True
            QTimer.singleShot(0, self.tell)  # after this paint
        return False

    def tell(self):
        print(time.monotonic(), flush=True)
        self.app.exit()
"""

BARE = WHEN_PAINTED + """
from PySide6.QtWidgets import QApplication, QTextBrowser
app = QApplication([])
view = QTextBrowser()
view.resize(1366, 768)
view.setPlainText(sys.stdin.read())
watch = Watch(app, lambda: True)
view.viewport().installEventFilter(watch)
view.show()
app.exec()
"""

PROGRAM = WHEN_PAINTED + """
from pathlib import Path
from reader import settings
from reader.app import application, build_window
from reader.model.query import ArticleQuery
from reader.services.session import Session
app = application()
with Session(Path(sys.argv[1])) as session:
    window = build_window(app, session, settings.Settings(), "zh_CN")
    window.resize(1366, 768)
    watch = Watch(app, lambda: window.pane.view.document().characterCount() > 100)
    window.pane.view.viewport().installEventFilter(watch)
    window.show()
    window.show_article(sys.argv[2])
    app.exec()
    window.close()
"""


def until_painted(program: str, *arguments: str, text: str = "") -> float:
    """Seconds from the start of a process to the moment it printed."""
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], input=text, capture_output=True, text=True, check=True, timeout=120
    )
    return float(done.stdout.split()[-1]) - started


def until_answered(*command: str) -> float:
    """Seconds that a command takes."""
    started = time.monotonic()
    subprocess.run([sys.executable, *command], stdout=subprocess.DEVNULL, check=True, timeout=120)
    return time.monotonic() - started


def first_article(path: Path) -> tuple[str, str]:
    """Id and text of the article at the top of the list."""
    from reader.model.query import ArticleQuery
    from reader.services.session import Session

    with Session(path) as session:
        article = session.organising.ids(ArticleQuery(limit=1))[0]
        return article, session.reading.content(article).text


def measure(folder: Path, articles: int, rounds: int) -> dict[str, float]:
    """Medians in milliseconds, by name; a warm-up round is thrown away."""
    full, few = (build_library(folder / f"bench-{count}.db", count) for count in (articles, FEW_ARTICLES))
    article, text = first_article(full)
    few_article, _ = first_article(few)
    answer = ("-m", "reader", "--library", str(full))
    runs: dict[str, Callable[[], float]] = {
        "bare_window": lambda: until_painted(BARE, text=text),
        f"window_{articles}": lambda: until_painted(PROGRAM, str(full), article),
        f"window_{FEW_ARTICLES}": lambda: until_painted(PROGRAM, str(few), few_article),
        "empty_python": lambda: until_answered("-c", "pass"),
        "list_50": lambda: until_answered(*answer, "list", "--limit", "50", "--json"),
        "search": lambda: until_answered(*answer, "search", "社区治理", "--json"),
    }
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds + 1):
        for name, run in runs.items():
            taken[name].append(run() * 1000)
    return {name: statistics.median(values[1:]) for name, values in taken.items()}


def judged(figures: dict[str, float], articles: int) -> list[tuple[str, str, str, bool]]:
    """(what, figure, goal, whether it is met)."""
    window, bare = figures[f"window_{articles}"], figures["bare_window"]
    ratio, growth = window / bare, window / figures[f"window_{FEW_ARTICLES}"]
    rows = [
        ("bare QTextBrowser window", f"{bare:.0f} ms", "", True),
        (
            f"window with {articles} articles", f"{window:.0f} ms, {ratio:.2f} ×", f"{WINDOW_GOAL} ×",
            ratio <= WINDOW_GOAL,
        ),
        (f"against {FEW_ARTICLES} articles", f"{growth:.2f} ×", f"{GROWTH_GOAL} ×", growth <= GROWTH_GOAL),
        ("empty Python", f"{figures['empty_python']:.0f} ms", "", True),
    ]
    for name, what in (("list_50", "list --limit 50"), ("search", "search 社区治理")):
        rows.append((what, f"{figures[name]:.0f} ms", f"{ANSWER_GOAL} ms", figures[name] <= ANSWER_GOAL))
    return rows


def main() -> int:
    """Print the figures; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print JSON alone")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--keep", type=Path, help="a folder in which the libraries stay for the next run")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(asked.keep or Path(folder), asked.articles, asked.rounds)
    rows = judged(figures, asked.articles)
    if asked.json:
        print(json.dumps({"milliseconds": figures, "missed": [what for what, _, _, is_met in rows if not is_met]}))
    else:
        for what, figure, goal, is_met in rows:
            print(f"{what:32}{figure:>20}" + (f"   goal {goal}" if goal else "") + ("" if is_met else "  MISSED"))
    return 0 if all(is_met for *_, is_met in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
