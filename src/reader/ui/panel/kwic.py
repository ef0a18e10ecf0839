"""Keyword in context: each occurrence of a term with the words before and after it on one line."""

from typing import NamedTuple

from reader.model.blocks import Span

REACH = 40
"""Characters kept on each side: more than fit beside the keyword in the widest panel."""


class Occurrence(NamedTuple):
    """One place of a term; context never reaches over the end of a paragraph."""

    before: str
    keyword: str
    after: str
    span: Span


def occurrence(text: str, place: Span) -> Occurrence:
    """The place with its context; tabs between the cells of a table become spaces."""
    left = max(text.rfind("\n", 0, place.start) + 1, place.start - REACH)
    line_end = text.find("\n", place.end)
    right = min(len(text) if line_end < 0 else line_end, place.end + REACH)
    before, keyword, after = text[left : place.start], text[place.start : place.end], text[place.end : right]
    return Occurrence(*(part.replace("\t", " ").replace("\n", " ") for part in (before, keyword, after)), place)
