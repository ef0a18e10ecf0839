"""Nothing that runs, fetches or names a local file is left in a saved page."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.capture.sanitise import is_link, sanitise

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src='file:///etc/passwd'>",
    "<img src='//evil.example/x.png'>",
    "<img src='\\\\evil.example\\x'>",
    "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
    "<img srcset='https://evil.example/a 1x'>",
    "<svg onload=alert(1)><image href='file:///etc/passwd'/></svg>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='JaVa\tScript:alert(1)'>x</a>",
    "<a href='file:///etc/passwd'>x</a>",
    "<a href='\\\\evil.example\\share'>x</a>",
    "<a href='//evil.example'>x</a>",
    "<a href='ms-msdt:/id'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<p style=\"background:url('file:///etc/passwd')\">x</p>",
    "<style>@import 'file:///etc/passwd'</style>",
    "<link rel=stylesheet href='//evil.example/x.css'>",
    "<base href='//evil.example/'>",
    "<form action='//evil.example'><input name=a></form>",
    "<object data='file:///etc/passwd'></object>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
]
LIVE = re.compile(
    r"<(?:script|svg|math|iframe|style|link|base|form|object|meta|input)|\son\w+=|javascript:|file:|data:|//evil|style=|srcset",
    re.I,
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_payloads_are_dead(payload):
    assert not LIVE.search(sanitise(f"<p>前</p>{payload}<p>后</p>"))
    assert "前" in sanitise(f"<p>前</p>{payload}")


@given(
    st.lists(
        st.sampled_from([*PAYLOADS, "<p>", "</a>", "'", '"', ">", "<", "字", "<!--", "-->", "<table><td>"]), max_size=8
    )
)
def test_payloads_in_any_order_are_dead(parts):
    assert not re.search(
        r"<(?:script|svg|iframe|style|object|link|base)\b|<[^>]*\son\w+\s*=", sanitise("".join(parts)), re.I
    )


def test_keeps_what_a_text_needs():
    html = '<h2>一、<b>背景</b></h2><p>见<a href="https://a.example/b">附件</a><img src="lib:ab12-0" alt="图"></p>'
    assert sanitise(html) == html


def test_spans_of_cells_are_bounded():
    assert sanitise("<table><tbody><tr><td colspan=99999 rowspan=2>x</td></tr></tbody></table>").count("span") == 1


def test_lone_surrogates_do_not_matter():
    assert sanitise("<p>a\ud800b</p>") == "<p>ab</p>"


def test_links_lead_to_the_web_or_to_somebodys_mail():
    assert is_link("https://a.example/b") and is_link("mailto:a@b.example")
    assert not any(map(is_link, ("javascript:alert(1)", "file:///etc/passwd", "//a.example", "/a", "")))
