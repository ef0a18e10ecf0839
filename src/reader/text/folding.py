"""Folded forms of a string for comparing and finding; never what is stored."""

import re
import unicodedata

# Removed when blocks are made: controls other than tab and newline, line and paragraph separators, what Qt uses to
# mark frames (U+FDD0, U+FDD1) and objects (U+FFFC), byte order marks, and lone surrogates.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0\ufdd1\ufffc\ufffe\uffff\ufeff\ud800-\udfff]")
_BLANKS = re.compile(r"\s+")
_NO_LETTERS = re.compile(r"[\W_]+")


def clean(text: str) -> str:
    """`text` without the characters that no canonical text may hold; U+00A0 becomes a space."""
    return _UNWANTED.sub("", text).replace("\xa0", " ")


def fold(text: str) -> str:
    """Width, compatibility forms (Kangxi radicals too) and case folded: the form in which texts are searched."""
    return unicodedata.normalize("NFKC", text).casefold()


def fold_with_map(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the code point offset in `text` that it came from.

    Characters are folded one by one with the combining marks after them, so that every one keeps its origin. A last
    entry holds len(text): the end of a span found in the folded text is found in the list too.
    """
    pieces: list[str] = []
    origins: list[int] = []
    if text.isascii():
        return text.lower(), list(range(len(text) + 1))
    start, length = 0, len(text)
    while start < length:
        end = start + 1
        while end < length and unicodedata.combining(text[end]):
            end += 1
        piece = fold(text[start:end])
        pieces.append(piece)
        origins.extend([start] * len(piece))
        start = end
    origins.append(length)
    return "".join(pieces), origins


def squeeze(text: str) -> str:
    """NFC, and all white space removed: how two writings of one quotation are compared."""
    return _BLANKS.sub("", unicodedata.normalize("NFC", text))


def letters(text: str) -> str:
    """The folded letters and digits alone: how two texts are compared whose punctuation and layout may differ."""
    return _NO_LETTERS.sub("", fold(text))


def one_line(text: str) -> str:
    """Runs of white space become one space, none at the ends."""
    return _BLANKS.sub(" ", text).strip()
