"""Figures of a report: in headline and body, each with its sentence."""

from hypothesis import given
from hypothesis import strategies as st

from reader.digest import digest_article, digest_text
from reader.digest.figures import figures
from reader.digest.report import plain_report
from reader.model.article import Metadata
from reader.model.blocks import Block, BlockKind, Span
from reader.model.digest import Field, FigureKind

TEXT = """清河市：448个网格托起大民生
发布时间：2024-03-05 来源：清河党建
全市划分网格448个,配备网格员1.3万余人。解决率、满意率分别从53%、65%大幅提升至97%。
上一篇：下一篇：
版权所有 12345热线 浏览次数：300次
"""


def test_figures_stand_in_headline_and_body_with_value_object_and_sentence() -> None:
    found = figures(plain_report(TEXT), [])
    assert [(each.text, each.value, each.unit, each.approx, each.kind, each.object) for each in found] == [
        ("448个", 448, "个", "", FigureKind.COUNT, "网格"),
        ("448个", 448, "个", "", FigureKind.COUNT, "网格"),
        ("1.3万余人", 13_000, "人", "余", FigureKind.COUNT, "网格员"),
        ("53%", 53, "%", "", FigureKind.PERCENT, "解决率"),
        ("65%", 65, "%", "", FigureKind.PERCENT, "满意率"),
        ("97%", 97, "%", "", FigureKind.PERCENT, "解决率、满意率"),
    ]
    assert TEXT[slice(*found[2].sentence)] == "全市划分网格448个,配备网格员1.3万余人。"
    assert all(TEXT[each.start : each.end] == each.text for each in found)


def test_nothing_within_blocked_spans_is_a_figure() -> None:
    report = plain_report("清河市做法\n落实“三项举措”，划分网格448个。")
    place = report.text.index("三项")
    assert [each.text for each in figures(report, [])] == ["三项", "448个"]
    assert [each.text for each in figures(report, [Span(place, place + 4)])] == ["448个"]
    assert figures(report, [Span(0, 9), Span(3, 40)]) == []


def test_the_pipeline_leaves_out_dates_terms_documents_and_markers() -> None:
    text = (
        "清河市做法\n一、健全机制\n2024年3月5日，清河市印发《2024年三项行动方案》，推行“1+8+N”模式，"
        "一是划分448个网格；二是建立8个队伍。"
    )
    assert [each.text for each in digest_text(text).figures] == ["448个", "8个"]


def test_in_an_article_they_stand_in_the_title_or_in_the_canonical_text() -> None:
    blocks = [Block(BlockKind.PARAGRAPH, "全市划分网格448个。")]
    headline, body = digest_article(Metadata(title="清河市：12个网格"), blocks).figures
    assert (headline.field, headline.start, headline.object) == (Field.TITLE, 4, "网格")
    assert (body.field, body.start, body.sentence) == (Field.BODY, 6, Span(0, 11))


@given(
    st.text(
        "0123456789,.%万亿两三个名户年约近余—、每的分别从至增长“”（）社区网格党员。\n \u3000\ud800\u202e𠮷⽹",
        max_size=60,
    )
)
def test_offsets_hold_in_any_text(text: str) -> None:
    report = plain_report(text)
    found = figures(report, [])
    assert found == figures(plain_report(text), [])
    done = 0
    for each in found:
        assert done <= each.start < each.end and text[each.start : each.end] == each.text
        assert each.sentence.start <= each.start < each.end <= each.sentence.end
        done = each.end
