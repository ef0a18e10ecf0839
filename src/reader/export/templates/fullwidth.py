"""标点转全角: what people wrote for a paper, and titles, with full-width punctuation; what is quoted stays as it is."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from reader.export.templates.material import Material, Options
from reader.text.punctuation import to_fullwidth_outside_quotes as widened

_TEXTS = ("title", "people", "recipient", "signature", "masthead", "unit", "remark", "abstract")
_LISTS = ("attachments", "copies_to")


def with_fullwidth(materials: Sequence[Material], options: Options) -> tuple[list[Material], Options]:
    """What a paper is made of, its notes, titles and options widened. Quotations, the text and its digest are the
    article's own words and stay; tags are names that marks are chosen by."""
    texts: dict[str, Any] = {name: widened(getattr(options, name)) for name in _TEXTS}
    lists: dict[str, Any] = {name: tuple(map(widened, getattr(options, name))) for name in _LISTS}
    blocks = tuple(replace(block, heading=widened(block.heading)) for block in options.blocks)
    return [_widened(material) for material in materials], replace(options, blocks=blocks, **texts, **lists)


def _widened(material: Material) -> Material:
    about = material.article.metadata
    metadata = replace(about, title=widened(about.title), source=about.source and widened(about.source))
    notes = tuple(replace(each, note=widened(each.note)) for each in material.annotations)
    return replace(material, article=replace(material.article, metadata=metadata), annotations=notes)
