"""A report with its digest, ready to be set beside others."""

from dataclasses import dataclass
from functools import cached_property

from reader.model.digest import Digest, Field, Item
from reader.text.passages import Passages


@dataclass(frozen=True)
class Reading:
    """An article's title and canonical text, and the digest whose offsets count in them."""

    article: str
    title: str
    text: str
    digest: Digest

    def source(self, item: Item) -> str:
        """What the offsets of an item count in."""
        return self.title if item.field is Field.TITLE else self.text

    @cached_property
    def _passages(self) -> Passages:
        return Passages(self.text)

    def passage(self, item: Item) -> str:
        """"3-5", where an item of the body stands; "" in the title."""
        if item.field is Field.TITLE:
            return ""
        return self._passages.number(item.start, item.end) or ""
