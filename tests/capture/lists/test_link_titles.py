"""What a link of a list is called."""

import time

import pytest
from lxml import html as lxml_html

from reader.capture.lists.link_titles import link_title


def title(markup: str) -> str:
    return link_title(lxml_html.fragment_fromstring(markup))


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<a>青禾区推进网格化治理</a>", "青禾区推进网格化治理"),
        ("<a>·  青禾区推进\n网格化治理 </a>", "青禾区推进 网格化治理"),
        ("<a title='青禾区推进网格化治理工作'>青禾区推进网格…</a>", "青禾区推进网格化治理工作"),
        ("<a title='青禾区推进网格化治理工作'>青禾区推进网格...</a>", "青禾区推进网格化治理工作"),
        ("<a title='青禾区推进网格化治理工作'>青禾区推进</a>", "青禾区推进网格化治理工作"),
        ("<a title='在新窗口中打开这个链接的页面'>青禾区推进网格化</a>", "青禾区推进网格化"),
        ("<a title='青禾区推进…'>青禾区推进网格化</a>", "青禾区推进网格化"),
        ("<a title='标题：青禾区推进网格化治理&#10;点击数：12'>青禾区推…</a>", "青禾区推进网格化治理"),
        ("<a><h3>青禾区推进网格化治理</h3><p>摘要摘要摘要。</p></a>", "青禾区推进网格化治理"),
        ("<a><div>03</div><div>青禾区推进网格化治理</div></a>", "青禾区推进网格化治理"),
        ("<a><img src=x alt='青禾区推进网格化治理'></a>", "青禾区推进网格化治理"),
        ("<a>青禾区推进网格化治理<span>2026-03-02</span></a>", "青禾区推进网格化治理"),
        ("<a>青禾区推进网格化治理 [2026-03-02]</a>", "青禾区推进网格化治理"),
        ("<a>2026-03-02 | 青禾区推进网格化治理</a>", "青禾区推进网格化治理"),
        ("<a>2026年3月2日新闻发布会</a>", "2026年3月2日新闻发布会"),
        ("<a>截至2026年3月2日</a>", "截至2026年3月2日"),
        ("<a>青禾区“3·15”行动</a>", "青禾区“3·15”行动"),
        ("<a> </a>", ""),
    ],
)
def test_titles(markup, expected):
    assert title(markup) == expected


@pytest.mark.parametrize("junk", ["|" * 500_000, "( " * 200_000, "2026-03-02 " * 50_000, "…" * 300_000])
def test_junk_is_quick(junk):
    started = time.monotonic()
    assert len(title(f"<a title='{junk}'>{junk}</a>")) <= 300
    assert time.monotonic() - started < 3
