"""How fast an article opens and its marks are painted, beside a bare QTextBrowser with the same text in the same run.

    python packaging/bench/reading.py [--json] [--rounds N]

Times are medians in milliseconds of CPU time, so that other work on the machine does not count; all the work is done in
this one thread. "first paint" is from the call to the first painted window, "full layout" until the whole document is
laid out. A goal is met in milliseconds or, on a slow machine, as a multiple of the peer in the same run; the multiples
are those of the goal to the peer on the machine where the goals were set. Runs on any Qt platform, offscreen too.
"""

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QApplication, QTextBrowser, QTextEdit

from reader.model.annotation import Annotation, Kind
from reader.model.article import Article, Content, Metadata, Version
from reader.model.blocks import Block, BlockKind, canonical_text
from reader.ui.icons import Icons
from reader.ui.reading.pane import ReaderPane
from reader.ui.theme import ThemeService

SIZES = (50_000, 500_000)
MARKS = 10_000
WINDOW = (900, 900)
GOALS = {
    "open_50000_first_paint": (60, "bare_50000_first_paint", 60 / 34),
    "open_50000_full_layout": (120, "bare_50000_full_layout", 120 / 71),
    "open_500000_first_paint": (120, "bare_500000_first_paint", 120 / 56),
    "open_500000_full_layout": (500, "bare_500000_full_layout", 500 / 296),
    "marks_10000_set": (5, "extra_selections_10000_set", 5 / 242),
    "marks_10000_repaint": (3, "extra_selections_10000_repaint", 3 / 2.6),
}
"""Milliseconds, or the multiple of a peer."""
SENTENCES = (
    "云岭市青禾县深入推进基层治理，建立“一网统管”机制，37个社区的网格员每周走访，解决群众反映的问题。",
    "全县划分网格448个，由包片干部担任第一网格长，做到小事不出网格、大事不出社区。",
    "𬭎书记说，要把群众满意不满意作为根本标准，一件事情接着一件事情办。",
)


def report(characters: int) -> tuple[Block, ...]:
    """A made-up report of about so many characters in paragraphs of some 200."""
    blocks, total = [], 0
    while total < characters:
        text = "".join(SENTENCES[(len(blocks) + step) % 3] for step in range(4))
        blocks.append(Block(BlockKind.PARAGRAPH, text))
        total += len(text) + 1
    return tuple(blocks)


def marks(text: str, count: int) -> list[Annotation]:
    """So many marks spread over the text, of all kinds, some overlapping."""
    step = len(text) // count
    return [
        Annotation(str(order), "a", 1, list(Kind)[order % 5], start=order * step, end=order * step + 30 + order % 50)
        for order in range(count)
    ]


def timed(do: Callable[[], object]) -> float:
    """Milliseconds that a call takes."""
    start = time.process_time()
    do()
    return (time.process_time() - start) * 1000


def bare(app: QApplication, text: str, pane: ReaderPane) -> dict[str, float]:
    """Open the text in a QTextBrowser in the face of the reader."""
    browser = QTextBrowser()
    browser.setFont(pane.view.typography.body_font())
    browser.resize(*WINDOW)
    browser.show()
    app.processEvents()
    start = time.process_time()
    browser.setPlainText(text)
    browser.repaint()
    painted = time.process_time()
    browser.document().documentLayout().documentSize()
    done = time.process_time()
    browser.verticalScrollBar().setValue(browser.verticalScrollBar().maximum() // 2)
    repaint = timed(browser.viewport().repaint)
    browser.close()
    browser.deleteLater()
    return {"first_paint": (painted - start) * 1000, "full_layout": (done - start) * 1000, "repaint": repaint}


def ours(app: QApplication, blocks: tuple[Block, ...], text: str, pane: ReaderPane) -> dict[str, float]:
    """Open the article in the reader pane."""
    article = Article("a", Metadata(title="云岭市基层治理", source="云岭党建"), "", chars=len(text))
    content = Content(Version("a", 1, "", "", len(text)), blocks, "", text)
    pane.clear()
    app.processEvents()
    start = time.process_time()
    pane.show_article(article, content, [], None)
    pane.view.viewport().repaint()
    painted = time.process_time()
    pane.view.document().documentLayout().documentSize()
    done = time.process_time()
    return {"first_paint": (painted - start) * 1000, "full_layout": (done - start) * 1000}


def marking(app: QApplication, pane: ReaderPane, text: str) -> dict[str, float]:
    """Set and repaint many marks in the article that is open; add one."""
    many = marks(text, MARKS)
    pane.view.verticalScrollBar().setValue(pane.view.verticalScrollBar().maximum() // 2)
    app.processEvents()
    plain = statistics.median(timed(pane.view.viewport().repaint) for _ in range(5))
    setting = timed(lambda: pane.set_annotations(many))
    repaint = statistics.median(timed(pane.view.viewport().repaint) for _ in range(5))
    place = pane.view.visible_span()
    one_more = Annotation("new", "a", 1, Kind.KEY, start=place.start + 20, end=place.start + 60)
    adding = timed(lambda: (pane.set_annotations([*many, one_more]), pane.view.viewport().repaint()))
    pane.set_annotations([])
    return {"set": setting, "repaint": repaint, "repaint_added": max(repaint - plain, 0.0), "add_one": adding}


def extra_selections(app: QApplication, text: str, pane: ReaderPane) -> dict[str, float]:
    """The same marks as QTextEdit.ExtraSelection, Qt's own means."""
    browser = QTextBrowser()
    browser.setFont(pane.view.typography.body_font())
    browser.resize(*WINDOW)
    browser.setPlainText(text)
    browser.show()
    browser.document().documentLayout().documentSize()
    app.processEvents()

    def select() -> None:
        selections = []
        for mark in marks(text, MARKS):
            cursor = QTextCursor(browser.document())
            cursor.setPosition(mark.start or 0)
            cursor.setPosition(mark.end or 0, QTextCursor.MoveMode.KeepAnchor)
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor
            selection.format.setBackground(QColor("#FFE89B"))
            selections.append(selection)
        browser.setExtraSelections(selections)

    result = {"set": timed(select), "repaint": timed(browser.viewport().repaint)}
    browser.close()
    browser.deleteLater()
    return result


def measure(rounds: int) -> dict[str, float]:
    """All figures, by name."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    themes = ThemeService("light")
    pane = ReaderPane(themes, Icons(themes))
    pane.resize(*WINDOW)
    pane.show()
    ours(app, report(5_000), canonical_text(report(5_000)), pane)  # fonts are loaded once
    samples: dict[str, list[float]] = {}

    def note(prefix: str, values: dict[str, float]) -> None:
        for name, value in values.items():
            samples.setdefault(f"{prefix}_{name}", []).append(value)

    for size in SIZES:
        blocks = report(size)
        text = canonical_text(blocks)
        for _ in range(rounds):
            note(f"bare_{size}", bare(app, text, pane))
            note(f"open_{size}", ours(app, blocks, text, pane))
            app.processEvents()
    for _ in range(rounds):
        note(f"marks_{MARKS}", marking(app, pane, text))
    note(f"extra_selections_{MARKS}", extra_selections(app, text, pane))
    return {name: round(statistics.median(values), 2) for name, values in samples.items()}


def goal_of(name: str, missed: list[str]) -> str:
    """The goal of a figure in words."""
    if name not in GOALS:
        return ""
    most, peer, times = GOALS[name]
    return f"   goal {most} ms or {times:.2f} × {peer}{'   MISSED' if name in missed else ''}"


def main() -> int:
    """Print the figures; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print JSON alone")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    figures = measure(arguments.rounds)
    missed = [name for name, (most, peer, times) in GOALS.items() if figures[name] > max(most, times * figures[peer])]
    if arguments.json:
        print(json.dumps({"milliseconds": figures, "goals": GOALS, "missed": missed}))
    else:
        for name, value in figures.items():
            print(f"{name:36}{value:10.2f} ms{goal_of(name, missed)}")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
