"""What a page of Markdown holds, and in which order; how each of it is written is a dialect's own."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator

from reader.export.frame import body_and_attachments
from reader.export.markdown_page import Keys, MarkdownBlock
from reader.export.marked import signs
from reader.model.summary import Imprint, Item, Quotation, Section, Summary


class Dialect(ABC):
    """Makes the blocks of one page."""

    def __init__(self, summary: Summary, folder: str) -> None:
        """`folder` is where its pictures lie, as a URL relative to it, "" for captions alone."""
        self._summary, self._words, self._folder = summary, summary.words, folder
        self._keys, self._signs = Keys(), signs(summary)

    def blocks(self) -> Iterator[MarkdownBlock]:
        """Everything below the properties, in order."""
        body, attachments = body_and_attachments(self._summary)
        yield from self._head()
        yield from self._sections(body)
        yield from self._closing()
        yield from self._sections(attachments)
        if imprint := self._summary.imprint:
            yield self._imprint(imprint)

    def _sections(self, sections: Iterable[Section]) -> Iterator[MarkdownBlock]:
        for section in sections:
            if section.heading:
                yield self._heading(section)
            for item in section.items:
                yield from self._item(item, section)
                yield from self._notes(item, section)

    @abstractmethod
    def _head(self) -> Iterator[MarkdownBlock]:
        """What stands above the sections."""

    @abstractmethod
    def _closing(self) -> Iterator[MarkdownBlock]:
        """附件说明, 署名 and the references."""

    @abstractmethod
    def _imprint(self, imprint: Imprint) -> MarkdownBlock: ...

    @abstractmethod
    def _heading(self, section: Section) -> MarkdownBlock: ...

    @abstractmethod
    def _item(self, item: Item, section: Section) -> Iterator[MarkdownBlock]: ...

    @abstractmethod
    def _notes(self, item: Item, section: Section) -> Iterator[MarkdownBlock]:
        """What is noted on the marks that end in a paragraph or table of an article."""


def told(quotation: Quotation, text: str = "") -> tuple[str, str, str]:
    """What of a mark comes first, the quoted words that stand below it, and the note: with the `text` of a list's entry
    that is first, else the words, and where there are none the note."""
    if text:
        return text, quotation.text, quotation.note
    return (quotation.text, "", quotation.note) if quotation.text else (quotation.note, "", "")
