"""Date, source, author and original address of a page."""

# ruff: noqa: E501  lists of cases are read by rows

import pytest

from .extraction import FIRST, HEADING, SECOND, page, read


@pytest.mark.parametrize(
    ("top", "head", "url", "expected"),
    [
        ("<p>2025年3月18日 09:20 云岭日报</p>", "", "", ("2025-03-18", "云岭日报")),
        ("<p>云岭日报 2025-03-18 09:20</p>", "", "", ("2025-03-18", "云岭日报")),
        ("<p>首页 2025-03-18 09:20</p>", "", "", ("2025-03-18", None)),
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


def test_a_document_is_dated_by_its_signature_when_nothing_else_says_when():
    found = read(
        page(
            "<h1>停水通知</h1><div><p>因检修，明日停水，请储水。</p><p>云岭供水公司</p><p>2024年3月5日</p></div>",
            title="停水通知",
        )
    )
    assert found["published"] == "2024-03-05"
    assert found["body"].endswith("2024年3月5日")


ARTICLE = f"<div><p>{FIRST}</p><p>{SECOND}</p></div>"


@pytest.mark.parametrize(
    ("above", "below", "head", "expected"),
    [
        ("作者：林青", "", "", "林青"),
        ("作者：办公室", "", "", None),
        ("2025-03-18 来源：云岭日报 记者 林青", "", "", "林青"),
        ("来源：云岭日报 林青", "", "", "林青"),
        ("2025-03-18", "作者：林青", "", "林青"),
        ("作者：佚名", "", "", None),
        ("责任编辑：何田", "", "", None),
        ("来源：云岭日报 作者：云岭日报", "", "", None),
        ("作者：云岭市人民政府办公室", "", "", None),
        ("", "", "<script type='application/ld+json'>{\"author\": {\"@type\": \"Person\", \"name\": \"林青\"}}</script>", "林青"),
        ("", "", "<script type='application/ld+json'>{\"author\": {\"@type\": \"Organization\", \"name\": \"林青社\"}}</script>", None),
    ],
)
def test_author(above, below, head, expected):
    body = f"<h1>云岭市：小网格托起大民生</h1><p>{above}</p>{ARTICLE}<p>{below}</p>"
    assert read(page(body, head=head))["author"] == expected


def test_the_declared_author_of_an_english_page_is_its_author():
    text = "<p>The council met on Tuesday and agreed to open the hall every evening this year.</p>" * 3
    head = "<meta name=author content='Anna Reed'>"
    assert read(page(f"<h1>Hall to open</h1><div>{text}</div>", title="Hall to open", head=head))["author"] == "Anna Reed"


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("2025-03-18 来源：云岭日报", "来源：别的报", "云岭日报"),
        ("2025-03-18 09:20 云岭日报", "来源：别的报", "云岭日报"),
        ("2025-03-18", "来源：云岭日报", "云岭日报"),
        ("2025-03-18 来源：云岭日报 www.yunling.example", "", "云岭日报"),
        ("2025-03-18 09:20 浏览次数：12", "", None),
        ("2025-03-18 来源：不详", "", None),
        ("发文机关：云岭市民政局", "", "云岭市民政局"),
    ],
)
def test_source(above, below, expected):
    assert read(page(f"<h1>云岭市：小网格托起大民生</h1><p>{above}</p>{ARTICLE}<p>{below}</p>"))["source"] == expected


@pytest.mark.parametrize(
    ("above", "below", "head", "expected"),
    [
        ("发布时间：2025-03-18", "", "<meta name=PubDate content=2020-01-01>", "2025-03-18"),
        ("2025-03-18 09:20", "", "<meta name=PubDate content=2020-01-01>", "2025-03-18"),
        ("发布时间：18/03/2025", "", "", "2025-03-18"),
        ("", "", "<script type='application/ld+json'>{\"@graph\": [{\"datePublished\": \"2025-03-18T09:20:00+08:00\"}]}</script>", "2025-03-18"),
        ("<time datetime='2025-03-18'>昨天</time>", "", "", "2025-03-18"),
        ("", "发布日期：2025-03-18", "", "2025-03-18"),
        ("2025-02-30", "", "", None),
    ],
)
def test_published(above, below, head, expected):
    body = f"<h1>云岭市：小网格托起大民生</h1><p>{above}</p>{ARTICLE}<p>{below}</p>"
    assert read(page(body, head=head))["published"] == expected


def test_a_labelled_date_in_a_side_column_counts_when_there_is_no_other():
    side = "<div class=sidebar>发布时间：2025-03-18 09:20</div>"
    assert read(page(f"<h1>云岭市：小网格托起大民生</h1>{ARTICLE}{side}"))["published"] == "2025-03-18"


def test_the_original_address():
    below = "<p>原文链接：https://www.qinghe.example/a/1.html</p>"
    assert read(page(f"{HEADING}{ARTICLE}{below}"))["original_url"] == "https://www.qinghe.example/a/1.html"


@pytest.mark.parametrize(
    "script",
    ["{", "[1, null, \"x\"]", "{\"@graph\": 1}", "{\"author\": 7, \"datePublished\": {}}", "[" * 100_000, ""],
    ids=["cut", "no objects", "no graph", "wrong types", "nested deeply", "empty"],
)
def test_linked_data_that_is_none_does_no_harm(script):
    found = read(page(f"{HEADING}{ARTICLE}", head=f"<script type='application/ld+json'>{script}</script>"))
    assert (found["published"], found["source"]) == ("2025-03-18", "云岭日报")
