"""How an article is set: face, size, line height, column."""

from dataclasses import dataclass, fields

from PySide6.QtGui import QFont, QFontMetricsF

from reader.settings import Settings
from reader.ui.theme import FACES, SANS, SERIF

SIZES = range(14, 29)
"""Body sizes in px."""
LINE_HEIGHTS = (1.4, 1.6, 1.8, 2.0, 2.2, 2.4)
MEASURES = range(28, 45)
"""Characters a line."""


@dataclass(frozen=True, slots=True)
class Typography:
    """The reader's choices; the names are those of `reader.settings.Settings`."""

    font: str = "song"
    text_size: int = 18
    line_height: float = 1.8
    measure: int = 40
    passages: bool = False

    def clipped(self) -> "Typography":
        """The same with every value in its range."""
        return Typography(
            font=self.font if self.font in FACES else "song",
            text_size=min(max(self.text_size, SIZES[0]), SIZES[-1]),
            line_height=min(max(self.line_height, LINE_HEIGHTS[0]), LINE_HEIGHTS[-1]),
            measure=min(max(self.measure, MEASURES[0]), MEASURES[-1]),
            passages=self.passages,
        )

    def changes_from(self, other: "Typography") -> dict[str, object]:
        """The choices that differ from `other`'s, by name."""
        return {
            each.name: value
            for each in fields(self)
            if (value := getattr(self, each.name)) != getattr(other, each.name)
        }

    def body_font(self) -> QFont:
        """The face of the article at its size, without hinting: glyphs then keep their shape at every size."""
        return make_font(FACES.get(self.font, SERIF), self.text_size)


def typography_of(settings: Settings) -> Typography:
    """What the preferences say."""
    return Typography(**{each.name: getattr(settings, each.name) for each in fields(Typography)}).clipped()


def make_font(families: tuple[str, ...], size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """A font of the first family present, `size` in px."""
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(size)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def small_font(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The face of seals, numbers and captions."""
    return make_font(SANS, size, weight)


def em(font: QFont) -> float:
    """The advance of 中 in px: what an indent of two characters is measured in."""
    return QFontMetricsF(font).horizontalAdvance("中")
