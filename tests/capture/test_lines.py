"""The lines a page shows."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from lxml import html as lxml_html

from reader.capture.lines import SILENT, read_lines

from .extraction import shown


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<div>甲<p>乙</p>丙</div>", ["甲", "乙", "丙"]),
        ("<div>甲<br>乙<br/><br>丙</div>", ["甲", "乙", "丙"]),
        ("<p>甲<span>乙</span><b>丙</b></p>", ["甲乙丙"]),
        ("<p>甲 \n 乙</p><p> &nbsp; </p>", ["甲 乙"]),
        ("<table><tr><td>甲</td><td>乙</td></tr></table>", ["甲", "乙"]),
        ("<p>甲<script>x</script>乙<!-- x --></p>", ["甲乙"]),
        ("<ucapcontent>甲<ucaptitle>乙</ucaptitle></ucapcontent>", ["甲", "乙"]),
        ("<p>甲<img src=a.png>乙</p>", ["甲", "", "乙"]),
    ],
)
def test_a_line_is_what_a_reader_sees_as_one(markup, lines):
    assert [line.text for line in shown(f"<body>{markup}</body>")] == lines


TAGS = ("p", "div", "span", "b", "a", "li", "td", "br", "script")


@given(
    st.recursive(
        st.text("甲乙 丙", max_size=4),
        lambda inner: st.tuples(st.sampled_from(TAGS), st.lists(inner, max_size=3)),
        max_leaves=12,
    )
)
def test_no_character_is_lost_or_doubled(tree):
    root = etree.Element("body")
    expected = []

    def grow(parent, node, silent):
        if isinstance(node, str):
            if len(parent):
                parent[-1].tail = (parent[-1].tail or "") + node
            else:
                parent.text = (parent.text or "") + node
            expected.extend([] if silent else node.split())
            return
        tag, children = node
        element = etree.SubElement(parent, tag)
        for each in children:
            grow(element, each, silent or tag in SILENT or tag == "br")

    grow(root, tree, False)
    lines = read_lines(root)
    assert "".join("".join(line.text.split()) for line in lines) == "".join(expected)
    for line in lines:
        line.drop()
    assert read_lines(root) == []


def test_dropping_a_line_leaves_its_neighbours():
    root = lxml_html.document_fromstring("<div>甲<br>乙<b>丙</b><br>丁<p><img src=a.png></p></div>")
    for line in read_lines(root):
        if line.text in ("乙丙", ""):
            line.drop()
    assert [line.text for line in read_lines(root)] == ["甲", "丁"]
    assert root.find(".//img") is None


def test_nesting_deeper_than_the_stack():
    root = top = etree.Element("div")
    for _ in range(5000):
        top = etree.SubElement(top, "div")
    top.text = "最深处的话"
    assert [line.text for line in read_lines(root)] == ["最深处的话"]


def test_the_share_of_link_text():
    (line,) = shown("<p>见<a href=/1>附件</a>一</p>")
    assert line.links == 0.5
    assert shown("<p><a href=/1>附<b>件</b></a></p>")[0].links == 1


def test_running_text_weighs_more_than_bare_words():
    sentence, words, links = shown(
        "<p>要求落实，抓紧办理。</p><p>首页 要闻 政务 服务 互动</p><p><a href=/1>要求落实，抓紧办理。</a></p>"
    )
    assert sentence.weight == len(sentence.text) > words.weight > links.weight == 0


def test_labels_and_values_in_neighbouring_spans_stay_apart():
    (line,) = shown("<p><span>来源：云岭日报</span><span>作者：林青</span></p>")
    assert re.split(r"\s{2,}", line.spaced) == ["来源：云岭日报", "作者：林青"]
