"""Which family shows a character, for pdf.py.

Qt would find a substitute by itself, but then nothing is known about it: it may be a colour font, whose pictures are
no text in a PDF, or none at all for a script that it cannot shape. So the families are chosen here, and a character
that none of them has is shown as a box and still copies as itself.
"""

import unicodedata

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from reader.export.fonts import Families, choose
from reader.export.gbt9704 import Face
from reader.model.errors import ExportError

SPARE = (
    *("Noto Serif CJK SC", "Noto Sans CJK SC", "SimSun", "Songti SC", "SimSun-ExtB", "SimSun-ExtG", "MingLiU-ExtB"),
    *("Segoe UI Symbol", "Apple Symbols", "Noto Sans Symbols", "Noto Sans Symbols2", "Symbola", "Arial Unicode MS"),
    *("Cambria Math", "STIX Two Math", "Arial", "Times New Roman", "Tahoma", "Helvetica", "Noto Sans", "DejaVu Sans"),
)
"""Asked in this order for a character that the faces of the paper do not have; none of them has colours."""

_SCRIPTS = {
    (0x0700, 0x074F): QFontDatabase.WritingSystem.Syriac,
    (0x0780, 0x07BF): QFontDatabase.WritingSystem.Thaana,
    (0x07C0, 0x07FF): QFontDatabase.WritingSystem.Nko,
    (0x0900, 0x097F): QFontDatabase.WritingSystem.Devanagari,
    (0x0980, 0x09FF): QFontDatabase.WritingSystem.Bengali,
    (0x0A00, 0x0A7F): QFontDatabase.WritingSystem.Gurmukhi,
    (0x0A80, 0x0AFF): QFontDatabase.WritingSystem.Gujarati,
    (0x0B00, 0x0B7F): QFontDatabase.WritingSystem.Oriya,
    (0x0B80, 0x0BFF): QFontDatabase.WritingSystem.Tamil,
    (0x0C00, 0x0C7F): QFontDatabase.WritingSystem.Telugu,
    (0x0C80, 0x0CFF): QFontDatabase.WritingSystem.Kannada,
    (0x0D00, 0x0D7F): QFontDatabase.WritingSystem.Malayalam,
    (0x0D80, 0x0DFF): QFontDatabase.WritingSystem.Sinhala,
    (0x1780, 0x17FF): QFontDatabase.WritingSystem.Khmer,
}
"""Scripts that Qt sets only with a font that declares them; without one it draws boxes that are no text."""
_BOXES = "□〓?"


def may_embed(family: str) -> bool:
    """Whether the family's licence allows it in a document, as its font says."""
    return allows_embedding(bytes(_font(family).fontTable("OS/2").data()))


def installed_families() -> Families:
    """What papers are set in here. ExportError no_cjk_font."""
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    families = choose(QFontDatabase.families(), chinese, may_embed)
    if families is None:
        raise ExportError("no_cjk_font")
    return families


def allows_embedding(table: bytes) -> bool:
    """Of a font's OS/2 table: its fsType, of which 2 is restricted and 0x200 bitmaps only; a font may have none."""
    rights = int.from_bytes(table[8:10], "big") if len(table) >= 10 else 0
    return rights & 0xF != 2 and not rights & 0x200


def has_bold(family: str) -> bool:
    """Whether it is drawn for bold: Qt would make one up by writing every glyph twice."""
    return any(QFontDatabase.bold(family, style) for style in QFontDatabase.styles(family))


def belongs_to_what_precedes(character: str) -> bool:
    """Whether it is a joiner, a variation selector or the like, which have no glyph of their own."""
    # Not every character that Python cannot print: rare Han characters are newer than its tables, or private ones.
    return unicodedata.category(character) in ("Cf", "Cc") or "VARIATION SELECTOR" in unicodedata.name(character, "")


def _font(family: str) -> QRawFont:
    font = QFont([family])
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return QRawFont.fromFont(font)


class Coverage:
    """Answers from the character maps of the installed fonts; every font is opened once."""

    def __init__(self, families: Families) -> None:
        self._families = families
        self._installed = set(QFontDatabase.families())
        self._fonts: dict[str, QRawFont] = {}
        self._found: dict[tuple[str, Face], tuple[str, str]] = {}

    def show(self, character: str, face: Face) -> tuple[str, str]:
        """(family, what is drawn): the character itself, or a box."""
        key = (character, face)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._search(character, face)
        return found

    def _search(self, character: str, face: Face) -> tuple[str, str]:
        own = self._families.faces[face]
        if belongs_to_what_precedes(character):
            return own, character
        if character.isascii() and self._families.latin:
            return self._families.latin, character
        for (first, last), script in _SCRIPTS.items():
            if first <= ord(character) <= last:
                shaping = QFontDatabase.families(script)
                return (shaping[0], character) if shaping else self._box(own)
        for family in (own, *self._families.faces.values(), *filter(self._installed.__contains__, SPARE)):
            if self._has(family, character):
                return family, character
        return self._box(own)

    def _box(self, family: str) -> tuple[str, str]:
        return family, next((box for box in _BOXES if self._has(family, box)), "?")

    def _has(self, family: str, character: str) -> bool:
        if family not in self._fonts:
            self._fonts[family] = _font(family)
        return self._fonts[family].supportsCharacter(ord(character))
