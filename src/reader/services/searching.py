"""Full-text search over titles, texts, notes and quotes."""

from collections.abc import Collection

from reader.library import Library
from reader.model.query import Field, SearchHit


class Searching:
    """Finds every place of a query, at any length, exactly."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def search(
        self, query: str, fields: Collection[Field] = tuple(Field), sort: str = "relevance", limit: int = 50
    ) -> list[SearchHit]:
        """The best `limit` findings; words are joined by AND, "…" is a phrase, -word excludes."""
        return self._library.index.search(query, fields, sort, limit)
