"""Extraction where pages differ from the plain case; `test_gate.py` holds whole pages."""

# ruff: noqa: E501  lists of cases are read by rows

import time

import pytest

from reader.capture.page import extract_page
from reader.capture.scoring import extract

FIRST = "近年来，云岭市把网格作为基层治理的最小单元，选派网格员126名，走访群众3800余户。"
SECOND = "下一步，该市将继续完善工作机制，把问题解决在群众家门口，让群众的获得感更加充实。"


def page(body: str, *, title: str = "云岭市：小网格托起大民生", head: str = "", top: str = "") -> str:
    """A page around a body."""
    return (
        f"<html><head><title>{title}</title>{head}</head><body><div class=nav><a href=/>首页</a></div>{top}"
        f"{body}<div class=foot>版权所有：云岭网 滇ICP备00000001号</div></body></html>"
    )


def read(markup: str, url: str = "") -> dict:
    return extract(markup.encode(), url)


def lines(markup: str) -> list[str]:
    return [line for line in read(markup)["body"].split("\n") if line]


HEADING = "<h1>云岭市：小网格托起大民生</h1><p>2025-03-18 09:20 来源：云岭日报</p>"


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
    found = lines(page(f"{HEADING}<div>{body}</div>"))
    assert [line[:8] for line in found] == [FIRST[:8], SECOND[:8]]


@pytest.mark.parametrize("text", ["收到。", "同意，请抓紧办理。", "3月12日，东岭镇开展植树活动，栽树1200株。"])
def test_a_short_body_is_never_lost(text):
    sidebar = "".join(f"<li><a href=/{i}>云岭市召开第{i}次会议</a></li>" for i in range(20))
    assert text in lines(page(f"{HEADING}<div class=TRS_Editor><p>{text}</p></div><ul>{sidebar}</ul>"))


def test_a_table_of_figures_and_a_list_survive():
    table = "<table><tr><th>镇</th><th>户</th></tr><tr><td>东岭</td><td>12</td></tr></table>"
    found = lines(
        page(f"{HEADING}<div><p>{FIRST}</p>{table}<ol><li>摸清底数</li><li>建好台账</li></ol><p>{SECOND}</p></div>")
    )
    assert found == [FIRST, "镇\t户", "东岭\t12", "摸清底数", "建好台账", SECOND]


def test_attachments_stay_and_other_links_go():
    links = "".join(f"<p><a href='/{i}.html'>云岭市召开第{i}次会议</a></p>" for i in range(4))
    found = lines(
        page(f"{HEADING}<div><p>{FIRST}</p><p>{SECOND}</p><p>附件：<a href=/a.docx>办法.docx</a></p>{links}</div>")
    )
    assert found[2:] == ["附件：办法.docx"]


@pytest.mark.parametrize(
    ("title", "top", "expected"),
    [
        ("云岭市：小网格托起大民生_工作动态_云岭市人民政府", "", "云岭市：小网格托起大民生"),
        ("云岭市：小网格托起大民生 - 云岭日报", "", "云岭市：小网格托起大民生"),
        ("云岭市：小网格托起大民生--地方--云岭网", "", "云岭市：小网格托起大民生"),
        ("云岭网", "<h1>云岭市：小网格托起大民生</h1>", "云岭市：小网格托起大民生"),
        ("", "<div class=title>云岭市：小网格托起大民生</div>", "云岭市：小网格托起大民生"),
        ("云岭市：小网格托起…_云岭网", "<h2>云岭市：小网格托起大民生</h2>", "云岭市：小网格托起大民生"),
        ("“十四五”—关键之年", "", "“十四五”—关键之年"),
        ("COVID-19 防控工作", "", "COVID-19 防控工作"),
    ],
)
def test_titles(title, top, expected):
    assert read(page(f"<div><p>{FIRST}</p><p>{SECOND}</p></div>", title=title, top=top))["title"] == expected


@pytest.mark.parametrize(
    ("top", "head", "url", "expected"),
    [
        ("<p>2025年3月18日 09:20 云岭日报</p>", "", "", ("2025-03-18", "云岭日报")),
        ("<p><span>发布日期：</span><span>2025-03-18</span><span>来源：</span><span>云岭日报</span></p>", "", "", ("2025-03-18", "云岭日报")),
        ("<p><span>2025-03-18 09:20</span><span>云岭日报</span><span>分享</span></p>", "", "", ("2025-03-18", "云岭日报")),
        ("", "<meta name=PubDate content='2025-03-18 09:20'><meta name=ContentSource content=云岭日报>", "", ("2025-03-18", "云岭日报")),
        ("", "", "http://a.example/2025/0318/c1-2.html", ("2025-03-18", None)),
        ("", "", "http://a.example/202503/t20250318_12.html", ("2025-03-18", None)),
        ("", "", "", (None, None)),
    ],
)  # fmt: skip
def test_date_and_source(top, head, url, expected):
    body = f"<h1>云岭市：小网格托起大民生</h1>{top}<div><p>{FIRST}</p><p>{SECOND}</p></div>"
    found = read(page(body, head=head), url)
    assert (found["published"], found["source"]) == expected


def test_the_declared_author_of_a_chinese_page_is_its_editor():
    body = f"{HEADING}<div><p>{FIRST}</p><p>{SECOND}</p></div>"
    assert read(page(body, head="<meta name=author content=何田>"))["author"] is None


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


def test_a_document_is_dated_by_its_signature_when_nothing_else_says_when():
    found = read(
        page(
            "<h1>停水通知</h1><div><p>因检修，明日停水，请储水。</p><p>云岭供水公司</p><p>2024年3月5日</p></div>",
            title="停水通知",
        )
    )
    assert found["published"] == "2024-03-05"
    assert found["body"].endswith("2024年3月5日")


def test_other_languages_keep_their_whole_text():
    paragraphs = [
        "Der Gemeinderat hat am Dienstag beschlossen, den Saal jeden Abend für die Bürger zu öffnen.",
        "„Die Leute wollten einen Ort, an dem sie reden können“, sagte die Bürgermeisterin nach der Sitzung.",
        "Die Kosten für Licht und Heizung übernimmt die Gemeinde bis zum Ende des Jahres.",
    ]
    body = "<article><h1>Saal wird geöffnet</h1>" + "".join(f"<p>{each}</p>" for each in paragraphs) + "</article>"
    assert lines(page(body, title="Saal wird geöffnet | Bote")) == paragraphs


def test_a_local_page_costs_little(parser):
    from reader.capture import capture

    data = page(HEADING + "<div>" + f"<p>{FIRST}{SECOND}</p>" * 24 + "</div>").encode()
    times = []
    for _ in range(8):
        start = time.perf_counter()
        capture("-", data=data, parser=parser)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.08
