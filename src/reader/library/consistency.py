"""Whether the parts of what a library file says fit together: what `shapes` cannot say of one field alone."""

from __future__ import annotations

import hashlib
from typing import Any

from reader.library import shapes
from reader.model.blocks import canonical_text
from reader.model.corrections import checked as checked_correction
from reader.model.digest import Field
from reader.model.errors import CaptureError, CorrectionError
from reader.text.addresses import is_web


def article(value: Any) -> shapes.ArticleData:
    """Plain data as an article whose parts fit together: texts are those of the blocks, and whatever names a version
    or a place in it names one that is there. ValueError."""
    data = shapes.checked(value, shapes.ArticleData)
    texts: dict[int, str] = {}
    for version in data.versions:
        text = canonical_text(version.body())
        if hashlib.sha256(text.encode("utf-8", "replace")).hexdigest() != version.text:
            raise ValueError(f"version {version.number}: text")
        texts[version.number] = text
    if list(texts) != sorted(texts) or len(texts) != len(data.versions):
        raise ValueError("versions")
    for mark in data.annotations:
        if (mark.start is None) != (mark.end is None):
            raise ValueError(f"annotation {mark.id}")
    placed: list[shapes.AnnotationData | shapes.CorrectionData] = [*data.annotations, *data.corrections]
    for each in placed:
        in_title = isinstance(each, shapes.CorrectionData) and each.field is not Field.BODY
        if each.version not in texts or not _is_in(each.start, each.end, None if in_title else texts[each.version]):
            raise ValueError(f"place of {each.id}")
    for correction in data.corrections:
        _check_correction(correction)
    if data.position is not None and data.position.version not in texts:
        raise ValueError("position")
    return data


def _check_correction(data: shapes.CorrectionData) -> None:
    try:
        checked_correction(data.layer, data.change, data.data)
    except CorrectionError as error:
        raise ValueError(f"correction {data.id}: {error.code}") from error
    if data.start >= data.end:
        raise ValueError(f"correction {data.id}")


def check_shelves(data: shapes.Shelves) -> None:
    """Whether waiting links can be what they are for: addresses of the web, and why they wait. ValueError."""
    for link in data.waiting:
        error = CaptureError(link.error.code, **link.error.data)  # TypeError for a fact that is called "code"
        if not is_web(link.source):
            raise ValueError(error.code)


def _is_in(start: int | None, end: int | None, text: str | None) -> bool:
    if start is None or end is None:
        return True
    return start <= end and (text is None or end <= len(text))
