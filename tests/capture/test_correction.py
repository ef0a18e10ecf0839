"""A body named by a selector: what counts, what is refused, and that nothing in it is trimmed."""

import pytest

from reader.capture.page import extract_page
from reader.capture.parsing import Source, parse
from reader.model.errors import CaptureError

REPORT = "青禾区把全区划分为128个网格，配备专职网格员256名，推动服务下沉到楼栋、下沉到门口。"
NOTES = "附记：本文依据区民政局、区统计局提供的材料整理，数据截至2026年3月底，个别数据为初步统计。"
PAGE = f"""<html><head><title>青禾区：网格做好大文章</title><script>var a = "脚本";</script></head><body>
<div class="menu"><a href="/">首页</a></div><h1>青禾区：网格做好大文章</h1>
<div id="all"><div class="TRS_Editor"><p>{REPORT}</p><p>{REPORT[::-1]}</p></div>
<div class="related"><p>{NOTES}</p></div></div>
<span id="inline">短讯：<b>云岭市</b>今日晴。<br>明日多云。</span>
<div class="empty"></div></body></html>"""


def texts(selector: str) -> list[str]:
    body = parse(PAGE.encode(), Source(media_type="text/html", body=selector)).blocks
    return [block["text"] for block in body]


def test_the_named_element_is_the_body_untrimmed() -> None:
    assert texts("") == [REPORT, REPORT[::-1]]
    assert texts("#all") == [REPORT, REPORT[::-1], NOTES]


def test_the_whole_page_has_menus_but_no_scripts() -> None:
    whole = texts("body")
    assert {"首页", "青禾区：网格做好大文章", REPORT, NOTES, "明日多云。"} <= set(whole)
    assert not any("脚本" in text for text in whole)


def test_several_elements_make_one_body_and_what_stands_between_them_is_left_out() -> None:
    assert texts("h1, .related") == ["青禾区：网格做好大文章", NOTES]
    assert texts("div") == ["首页", REPORT, REPORT[::-1], NOTES]


def test_an_inline_element_can_be_the_body() -> None:
    assert texts("#inline") == ["短讯：云岭市今日晴。", "明日多云。"]


def test_the_title_stays_what_the_program_found() -> None:
    assert extract_page(PAGE, None, ".related").title == "青禾区：网格做好大文章"


@pytest.mark.parametrize("selector", ["#nowhere", "div.empty", "script", "title", "p:nth-of-type(99)"])
def test_a_selector_without_text_is_refused(selector: str) -> None:
    with pytest.raises(CaptureError) as met:
        texts(selector)
    assert (met.value.code, met.value.data["body"]) == ("body_not_found", selector)


NONSENSE = ["(", "div >", "..", ",", "a[", "p:frob", "div::before", "@import", "x" * 501, "\x00", "[a='" + "(" * 99]


@pytest.mark.parametrize("selector", NONSENSE)
def test_nonsense_is_refused_as_no_selector(selector: str) -> None:
    with pytest.raises(CaptureError) as met:
        texts(selector)
    assert met.value.code == "body_selector"


def test_a_page_in_a_wrapper_of_an_old_system_keeps_its_text() -> None:
    page = PAGE.replace("<body>", '<body><text id="x">').replace("</body>", "</text></body>")
    blocks = parse(page.encode(), Source(media_type="text/html", body="body")).blocks
    assert {REPORT, NOTES} <= {block["text"] for block in blocks}
