"""Papers as they go to a meeting: over the report that the project grew from, and over five made-up ones."""

import random
import re
from pathlib import Path

from reader.export.templates.material import Material, Options
from reader.export.templates.study import study
from reader.messages import Messages
from reader.model.annotation import Annotation, Kind
from reader.model.article import Article, Metadata
from reader.model.summary import Closing, Imprint, Masthead, Paragraph, Section, Summary, Table, TextRun
from reader.text.passages import Passages

OPTIONS = Options(
    date="2026-11-02",
    people="青禾县委党校第二学习小组",
    author="周岚",
    recipient="各乡镇党委",
    signature="青禾县委党校",
    attachments=("青禾县“一网三员”织密基层治理服务网原文（批注版）及各乡镇网格划分情况一览表", "数据表。"),
)
_WORDS = re.findall(
    r"\w+",
    "党建引领 基层治理 网格 社区 居民 议事 协商 服务 队伍 清单 项目 共建 共治 共享 平台 机制 群众 需求 资源 力量 "
    "下沉 联动 考核 培训 志愿者 楼栋长 矛盾 纠纷 化解 热线 办理 反馈 提升 满意度 覆盖 推进 落实 形成 格局 活力",
)


def seed_paper(shared: Path, count: int = 12) -> Summary:
    """The first sentences of the report, each with an annotation."""
    lines = [line.strip() for line in (shared / "corpus/seed/kaiyuan.txt").read_text("utf-8").splitlines()]
    body = "\n".join(line for line in lines if len(line) > 120 and not line.startswith("[") and "本站" not in line)
    about = Metadata(title="开原市:“一二三”模式开创党建引领基层治理新局面", published="2022-09-01")
    quotes = [body[each.start : each.end] for each in Passages(body).sentences][:count]
    passages = [Passages(body).number(body.index(quote), body.index(quote) + len(quote)) for quote in quotes]
    marks = [_mark(1, number, quote, passages[number]) for number, quote in enumerate(quotes)]
    return study([_material(1, about, marks)], OPTIONS, Messages("zh_CN"))


def five_articles(count: int = 200) -> Summary:
    """Annotations by chance, and the same ones each time, over five reports that nobody wrote."""
    source = random.Random(count)
    materials = []
    for number in range(1, 6):
        title = f"青禾县第{number}镇：{_sentence(source, 5)[:-1]}"
        about = Metadata(
            title=title, published="2026-03-09", source="云岭党建网", url=f"https://e.example/{number}.html"
        )
        quotes = [_sentence(source, source.randint(8, 22)) for _ in range(count // 5)]
        marks = [_mark(number, each, quote, f"{each // 7 + 1}-{each % 7 + 1}") for each, quote in enumerate(quotes)]
        materials.append(_material(number, about, marks))
    return study(materials, OPTIONS, Messages("zh_CN"))


def bulletin(paragraphs: int = 6, *, with_table: bool = True) -> Summary:
    """A paper with everything that stands above, beside and below a body."""
    body = tuple(plain("把基层党组织建在网格上，推动治理重心下移、服务力量下沉。") for _ in range(paragraphs))
    cells = tuple(("网格", "个", *(f"{each * 37}个\n（2-1）" for each in range(1, 9))) for _ in range(9))
    header = ("指标", "单位与口径", *(f"[{each}]县{each}" for each in range(1, 9)))
    wide = Section("二、数据对照", 1, (Table("数据对照", header, cells, (4, 4, *[3] * 8)),), is_wide=True)
    behind = Section("附件1：青禾县“一网三员”织密基层治理服务网原文（批注版）", 1, body, starts_page=True)
    return Summary(
        ("青禾县“一网三员”", "织密基层治理服务网"),
        sections=(
            Section("一、主要做法", 1, body),
            *([wide] if with_table else []),
            Section("三、启示", 1, body),
            behind,
        ),
        masthead=Masthead("青禾县学习简报", "第3期（总第17期）", "青禾县委党校", "2026年11月2日", "内部学习资料"),
        recipient="各乡镇党委",
        closing=Closing(OPTIONS.attachments, "青禾县委党校", "2026年11月2日"),
        imprint=Imprint(("报：县委常委、县人大常委会主任、县政协主席", "送：各乡镇党委"), "共印30份"),
    )


def plain(text: str) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph((TextRun(text),))


def _sentence(source: random.Random, words: int) -> str:
    parts = [
        source.choice(_WORDS) + (f"{source.randint(2, 500)}个" if source.random() < 0.1 else "") for _ in range(words)
    ]
    return "".join(part + (source.choice("，,") if source.random() < 0.2 else "") for part in parts) + "。"


def _mark(article: int, number: int, quote: str, passage: str | None) -> Annotation:
    return Annotation(
        id=f"{article * 1000 + number:032x}",
        article=f"{article:032x}",
        version=1,
        kind=list(Kind)[number % len(Kind)],
        quote=quote,
        note="可对照本县情况，待核。" if number % 3 else "",
        tags=("组织体系", "队伍") if number % 2 else (),
        passage=passage,
        owner="小林",
        due="2026-12-05",
    )


def _material(number: int, about: Metadata, marks: list[Annotation]) -> Material:
    article = Article(id=f"{number:032x}", metadata=about, added="2026-11-22T08:00:00Z")
    return Material(article, "2026-11-22", tuple(marks))
