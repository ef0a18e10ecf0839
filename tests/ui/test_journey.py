"""The main job, whole: a report is saved, marked with the mouse in all five kinds, and exported in four formats.

Every quote has to come out of every document character by character. Runs on the sample report always, and on the
report the program grew from where the corpora are present.
"""

import re
import shutil
import subprocess
import unicodedata
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QRadioButton

from reader import paths
from reader.model.annotation import Kind
from reader.model.blocks import Span
from reader.model.query import ArticleQuery
from reader.ui.dialogs.preview import Preview

LEFT = Qt.MouseButton.LeftButton

SAMPLE = (
    ("以一张网格兜起民生小事，以三方联动破解治理难题，以四项服务送到群众家门", "1"),
    ("建立“社区党委——网格党支部——楼栋党小组——党员中心户”四级组织链条", "2"),
    ("累计受理群众诉求8732件，办结8541件，办结率达97.8%", "3"),
    ("自己的事自己议、自己定、自己管", "2"),
    ("平均办理时间由7.5天缩短到2.3天", "4"),
    ("引导412名新就业群体人员担任“流动网格员”", "5"),
)
SEED = (
    ("全力构建以街道“大工委”为核心,以社区“大党委”为基础", "1"),
    ("从牵头包社区单位选派37名骨干到社区担任党组织第一书记", "2"),
    ("形成了“社区党组织——网格功能性党支部——党员联系户”三级网格架构", "2"),
    ("在37个城市社区划分网格448个,100余名社区工作人员兼任网格员", "3"),
    ("切实解决了许多群众关心关注的热点难点和堵点问题", "4"),
    ("动员组织300余名快递小哥化身基层治理“宣传员”", "5"),
)


def squeezed(text):
    """NFC without white space: how the issue compares quotations."""
    return re.sub(r"\s", "", unicodedata.normalize("NFC", text))


def drag(window, span):
    """Select a span with the mouse, from its first character to its last."""
    view = window.pane.view
    window.pane.goto(span.start)

    def point(offset, share):
        rect = view.rects(Span(offset, offset + 1))[0]
        return QPointF(rect.left() + share * rect.width(), rect.center().y()).toPoint()

    first, last = point(span.start, 0.15), point(span.end - 1, 0.85)
    QTest.mousePress(view.viewport(), LEFT, pos=first)
    QTest.mouseMove(view.viewport(), (first + last) / 2)
    QTest.mouseMove(view.viewport(), last)
    QTest.mouseRelease(view.viewport(), LEFT, pos=last)


def export(window, article, format, qtbot):
    """Choose a format in the dialog, press its button, and wait for the file."""
    dialog = window.export.open([article])
    qtbot.waitUntil(lambda: dialog.findChild(Preview).count > 0, timeout=30000)
    QTest.mouseClick(dialog.findChild(QRadioButton, f"exportFormat_{format}"), LEFT, pos=QPoint(8, 10))
    target = dialog.target()
    QTest.mouseClick(dialog.findChild(QPushButton, "exportConfirm"), LEFT)
    qtbot.waitUntil(lambda: target.name in window.toast.text(), timeout=30000)
    return target


def text_of(path: Path) -> str:
    """What a reader of the document sees."""
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            root = ElementTree.fromstring(package.read("word/document.xml"))
        return "".join(node.text or "" for node in root.iter() if node.tag.endswith("}t"))
    if path.suffix == ".pdf":
        return subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True).stdout.decode()
    source = path.read_text(encoding="utf-8")
    html = MarkdownIt().enable("table").render(source) if path.suffix == ".md" else source
    from lxml import html as markup

    return markup.fromstring(html).text_content()


@pytest.mark.parametrize(("name", "quotes"), [("sample", SAMPLE), ("seed", SEED)])
def test_from_the_report_to_the_paper(window, session, tmp_path, qtbot, shared_or_none, name, quotes):
    if name == "seed" and shared_or_none is None:
        pytest.skip("the corpora are not present")
    source = paths.resources() / "sample" / "report.html"
    if name == "seed":
        source = shared_or_none / "corpus" / "seed" / "kaiyuan.txt"
    with qtbot.waitSignal(window.reading.opened, timeout=20000):
        window.capture.add_sources([str(source)])
    article = session.organising.ids(ArticleQuery())[0]
    text = session.reading.content(article).text
    for quote, key in quotes:
        start = text.index(quote)
        drag(window, Span(start, start + len(quote)))
        QTest.keyClick(window.pane.view, key)
    made = session.annotating.list(article)
    assert {each.quote for each in made} == {quote for quote, _ in quotes}
    assert {each.kind for each in made} == set(Kind)
    window.work.settings.export_folder = str(tmp_path)
    window.use_language("zh_CN")
    formats = ["word", "markdown", "html"] + (["pdf"] if shutil.which("pdftotext") else [])
    for format in formats:
        shown = squeezed(text_of(export(window, article, format, qtbot)))
        for quote, _ in quotes:
            assert squeezed(quote) in shown, (format, quote)
