"""Tables of contents: they list the labels of a text and are none of them."""

import re
from collections.abc import Sequence

from reader.digest.labels import Label, Paragraph

_NAME = re.compile(r"目\s*[录次]\s*")
_PAGE = re.compile(r"(?:[….·]{2,}|\t)\s*\d*$")
_NO_LETTERS = re.compile(r"[\W_]+|\d+$")


def without_contents(shadow: str, lines: Sequence[Paragraph], labels: Sequence[Label]) -> list[Label]:
    """`labels` without those in lines that lead to a page, and those below 目录 that come again later."""
    begins = next((line.end for line in lines if _NAME.fullmatch(shadow, line.start, line.end)), None)
    again = {_letters(shadow, label): label.start for label in labels}  # the last of a name remains
    return [
        label
        for label in labels
        if not _PAGE.search(shadow, label.title, label.end)
        and not (begins is not None and begins <= label.start < again[_letters(shadow, label)])
    ]


def _letters(shadow: str, label: Label) -> str:
    return _NO_LETTERS.sub("", shadow[label.title : label.end])
