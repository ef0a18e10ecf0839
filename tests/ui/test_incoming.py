"""What a paste or a drop brings."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QMimeData, QUrl

from reader.ui.article_model import ARTICLES_MIME
from reader.ui.incoming import links_in, sources_of, sources_of_files, sources_of_text


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("https://www.example.gov.cn/2025/1107.html", ["https://www.example.gov.cn/2025/1107.html"]),
        ("  https://a.cn/1 \n\n http://b.cn/2\r\nhttps://a.cn/1\n", ["https://a.cn/1", "http://b.cn/2"]),
        ("https://a.cn/1 https://b.cn/2", ["https://a.cn/1", "https://b.cn/2"]),
        ("www.example.gov.cn/2025/1107", ["http://www.example.gov.cn/2025/1107"]),
        ("example.com", ["http://example.com"]),
        ("【云岭日报】三张清单怎么来 https://a.cn/x?id=1&p=2，快看！", ["https://a.cn/x?id=1&p=2"]),
        ("看这个（https://a.cn/x）。", ["https://a.cn/x"]),
        ("See (https://a.cn/x).", ["https://a.cn/x"]),
        ("https://a.cn/x_(y)", ["https://a.cn/x_(y)"]),
        ("HTTPS://A.CN/x", ["HTTPS://A.CN/x"]),
        ("甲县做法\nhttps://a.cn/1\n\n乙县做法\nhttps://b.cn/2", ["https://a.cn/1", "https://b.cn/2"]),
        ("甲\n乙\n丙\nhttps://a.cn/1\nhttps://b.cn/2", []),
        ("", []),
        ("近年来，云岭市深化基层治理。", []),
        ("近年来，云岭市深化基层治理。\n原文链接：https://a.cn/x", []),
        ("网" * 200 + "https://a.cn/x", []),
        ("report.html", []),
        ("version 1.2 of it", []),
        ("file:///etc/passwd", []),
        ("javascript:alert(1)", []),
    ],
)
def test_links_are_told_from_text(text, links):
    assert links_in(text) == links


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_links_or_itself(text):
    sources = sources_of_text(text)
    assert bool(sources) == bool(text.strip())
    assert all(link.lower().startswith(("http://", "https://")) for link in sources.links)
    if not sources.links and text.strip():
        assert sources.text == text


def test_files_are_sorted_by_what_can_be_read(tmp_path):
    (tmp_path / "folder.html").mkdir()
    names = ["a.HTML", "b.txt", "b.txt", "c.pages", "d.PAGES", "folder.html", "e"]
    sources = sources_of_files(tmp_path / name for name in names)
    assert [path.name for path in sources.files] == ["a.HTML", "b.txt", "folder.html"]
    assert sources.skipped == ("c.pages", "d.PAGES", "e")
    assert sources.skipped_suffixes == [".pages"]


def test_a_dropped_file_and_a_dropped_link():
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/报告 1.html"), QUrl("https://a.cn/%E6%8A%A5?x=1"), QUrl("ftp://a.cn/x")])
    sources = sources_of(mime)
    assert sources.files == (Path("/tmp/报告 1.html"),)
    assert len(sources.links) == 1
    assert sources.names[-1] == str(Path("/tmp/报告 1.html"))


def test_pasted_text_is_a_text():
    mime = QMimeData()
    mime.setHtml("<p>近年来</p>")
    mime.setText("近年来，云岭市……")
    assert sources_of(mime).text == "近年来，云岭市……"


def test_the_programs_own_drag_brings_nothing():
    mime = QMimeData()
    mime.setData(ARTICLES_MIME, QByteArray(b"aa"))
    mime.setText("近年来")
    assert not sources_of(mime)
    assert not sources_of(QMimeData())
