"""The articles of a paper in their order; unchecked ones are left out."""

from collections.abc import Sequence

from reader.model.article import Article
from reader.text.folding import one_line
from reader.ui.dialogs.ordered_list import OrderedList
from reader.ui.parts import plain_tooltip

_MOST_ROWS = 6


class ArticleOrder(OrderedList):
    """`changed` comes after any change of order or choice."""

    def __init__(self, articles: Sequence[Article]) -> None:
        super().__init__("exportArticles", _MOST_ROWS)
        for article in articles:
            item = self.add_row(article.id, one_line(article.title))
            item.setToolTip(plain_tooltip(article.title))
        self.fit()

    def ids(self) -> tuple[str, ...]:
        """The chosen articles in their order."""
        return self.names()
