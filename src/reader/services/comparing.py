"""What changed between two versions of an article."""

from reader.library import Library
from reader.model.changes import Comparison
from reader.model.errors import NotFoundError


class Comparing:
    """Compares versions; reads only."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def compare(self, article: str, old: int | None = None, new: int | None = None) -> Comparison:
        """From version `old` to version `new`: by default from the one before `new` to the newest.

        Takes a second for a text of some 100,000 characters that was reworded throughout. Raises NotFoundError
        version_not_found, no_other_version.
        """
        from reader.anchoring import compare

        articles = self._library.articles
        newest = articles.get(article).version
        if newest == 1 and old is None:
            raise NotFoundError("no_other_version", id=article)
        new = newest if new is None else new
        before = articles.content(article, max(1, new - 1) if old is None else old)
        after = articles.content(article, new)
        return Comparison(before.version, after.version, before.text, after.text, compare(before.text, after.text))
