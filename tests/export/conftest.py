"""A paper over a made-up report, for the tests of all writers, and how its documents are read back."""

import dataclasses
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from typing import Any

import pikepdf
import pytest
from lxml import etree
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontDatabase, QImage, QPainter

from reader.digest.quotation import figures_of
from reader.export import docx
from reader.export.fonts import Families, choose
from reader.export.pdf_setting import Typesetter
from reader.export.pdf_strokes import Stroke
from reader.export.templates.fulltext import fulltext
from reader.export.templates.material import Material, Options
from reader.export.templates.study import study
from reader.messages import Messages
from reader.model.annotation import Annotation, Kind
from reader.model.article import Article, Metadata
from reader.model.blocks import Block, BlockKind, canonical_text
from reader.model.summary import (
    Closing,
    Form,
    Imprint,
    ListEntry,
    Masthead,
    NumberedList,
    Paragraph,
    Picture,
    Section,
    Summary,
    Table,
    TextRun,
)
from reader.text.folding import squeeze
from reader.text.passages import Passages

TEXT = """近年来,青禾县以“一网三员”为抓手,把党的工作做到群众家门口,逐步形成县、乡、村三级联动的治理格局。
健全“一张网”让服务更近。全县成立了12个乡镇“大联委”和64个村(社区)“大联席”,由县领导包联,32家单位参加。建立了议事协商、定期联席等5项制度。
用好“三支队伍”让力量下沉。一是网格员队伍,按照每个网格280户的标准,划分网格416个;二是志愿者队伍,依托“银龄课堂”——“邻里驿站”开展活动137次;三是调解员队伍。
落实“三张清单”见实效。由村列出“需求清单”,单位列出“资源清单”,共同确定“项目清单”58张,帮助解决难题203个,群众说“有人问、有人管、有人办”。"""

SITE = "https://www.qinghe.example/art/2026/3/9/art_17_204.html"
METADATA = Metadata(
    title="青禾县:“一网三员”织密基层治理服务网",
    published="2026-03-09",
    source="云岭党建网",
    author=None,
    original_url=SITE,
    language="zh",
)
OTHER = Metadata(
    title="白石镇“板凳会”把问题解决在家门口",
    published="2025-11-30",
    source="云岭日报",
    author="赵一、钱二、孙三、李四",
    url="https://news.baishi.example/2025/11/30/bdh.html",
    original_url="https://paper.yunling.example/bdh",
    site="news.baishi.example",
    language="zh",
)


def mark(number: int, kind: Kind, quote: str = "", note: str = "", *tags: str, **more: Any) -> Annotation:
    start = TEXT.index(quote) if quote else None
    end = None if start is None else start + len(quote)
    passage = None if start is None or end is None else Passages(TEXT).number(start, end)
    place = {"start": start, "end": end, "passage": passage}
    base = {"id": f"{number:032x}", "article": "a" * 32, "version": 1, "kind": kind, "creator": "周岚"}
    return Annotation(**{**base, "quote": quote, "note": note, "tags": tags, **place, **more})


MARKS = (
    mark(1, Kind.KEY, "成立了12个乡镇“大联委”和64个村(社区)“大联席”", "先搭架子、再建制度。\n可对照本县。", "组织体系"),
    mark(2, Kind.KEY, "依托“银龄课堂”——“邻里驿站”开展活动137次", "", "队伍"),
    mark(3, Kind.BORROW, "由村列出“需求清单”,单位列出“资源清单”,共同确定“项目清单”58张", "三张清单可直接借用。"),
    mark(4, Kind.DATA, "按照每个网格280户的标准,划分网格416个", "280×416≈11.6万户,与户籍数吻合?", "数据", "待核"),
    mark(5, Kind.QUESTION, "32家单位参加", "包联单位怎样考核?", "研讨"),
    mark(6, Kind.QUESTION, "", "经费从哪里来?"),
    mark(7, Kind.ACTION, "建立了议事协商、定期联席等5项制度", "拟订本镇议事规则", owner="小林", due="2026-12-05"),
    mark(8, Kind.KEY, "建立了议事协商、定期联席等5项制度。\n用好“三支队伍”让力量下沉。", "跨段的一处。"),
    dataclasses.replace(mark(9, Kind.KEY, note="旧版里的话。", orphan=True), quote="这一句后来被删去", passage="2-4"),
)


@pytest.fixture(scope="session")
def text() -> str:
    return TEXT


@pytest.fixture(scope="session")
def say() -> Messages:
    return Messages("zh_CN")


@pytest.fixture(scope="session")
def material() -> Material:
    article = Article(id="a" * 32, metadata=METADATA, added="2026-11-22T08:00:00Z", tags=("基层治理",))
    data = next(each for each in MARKS if each.kind is Kind.DATA)
    return Material(article, "2026-11-22", MARKS, figures={data.id: tuple(figures_of(data.quote))})


@pytest.fixture(scope="session")
def other() -> Material:
    article = Article(id="b" * 32, metadata=OTHER, added="2026-11-22T08:00:00Z")
    marks = (
        dataclasses.replace(mark(20, Kind.KEY, note="群众坐下来,话就多了。"), quote="板凳会一月一开", passage="1-2"),
        dataclasses.replace(mark(21, Kind.BORROW), quote="问题不过夜", passage="2-1", creator="吴桐"),
    )
    return Material(article, "2026-11-20", marks)


@pytest.fixture(scope="session")
def options() -> Options:
    return Options(title="青禾县“一网三员”\n基层治理学习研讨材料", date="2026-11-02", people="青禾县委党校第二学习小组")


@pytest.fixture(scope="session")
def paper(material: Material, options: Options, say: Messages) -> Summary:
    return study([material], options, say)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str) and type(value) is str:
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)
    elif dataclasses.is_dataclass(value):
        for each in dataclasses.fields(value):
            yield from _strings(getattr(value, each.name))


@pytest.fixture(scope="session")
def printed() -> Callable[[Summary], list[str]]:
    """Every text of a paper that has to be found in each of its documents."""

    def strings(summary: Summary) -> list[str]:
        found = [*summary.title, summary.subtitle, *(each.text + each.note for each in summary.references)]
        for section in summary.sections:
            for value in _strings(dataclasses.replace(section, items=(), block="")):
                found.append(value)
            for item in _items(section.items):
                found += item
        return [string for string in found if string]

    return strings


def _items(items: tuple[Any, ...]) -> Iterator[list[str]]:
    hidden = {"passage", "id", "description", "due", "created", "author", "media_type"}
    for item in items:
        if isinstance(item, tuple):
            yield from _items(item)
        elif dataclasses.is_dataclass(item):
            values = {each.name: getattr(item, each.name) for each in dataclasses.fields(item)}
            for name, value in values.items():
                if name in hidden or isinstance(value, Enum):
                    continue
                if isinstance(value, str):
                    yield [value]
                elif isinstance(value, tuple):
                    yield from _items(value)
                elif value is not None:
                    yield from _items((value,))
        elif isinstance(item, str):
            yield [item]


HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "[x](javascript:alert(1)) ![y](http://e.example/t.png) <http://e.example>",
    "=SUM(A1)+cmd|' /C calc'!A0 {{7*7}} ${7*7} $x^2$",
    "# not a heading\n- not a list\n1. nor this\n> nor a quote\n---\n***\n```\ncode",
    "**bold** _it_ `code` ~~no~~ ==mark== %%hidden%% ^[foot] [[link]] #tag &amp; &lt;b&gt; a|b\\",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
    '</style></title></main>"\'><a href="javascript:alert(1)">',
    "大户民⼤⼾⺠·Ω——…“”‘’Á é ﬁ 𬭎𠮷 naïve 12-34 a-b",
    "<w:p/> ]]> <!-- x --> DDEAUTO INCLUDETEXT",
)


@pytest.fixture(scope="session")
def hostile(material: Material, options: Options, say: Messages) -> Summary:
    """A paper whose every text tries to be something else."""
    marks = []
    for number, each in enumerate(HOSTILE):
        for order, kind in enumerate(Kind):
            base = mark(100 * number + order, kind, note=f"note {each}", owner=each, due=each)
            marks.append(dataclasses.replace(base, quote=each, passage="1-1", tags=(each,), creator=each))
    about = dataclasses.replace(METADATA, title=HOSTILE[0] + HOSTILE[6], source=HOSTILE[1], url=HOSTILE[6])
    article = dataclasses.replace(material.article, metadata=about, tags=HOSTILE)
    chosen = dataclasses.replace(options, title=HOSTILE[4], people=HOSTILE[0], date=HOSTILE[3], with_creator=True)
    return study([dataclasses.replace(material, article=article, annotations=tuple(marks))], chosen, say)


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Document:
    """The parts of a DOCX."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def xml(self, part: str) -> Any:
        return etree.fromstring(self.parts[f"word/{part}.xml"])

    def text(self, part: str = "document") -> str:
        return squeeze("".join(node.text or "" for node in self.xml(part).iter(W + "t")))

    def style(self, name: str) -> Any:
        return next(
            style for style in self.xml("styles").iter(W + "style") if style.find(W + "name").get(W + "val") == name
        )


def attributes(element: Any) -> dict[str, str]:
    return {name.removeprefix(W): value for name, value in element.attrib.items()}


@pytest.fixture(scope="session")
def made(paper: Summary) -> Document:
    """The paper as DOCX."""
    return Document(docx.render(paper))


@pytest.fixture(scope="session")
def chinese_font(qapp: object) -> None:
    """The test is skipped where no Chinese font is installed."""
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        pytest.skip("no Chinese font is installed")


@pytest.fixture(scope="session")
def families(chinese_font: None) -> Families:
    """The installed fonts that papers are set in."""
    chosen = choose(QFontDatabase.families(), QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
    assert chosen is not None
    return chosen


@pytest.fixture
def setter(families: Families) -> Typesetter:
    return Typesetter(families)


def told(stroke: Stroke) -> list[str]:
    """What each glyph of a line of set text stands for, as it is told while it is drawn."""
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        return stroke.draw(painter, QPointF())
    finally:
        painter.end()


def written(stroke: Stroke) -> str:
    """What a line of set text says."""
    return "".join(told(stroke))


def one(*texts: str, language: str = "zh_CN") -> Summary:
    """A paper with a paragraph for each text."""
    items = tuple(Paragraph((TextRun(text),)) for text in texts)
    return Summary(("题",), sections=(Section("一、题", 1, items),), language=language)


PAGE_NUMBER = re.compile(r"—\s*\d+\s*—")


def copied(data: bytes) -> str:
    """The text of all pages of a PDF in the order of drawing, by the file's own ToUnicode maps; no page numbers."""
    texts = []
    with pikepdf.open(io.BytesIO(data)) as document:
        for page in document.pages:
            maps = {name: _to_unicode(font) for name, font in page.Resources.Font.items()}
            current: dict[int, str] = {}
            for match in re.finditer(rb"(/F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj", page.Contents.read_bytes()):
                if match[1]:
                    current = maps[match[1].decode()]
                else:
                    codes = [int(match[2][at : at + 4], 16) for at in range(0, len(match[2]), 4)]
                    texts.append("".join(current.get(code, "") for code in codes))
    return PAGE_NUMBER.sub("", "".join(texts))


def _to_unicode(font: Any) -> dict[int, str]:
    entries = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>\n", font.ToUnicode.read_bytes())
    return {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in entries if text != b"FFFF"
    }


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001f61738550000"
    "000049454e44ae426082"
)


@pytest.fixture(scope="session")
def complete(paper: Summary) -> Summary:
    """A paper that has every part that a paper can have."""
    words = (
        Paragraph((TextRun("清单", strong=True), TextRun("管用", strong=True), TextRun(" 好，", footnote=1))),
        Paragraph((TextRun("一、搭起架子"),), Form.HEADING, 1),
        Paragraph((TextRun("1. 摸清底数"),), Form.ENTRY, 2),
        Paragraph((TextRun("图1 议事现场"),), Form.CAPTION),
        Paragraph((TextRun("编者按：值得一读。"),), Form.REMARK),
        Picture(PNG, "image/png", 1, 1, "图2 板凳会", "几个人坐着"),
        NumberedList((ListEntry("没有出处的问题?"),)),
        Table("", ("表头甲",), (("单元格乙",),), (1,)),
    )
    return dataclasses.replace(
        paper,
        masthead=Masthead("青禾工作简报", "第3期（总第12期）", "青禾县委办公室", "2026年11月2日", "内部学习资料"),
        recipient="各乡镇党委",
        sections=(
            *paper.sections,
            Section("六、原文", 1, words),
            Section("", 1, (Paragraph((TextRun("不带标题的一段。"),)),)),
            Section("附件1：议事规则", 1, (Paragraph((TextRun("规则全文。"),)),), starts_page=True),
        ),
        closing=Closing(("议事规则。", "网格清单"), "青禾县委办公室", "2026年11月2日"),
        imprint=Imprint(("报：市委办公室", "送：各乡镇"), "共印30份"),
        author="周岚",
    )


COMPLETE = (
    "内部学习资料", "青禾工作简报", "第3期（总第12期）", "青禾县委办公室", "2026年11月2日", "各乡镇党委：",
    "清单管用 好，", "一、搭起架子", "1. 摸清底数", "图1 议事现场", "编者按：值得一读。", "图2 板凳会",
    "没有出处的问题?", "表头甲", "单元格乙", "不带标题的一段。", "附件：1. 议事规则", "2. 网格清单",
    "青禾县委办公室", "参考文献", "附件1：议事规则", "规则全文。", "报：市委办公室", "送：各乡镇", "共印30份",
)  # fmt: skip
"""What a reader of `complete` sees, in this order; the quotations of `paper` stand somewhere between."""


def whole(*blocks: Block, marks: Iterable[tuple[int, int]] = (), **more: Any) -> Material:
    """An article with these blocks and a mark, of each kind in turn, on each of these spans of its text."""
    text, kinds = canonical_text(blocks), list(Kind)
    made = [
        Annotation(
            **{
                "id": f"{number:032x}", "article": "a" * 32, "version": 1, "kind": kinds[number % 5],
                "quote": text[start:end], "start": start, "end": end, "passage": Passages(text).number(start, end),
                "note": f"批注之{number}", "creator": "周岚", "created": "2026-11-02T08:00:00Z",
                **more,
            }
        )
        for number, (start, end) in enumerate(marks)
    ]
    article = Article(id="a" * 32, metadata=METADATA, added="2026-11-22T08:00:00Z")
    return Material(article, "2026-11-22", tuple(made), blocks=blocks)


def paragraphs(text: str) -> tuple[Block, ...]:
    return tuple(Block(BlockKind.PARAGRAPH, line) for line in text.split("\n"))


@pytest.fixture(scope="session")
def annotated(say: Messages) -> Summary:
    """批注版全文 of the report: marks that overlap, cross three paragraphs, stand in a table, say nothing more."""
    row = BlockKind.TABLE_ROW
    blocks = (
        *paragraphs(TEXT),
        Block(BlockKind.HEADING, "附：数据", level=2),
        Block(row, "乡镇\t网格数", header=True),
        Block(row, "青石镇\t37个"),
        Block(BlockKind.LIST_ITEM, "定期联席。", marker="1."),
        Block(BlockKind.QUOTE, "群众的事群众商量着办。"),
    )
    text = canonical_text(blocks)
    quotes = ("县、乡、村三级联动", "乡、村三级联动的治理格局", "青石镇\t37个", "群众商量着办", "数据\n乡镇")
    spans = [(text.index(quote), text.index(quote) + len(quote)) for quote in quotes]
    spans.append((text.index("由县领导包联"), text.index("落实“三张清单”") + 3))
    made = whole(*blocks, marks=sorted(spans))
    silent = dataclasses.replace(made.annotations[0], note="")
    marks = (silent, *made.annotations[1:], *(each for each in MARKS if each.orphan or not each.quote))
    return fulltext([dataclasses.replace(made, annotations=marks)], Options(author="周岚"), say)


@pytest.fixture(scope="session")
def annotated_hostile(say: Messages) -> Summary:
    """批注版全文 of an article that tries to be something else, marked in the middle of it, as are its notes."""
    lines = [Block(BlockKind.PARAGRAPH, line) for each in HOSTILE for line in each.split("\n")]
    text = canonical_text(lines)
    spans = [(at, at + 9) for at in range(0, len(text) - 9, 5)]
    made = whole(*lines, marks=spans)
    said = {"tags": HOSTILE[:1], "owner": HOSTILE[1], "due": HOSTILE[4]}
    marks = [
        dataclasses.replace(each, note=HOSTILE[number % len(HOSTILE)], **said)
        for number, each in enumerate(made.annotations)
    ]
    return fulltext([dataclasses.replace(made, annotations=tuple(marks))], Options(), say)
