"""Native comments on the marked words of an article (ECMA-376 part 1, 17.13.4).

python-docx makes them too, but only over runs of one paragraph that are there already, and searching all of them for a
free number each time.
"""

import re
from collections.abc import Sequence
from typing import Any

from reader.export.docx_styles import COMMENT_MARK, STYLE_NAMES, element
from reader.export.gbt9704 import Role
from reader.export.marked import details
from reader.model.annotation import Kind
from reader.model.summary import Quotation, Summary

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?")
_LINES = {
    Kind.KEY: "single",
    Kind.BORROW: "double",
    Kind.DATA: "dotted",
    Kind.QUESTION: "wave",
    Kind.ACTION: "dash",
}
"""How marked words are underlined, so that they are seen where nobody shows the comments."""


class Comments:
    """Writes the marks of a paper into its text, and their notes into a part of their own."""

    def __init__(self, document: Any, summary: Summary) -> None:
        self._document, self._summary = document, summary
        self._marks = dict(enumerate(summary.marks, 1))
        self._begun: set[int] = set()
        self._ended: list[int] = []

    def begin(self, paragraph: Any, marks: Sequence[int]) -> None:
        """What follows in the paragraph is part of these marks; those that have begun go on."""
        for number in marks:
            if number not in self._begun:
                self._begun.add(number)
                paragraph._p.append(element("commentRangeStart", id=number))

    def underline(self, run: Any, marks: Sequence[int]) -> None:
        """Where several marks meet, as the one that began last."""
        from docx.enum.text import WD_UNDERLINE

        if marks:
            run.font.underline = WD_UNDERLINE.from_xml(_LINES[self._marks[marks[-1]].kind])

    def end(self, paragraph: Any, marks: Sequence[int]) -> None:
        """These marks end here, and their comments are tied to this place."""
        for number in marks:
            self._ended.append(number)
            paragraph._p.append(element("commentRangeEnd", id=number))
            run = element("r")
            run.extend([self._dress(), element("commentReference", id=number)])
            paragraph._p.append(run)

    def save(self) -> None:
        """Add the part and its relationship; nothing when there is no comment."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from lxml import etree

        if not self._ended:
            return
        root = element("comments")
        root.extend(self._comment(number, self._marks[number]) for number in sorted(self._ended))
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        part = Part(PackURI("/word/comments.xml"), _CONTENT_TYPE, data, self._document.part.package)
        self._document.part.relate_to(part, _RELATIONSHIP)

    def _dress(self) -> Any:
        properties = element("rPr")
        properties.append(element("rStyle", val=self._document.styles[COMMENT_MARK].style_id))
        return properties

    def _comment(self, number: int, mark: Quotation) -> Any:
        when = {"date": mark.created} if _MOMENT.fullmatch(mark.created) else {}
        made = element("comment", id=number, author=mark.author[:255], initials=initials(mark.author), **when)
        first, *rest = self._lines(mark)
        made.append(self._paragraph(first, is_first=True))
        made.extend(self._paragraph(line) for line in rest)
        return made

    def _lines(self, mark: Quotation) -> list[str]:
        words = self._summary.words
        note = f"{words.opening.lstrip()}{mark.kind.seal}{words.closing}{mark.note}"
        # Who made it is said by the comment itself.
        said = [pair for pair in details(mark, words) if pair[0] != words.creator]
        return [*note.split("\n"), *(f"{label}{words.colon}{text}" for label, text in said)]

    def _paragraph(self, text: str, *, is_first: bool = False) -> Any:
        paragraph, properties = element("p"), element("pPr")
        properties.append(element("pStyle", val=self._document.styles[STYLE_NAMES[Role.COMMENT]].style_id))
        paragraph.append(properties)
        if is_first:
            sign = element("r")
            sign.extend([self._dress(), element("annotationRef")])
            paragraph.append(sign)
        run, dress, content = element("r"), element("rPr"), element("t")
        dress.append(element("rFonts", hint="eastAsia"))
        content.text = text
        content.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.extend([dress, content])
        paragraph.append(run)
        return paragraph


def initials(name: str) -> str:
    """Of every word the first letter, three at most: 周 of 周岚, AL of Ada Lovelace."""
    return "".join(word[0] for word in name.split()[:3])
