"""The made-up report with its text and its digest, and how papers are read in tests."""

import dataclasses
from collections.abc import Iterator

import pytest

from reader.digest import digest_text
from reader.export.templates.material import Material
from reader.model.blocks import Block, BlockKind
from reader.model.summary import Item, ListEntry, NumberedList, Paragraph, Quotation, Section, Summary, Table


@pytest.fixture(scope="session")
def digested(material: Material, text: str) -> Material:
    """The made-up report as a template gets it that needs a digest."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in text.split("\n"))
    return dataclasses.replace(material, blocks=blocks, digest=digest_text(text))


class Read:
    """A paper as somebody reads it."""

    def __init__(self, paper: Summary) -> None:
        self.paper = paper
        self.headings = [section.heading for section in paper.sections]

    def section(self, heading: str) -> Section:
        return next(section for section in self.paper.sections if heading in section.heading)

    def lines(self, heading: str | None = None) -> list[str]:
        """What stands in one section or in all, an item or an entry a line."""
        chosen = self.paper.sections if heading is None else [self.section(heading)]
        return [line for section in chosen for item in section.items for line in _lines(item)]


def _lines(item: Item | ListEntry) -> Iterator[str]:
    if isinstance(item, Paragraph):
        yield item.text
    elif isinstance(item, Quotation):
        yield item.text + item.place if item.text else item.note + item.place
        yield from [item.note] if item.text and item.note else []
    elif isinstance(item, NumberedList):
        for entry in item.entries:
            yield from _lines(entry)
    elif isinstance(item, ListEntry):
        bare = item.quotation is not None and not item.quotation.text
        yield item.text + (item.quotation.place if item.quotation and bare and item.text else "")
        yield from _lines(item.quotation) if item.quotation and (item.quotation.text or not item.text) else ()
    elif isinstance(item, Table):
        yield from ("|".join(row) for row in item.rows)
