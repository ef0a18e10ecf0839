"""Passages (段-句): the numbers by which a paper cites a place.

A paragraph is a line of the canonical text (a block) that has a visible character, counted from 1. A sentence ends
with 。！？!? or …, and the closing quotes or brackets after them, or with its paragraph; ；does not end one, because
people count 句 on paper by full stops. The rule never changes: papers cite by it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

_SENTENCE = re.compile(r"[^。！？!?…]*(?:[。！？!?…]+[”’\"'」』）)】》〉\]］}｝]*|$)")
_PASSAGE = re.compile(r"(\d+)-(\d+)(?:\.\.(\d+)-(\d+))?")


class Sentence(NamedTuple):
    """A numbered sentence and its span in the canonical text: code points, half-open."""

    paragraph: int
    sentence: int
    start: int
    end: int

    @property
    def number(self) -> str:
        """"3-5": paragraph 3, sentence 5."""
        return f"{self.paragraph}-{self.sentence}"


def _sentences(text: str) -> Iterator[Sentence]:
    paragraph, line_start = 0, 0
    for line in text.split("\n"):
        if line.strip():
            paragraph += 1
            count = 0
            for match in _SENTENCE.finditer(line):
                if match.group().strip():
                    count += 1
                    yield Sentence(paragraph, count, line_start + match.start(), line_start + match.end())
        line_start += len(line) + 1


class Passages:
    """The numbered sentences of one canonical text."""

    def __init__(self, text: str) -> None:
        self.sentences = list(_sentences(text))
        self._starts = [sentence.start for sentence in self.sentences]

    def at(self, offset: int) -> Sentence | None:
        """The sentence that holds the character at `offset`, or the last one before it; None in an empty text."""
        index = bisect_right(self._starts, offset) - 1
        return self.sentences[max(index, 0)] if self.sentences else None

    def number(self, start: int, end: int) -> str | None:
        """"3-5" for a span inside one sentence, "3-5..4-1" for a span over several."""
        first, last = self.at(start), self.at(max(start, end - 1))
        if first is None or last is None:
            return None
        return first.number if first == last else f"{first.number}..{last.number}"


def parse_passage(passage: str) -> tuple[int, int, int, int]:
    """(paragraph, sentence, last paragraph, last sentence) of "3-5" or "3-5..4-1"; ValueError otherwise."""
    match = _PASSAGE.fullmatch(passage)
    if not match:
        raise ValueError(passage)
    paragraph, sentence = int(match[1]), int(match[2])
    return paragraph, sentence, int(match[3] or paragraph), int(match[4] or sentence)
