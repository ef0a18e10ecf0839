"""A PDF as Qt wrote it becomes one that says what it shows: exact text, outline, language and title.

Qt's ToUnicode map gives every glyph one character, and where one glyph serves several (大 and the radical ⼤) the
wrong one in one case of eight. No map of glyphs can mend that, so every pair of a glyph and the text it stands for
gets a number (CID) of its own: the text operands are rewritten, a CIDToGIDMap leads the new numbers back to the
glyphs, and W and ToUnicode follow (ISO 32000-1, 9.7.4 and 9.10.3).
"""

import io
import logging
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reader.export.gbt9704 import LEFT, PAGE_HEIGHT, TOP
from reader.model.summary import Summary

_LOG = logging.getLogger(__name__)
_OPERANDS = re.compile(rb"/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>(?= Tj)")
_MAX_CIDS = 0xFFFF


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a heading stands, for the outline; `top` in twips from the upper edge of the text area, None for the whole
    page."""

    text: str
    level: int
    page: int
    top: int | None


def finish(
    data: bytes,
    texts: Sequence[Sequence[str]],
    headings: Sequence[Heading],
    summary: Summary,
    wide: Collection[int] = (),
) -> bytes:
    """The mended document. `texts` holds for every page the text of each glyph in the order it was drawn; pages of
    `wide` (from 0) are shown lying on their side, a quarter turned to the right."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        _mend_text(pdf, texts)
        for number in wide:
            pdf.pages[number].Rotate = 90
        _outline(pdf, headings)
        _properties(pdf, summary)
        result = io.BytesIO()
        # The same paper gives the same bytes, and tells no time of its making beyond the date it carries.
        pdf.save(result, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return result.getvalue()


class _Font:
    """The numbers given out so far for one font of the file."""

    def __init__(self) -> None:
        self._cids: dict[tuple[int, str], int] = {}
        self.pairs: list[tuple[int, str]] = [(0, "")]

    def cid(self, glyph: int, text: str) -> int:
        pair = (glyph, text)
        found = self._cids.get(pair)
        if found is None:
            found = self._cids[pair] = len(self.pairs)
            self.pairs.append(pair)
        return found


def _mend_text(pdf: Any, texts: Sequence[Sequence[str]]) -> None:
    fonts: dict[Any, tuple[Any, _Font]] = {}
    streams = []
    for page, glyph_texts in zip(pdf.pages, texts, strict=True):
        named = {}
        for name, font in page.Resources.get("/Font", {}).items():
            named[name.lstrip("/")] = fonts.setdefault(font.objgen, (font, _Font()))[1]
        rewritten = _rewritten(page.Contents.read_bytes(), named, glyph_texts)
        if rewritten is None:
            _LOG.warning("the glyphs of a page could not be told apart; its text is left as Qt wrote it")
            return
        streams.append((page, rewritten))
    if any(len(font.pairs) > _MAX_CIDS for _, font in fonts.values()):
        _LOG.warning("too many characters for one font; the text is left as Qt wrote it")
        return
    for page, content in streams:
        page.Contents = pdf.make_stream(content)
    for font, numbers in fonts.values():
        _renumber(pdf, font, numbers.pairs)


def _rewritten(content: bytes, fonts: dict[str, _Font], texts: Sequence[str]) -> bytes | None:
    """The page with the new numbers; None when there are not as many glyphs as texts."""
    remaining = iter(texts)
    parts: list[bytes] = []
    font: _Font | None = None
    end = 0
    for match in _OPERANDS.finditer(content):
        if match[1]:
            font = fonts.get(match[1].decode())
            continue
        codes = [int(match[2][at : at + 4], 16) for at in range(0, len(match[2]), 4)]
        drawn = [next(remaining, None) for _ in codes]
        if font is None or None in drawn:
            return None
        cids = "".join(f"{font.cid(code, text or ''):04X}" for code, text in zip(codes, drawn, strict=True))
        parts += [content[end : match.start(2)], cids.encode()]
        end = match.end(2)
    if next(remaining, None) is not None:
        return None
    return b"".join([*parts, content[end:]])


def _renumber(pdf: Any, font: Any, pairs: Sequence[tuple[int, str]]) -> None:
    import pikepdf

    descendant = font.DescendantFonts[0]
    widths = dict(_widths(descendant.get("/W", [])))
    default = descendant.get("/DW", 1000)
    descendant.CIDToGIDMap = pdf.make_stream(b"".join(glyph.to_bytes(2, "big") for glyph, _ in pairs))
    descendant.W = pikepdf.Array([0, pikepdf.Array([widths.get(glyph, default) for glyph, _ in pairs])])
    # It lists the numbers that are in use, and only PDF/A-1 asks for it.
    if "/CIDSet" in descendant.FontDescriptor:
        del descendant.FontDescriptor["/CIDSet"]
    font.ToUnicode = pdf.make_stream(_to_unicode(pairs))


def _widths(array: Any) -> Iterator[tuple[int, Any]]:
    """(CID, width) of a W array: `first [w w …]` and `first last w` in any order."""
    entries = list(array)
    at = 0
    while at < len(entries):
        first, second = int(entries[at]), entries[at + 1]
        try:
            listed = list(second)
        except TypeError:
            yield from ((cid, entries[at + 2]) for cid in range(first, int(second) + 1))
            at += 3
        else:
            yield from ((first + offset, width) for offset, width in enumerate(listed))
            at += 2


def _to_unicode(pairs: Sequence[tuple[int, str]]) -> bytes:
    lines = [f"<{cid:04X}> <{text.encode('utf-16-be').hex().upper()}>" for cid, (_, text) in enumerate(pairs) if text]
    # At most 100 entries a block (Adobe Technical Note 5411).
    blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{body}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode()


def _outline(pdf: Any, headings: Sequence[Heading]) -> None:
    import pikepdf

    with pdf.open_outline() as outline:
        parent = None
        for heading in headings:
            if heading.top is None:
                item = pikepdf.OutlineItem(heading.text, heading.page, "Fit")
            else:
                top = (PAGE_HEIGHT - TOP - heading.top) / 20
                item = pikepdf.OutlineItem(heading.text, heading.page, "XYZ", left=LEFT / 20, top=top)
            if heading.level == 1 or parent is None:
                outline.root.append(item)
                parent = item if heading.level == 1 else parent
            else:
                parent.children.append(item)
    if headings:
        pdf.Root.PageMode = pikepdf.Name.UseOutlines


def _properties(pdf: Any, summary: Summary) -> None:
    import pikepdf

    language = summary.language.replace("_", "-")
    pdf.Root.Lang = pikepdf.String(language)
    pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    keywords = "; ".join(summary.keywords)
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = summary.plain_title
        metadata["dc:language"] = [language]
        metadata["dc:description"] = summary.subject
        if summary.author:
            metadata["dc:creator"] = [summary.author]
        if summary.keywords:
            metadata["dc:subject"] = list(summary.keywords)
            metadata["pdf:Keywords"] = keywords
    names = ("/Title", "/Author", "/Subject", "/Keywords")
    values = (summary.plain_title, summary.author, summary.subject, keywords)
    for name, value in zip(names, values, strict=True):
        if value:
            pdf.docinfo[name] = value
        elif name in pdf.docinfo:
            del pdf.docinfo[name]
