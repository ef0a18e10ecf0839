"""The title of a page."""

# ruff: noqa: E501  lists of cases are read by rows

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.capture.titles import without_site

from .extraction import FIRST, SECOND, page, read


@pytest.mark.parametrize(
    ("title", "top", "expected"),
    [
        ("云岭市：小网格托起大民生_工作动态_云岭市人民政府", "", "云岭市：小网格托起大民生"),
        ("云岭市：小网格托起大民生 - 云岭日报", "", "云岭市：小网格托起大民生"),
        ("云岭市：小网格托起大民生--地方--云岭网", "", "云岭市：小网格托起大民生"),
        ("云岭网", "<h1>云岭市：小网格托起大民生</h1>", "云岭市：小网格托起大民生"),
        ("", "<div class=title>云岭市：小网格托起大民生</div>", "云岭市：小网格托起大民生"),
        ("云岭市：小网格托起…_云岭网", "<h2>云岭市：小网格托起大民生</h2>", "云岭市：小网格托起大民生"),
        ("云岭市：小网格托起大...-云岭网", "<p>云岭市：小网格托起大民生</p>", "云岭市：小网格托起大民生"),
        ("云岭市政府网 要闻 云岭市：小网格托起大民生", "<p>云岭市：小网格托起大民生</p>", "云岭市：小网格托起大民生"),
        ("文章内容_云岭市民政局", "<p>云岭市：小网格托起大民生</p><p>2025-03-18 09:20 来源：云岭日报</p>", "云岭市：小网格托起大民生"),
        ("", "<p>云岭市：小网格托起大民生</p><p>云政发〔2025〕1号</p><p>2025-03-18 09:20</p>", "云岭市：小网格托起大民生"),
        ("信息公开", "<table><tr><td>标 题：</td><td>云岭市：小网格托起大民生</td></tr></table>", "云岭市：小网格托起大民生"),
        ("云岭市：小网格托起大民生_云岭网", "<p>云岭市：</p><p>小网格托起大民生</p>", "云岭市：小网格托起大民生"),
        ("要闻 - 云岭市：小网格托起大民生", "<p>要闻</p><h1>云岭市：小网格托起大民生</h1>", "云岭市：小网格托起大民生"),
        ("“十四五”—关键之年", "", "“十四五”—关键之年"),
        ("COVID-19 防控工作", "", "COVID-19 防控工作"),
    ],
)
def test_titles(title, top, expected):
    assert read(page(f"<div><p>{FIRST}</p><p>{SECOND}</p></div>", title=title, top=top))["title"] == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        # What the page declares wins over a heading that says less, and is shown as the page shows it.
        ("<meta name=ArticleTitle content='青禾县：一网统管见实效'><title>青禾县政府网</title><h1>青禾县</h1>", "青禾县：一网统管见实效"),
        ("<meta name=ArticleTitle content=青禾县：一网统管见实效——基层治理观察><h1>青禾县：一网统管见实效</h1><p>——基层治理观察</p>", "青禾县：一网统管见实效——基层治理观察"),
        ("<title>青禾县：一网统管见实效_云岭网</title><h1>云岭日报</h1><h2>青禾县：一网统管见实效</h2>", "青禾县：一网统管见实效"),
        ("<title>要闻</title><h3>今日天气</h3><h1>青禾县：一网统管见实效</h1>", "青禾县：一网统管见实效"),
        ("<title>&lt;b&gt;青禾县：一网统管见实效&lt;/b&gt;</title>", "青禾县：一网统管见实效"),
    ],
)
def test_which_title_is_taken(markup, expected):
    assert read(f"<html><body>{markup}<div><p>{FIRST}</p><p>{SECOND}</p></div></body></html>")["title"] == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("青禾县推进网格工作 | 云岭时报", "青禾县推进网格工作"),
        ("青禾县推进网格工作_要闻_云岭网", "青禾县推进网格工作"),
        ("青禾县推进网格工作 - 青禾在线", "青禾县推进网格工作"),
        ("青禾县推进网格工作-yunling.example", "青禾县推进网格工作"),
        ("一网-统管", "一网-统管"),
        ("云岭网", "云岭网"),
    ],
)
def test_the_name_of_the_site_goes(title, expected):
    assert without_site(title, "yunling.example") == expected


@given(st.lists(st.sampled_from(["云岭网", "青禾县", "要闻", "_", " - ", "|", "--", "—", " ", "A"]), max_size=8).map("".join))
def test_what_is_left_is_the_beginning_of_the_title(title):
    left = without_site(title, "云岭网")
    assert left in title
