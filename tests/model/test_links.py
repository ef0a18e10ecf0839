"""Lists of links."""

from reader.model.links import LinkEntry, LinkKind, LinkList


def test_an_entry_is_unknown_until_somebody_looked():
    entry = LinkEntry("青禾区简报", "https://example.org/1.html")
    assert (entry.published, entry.article) == (None, None)
    assert LinkList("简报", "https://example.org/", LinkKind("column"), (entry,)).next_url is None
