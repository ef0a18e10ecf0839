"""How soon a change in the export dialog is seen, and how long the window is held up meanwhile.

    python packaging/bench/preview.py [--json] [--rounds N]

A made-up library, the real service and the real preview: from a change of a field to the new pages in view, with 20 and
with 200 annotations; and the longest gap between two beats of a timer of the window, which is what somebody who types
would feel. Medians of the rounds, in milliseconds.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

if sys.platform == "linux" and not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer

from reader.app import application
from reader.messages import Messages
from reader.model.annotation import Kind
from reader.model.article import CapturedArticle, Fetch, Metadata
from reader.model.blocks import Block, BlockKind
from reader.services.exporting import EXTENSIONS
from reader.services.proof import Proof
from reader.services.session import Session
from reader.settings import Settings
from reader.ui.dialogs.export import ExportDialog
from reader.ui.icons import Icons
from reader.ui.tasks import Tasks
from reader.ui.theme import ThemeService

SIZES = (20, 200)
GOALS = {"seen": 150.0, "gap": 50.0}
"""Milliseconds; the first for 20 annotations."""
REST = 150
"""Milliseconds after the pages are in view in which the window is watched on."""


def fill(session: Session, annotations: int) -> str:
    """An article with so many marked sentences; its id."""
    lines = [
        f"第{n}网格走访群众{n + 100}户，收集意见{n + 7}条，办结{n + 5}件，选派骨干{n % 30 + 3}名，形成闭环。"
        for n in range(annotations)
    ]
    blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in lines)
    about = Metadata(
        f"青禾区网格工作报告之{annotations}", "2026-03-02", "云岭日报", url=f"https://example.org/{annotations}"
    )
    fetch = Fetch(about.title.encode(), "text/html", "2026-11-02T08:00:00Z")
    key = session.capturing.store(
        about.title, CapturedArticle(about, blocks, "<p></p>", "\n\n".join(lines), "utf-8", fetch)
    ).id
    assert key is not None
    kinds = list(Kind)
    for n, line in enumerate(lines):
        session.annotating.annotate(
            key, quote=line[:24], kind=kinds[n % 5], note=line[24:] if n % 4 else "", tags=["网格"]
        )
    return key


class Watch:
    """Runs the event loop until the pages are in view, and notes the gaps between beats."""

    def __init__(self, dialog: ExportDialog) -> None:
        self._loop, self._last, self.gaps = QEventLoop(), 0.0, []
        self._beat = QTimer(interval=1)
        self._beat.timeout.connect(self._on_beat)
        dialog.desk.renewed.connect(self._on_renewed)
        self._seen = 0.0

    def _on_beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now

    def _on_renewed(self, _sheets: object) -> None:
        self._seen = time.perf_counter()
        QTimer.singleShot(REST, self._loop.quit)

    def until_seen(self) -> float:
        """Milliseconds."""
        start = self._last = time.perf_counter()
        self._beat.start()
        self._loop.exec()
        self._beat.stop()
        return (self._seen - start) * 1000


def measure(session: Session, annotations: int, rounds: int, tasks: Tasks, icons: Icons) -> list[dict[str, object]]:
    """Two rows: what is seen, and what is felt."""
    key = fill(session, annotations)
    dialog = ExportDialog(
        articles=session.organising.rows([key]), annotations={key: session.annotating.list(key)}, settings=Settings(),
        say=Messages("zh_CN"), icons=icons, tasks=tasks, proof=Proof(session.exporting.summary), extensions=EXTENSIONS,
        folder=Path(tempfile.gettempdir()), propose=session.outputs.target,
    )  # fmt: skip
    dialog.resize(1060, 860)
    dialog.show()
    watch = Watch(dialog)
    watch.until_seen()
    times, gaps = [], []
    for number in range(rounds):
        watch.gaps.clear()
        dialog.options.fields.people.setText(f"学习小组{number}")
        times.append(watch.until_seen())
        gaps.append(max(watch.gaps))
    pages = dialog.desk.preview.count
    dialog.close()
    seen, gap = statistics.median(times), statistics.median(gaps)
    first: dict[str, object] = {"what": f"change seen, {annotations} annotations", "ms": seen, "pages": pages}
    if annotations == SIZES[0]:
        first |= {"goal": GOALS["seen"], "met": seen <= GOALS["seen"]}
    second = {
        "what": f"longest gap, {annotations} annotations",
        "ms": gap,
        "goal": GOALS["gap"],
        "met": gap <= GOALS["gap"],
    }
    return [first, second]


def main() -> int:
    """Print the figures; status 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="one JSON list instead of lines")
    parser.add_argument("--rounds", type=int, default=9)
    arguments = parser.parse_args()
    application()
    icons = Icons(ThemeService("light"))
    rows: list[dict[str, object]] = []
    with tempfile.TemporaryDirectory() as folder, Session(Path(folder) / "library.db", creator="bench") as session:
        tasks = Tasks()
        for size in SIZES:
            rows += measure(session, size, arguments.rounds, tasks, icons)
        tasks.shutdown()
    if arguments.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for row in rows:
            goal = f"  goal {row['goal']:.0f}" if "goal" in row else ""
            pages = f"  {row['pages']} pages" if "pages" in row else ""
            print(f"{row['what']:<34}{row['ms']:6.1f} ms{goal}{pages}" + ("" if row.get("met", True) else "  MISSED"))
    return 0 if all(row.get("met", True) for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
