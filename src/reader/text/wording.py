"""Two forms in which a quotation and its source are compared: as written, and by the words alone.

As written: what nobody can see makes no difference (the normal form of a character, radicals that a PDF writes for
characters, zero-width characters), nor do line breaks, which every layout sets anew. The words: width and quotation
marks folded too, and marks and white space left out, but what stands between two digits stays (3.5 is not 35).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.text.shadow import plain_radicals, shadow

_LAYOUT = re.compile(r"[^\S\n]*\n\s*|[\u200b-\u200d\u2060\ufeff\xad]+")
_CLUSTER = re.compile(r".[\u0300-\u036f\u20d0-\u20ff\u3099\u309a]*", re.S)
_MARKS = re.compile(r"[^\w%‰℃°+=<>±×÷≈≤≥&@#$€£¥^|~]+")
"""What is no word; signs that change the meaning of a figure are words."""
_VARIANTS = str.maketrans("戶靑黃", "户青黄")
"""Radicals of the Kangxi dictionary stand for old forms of these, and PDFs write them for the forms of today."""


class Wording(NamedTuple):
    """A form of a text; `origins` gives for each of its characters, and for its end, the offset in that text."""

    text: str
    origins: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where [start, end) of this form, which is not empty, stands in the text."""
        return self.origins[start], self.origins[end - 1] + 1


def as_written(text: str) -> Wording:
    """The form in which equal means exact."""
    folded = plain_radicals(text).translate(_VARIANTS)
    is_normal = unicodedata.is_normalized("NFC", folded)
    if is_normal and not _LAYOUT.search(folded):
        return Wording(folded, range(len(folded) + 1))
    pieces: list[str] = []
    origins: list[int] = []
    for start, piece in _visible(folded, is_normal):
        pieces.append(piece)
        origins += range(start, start + len(piece)) if is_normal else [start] * len(piece)
    return Wording("".join(pieces), [*origins, len(text)])


def _visible(text: str, is_normal: bool) -> Iterator[tuple[int, str]]:
    """Stretches without layout, and where each begins; single characters where they had to be composed."""
    at = 0
    for match in [*_LAYOUT.finditer(text), None]:
        end = match.start() if match else len(text)
        if is_normal:
            yield at, text[at:end]
        else:
            for cluster in _CLUSTER.finditer(text, at, end):
                yield cluster.start(), unicodedata.normalize("NFC", cluster[0])
        if match:
            if _parts_words(text, match):
                yield match.start(), " "
            at = match.end()


def _parts_words(text: str, match: re.Match[str]) -> bool:
    """Whether a line break stands for the blank between two words of an alphabet."""
    around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    return "\n" in match[0] and len(around) == 2 and around.isascii() and not around.isspace()


def words(text: str) -> str:
    """The words of a text alone."""
    return _MARKS.sub(_kept, shadow(as_written(text).text))


def _kept(match: re.Match[str]) -> str:
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return match[0] if before.isdigit() and after.isdigit() else ""


def words_of(written: Wording) -> Wording:
    """The words of a text in its form as written; origins as there, in the text itself."""
    folded = shadow(written.text)
    pieces: list[str] = []
    origins: list[int] = []
    at = 0
    for match in [*_MARKS.finditer(folded), None]:
        end = match.start() if match else len(folded)
        kept = len(_kept(match)) if match else 0
        pieces.append(folded[at : end + kept])
        origins += written.origins[at : end + kept]
        at = match.end() if match else end
    return Wording("".join(pieces), [*origins, written.origins[-1]])
