"""What the tests of the side panel need: annotations of a fictional report, and the panel itself."""

import pytest

from reader.messages import Messages
from reader.model.annotation import Annotation, Kind
from reader.model.article import Article, Content, Metadata, Version
from reader.model.blocks import Block, BlockKind, canonical_text


@pytest.fixture
def make_annotation():
    """Makes annotations: make(3, Kind.DATA, "quote", note=…); the number orders them in the text."""

    def make(number, kind=Kind.KEY, quote="全市划分网格448个", **fields):
        place = {"start": number * 20, "end": number * 20 + len(quote), "passage": f"{number}-1"}
        return Annotation(id=f"id{number}", article="a1", version=1, kind=kind, quote=quote, **(place | fields))

    return make


@pytest.fixture
def five(make_annotation):
    """One annotation of each kind; the second and the last have a note."""
    return [
        make_annotation(1, Kind.KEY, "全力构建以街道为核心的体系"),
        make_annotation(2, Kind.BORROW, "选派37名骨干到社区任职", note="我区可先试点。", tags=("选派干部",)),
        make_annotation(3, Kind.DATA, "成立了2个街道和37个社区党委"),
        make_annotation(4, Kind.QUESTION, "切实解决了热点难点问题"),
        make_annotation(5, Kind.ACTION, "居民点单、社区派单", note="整理流程图。", owner="老周", due="2026-12-10"),
    ]


@pytest.fixture
def article():
    """A fictional article."""
    metadata = Metadata(
        title="云岭市：“一二三”模式开创基层治理新局面",
        published="2026-03-01",
        source="云岭日报",
        original_url="https://www.yunling.example.cn/info/1.html",
        url="https://www.qinghe.example.cn/a/1.html",
        site="qinghe.example.cn",
    )
    return Article(id="a1", metadata=metadata, added="2026-11-22T08:00:00Z", chars=400)


@pytest.fixture
def content():
    """Its content: three headings on two levels, paragraphs between."""
    blocks = (
        Block(BlockKind.PARAGRAPH, "导语" * 10),
        Block(BlockKind.HEADING, "一、构建一套体系", level=2),
        Block(BlockKind.PARAGRAPH, "体系" * 50),
        Block(BlockKind.HEADING, "（一）区域化联建", level=3),
        Block(BlockKind.PARAGRAPH, "联建" * 50),
        Block(BlockKind.IMAGE, image="ab" * 32),
        Block(BlockKind.HEADING, "二、落实三项举措", level=2),
        Block(BlockKind.PARAGRAPH, "举措" * 50),
    )
    version = Version("a1", 1, "2026-11-22T08:00:00Z", "0" * 64, 400, "gb18030")
    return Content(version, blocks, "", canonical_text(blocks))


@pytest.fixture
def say():
    """Chinese sentences."""
    return Messages("zh_CN")


@pytest.fixture
def panel(qtbot, themes, icons, say):
    """A side panel on the screen, empty."""
    from reader.ui.panel.side_panel import SidePanel

    panel = SidePanel(themes, icons, say)
    qtbot.addWidget(panel)
    panel.resize(320, 700)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def cards(panel, article, content, five):
    """The tab 批注 with one annotation of each kind."""
    panel.show_article(article, content, five)
    return panel.annotations
