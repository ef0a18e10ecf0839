"""Paragraphs and tables are set into lines with QTextLayout, for pdf.py. Lengths are twips."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QImage, QTextCharFormat, QTextLayout, QTextOption

from reader.export.flow import cells
from reader.export.flow_frame import imprint
from reader.export.fonts import Families
from reader.export.gbt9704 import (
    CELL_MARGINS,
    PICTURE_GAP,
    PITCH,
    STYLES,
    THICK_RULE,
    THIN_RULE,
    Alignment,
    Face,
    Role,
    Style,
)
from reader.export.lines import Line, Piece, is_kept_row
from reader.export.marked import Sign
from reader.export.pagination import Row
from reader.export.pdf_breaking import LOOSEST, Letter, Spelling, baseline_of, fill_line, has_much_chinese, only_line
from reader.export.pdf_coverage import Coverage, belongs_to_what_precedes, has_bold
from reader.export.pdf_marks import LABEL_RISE, LABEL_SIZE, Underline
from reader.export.pdf_strokes import Band, Stroke, Texts
from reader.export.pictures import size_on_paper
from reader.model.summary import Imprint, Picture, Table
from reader.text.offsets import Utf16Map

_ALIGNMENTS = {
    Alignment.LEFT: Qt.AlignmentFlag.AlignLeft,
    Alignment.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Alignment.RIGHT: Qt.AlignmentFlag.AlignRight,
    Alignment.JUSTIFY: Qt.AlignmentFlag.AlignJustify,
}
_CELL_PADDING, _CELL_MARGIN = CELL_MARGINS["left"], CELL_MARGINS["top"]
_RULE = 10
"""0.5 pt."""
_BREAK, _JOINER = "\u2028", "\u2060"


class Typesetter:
    """Sets text in the given families; `signs` are those of the marks, by their numbers."""

    def __init__(self, families: Families, signs: Mapping[int, Sign] | None = None) -> None:
        self.families, self.signs = families, signs or {}
        self._coverage = Coverage(families)
        self._images: dict[bytes, QImage] = {}
        self._has_bold = families.bold_title and has_bold(families.faces[Face.TITLE])

    def single(self, line: Line) -> Stroke:
        """A text on one line, drawn from its left edge."""
        style = STYLES[line.role]
        layout, texts = self._layout(self._spell(line, style), style, Alignment.LEFT)
        return only_line(layout, texts, 0, style)

    def paragraph(self, line: Line, width: int) -> list[Band]:
        """One band a line; an empty paragraph is one empty band."""
        style = line.style
        strokes = self._strokes(line, width)
        bands = [Band(style.pitch, [stroke], ended=stroke.ended) for stroke in strokes] or [Band(style.pitch)]
        if line.label:
            label = self.single(Line(line.role, (Piece(line.label),)))
            label.move(line.edges.left + line.edges.first, 0)
            bands[0].strokes.insert(0, label)
        if line.end:
            self._put_end(line, width, bands)
        if style.rule:
            bands[0].rules.append((0, 0, width, style.rule))
        # Notes stand on the page of the paragraph's last line: a mark is at its end.
        bands[-1].footnotes = tuple(piece.footnote for piece in line.pieces if piece.footnote)
        if style.outline is not None:
            bands[0].heading, bands[0].level = line.text.replace("\n", " "), style.outline + 1
        return bands

    def _put_end(self, line: Line, width: int, bands: list[Band]) -> None:
        """On the last line where there is room, otherwise on one of its own."""
        end = self.single(Line(line.role, (Piece(line.end),)))
        x = width - line.edges.right - end.width
        if x < line.edges.left:
            bands += self.paragraph(Line(line.role, (Piece(line.end),)), width)
            return
        if any(stroke.x + stroke.width + line.style.em > x for stroke in bands[-1].strokes):
            bands.append(Band(line.style.pitch))
        end.move(x, 0)
        bands[-1].strokes.append(end)

    def imprint(self, foot: Imprint, width: int) -> Band:
        """版记: thick rules above and below it, thin ones between its blocks; a small gap parts it from the text."""
        made = Band(STYLES[Role.SPACER].pitch)
        for number, block in enumerate(imprint(foot)):
            made.rules.append((0, made.height, width, THIN_RULE if number else THICK_RULE))
            for band in (band for line in block for band in self.paragraph(line, width)):
                for stroke in band.strokes:
                    stroke.move(0, made.height)
                    made.strokes.append(stroke)
                made.height += band.height
        made.rules.append((0, made.height - THICK_RULE, width, THICK_RULE))
        return made

    def picture(self, picture: Picture, width: int) -> Band:
        """In the middle of `width`, on whole lines of the body's grid."""
        across, high = size_on_paper(picture)
        lines = -(-(high + 2 * PICTURE_GAP) // PITCH)
        rect = QRectF((width - across) / 2, (lines * PITCH - high) / 2, across, high)
        # The same QImage again is written into the file only once.
        image = self._images.setdefault(picture.data, QImage.fromData(picture.data))
        return Band(lines * PITCH, pictures=[(rect, image)])

    def table(self, table: Table, width: int, height: int) -> Iterator[Row[Band]]:
        """Its rows, the headings first; a row that is higher than a page is divided between lines."""
        total = sum(table.shares)
        widths = [width * share // total for share in table.shares]
        headings, *rows = cells(table)
        header = next(self._table_row(headings, widths, Role.HEADER_CELL, height))
        yield Row(header, header.height, keep_with_next=True)
        again = Row(header, header.height)
        for number, row in enumerate(rows):
            *bands, last = self._table_row(row, widths, Role.CELL, height - header.height)
            yield from (Row(band, band.height, repeated=again) for band in bands)
            yield Row(last, last.height, keep_with_next=is_kept_row(number, len(rows)), repeated=again)

    def _table_row(
        self, row: Sequence[tuple[Piece, ...]], widths: Sequence[int], role: Role, height: int
    ) -> Iterator[Band]:
        pitch = STYLES[role].pitch
        columns = [
            self._strokes(Line(role, cell), width - 2 * _CELL_PADDING) for cell, width in zip(row, widths, strict=True)
        ]
        fitting = (height - 2 * _CELL_MARGIN) // pitch
        for start in range(0, max(1, *map(len, columns)), fitting):
            part = [column[start : start + fitting] for column in columns]
            band = Band(max(1, *map(len, part)) * pitch + 2 * _CELL_MARGIN)
            x = 0
            for column, width in zip(part, widths, strict=True):
                for number, stroke in enumerate(column):
                    stroke.move(x + _CELL_PADDING, _CELL_MARGIN + number * pitch)
                    band.strokes.append(stroke)
                    band.ended += stroke.ended
                band.rules.append((x, 0, _RULE, band.height))
                x += width
            band.rules += [(x, 0, _RULE, band.height), (0, 0, x, _RULE), (0, band.height, x + _RULE, _RULE)]
            yield band

    def _strokes(self, line: Line, width: int) -> list[Stroke]:
        style = STYLES[line.role]
        spelled = self._spell(line, style)
        if not spelled:
            return []
        layout, texts = self._layout(spelled, style, style.alignment)
        shown = layout.text()
        places = Utf16Map(shown)
        strokes: list[Stroke] = []
        layout.beginLayout()
        first, left, right = line.edges
        while (each := layout.createLine()).isValid():
            indent = left if strokes or line.label else left + first
            fill_line(each, width - indent - right, shown, places, style.alignment)
            strokes.append(Stroke(layout, each, indent, baseline_of(style), texts))
        layout.endLayout()
        if style.alignment is Alignment.JUSTIFY and " " in shown:
            return [self._evened(stroke, spelled, places, style, width) for stroke in strokes]
        spans = [map(places.to_points, stroke.span) for stroke in strokes]
        return [self._mark(each, spelled[slice(*span)], style) for each, span in zip(strokes, spans, strict=True)]

    def _mark(self, stroke: Stroke, letters: Spelling, style: Style) -> Stroke:
        """Put lines under what is marked of a line of text, and labels above where marks end."""
        at = stroke.span[0]
        places: dict[int, tuple[int, int]] = {}
        for letter in letters:
            start, at = at, at + (2 if letter.shown > "\uffff" else 1)
            for number in letter.marks:
                places[number] = places.get(number, (start,))[0], at
            stroke.labels += [(at, self._label(number, style)) for number in letter.ended]
            stroke.ended += letter.ended
        stroke.underlines = [Underline(*place, self.signs[number]) for number, place in places.items()]
        return stroke

    def _evened(self, stroke: Stroke, spelled: Spelling, places: Utf16Map, style: Style, width: int) -> Stroke:
        """The line with its slack between all characters, where Qt would put all of it into a space or two."""
        start, end = stroke.span
        part = spelled[places.to_points(start) : places.to_points(end)]
        is_last = end >= places.to_units(len(spelled)) or part[-1].shown == _BREAK
        is_loose = stroke.width < LOOSEST * (width - stroke.x)
        while part and part[-1].shown == " ":
            part.pop()
        if is_last or is_loose or not has_much_chinese(part):
            return self._mark(stroke, part, style)
        slack = width - stroke.x - stroke.width
        even = replace(style, tighten=style.tighten + slack / max(1, len(part) - 1))
        layout, texts = self._layout(part, even, Alignment.LEFT)
        return self._mark(only_line(layout, texts, stroke.x, style), part, style)

    def _layout(self, spelled: Spelling, style: Style, alignment: Alignment) -> tuple[QTextLayout, Texts]:
        shown = "".join(letter.shown for letter in spelled)
        layout = QTextLayout(shown, self._font(self.families.faces[style.face], style))
        option = QTextOption(_ALIGNMENTS[alignment])
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setUseDesignMetrics(True)
        layout.setTextOption(option)
        layout.setFormats(self._formats(spelled, style))
        return layout, Texts(shown, [letter.meant for letter in spelled])

    def _spell(self, line: Line, style: Style) -> Spelling:
        """Per code point: what is drawn, and what it means."""
        spelled: Spelling = []
        for piece in line.pieces:
            face = piece.face or style.face
            joiner = Letter(_JOINER, "", self.families.faces[face], marks=piece.marks)
            for number, character in enumerate(piece.text):
                if piece.unbroken and number:
                    spelled.append(joiner)
                spelled.append(self._letter(character, face, spelled)._replace(marks=piece.marks))
            if piece.ends and not piece.text:
                spelled.append(joiner)
            if piece.ends:
                spelled[-1] = spelled[-1]._replace(ended=piece.ends)
            if piece.footnote:
                # The mark of a footnote never begins a line.
                spelled.append(joiner)
                for digit in str(piece.footnote):
                    family, shown = self._coverage.show(digit, face)
                    spelled.append(Letter(shown, digit, family, is_raised=True))
        return spelled

    def _label(self, number: int, style: Style) -> Stroke:
        """What leads from marked words to their note, to be drawn above their end. It says nothing to programs that
        read the text: the article is searched and copied as if nobody had marked it."""
        small = Style(Face.HEI, style.size * LABEL_SIZE, tighten=0)
        drawn = (self._coverage.show(character, Face.HEI) for character in self.signs[number].label)
        layout, texts = self._layout([Letter(shown, "", family) for family, shown in drawn], small, Alignment.LEFT)
        return only_line(layout, texts, 0, small, baseline_of(style) - style.size * 20 * LABEL_RISE)

    def _letter(self, character: str, face: Face, before: Spelling) -> "Letter":
        if character == "\n":
            return Letter(_BREAK, "", self.families.faces[face])
        family, shown = self._coverage.show(" " if character == "\t" else character, face)
        if before and (belongs_to_what_precedes(character) or unicodedata.category(character)[0] == "M"):
            # Accents too: a font sets them only with its own letters.
            family = before[-1].family
        return Letter(shown, character, family)

    def _formats(self, spelled: Spelling, style: Style) -> list[QTextLayout.FormatRange]:
        ranges, start = [], 0
        for (family, is_raised), group in groupby(spelled, key=lambda each: (each.family, each.is_raised)):
            length = sum(2 if letter.shown > "\uffff" else 1 for letter in group)
            ranges.append(self._range(start, length, family, is_raised, style))
            start += length
        return ranges

    def _range(self, start: int, length: int, family: str, is_raised: bool, style: Style) -> QTextLayout.FormatRange:
        text = QTextCharFormat()
        text.setFont(self._font(family, style))
        if is_raised:
            text.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = start, length, text
        return made

    def _font(self, family: str, style: Style) -> QFont:
        font = QFont([family])
        font.setPixelSize(round(style.size * 20))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
        if style.tighten:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.tighten)
        if style.face is Face.TITLE and self._has_bold:
            font.setWeight(QFont.Weight.Bold)
        return font
