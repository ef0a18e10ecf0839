"""The form in which every layer reads a report."""

from hypothesis import given
from hypothesis import strategies as st

from reader.digest.report import Report, article_report, plain_report
from reader.model.article import Metadata
from reader.model.blocks import Block, BlockKind, canonical_text
from reader.text.dumps import Part

DUMP = """首页 > 新闻 > 正文

清河市:“三联”模式走出新路

发布时间:2026-05-06 来源:清河日报 作者:李明

　　清河市建立“三联”工作法,服务群众１２００余人次。效果好。
　　全市划分网格88个,每个网格都有党支部,把走访、议事、办事三件事做在居民家门口,一年下来诉求明显减少,居民说变化就在身边。

责任编辑:王芳
版权所有 清河市人民政府办公室
"""


def test_furniture_is_blank_for_the_rules_and_body_keeps_its_place() -> None:
    report = plain_report(DUMP)
    assert len(report.content) == len(report.body) == len(report.dated) == len(DUMP)
    at = DUMP.index("１２００")
    assert report.body[at : at + 4] == "1200"
    assert "版权所有" not in report.content and "首页" not in report.content
    assert "三联”模式走出新路" in report.content and "三联”模式走出新路" not in report.body
    assert "2026-05-06" in report.dated and "2026-05-06" not in report.content


def test_sentences_stand_in_body_and_headline_without_their_indentation() -> None:
    report = plain_report(DUMP)
    said = [DUMP[sentence.start : sentence.end] for sentence in report.sentences]
    assert said == [
        "清河市:“三联”模式走出新路",
        "清河市建立“三联”工作法,服务群众１２００余人次。",
        "效果好。",
        "全市划分网格88个,每个网格都有党支部,把走访、议事、办事三件事做在居民家门口,一年下来诉求明显减少,居民说变化就在身边。",
    ]
    at = DUMP.index("余人次")
    found = report.sentence_at(at)
    assert found.start <= at < found.end


def test_an_article_is_its_headline_and_its_blocks() -> None:
    blocks = (
        Block(BlockKind.HEADING, "一、做法", level=2),
        Block(BlockKind.PARAGRAPH, "　　划分网格88个。"),
        Block(BlockKind.IMAGE),
        Block(BlockKind.TABLE_ROW, "网格\t88"),
    )
    report = article_report(Metadata("清河市的\n做法"), blocks)
    assert report.text[report.offset :] == canonical_text(blocks)
    assert report.title is not None and report.text[: report.title.end] == "清河市的 做法"
    shown = [(report.text[line.start : line.end], line.kind, line.level) for line in report.body_lines]
    assert shown == [
        ("一、做法", BlockKind.HEADING, 2),
        ("划分网格88个。", BlockKind.PARAGRAPH, 0),
        ("网格\t88", BlockKind.TABLE_ROW, 0),
    ]


@given(st.text(st.sampled_from("一二。\n \u3000\t1a“”《》：发布时间来源2026-")))
def test_every_line_is_where_it_says(text: str) -> None:
    report = plain_report(text)
    for line in report.lines:
        stored = text[line.start : line.end]
        assert stored and "\n" not in stored
        assert line.part in Part
        if line.part is Part.BODY:
            assert report.body[line.start : line.end] == report.shadow[line.start : line.end]
    _check_faces(report)


def _check_faces(report: Report) -> None:
    for face in (report.content, report.body, report.dated):
        assert len(face) == len(report.text)
        assert all(drawn in (" ", "\n", kept) for drawn, kept in zip(face, report.shadow, strict=True))


def test_the_author_is_given_as_printed_though_it_names_nobody() -> None:
    assert plain_report(DUMP).meta.author == "李明"
    assert plain_report(DUMP.replace("李明", "佚名")).meta.author == "佚名"
    assert plain_report("清河市今年修了路。").meta.author is None
