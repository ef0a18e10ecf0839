"""The ladder of possible bodies: its order, its names, what each step changes, and selectors that name one element."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from reader.capture.looking import structure
from reader.capture.parsing import Source, parse
from reader.capture.structure import block_structure, selector_of

FIRST = "青禾区把全区划分为128个网格，配备专职网格员256名，推动服务下沉到楼栋、下沉到门口。"
SECOND = "一年来，网格员入户走访3.2万户，解决群众难题1,560件，群众满意度持续提升，达到98.6%。"
THIRD = "专家点评：青禾区的做法抓住了关键，把力量放到了最需要的地方，值得各地借鉴、推广。"
PAGE = f"""<html><head><title>青禾区：网格做好大文章</title></head><body>
<div class="menu"><a href="/">首页</a></div><h1>青禾区：网格做好大文章</h1>
<div class="wrap"><div class="TRS_Editor"><div><p>{FIRST}</p><p>{SECOND}</p></div></div>
<div class="comment"><p>{THIRD}</p></div></div></body></html>"""


def ladder(present: str = "", page: str = PAGE) -> tuple[list[dict[str, Any]], int, int]:
    found = block_structure(page, None, present)
    return found["steps"], found["present"], found["auto"]


def test_steps_go_from_the_narrowest_to_the_whole_page() -> None:
    steps, present, auto = ladder()
    assert present == auto == 0
    assert [step["body"] for step in steps] == ["", "div.wrap", "body"]
    assert steps[0]["name"] == "div.TRS_Editor"
    assert steps[0]["chars"] < steps[1]["chars"] < steps[2]["chars"]


def test_a_step_shows_what_it_adds_and_leaves_out() -> None:
    wider = ladder()[0][1]
    assert (wider["added"], wider["removed"]) == (THIRD, "")
    steps, present, auto = ladder("div.wrap")
    assert (steps[present]["body"], steps[auto]["body"]) == ("div.wrap", "")
    assert (steps[auto]["added"], steps[auto]["removed"]) == ("", THIRD)


def test_every_step_is_what_extraction_by_its_selector_gives() -> None:
    for step in ladder()[0]:
        blocks = parse(PAGE.encode(), Source(media_type="text/html", body=step["body"])).blocks
        text = "".join(block["text"] for block in blocks)
        assert len("".join(text.split())) == step["chars"]


def test_a_body_the_program_took_too_wide_can_be_narrowed() -> None:
    page = PAGE.replace('class="TRS_Editor"', 'class="left"').replace('class="comment"', 'class="right"')
    steps, present, _ = ladder("", page)
    assert THIRD in "".join(block["text"] for block in parse(page.encode(), Source(media_type="text/html")).blocks)
    assert steps[present - 1]["body"] == "div.left" and steps[present - 1]["removed"] == THIRD


def test_a_selection_of_several_elements_is_a_step_too() -> None:
    steps, present, auto = ladder("h1, .comment")
    assert steps[present]["body"] == "h1, .comment" and present != auto


def test_a_present_body_that_the_page_lacks_counts_as_the_programs_choice() -> None:
    assert ladder("#nowhere") == ladder()


def test_only_web_pages_have_steps() -> None:
    assert structure(f"{FIRST}\n{SECOND}".encode(), Source())["steps"] == []


def test_ids_of_one_page_are_avoided_where_a_class_names_the_body_on_all() -> None:
    root = lxml_html.document_fromstring('<div id="c_20260301" class="con a1234">x</div><p id="lead" class="p">y</p>')
    assert selector_of(root.find(".//div"), root) == "div.con"
    assert selector_of(root.find(".//p"), root) == "#lead"


TREES = st.recursive(
    st.just("文"),
    lambda inner: st.builds(
        lambda tag, attributes, parts: f"<{tag}{attributes}>{''.join(parts)}</{tag}>",
        st.sampled_from(["div", "section", "span", "cms:part"]),
        st.sampled_from(["", ' id="a"', ' id="b 1"', ' class="x"', ' class="y z"', ' class="中"', ' id="" class=""']),
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)


@given(TREES)
def test_a_selector_names_its_element_and_no_other(markup: str) -> None:
    root = lxml_html.document_fromstring(f"<html><body><div>{markup}</div></body></html>")
    for element in root.find("body").iter():
        assert root.cssselect(selector_of(element, root)) == [element]
