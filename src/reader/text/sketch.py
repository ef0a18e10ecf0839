"""Sketches: what is kept of a text to find near-duplicates of it among ten thousand others without reading them.

A bottom-k sketch holds the smallest hashes of a text's shingles (4-grams of its letters): a sample that is drawn by the
shingles themselves, so that two texts that share a passage have drawn the same from it. How much of two samples is
shared estimates how much of the texts is (Broder, "On the resemblance and containment of documents", 1997; Cohen and
Kaplan, "Summarizing data using bottom-k sketches", 2007). Estimates choose candidates; `overlap` says how much it is.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from hashlib import blake2b

from reader.text.folding import letters

SHINGLE = 4
"""Characters. Four Han characters are two words: rare enough to tell reports apart, short enough to survive edits."""
KEPT = 256
"""Hashes of a sketch: the standard error of an estimate is about 1/√256, 6 %."""
KEYS = 24
"""The smallest hashes, which are indexed: an excerpt of a third still shares eight of them, on the average."""
SHORTEST = 40
"""Letters. What is shorter says too little to be like anything; it can only be the same."""

_HASH_BYTES = 4
# Between the 256 smallest hashes of two texts of 50,000 characters, there is less than one
# collision in 200 pairs. Hashes of 64 bits would find nothing more and make a library a tenth larger.


@dataclass(frozen=True, slots=True)
class Sketch:
    """A sample of a text's shingles."""

    shingles: int
    """How many different ones the text has; 0 for a text that is too short."""
    smallest: tuple[int, ...]
    """Up to KEPT hashes, ascending, 32 bits each."""

    @property
    def keys(self) -> tuple[int, ...]:
        """The hashes by which others find this text."""
        return self.smallest[:KEYS]

    def packed(self) -> bytes:
        """`smallest` in four bytes each, big-endian."""
        return struct.pack(f">{len(self.smallest)}I", *self.smallest)

    @classmethod
    def unpacked(cls, shingles: int, packed: bytes) -> Sketch:
        """The opposite of `packed`."""
        return cls(shingles, struct.unpack(f">{len(packed) // _HASH_BYTES}I", packed))


def sketch(text: str) -> Sketch:
    """The sketch of a text: the same in every process, and whatever its punctuation, width, case and white space."""
    folded = letters(text)
    if len(folded) < SHORTEST:
        return Sketch(0, ())
    raw, size = folded.encode("utf-32-le"), 4 * SHINGLE
    shingles = {raw[start : start + size] for start in range(0, len(raw) - size + 1, 4)}
    # A real hash is uniform over every text, where a checksum or a multiplication may not be. Big-endian bytes sort as
    # the numbers that they are: 5 MB of Chinese text take a second.
    hashes = sorted({blake2b(each, digest_size=_HASH_BYTES).digest() for each in shingles})
    return Sketch.unpacked(len(hashes), b"".join(hashes[:KEPT]))


def resemblance(a: Sketch, b: Sketch) -> float:
    """Estimate of |A ∩ B| / |A ∪ B| over shingles, 0 to 1; exact for texts with no more than KEPT."""
    ours, theirs = _comparable(a, b)
    return len(ours & theirs) / (len(ours | theirs) or 1)


def containment(a: Sketch, b: Sketch) -> float:
    """Estimate of |A ∩ B| / min(|A|, |B|): how much of the shorter text stands in the longer, 0 to 1."""
    ours, theirs = _comparable(a, b)
    return len(ours & theirs) / (len(ours if a.shingles <= b.shingles else theirs) or 1)


def _comparable(a: Sketch, b: Sketch) -> tuple[set[int], set[int]]:
    """Both samples up to the hash that both are complete to."""
    full = [each.smallest[-1] for each in (a, b) if each.shingles > len(each.smallest)]
    if not full:
        return set(a.smallest), set(b.smallest)
    limit = min(full)
    return {each for each in a.smallest if each <= limit}, {each for each in b.smallest if each <= limit}
