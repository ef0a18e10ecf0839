"""The element that holds the body."""

import pytest

from reader.capture.containers import KNOWN, find_body, known_share, weigh_elements
from reader.capture.lines import read_lines
from reader.capture.page import parse_markup

from .extraction import FIRST, SECOND

ONE_OF_EACH = (
    "class=TRS_Editor",
    "class=Custom_UnionStyle",
    "id=UCAP-CONTENT",
    "id=zoom",
    "id=founder-content",
    "class=bt_content",
    "class=article_content",
    "id=js_content",
    "class=v_news_content",
    "id=vsb_content_2",
    "class=pages_content",
    "class=rm_txt_con",
    "id=rwb_zw",
    "class=left_zw",
    "class=u-mainText",
    "class=content_area",
    "id=articleText",
    "id=artibody",
    "class=post_body",
    "class=article-text",
    "id=p-detail",
    "id=detail",
    "class=entry-content",
    "class=rich_media_content",
    "itemprop=articleBody",
)


def found(markup: str):
    """The body of a page."""
    root, _ = parse_markup(f"<html><body>{markup}</body></html>")
    lines = read_lines(root)
    return find_body(root, lines, [line.weight for line in lines])


def test_every_known_container_has_its_example():
    assert len(ONE_OF_EACH) == len(KNOWN)


@pytest.mark.parametrize("number", range(len(KNOWN)))
def test_a_known_container_is_found_beside_other_text(number):
    attribute, _, name = ONE_OF_EACH[number].partition("=")
    assert attribute == KNOWN[number].attribute
    other = f"<div class=x><p>{SECOND}</p></div>"
    body = found(f"{other}<div class='a {name}'><p>{FIRST}</p></div>".replace("class='a ", f"{attribute}='"))
    assert body.get(attribute) == name


def test_a_name_is_a_whole_class():
    for attributes in ("class=TRS_Editor_tools", "class=preview", "id=zoomer", "class=reviews", ""):
        root, _ = parse_markup(f"<p><div {attributes}>字</div>")
        assert known_share(root.find(".//div")) > 1


@pytest.mark.parametrize(("name", "is_found"), [("TRS_Editor", True), ("view", False)])
def test_a_sure_name_needs_less_text_than_a_likely_one(name, is_found):
    """A quarter of the page's text stands in it."""
    other = "".join(f"<div><p>{SECOND}</p></div>" for _ in range(3))
    body = found(f"<div id=rest>{other}</div><div class={name}><p>{FIRST}</p></div>")
    assert (body.get("class") == name) is is_found


def test_of_nested_containers_the_outermost_with_the_text():
    body = found(f"<div class=TRS_Editor><div class=view><p>{FIRST}</p></div><div><p>{SECOND}</p></div></div>")
    assert body.get("class") == "TRS_Editor"


def test_without_a_known_name_the_box_in_which_the_text_is_shared_out():
    body = found(
        f"<div><div id=menu><p>首页 要闻</p></div><div><div id=text><p>{FIRST}</p><p>{SECOND}</p></div></div></div>"
    )
    assert body.get("id") == "text"


def test_never_inside_a_paragraph():
    assert found(f"<div id=a><p><span><font>{FIRST}</font></span></p></div>").get("id") == "a"


def test_a_page_without_text_is_its_own_body():
    assert found("<!-- nothing -->").tag == "html"


def test_a_line_weighs_in_every_element_around_it():
    root, _ = parse_markup(f"<div id=a><div id=b><p>{FIRST}</p></div><p>{SECOND}</p></div>")
    lines = read_lines(root)
    weights = weigh_elements(lines, [2.0, 3.0])
    named = {each.get("id"): weights[each] for each in root.iter("div")}
    assert named == {"a": 5.0, "b": 2.0}
