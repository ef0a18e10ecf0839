"""原文核对: what a document quotes, and what the library says of it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Verdict(StrEnum):
    """What came of checking a quotation; the values are part of the command line."""

    EXACT = "exact"
    """Character by character; in the version that `Checked.version` names."""
    ELSEWHERE = "elsewhere"
    """The right words, but not in the passage that the document gives."""
    DIFFERS = "differs"
    NOT_FOUND = "not_found"


class DifferenceKind(StrEnum):
    """What a difference is about; the values are part of the command line."""

    WORDS = "words"
    PUNCTUATION = "punctuation"
    """Marks, white space or width alone: the words are the same."""


class Difference(NamedTuple):
    """A stretch of a quotation that the article has otherwise; one of the two sides may be empty."""

    start: int
    end: int
    """In `Checked.quote`: code points, half-open; equal where the quotation leaves something out."""
    found: str
    """What the article has there."""
    kind: DifferenceKind
    found_start: int
    """In `Checked.found`."""

    @property
    def found_end(self) -> int:
        """In `Checked.found`."""
        return self.found_start + len(self.found)


@dataclass(frozen=True, slots=True)
class Checked:
    """A quotation of a document. Everything about its place is empty when it is not found."""

    quote: str
    """As the document has it, without the marks around it."""
    start: int
    end: int
    """In the text of the document: code points, half-open."""
    verdict: Verdict
    stated: str | None = None
    """The passage that the document gives, "3-5" or "3-5..4-1"."""
    article: str = ""
    title: str = ""
    version: int = 0
    newest: int = 0
    """Number of the newest version of the article: what stands only in an older one is quoted no longer rightly."""
    passage: str | None = None
    found: str = ""
    """The words of the article; pieces of a quotation with an ellipsis are joined by one."""
    found_start: int = 0
    found_end: int = 0
    """In the text of that version: code points, half-open."""
    differences: tuple[Difference, ...] = ()
    similarity: float = 0.0
    """Share of equal characters, 0 to 1."""

    @property
    def is_old(self) -> bool:
        """Whether only an older version of the article has the words."""
        return self.version < self.newest

    @property
    def is_sound(self) -> bool:
        """Whether nothing has to be mended."""
        return self.verdict is Verdict.EXACT

    @property
    def is_punctuation(self) -> bool:
        """Whether the words are right and only marks, white space or width differ."""
        return bool(self.differences) and all(each.kind is DifferenceKind.PUNCTUATION for each in self.differences)


@dataclass(frozen=True, slots=True)
class Verification:
    """All quotations of a document, in its order."""

    text: str
    """Of the document, as it was read."""
    checked: tuple[Checked, ...]
    terms: int = 0
    """How many quoted expressions were too short to be checked."""
    truncated: bool = False
    """A limit dropped part of the document."""

    def count(self, verdict: Verdict) -> int:
        """How many quotations have this verdict."""
        return sum(each.verdict is verdict for each in self.checked)
