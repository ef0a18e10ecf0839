"""Finding in the open article: width, compatibility forms and (unless asked otherwise) case do not matter."""

import unicodedata
from collections.abc import Sequence

from reader.model.blocks import Block, Span, block_spans
from reader.text.folding import fold, fold_with_map

MOST = 20_000
"""Findings that are kept; more help nobody."""


class Finder:
    """Searches the blocks of one article; no finding crosses a block or a table cell.

    Folding a text with its map costs a microsecond a character, so it is done only for blocks that hold the words.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._spans = block_spans(blocks)
        self._folded: list[str] | None = None

    def find(self, words: str, match_case: bool = False) -> list[Span]:
        """All places of `words` in text order, not overlapping; none for blank words."""
        needle = fold(words)
        if not needle.strip():
            return []
        if self._folded is None:
            self._folded = [fold(block.text) for block in self._blocks]
        found: list[Span] = []
        for folded, block, span in zip(self._folded, self._blocks, self._spans, strict=True):
            if needle in folded:
                places = _places(block.text, needle)
                if match_case:
                    exact = unicodedata.normalize("NFKC", words)
                    places = [(a, b) for a, b in places if unicodedata.normalize("NFKC", block.text[a:b]) == exact]
                found.extend(Span(span.start + start, span.start + end) for start, end in places)
                if len(found) >= MOST:
                    break
        return found[:MOST]


def _places(text: str, needle: str) -> list[tuple[int, int]]:
    """Where the folded needle stands in `text`; whole characters only (half a "㎞" is not found)."""
    folded, origins = fold_with_map(text)
    places = []
    at = folded.find(needle)
    while at >= 0:
        end = at + len(needle)
        begins_whole = at == 0 or origins[at] != origins[at - 1]
        ends_whole = end == len(folded) or origins[end] != origins[end - 1]
        if begins_whole and ends_whole:
            places.append((origins[at], origins[end]))
        at = folded.find(needle, end if begins_whole and ends_whole else at + 1)
    return places
