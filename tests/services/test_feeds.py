"""Lists of links with what is known of them: the service over a loopback server."""

import pytest

from reader.model.errors import CaptureError


@pytest.fixture
def column(loopback):
    """A column of three articles."""
    row = '<li><a href="/c/{0}.html">青禾区网格化治理工作简报第{0}期</a><span>2026-03-0{0}</span></li>'
    rows = "".join(row.format(n) for n in (1, 2, 3))
    loopback.pages["/list.html"] = f"<html><head><title>简报</title></head><body><ul>{rows}</ul></body></html>"
    return loopback.url("/list.html")


def test_what_is_saved_already_is_marked(session, captured, loopback, column):
    kept = session.capturing.store("x", captured("正文一。", url=loopback.url("/c/1.html"))).id
    gone = session.capturing.store("x", captured("正文三。", url=loopback.url("/c/3.html"))).id
    session.organising.delete([gone])
    links = session.feeds.list_links(f" {column} ")
    assert [entry.article for entry in links.entries] == [kept, None, None]
    assert links.title == "简报" and links.entries[1].published == "2026-03-02"


def test_another_writing_of_the_address_is_the_same_address(session, captured, loopback, column):
    url = loopback.url("/c/2.html").replace("http://", "HTTP://")
    kept = session.capturing.store("x", captured("正文二。", url=url)).id
    assert session.feeds.list_links(column).entries[1].article == kept


def test_a_page_without_a_list(session, loopback):
    loopback.pages["/x.html"] = "<p>没有列表。</p>"
    with pytest.raises(CaptureError, match="no_links"):
        session.feeds.list_links(loopback.url("/x.html"))
