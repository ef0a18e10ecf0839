"""Elements that stand around an article."""

import pytest
from lxml import html as lxml_html

from reader.capture.clutter import CLUTTER, is_clutter, remove_clutter, remove_silent, unwrap_textareas

from .extraction import FIRST, HEADING, SECOND, body_lines, page

ONE_OF_EACH = {
    "share buttons": "bdsharebuttonbox",
    "navigation": "main-nav",
    "where one is": "dqwz",
    "related pages": "xgxw",
    "comments": "comment-list",
    "page footer": "footer",
    "advertising": "ads",
    "QR codes": "erweima",
    "size of letters, printing": "fontsize",
    "players": "player",
    "notices about cookies and mail": "cookie-banner",
    "hidden": "sr-only",
}


def box(attributes: str = "", tag: str = "div"):
    return lxml_html.fragment_fromstring(f"<{tag} {attributes}>字</{tag}>")


def test_every_rule_has_its_example():
    assert list(ONE_OF_EACH) == [reason for reason, _ in CLUTTER]


@pytest.mark.parametrize("name", ONE_OF_EACH.values())
def test_clutter_by_class_and_by_id(name):
    assert is_clutter(box(f"class='{name}'"))
    assert is_clutter(box(f"class='wide {name} left'"))
    assert is_clutter(box(f"id='{name}'"))


@pytest.mark.parametrize(
    "attributes",
    [
        "role=navigation",
        "role=contentinfo",
        "hidden",
        "style='color:red; DISPLAY : none'",
    ],
)
def test_clutter_by_other_attributes(attributes):
    assert is_clutter(box(attributes))
    assert is_clutter(box(tag="footer"))


@pytest.mark.parametrize(
    "attributes",
    [
        "",
        "class=content",
        "class=TRS_Editor",
        "class=canvas",
        "class=printed-matter",
        "class=headline",
        "id=composition",
        "class=threads",
        "style='visibility: hidden'",
        "role=main",
    ],
)
def test_what_only_sounds_like_clutter(attributes):
    assert not is_clutter(box(attributes))


def test_clutter_that_holds_the_text_stays():
    body = lxml_html.document_fromstring(f"<div class=print id=a><p>{FIRST}</p></div><div class=share id=b>分享</div>")
    remove_clutter(body, lambda element: len(element.text_content()))
    assert [each.get("id") for each in body.iter("div")] == ["a"]


def test_text_after_what_is_taken_away_stays():
    root = lxml_html.document_fromstring("<div>甲<script>x</script>乙<style>y</style>丙<nav>z</nav>丁</div>")
    remove_silent(root)
    assert root.text_content() == "甲乙丙丁"


def test_an_article_kept_in_a_textarea_is_read():
    markup = f"&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;" * 2
    assert FIRST in body_lines(page(f"{HEADING}<div><textarea>{markup}</textarea></div>"))
    root = lxml_html.document_fromstring("<div><textarea>您的意见</textarea></div>")
    unwrap_textareas(root)
    assert root.find(".//textarea") is not None
