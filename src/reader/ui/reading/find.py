"""Finding in the open article: width, compatibility forms and (unless asked otherwise) case do not matter."""

import unicodedata
from collections.abc import Iterator, Sequence

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
        self._folded: list[str] = []
        self._simple: set[str] = set()
        """Characters of the article that fold to one character whatever stands beside them."""

    def _prepare(self) -> None:
        self._folded = [fold(block.text) for block in self._blocks]
        characters = set().union(*(block.text for block in self._blocks))
        self._simple = {each for each in characters if len(fold(each)) == 1 and not unicodedata.combining(each)}

    def find(self, words: str, match_case: bool = False) -> list[Span]:
        """All places of `words` in text order, not overlapping; none for blank words."""
        needle = fold(words)
        if not needle.strip():
            return []
        if len(self._folded) != len(self._blocks):
            self._prepare()
        found: list[Span] = []
        for folded, block, span in zip(self._folded, self._blocks, self._spans, strict=True):
            if needle in folded:
                places = self._places(block.text, folded, needle)
                if match_case:
                    exact = unicodedata.normalize("NFKC", words)
                    places = [(a, b) for a, b in places if unicodedata.normalize("NFKC", block.text[a:b]) == exact]
                found.extend(Span(span.start + start, span.start + end) for start, end in places)
                if len(found) >= MOST:
                    break
        return found[:MOST]

    def _places(self, text: str, folded: str, needle: str) -> list[tuple[int, int]]:
        # Nearly every block: each character folded to one, so that places are the same on both sides.
        if len(folded) == len(text) and self._simple.issuperset(text):
            return [(at, at + len(needle)) for at in _all(folded, needle)]
        return _mapped(text, needle)


def _all(text: str, words: str) -> Iterator[int]:
    """Where `words` begin in `text`, not overlapping."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


def _mapped(text: str, needle: str) -> list[tuple[int, int]]:
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
