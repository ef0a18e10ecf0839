"""What Zotero exports: RIS, and notes as HTML and Markdown."""

import json
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export.citations import cite
from reader.export.interchange.zotero import LARGEST_NOTE, read_html, read_markdown, read_ris
from reader.model.article import Metadata
from reader.model.errors import InterchangeError

RIS = (
    "TY  - ELEC\r\nTI  - 青禾区经验\r\nAU  - 王小明\r\nAU  - 李大山\r\nDA  - 2026/03/02/\r\n"
    "UR  - https://example.org/a\r\nAB  - 摘要第一行\r\n第二行\r\n"
    "N1  - <p>“划分网格448个” (王小明, 2026) 可借鉴</p>\r\nN1  - 一条笔记\r\nKW  - 党建\r\nER  - \r\n\r\n"
    "TY  - JOUR\r\nT1  - Another\r\nPY  - 2020\r\nER  - \r\n"
)
DATA = quote(json.dumps({"annotationKey": "FDRFQ7C2", "pageLabel": "1"}))
HTML = f"""<div class="zotero-note znv1"><div data-schema-version="9"><h1>青禾区经验</h1>
<p><span class="highlight" data-annotation="{DATA}">“划分网格448个”</span>
<span class="citation" data-citation="%7B%7D">(<span class="citation-item">王小明, 2026, p. 1</span>)</span> 可借鉴</p>
<p>只是一段话</p><ul><li><p>列表里的</p></li></ul></div></div>"""
CITED = "([王小明, 2026, p. 1](zotero://select/library/items/G4VAML62))"
LINKED = "([pdf](zotero://open-pdf/library/items/FNAJ9YSE?page=1&annotation=FDRFQ7C2))"
MARKDOWN = f"""# 青禾区经验

“划分网格448个” {CITED} {LINKED} 可借鉴

只是一段话
"""


def test_notes_of_items() -> None:
    exchange = read_ris(RIS.encode())
    first, second = exchange.articles
    assert first.metadata.author == "王小明；李大山" and first.metadata.published == "2026-03-02"
    assert first.metadata.url == "https://example.org/a" and first.tags == ("党建",)
    assert [(mark.quote, mark.note) for mark in first.annotations] == [
        ("划分网格448个", "可借鉴"),
        ("", "一条笔记"),
        ("", "摘要第一行\n第二行"),
    ]
    assert second.metadata.title == "Another" and second.annotations == ()


def test_our_own_ris_is_read() -> None:
    about = Metadata(title="题名", url="https://b.example/1", original_url="https://a.example/1", site="b.example")
    (article,) = read_ris(cite(about, "2026-11-22", "ris").encode()).articles
    assert article.metadata.title == "题名" and "转载" in article.annotations[0].note


@pytest.mark.parametrize(("read", "text"), [(read_html, HTML), (read_markdown, MARKDOWN)])
def test_a_note_is_taken_apart(read: object, text: str) -> None:
    exchange = read(text.encode())  # type: ignore[operator]
    (article,) = exchange.articles
    assert article.metadata.title == "青禾区经验"
    first, second, *rest = article.annotations
    assert (first.quote, first.note) == ("划分网格448个", "可借鉴")
    assert (second.quote, second.note) == ("", "只是一段话")
    assert [mark.note for mark in rest] == (["列表里的"] if read is read_html else [])


def test_a_highlight_has_the_same_id_in_both_forms() -> None:
    one, other = read_html(HTML.encode()).articles[0], read_markdown(MARKDOWN.encode()).articles[0]
    assert one.annotations[0].id == other.annotations[0].id


@given(st.text(max_size=200))
def test_any_text_is_kept(text: str) -> None:
    data = text.encode(errors="replace")
    assert read_html(data).skipped == 0 and read_markdown(b"# x\n\n" + data).skipped == 0


@pytest.mark.parametrize("tail", ["([x](y)" * 20_000, "(" + "a" * 100_000, "(" + "[" * 100_000, "”(" * 50_000])
def test_brackets_do_not_freeze_it(tail: str) -> None:
    assert read_markdown(("# x\n\n“a” " + tail).encode()).annotations == 1


HOSTILE = [
    "<div>" * 400_000, "<ul><li>" * 200_000, "<table>" * 300_000, "<p " * 600_000, "<!-- x" * 300_000, "<" * 2_000_000,
    "&amp;" * 400_000, "<p a" + " b" * 1_000_000 + ">", "<a href='" * 200_000, "</p>" * 400_000,
    "&#" + "9" * 10_000 + ";",
]  # fmt: skip


@pytest.mark.parametrize("tail", HOSTILE, ids=[each[:9] for each in HOSTILE])
def test_markup_does_not_freeze_it(tail: str) -> None:
    """Two megabytes each: a parser that is quadratic in any of them would not come back."""
    (article,) = read_html(f"<h1>题</h1><p>“前” (王) 注</p>{tail}".encode()).articles
    assert (article.annotations[0].quote, article.annotations[0].note) == ("前", "注")
    (item,) = read_ris(f"TY  - ELEC\nTI  - 题\nN1  - <p>“前” (王) 注</p>{tail}\nER  - \n".encode()).articles
    assert (item.annotations[0].quote, item.annotations[0].note) == ("前", "注")


def test_citations_without_end_do_not_freeze_it() -> None:
    (article,) = read_markdown(("# x\n\n“a” " + "(b)" * 1_000_000 + " 注").encode()).articles
    assert article.annotations[0].note == "注"


def test_words_of_every_block_are_kept_and_those_of_the_head_are_not() -> None:
    page = "<html><head><title>头</title><style>p</style></head><body>裸<table><td>格</table>&lt;p><br>二</body>"
    (article,) = read_html(page.encode()).articles
    assert [mark.note for mark in article.annotations] == ["裸", "格", "<p>\n二"]


def test_what_is_too_much_is_refused() -> None:
    for read, data in (
        (read_html, b"<p>a" * 100_001),
        (read_markdown, b"a\n\n" * 100_001),
        (read_ris, b"TY  - \n" * 6_000_001),
    ):
        with pytest.raises(InterchangeError, match="import_too_many"):
            read(data)
    with pytest.raises(InterchangeError, match="import_too_large"):
        read_markdown(b"a" * (LARGEST_NOTE + 1))
