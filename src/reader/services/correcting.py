"""Where the corrections of a digest belong in a version of the text, whatever version they were made in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.anchoring import Transfer, anchor
from reader.digest import Placed
from reader.library import Library
from reader.model.blocks import Span
from reader.model.corrections import Correction
from reader.model.digest import Field


@dataclass(frozen=True, slots=True)
class Resolved:
    """A correction, its place in one version (None: its words are gone), and whether it fits an item there."""

    correction: Correction
    span: Span | None
    is_used: bool


def headline(title: str) -> str:
    """A title as its offsets count in it."""
    return title.replace("\n", " ")


def place(
    library: Library, corrections: Iterable[Correction], number: int, texts: Mapping[Field, str]
) -> list[Placed]:
    """Each correction with its place in title and text of version `number`; None where its words are gone."""
    transfers: dict[int, Transfer] = {}

    def span(correction: Correction) -> Span | None:
        selectors, version = correction.selectors, correction.version
        if correction.field is Field.TITLE or version == number:
            return anchor(texts[correction.field], selectors)
        if version not in transfers:
            old = library.articles.content(correction.article, version).text
            transfers[version] = Transfer(old, texts[Field.BODY])
        return transfers[version].carry(selectors)

    return [(correction, span(correction)) for correction in corrections]
