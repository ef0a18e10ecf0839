"""How long a paper over 200 annotations takes in every format, beside a bare python-docx document of its text and
beside pandoc, which makes a plain DOCX of its Markdown.

    python packaging/bench/export.py [--json] [--annotations N] [--rounds N]

Times are medians in seconds; `ratio` and `to_pandoc` are to the bare document and to pandoc in the same run, so that
the machine's speed cancels out. The preview's time is that from a summary to the third page as a picture: of the whole
paper for the first time, after a word of it was changed, and after every quotation was. The longest gap is the time
for which an event loop had no turn while another thread made the PDF.
"""

import argparse
import io
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

if sys.platform == "linux" and not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from reader.export.document import EXTENSIONS, render
from reader.export.flow import flow
from reader.export.lines import Line
from reader.export.templates.material import Material, Options
from reader.export.templates.study import study
from reader.messages import Messages
from reader.model.annotation import Annotation, Kind
from reader.model.article import Article, Metadata
from reader.model.summary import Quotation, Section, Summary, Table

GOALS = {"docx": 2.0, "pdf": 3.0, "preview": 0.15, "gap": 0.05}
"""Seconds."""
WORDS = re.findall(
    r"\w+",
    "党建引领 基层治理 网格 社区 居民 议事 协商 服务 队伍 清单 项目 共建 共治 共享 平台 机制 群众 需求 资源 力量 "
    "下沉 联动 考核 培训 志愿者 楼栋长 矛盾 纠纷 化解 热线 办理 反馈 提升 满意度 覆盖 推进 落实 形成 格局 活力",
)
ARTICLES = 5


def sentence(source: random.Random, words: int) -> str:
    """Words with commas between some of them and a figure now and then."""
    parts = [
        source.choice(WORDS) + (f"{source.randint(2, 500)}个" if source.random() < 0.1 else "") for _ in range(words)
    ]
    return "".join(part + (source.choice("，,") if source.random() < 0.2 else "") for part in parts) + "。"


def paper(annotations: int) -> Summary:
    """A study paper over five made-up reports; the same number makes the same paper."""
    source, kinds = random.Random(annotations), list(Kind)
    materials = []
    for number in range(ARTICLES):
        article = Article(
            id=f"{number:032x}",
            metadata=Metadata(
                title=f"青禾县第{number}镇：{sentence(source, 6)[:-1]}",
                published="2026-03-09",
                source="云岭党建网",
                url=f"https://www.qinghe.example/art/2026/3/9/art_17_{number}.html",
            ),
            added="2026-11-22T08:00:00Z",
        )
        marks = tuple(
            Annotation(
                id=f"{number * 1000 + each:032x}",
                article=article.id,
                version=1,
                kind=kinds[each % len(kinds)],
                quote=sentence(source, source.randint(8, 22)),
                note=sentence(source, source.randint(6, 18)) if each % 4 else "",
                tags=tuple(source.sample(WORDS, 2)),
                passage=f"{each // 7 + 1}-{each % 7 + 1}",
                owner="小林",
                due="2026-12-05",
            )
            for each in range(annotations // ARTICLES)
        )
        materials.append(Material(article, "2026-11-22", marks))
    return study(materials, Options(date="2026-11-28", people="学习小组"), Messages("zh_CN"))


def bare(summary: Summary) -> None:
    """The peer: the same paragraphs and tables put into python-docx's own template, without any layout."""
    from docx import Document

    document = Document()
    for item in flow(summary):
        if isinstance(item, Line):
            document.add_paragraph(item.text)
        if not isinstance(item, Table):
            continue
        table = document.add_table(rows=0, cols=len(item.header))
        for cells in (item.header, *item.rows):
            for cell, text in zip(table.add_row().cells, cells, strict=True):
                cell.text = text
    document.save(io.BytesIO())


def pandoc(summary: Summary, rounds: int) -> float | None:
    """Seconds that pandoc takes for a DOCX without any layout of the same text; None where it is not installed."""
    program = shutil.which("pandoc")
    if not program:
        return None
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder, "paper.md")
        text.write_bytes(render(summary, "md").data)
        command = [program, "--from", "gfm", "--output", str(text.with_suffix(".docx")), str(text)]
        return median(lambda: subprocess.run(command, check=True, timeout=120), rounds)


def previews(summary: Summary, rounds: int) -> list[dict[str, object]]:
    """What the dialog does after a change: the pages are laid out and one is drawn."""
    from reader.export.pdf import Layout

    def draw(paper: Summary, former: Layout | None = None) -> None:
        Layout(paper, former=former).image(2, 96)

    first = Layout(summary)
    title = replace(summary, title=("改过的题目",))
    named = replace(summary, sections=tuple(_named(section) for section in summary.sections))
    calls = {
        "preview, first": lambda: draw(summary),
        "preview, another title": lambda: draw(title, first),
        "preview, names added": lambda: draw(named, first),
    }
    rows: list[dict[str, object]] = []
    for what, call in calls.items():
        seconds = median(call, rounds)
        # The goal is for changes; the first pages appear together with the dialog.
        aim = goal("preview" if what != "preview, first" else "", seconds)
        rows.append({"what": what, "seconds": seconds, "pages": len(first)} | aim)
    return rows


def _named(section: Section) -> Section:
    items = (replace(item, creator="周岚") if isinstance(item, Quotation) else item for item in section.items)
    return replace(section, items=tuple(items))


def longest_gap(summary: Summary) -> float:
    """Seconds that a timer of the main thread was late at most while the PDF was made in another."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication(["bench"])
    beats: list[float] = []
    worker = threading.Thread(target=lambda: render(summary, "pdf"))

    def beat() -> None:
        beats.append(time.perf_counter())
        if len(beats) == 1:
            worker.start()
        elif not worker.is_alive():
            application.quit()

    timer = QTimer()
    timer.timeout.connect(beat)
    timer.start(1)
    application.exec()
    return max(later - earlier for earlier, later in pairwise(beats))


def median(call: Callable[[], object], rounds: int) -> float:
    """Seconds of the middle one of `rounds`, after one that warms up."""
    call()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def measure(annotations: int, rounds: int) -> list[dict[str, object]]:
    """One row a format."""
    summary = paper(annotations)
    peer, other = median(lambda: bare(summary), rounds), pandoc(summary, rounds)
    rows: list[dict[str, object]] = [{"what": "bare python-docx", "seconds": peer, "ratio": 1.0}]
    if other:
        rows.append({"what": "pandoc", "seconds": other, "ratio": other / peer})
    for format in EXTENSIONS:
        made = render(summary, format)
        seconds = median(lambda format=format: render(summary, format), rounds)  # type: ignore[misc]
        row = {"what": format, "seconds": seconds, "ratio": seconds / peer, "kilobytes": len(made.data) // 1024}
        row |= {"to_pandoc": seconds / other} if other else {}
        rows.append(row | ({"pages": made.pages} if made.pages else {}) | goal(format, seconds))
    rows += previews(summary, rounds)
    gap = longest_gap(summary)
    rows.append({"what": "longest gap", "seconds": gap} | goal("gap", gap))
    return rows


def goal(name: str, seconds: float) -> dict[str, object]:
    """The goal and whether it is met; nothing where there is none."""
    return {"goal": GOALS[name], "met": seconds <= GOALS[name]} if name in GOALS else {}


def main() -> int:
    """Print the figures; status 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="one JSON list instead of lines")
    parser.add_argument("--annotations", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    rows = measure(arguments.annotations, arguments.rounds)
    if arguments.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for row in rows:
            facts = [f"{name} {row[name]:.3g}" for name in ("seconds", "ratio", "to_pandoc", "goal") if name in row]
            facts += [f"{row[name]} {name}" for name in ("pages", "kilobytes") if name in row]
            print(f"{row['what']:<24}" + "  ".join(facts) + ("" if row.get("met", True) else "  MISSED"))
    return 0 if all(row.get("met", True) for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
