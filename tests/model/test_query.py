"""The values of queries that are part of the command line."""

from reader.model.article import AddStatus, Status
from reader.model.query import ArticleQuery, Field, SortKey


def test_values_are_what_scripts_write() -> None:
    assert [field.value for field in Field] == ["title", "text", "note", "quote"]
    assert [status.value for status in Status] == ["unread", "reading", "read", "archived"]
    assert [status.value for status in AddStatus] == ["added", "updated", "duplicate", "restored", "failed"]
    assert {"added", "published", "title", "source"} <= {key.value for key in SortKey}


def test_a_query_asks_for_everything_unless_told_otherwise() -> None:
    query = ArticleQuery()
    assert (query.text, query.status, query.tag, query.limit, query.deleted) == ("", None, None, None, False)
