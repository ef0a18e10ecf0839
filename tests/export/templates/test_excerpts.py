"""What digests found: verbatim, with its place, division by division."""

import dataclasses

from tests.export.templates.conftest import Read

from reader.export.templates.excerpts import Excerpts
from reader.export.templates.material import Material, Options
from reader.export.templates.study import study
from reader.messages import Messages
from reader.model.blocks import Block, BlockKind
from reader.model.digest import Digest, OutlineNode
from reader.model.summary import Paragraph


def texts(excerpts: Excerpts) -> list[tuple[str, list[str]]]:
    return [(head, [item.text for item in items if isinstance(item, Paragraph)]) for head, items in excerpts.outline()]


def test_a_division_names_its_steps_or_the_sentence_worth_marking(digested: Material, say: Messages) -> None:
    net, teams, lists = texts(Excerpts([digested], say))
    assert net == (
        "健全“一张网”让服务更近",
        ["全县成立了12个乡镇“大联委”和64个村(社区)“大联席”,由县领导包联,32家单位参加。（第2段第2句）"],
    )
    assert teams[1] == ["一是网格员队伍（第3段第2句）", "二是志愿者队伍（第3段第2句）", "三是调解员队伍（第3段第2句）"]
    assert lists[1][0].startswith("由村列出“需求清单”") and lists[1][0].endswith("（第4段第2句）")


def test_a_division_without_either_begins_with_its_first_sentence(material: Material, say: Messages) -> None:
    text = "做法。甲先做。再做。\n后记。"
    nodes = (
        OutlineNode(text="做法", start=0, end=2, title="做法"),
        OutlineNode(text="后记", start=11, end=13, title="后记"),
    )
    blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in text.split("\n"))
    plain = dataclasses.replace(material, blocks=blocks, digest=Digest(outline=nodes))
    assert texts(Excerpts([plain], say)) == [("做法", ["甲先做。（第1段第2句）"]), ("后记", [])]


def test_steps_are_counted_one_level_below_the_headings_of_the_paper(material: Material, say: Messages) -> None:
    lines = ("一、建好库", "（一）信息库。摸底。", "（二）人才库。选人。", "二、做实事", "一是微网格。二是微心愿。")
    text = "\n".join(lines)

    def node(words: str, marker: str, level: int) -> OutlineNode:
        start = text.index(words)
        title = words.removeprefix(marker)
        return OutlineNode(text=words, start=start, end=start + len(words), title=title, marker=marker, level=level)

    nodes = (
        *(node("一、建好库", "一、", 1), node("（一）信息库", "（一）", 2), node("（二）人才库", "（二）", 2)),
        *(node("二、做实事", "二、", 1), node("一是微网格", "一是", 2), node("二是微心愿", "二是", 2)),
    )
    blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in lines)
    made = dataclasses.replace(material, blocks=blocks, digest=Digest(outline=nodes))
    assert texts(Excerpts([made], say)) == [
        ("建好库", ["1.信息库（第2段第1句）", "2.人才库（第3段第1句）"]),
        ("做实事", ["一是微网格（第5段第1句）", "二是微心愿（第5段第2句）"]),
    ]


def test_articles_without_a_digest_or_a_text_have_none(digested: Material, material: Material, say: Messages) -> None:
    for bare in (material, dataclasses.replace(digested, blocks=()), dataclasses.replace(digested, digest=None)):
        excerpts = Excerpts([bare], say)
        assert excerpts.outline() == [] and excerpts.key(1) == [] and excerpts.terms(9) == []


def test_the_most_frequent_terms_come_in_the_order_of_the_text(digested: Material, say: Messages) -> None:
    assert digested.digest is not None
    excerpts = Excerpts([digested], say)
    assert [term.text for _, term in excerpts.terms(3)] == [term.text for term in digested.digest.terms][:3]


def test_the_study_paper_says_what_is_done(digested: Material, other: Material, say: Messages) -> None:
    assert Read(study([digested], Options(), say)).headings[:3] == [
        "一、材料来源", "二、核心做法", "（一）健全“一张网”让服务更近",
    ]  # fmt: skip
    several = Read(study([digested, other], Options(), say))
    assert "（一）[1]健全“一张网”让服务更近" in several.headings
    assert "一是网格员队伍（[1]第3段第2句）" in several.lines()
