"""Native footnotes, which python-docx has none of: a part of its own (ECMA-376 part 1, 17.11)."""

from collections.abc import Mapping
from typing import Any

from reader.export.docx_styles import FOOTNOTE_MARK, STYLE_NAMES, element
from reader.export.gbt9704 import Role

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))


class Footnotes:
    """Collects the notes that are marked in the text and writes their part."""

    def __init__(self, document: Any, texts: Mapping[int, str]) -> None:
        self._document, self._texts = document, texts
        self._used: list[int] = []

    def mark(self, paragraph: Any, number: int) -> None:
        """Put the mark of note `number` at the end of the paragraph; a second mark of the same note is left out."""
        if number in self._used or number not in self._texts:
            return
        self._used.append(number)
        run = paragraph.add_run()
        run.style = self._document.styles[FOOTNOTE_MARK]
        run._r.append(element("footnoteReference", id=len(self._used)))

    def save(self) -> None:
        """Add the part and its relationship; nothing when there is no note."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from docx.oxml.ns import qn
        from lxml import etree

        if not self._used:
            return
        root = element("footnotes")
        for kind, number in _SEPARATORS:
            root.append(self._note(number, element(kind), kind))
        for number, reference in enumerate(self._used, 1):
            root.append(self._note(number, element("footnoteRef"), text=self._texts[reference]))
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        part = Part(PackURI("/word/footnotes.xml"), _CONTENT_TYPE, data, self._document.part.package)
        self._document.part.relate_to(part, _RELATIONSHIP)
        settings = element("footnotePr")
        for _, number in _SEPARATORS:
            settings.append(element("footnote", id=number))
        self._document.settings.element.find(qn("w:compat")).addprevious(settings)

    def _note(self, number: int, mark: Any, kind: str = "", text: str = "") -> Any:
        from docx.oxml.ns import qn

        note = element("footnote", **({"type": kind} if kind else {}), id=number)
        paragraph, properties = element("p"), element("pPr")
        paragraph.append(properties)
        note.append(paragraph)
        styles = self._document.styles
        if kind:
            properties.append(element("spacing", line=240, lineRule="auto"))
        else:
            properties.append(element("pStyle", val=styles[STYLE_NAMES[Role.FOOTNOTE]].style_id))
        run = element("r")
        if text:
            dress = element("rPr")
            dress.append(element("rStyle", val=styles[FOOTNOTE_MARK].style_id))
            run.append(dress)
        run.append(mark)
        paragraph.append(run)
        if text:
            written, dress, content = element("r"), element("rPr"), element("t")
            dress.append(element("rFonts", hint="eastAsia"))
            content.text = f" {text}"
            content.set(qn("xml:space"), "preserve")
            written.extend([dress, content])
            paragraph.append(written)
        return note
