"""A fictional report with every kind of block, and a pane that shows it."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from reader.model.annotation import Annotation, Kind
from reader.model.article import Article, Content, Metadata, Version
from reader.model.blocks import Block, BlockKind, Run, RunStyle, Span, canonical_text
from reader.ui.reading.pane import ReaderPane

FIRST = "近年来，云岭市深入推进城市基层治理，全力构建以街道“大工委”为核心、以社区“大党委”为基础的工作格局。"
SECOND = "构建“一套体系”。云岭市成立了2个街道“大工委”和37个社区“大党委”，𬭎书记担任“大工委”第一书记，37个社区各有专人。"
THIRD = "加强“两化驱动”。不断做细做实区域化联建和网格化管理，推动形成上下联动、条块结合、左右协同、齐抓共管的工作格局。"
BLOCKS = (
    Block(BlockKind.HEADING, "一、基本情况", level=2),
    Block(BlockKind.PARAGRAPH, FIRST),
    Block(
        BlockKind.PARAGRAPH,
        SECOND,
        runs=(Run(0, 9, RunStyle.BOLD), Run(9, 12, RunStyle.LINK, "https://example.cn/yunling")),
    ),
    Block(BlockKind.LIST_ITEM, "清单化服务：社区列出“需求清单”。", marker="1."),
    Block(BlockKind.TABLE_ROW, "街道\t社区\t网格", header=True),
    Block(BlockKind.TABLE_ROW, "青禾街道\t18\t𬭎213"),
    Block(BlockKind.TABLE_ROW, "新城街道\t19"),
    Block(BlockKind.IMAGE, image="00", alt="网格员走访"),
    Block(BlockKind.CAPTION, "图1 网格员走访"),
    Block(BlockKind.QUOTE, "群众有呼声，干部有行动。"),
    Block(BlockKind.PARAGRAPH, ""),
    *(Block(BlockKind.PARAGRAPH, f"第{number}条。{THIRD}") for number in range(1, 30)),
)
TEXT = canonical_text(BLOCKS)


def place(quote: str, nth: int = 0, text: str = TEXT) -> Span:
    """The span of the nth occurrence."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    return Span(start, start + len(quote))


def annotation(key: str, quote: str, kind: Kind = Kind.KEY, note: str = "", nth: int = 0) -> Annotation:
    """An annotation on the nth occurrence of a quote."""
    span = place(quote, nth)
    return Annotation(id=key, article="a", version=1, kind=kind, quote=quote, start=span.start, end=span.end, note=note)


def article(**changes) -> Article:
    """The row of the report."""
    metadata = Metadata(title="云岭市：“一二三”模式", source="云岭党建", published="2025-09-01")
    return Article(**{"id": "a", "metadata": metadata, "added": "2026-01-01T00:00:00Z", "chars": len(TEXT)} | changes)


def content(blocks=BLOCKS) -> Content:
    """The report's content."""
    text = canonical_text(blocks)
    return Content(Version("a", 1, "2026-01-01T00:00:00Z", "", len(text)), tuple(blocks), "", text)


@dataclass
class Hand:
    """Moves mouse and keys over a pane as a person does."""

    pane: ReaderPane

    @property
    def view(self):
        return self.pane.view

    def show(self, span: Span) -> None:
        self.view.goto(span.start)

    def point(self, offset: int, part: float = 0.25) -> QPoint:
        """Inside the character at `offset`, in the viewport: at a quarter of its width unless told."""
        rect = self.view.rects(Span(offset, offset + 1))[0]
        return QPoint(round(rect.left() + rect.width() * part), round(rect.center().y()))

    def drag(self, span: Span) -> None:
        """Press at the left of the first character, release at the right of the last."""
        self.show(span)
        start, end = self.point(span.start, 0.15), self.point(span.end - 1, 0.85)
        viewport = self.view.viewport()
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        QTest.mouseMove(viewport, (start + end) / 2)
        QTest.mouseMove(viewport, end)
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)

    def click(self, offset: int) -> None:
        self.click_at(self.point(offset))

    def click_at(self, point: QPoint) -> None:
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)

    def key(self, key, modifiers=Qt.KeyboardModifier.NoModifier, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.view, key, modifiers)


def said(signal) -> list:
    """What a signal says from now on."""
    caught = []
    signal.connect(lambda *values: caught.append(values))
    return caught


def child(pane, name, kind=QToolButton):
    found = pane.findChild(kind, name)
    assert found is not None, name
    return found


def click(pane, name):
    QTest.mouseClick(child(pane, name), Qt.MouseButton.LeftButton)


@pytest.fixture
def pane(qtbot, themes, icons):
    """A pane on the screen that shows the report."""
    made = ReaderPane(themes, icons)
    qtbot.addWidget(made)
    made.resize(860, 720)
    made.show()
    qtbot.waitExposed(made)
    made.show_article(article(), content(), [], None)
    qtbot.wait(10)
    made.focus_text()
    return made


@pytest.fixture
def hand(pane):
    return Hand(pane)
