"""Where a line stands on the page."""

import pytest

from reader.capture.position import leading_lines, speaking_weights

from .extraction import FIRST, SECOND, body_lines, page, shown

TITLE = "云岭市：小网格托起大民生"


def weights(markup: str, title: str = TITLE) -> dict[str, float]:
    """Text → how much of its weight counts."""
    lines = shown(f"<body>{markup}</body>")
    return {
        line.text: round(weight / line.weight, 2) if line.weight else 0.0
        for line, weight in zip(lines, speaking_weights(lines, title), strict=True)
    }


def test_text_between_the_title_and_the_editors_counts_whole():
    found = weights(
        f"<p>导读：{SECOND}</p><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p><p>责任编辑：何田</p><p>评论：{SECOND}</p>"
    )
    assert found[FIRST] == found[SECOND] == 1
    assert found[f"导读：{SECOND}"] == 0.3
    assert found[f"评论：{SECOND}"] == 0.15
    assert found["责任编辑：何田"] == 0


def test_furniture_does_not_count():
    assert weights(f"<h1>{TITLE}</h1><p>2025-03-18 来源：云岭日报</p><p>{FIRST}</p>")["2025-03-18 来源：云岭日报"] == 0


def test_an_editor_above_the_text_does_not_end_it():
    assert weights(f"<h1>{TITLE}</h1><p>责任编辑：何田</p><p>{FIRST}</p>")[FIRST] == 1


def test_of_several_titles_the_one_with_text_below():
    """Breadcrumbs and lists of neighbours repeat it."""
    found = weights(f"<p>{TITLE}</p><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p><p>上一篇的话。</p><p>{TITLE}</p>")
    assert found[FIRST] == 1


def test_without_a_title_everything_counts():
    assert weights(f"<p>{FIRST}</p>", title="")[FIRST] == 1


def lead(markup: str) -> list[str]:
    return [line.text for line in leading_lines(shown(f"<body>{markup}</body>"), TITLE)]


def test_the_lead_in_a_box_of_its_own_belongs_to_the_article():
    assert lead(f"<h1>{TITLE}</h1><p>2025-03-18 来源：云岭日报</p><p>{FIRST}</p>") == [FIRST]
    assert lead(f"<h1>{TITLE}</h1><p>{FIRST}</p><p><img src=a.png></p><p>{SECOND}</p>") == [FIRST, SECOND]


def test_what_is_no_lead():
    assert lead(f"<p>{FIRST}</p><p>2025-03-18 来源：云岭日报</p>") == []
    assert lead(f"<p>{FIRST}</p><p>短句。</p>") == []
    assert lead(f"<p><a href=/1>{FIRST}</a></p>") == []
    assert lead(f"<p>{FIRST}</p><h1>{TITLE}</h1>") == []


SHORT = ["经研究，同意林晚同志任职。", "停水通知：明日8时至12时停水。", "青禾区今日起开通12345热线网格专线。欢迎拨打。"]
SIDE = f"<div class=r><h4>政策解读</h4><p>{FIRST}</p></div>"


@pytest.mark.parametrize("body", SHORT)
@pytest.mark.parametrize(
    "markup",
    [
        "<h1>任职通知</h1><p>2026-03-02 来源：区政府办</p><p>{body}</p>",
        "<table><tr><td><b>任职通知</b></td></tr><tr><td>发布时间：2026-03-02</td></tr><tr><td>{body}</td></tr></table>",
        "<div><h3>任职通知</h3><p>2026-03-02 08:00</p><div>{body}</div><div>打印 关闭</div></div>" + SIDE,
    ],
    ids=["plain", "table", "beside longer text"],
)
def test_a_notice_of_one_sentence_is_found(markup, body):
    assert body_lines(page(markup.replace("{body}", body), title="任职通知_云岭市人民政府")) == [body]
