"""Extraction as a whole where pages differ from the plain case; `test_gate.py` holds whole pages."""

# ruff: noqa: E501  lists of cases are read by rows

import time

import pytest

from reader.capture.page import extract_page

from .disguise import DISGUISES
from .extraction import FIRST, HEADING, SECOND, body_lines, page, read
from .systems import SYSTEMS


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{FIRST}</p><p>{SECOND}</p>",
        f"<div>{FIRST}<br><br>{SECOND}</div>",
        f"<span>{FIRST}<br/>{SECOND}</span>",
        f"<table><tr><td><font>{FIRST}</font></td></tr><tr><td>{SECOND}</td></tr></table>",
        f"<div><div><section><p><span>{FIRST}</span></p></section></div><p>{SECOND}</p></div>",
        f"<form><p>{FIRST}<p>{SECOND}</form>",
        f"<div style='visibility:hidden'><p>{FIRST}</p><p>{SECOND}</p></div>",
        f"<div class='print share'><p>{FIRST}</p><p>{SECOND}</p></div>",
        f"<div class=lead><p>{FIRST}</p></div><div class=box><div><p>{SECOND}</p></div></div>",
        f"<p>{FIRST}</p><p>{SECOND}</p><p>责任编辑：何田</p><h3>相关阅读</h3><p>{'别的文章的导语，写得很长，' * 12}</p>",
        f"<p>云岭市：小网格</p><p>托起大民生</p><p>——云岭市推进基层治理纪实</p><p>本报记者 林青</p><p>{FIRST}</p><p>{SECOND}</p>",
        f"<p>{FIRST}</p><p>{SECOND}</p><p>{FIRST}</p><p>{SECOND}</p>".replace("。", "，一年来没有停过，也不会停。"),
    ],
)
def test_the_body_and_nothing_else(body):
    found = body_lines(page(f"{HEADING}<div>{body}</div>"))
    assert [line[:8] for line in found] == [FIRST[:8], SECOND[:8]]


@pytest.mark.parametrize("text", ["收到。", "同意，请抓紧办理。", "3月12日，东岭镇开展植树活动，栽树1200株。"])
def test_a_short_body_is_never_lost(text):
    sidebar = "".join(f"<li><a href=/{i}>云岭市召开第{i}次会议</a></li>" for i in range(20))
    assert text in body_lines(page(f"{HEADING}<div class=TRS_Editor><p>{text}</p></div><ul>{sidebar}</ul>"))


def test_a_table_of_figures_and_a_list_survive():
    table = "<table><tr><th>镇</th><th>户</th></tr><tr><td>东岭</td><td>12</td></tr></table>"
    found = body_lines(
        page(f"{HEADING}<div><p>{FIRST}</p>{table}<ol><li>摸清底数</li><li>建好台账</li></ol><p>{SECOND}</p></div>")
    )
    assert found == [FIRST, "镇\t户", "东岭\t12", "摸清底数", "建好台账", SECOND]


def test_lazy_images_and_relative_addresses():
    body = (
        f"{HEADING}<div><p>{FIRST}</p><p><img src=/blank.gif data-original=pic/1.jpg></p>"
        f"<p><img src='data:image/gif;base64,R0lG' ></p><p><img src=dot.gif width=1 height=1></p><p>{SECOND}</p></div>"
    )
    assert read(page(body), "http://a.example/news/1.html")["images"] == ["http://a.example/news/pic/1.jpg"]
    based = page(body, head="<base href='http://b.example/x/'>")
    assert read(based, "http://a.example/news/1.html")["images"] == ["http://b.example/x/pic/1.jpg"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FIRST * 3, "zh"),
        ("The council met on Tuesday and agreed. " * 5, "en"),
        ("会議はきのう開かれ、みんなが賛成しました。" * 3, "ja"),
    ],
)
def test_language(text, language):
    assert extract_page(page(f"<div><p>{text}</p><p>{text}x</p></div>"), None).language == language


def test_a_local_page_costs_little(parser):
    from reader.capture import capture

    data = page(HEADING + "<div>" + f"<p>{FIRST}{SECOND}</p>" * 24 + "</div>").encode()
    times = []
    for _ in range(8):
        start = time.perf_counter()
        capture("-", data=data, parser=parser)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.08


@pytest.mark.parametrize("disguise", ["", "without_names"])
@pytest.mark.parametrize("built", SYSTEMS, ids=lambda built: built.system)
def test_pages_as_publishing_systems_build_them(built, disguise):
    markup = DISGUISES[disguise](built.markup) if disguise else built.markup
    found = read(markup, "http://www.yunling.example/a.html")
    assert (found["title"], found["published"], found["source"], found["author"]) == (
        built.title,
        "2026-03-02",
        built.source,
        built.author,
    )
    assert [line for line in found["body"].split("\n") if line] == list(built.body)
