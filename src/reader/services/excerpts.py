"""Articles made of what a file of annotations knows: the whole text, or only the words that were marked."""

import html
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.model.annotation import Annotation
from reader.model.article import CapturedArticle, Fetch
from reader.model.blocks import Block, BlockKind
from reader.model.interchange import ExchangedArticle
from reader.services.annotating import now
from reader.text.folding import clean

EXCERPTS = "application/x-reader-excerpts"
"""Media type of a text that is made of excerpts: it grows when later files have more of them."""
WHOLE = "text/plain"


def captured(article: ExchangedArticle, title: str) -> CapturedArticle:
    """An article with the text of a file, a paragraph a line, as capturing would give it; `title` where it has none."""
    return _captured(article, title, (article.text or "").split("\n"), WHOLE)


def captured_excerpts(article: ExchangedArticle, title: str, opening: Sequence[str]) -> CapturedArticle:
    """An article of `opening` (what is there already, or the line that says what it is) and all quotations."""
    return _captured(article, title, [*opening, *_quotations(article.annotations)], EXCERPTS)


def _quotations(annotations: Iterable[Annotation]) -> Iterable[str]:
    for annotation in annotations:
        if annotation.quote.strip():
            yield from annotation.quote.split("\n")


def standing(article: ExchangedArticle, opening: Sequence[str]) -> ExchangedArticle:
    """`article` with the text of its excerpts, and the annotations at their places in it."""
    start = len("\n".join(opening))
    found = []
    for annotation in article.annotations:
        if annotation.quote.strip():
            start += 1
            end = start + len(annotation.quote)
            annotation = replace(annotation, start=start, end=end, orphan=False)
            start = end
        found.append(annotation)
    text = "\n".join([*opening, *_quotations(article.annotations)])
    return replace(article, text=text, annotations=tuple(found))


def _captured(article: ExchangedArticle, title: str, lines: Sequence[str], media_type: str) -> CapturedArticle:
    blocks = tuple(Block(BlockKind.PARAGRAPH, clean(line)) for line in lines)
    text = "\n".join(block.text for block in blocks)
    return CapturedArticle(
        metadata=replace(article.metadata, title=article.metadata.title or title),
        blocks=blocks,
        html="".join(f"<p>{html.escape(block.text)}</p>" for block in blocks),
        markdown=text,
        encoding="utf-8",
        fetch=Fetch(text.encode(), media_type, article.fetched or now()),
    )
