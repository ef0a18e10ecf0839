"""A summary as a page for Logseq's file graphs: properties first, then blocks, indented by tabs, the note and the tags
of a mark under it. https://docs.logseq.com/#/page/properties, https://github.com/logseq/logseq/issues/2155
"""

import re
import uuid
from collections.abc import Iterable, Iterator

from reader.export.frame import attachment_lines, recipient_line
from reader.export.markdown_dialect import Dialect, told
from reader.export.markdown_fulltext import marked_text
from reader.export.markdown_page import KEY, VERSION, MarkdownBlock, Page, heading_key
from reader.export.markdown_text import escape, escaped_lines, run_text, started, strong, table_lines, tag_name
from reader.export.marked import details, ended, has_note
from reader.export.pictures import file_name
from reader.model.summary import (
    Form,
    Imprint,
    Item,
    ListEntry,
    NumberedList,
    Paragraph,
    Picture,
    Quotation,
    Section,
    Summary,
    Table,
)

_PAGE_NAME = re.compile(r"[^\W_]+(?:[ ·-][^\W_]+)*")
_ADDRESS = re.compile(r"https?://(?:[^\s<>*\[\]\\`&_]|&(?!\w+;)|(?<=[^\W_])_(?=[^\W_]))+")


def page(summary: Summary, folder: str = "") -> Page:
    """The page; `folder` is where its pictures lie, as a URL relative to it, "" for captions alone."""
    made = _Logseq(summary, folder)
    gone = tuple(_bullet(1, _lines(summary.words.gone)))
    return Page(tuple(_properties(summary)), tuple(made.blocks()), gone, "- ", is_spaced=False)


def _properties(summary: Summary) -> Iterator[str]:
    tags = dict.fromkeys(filter(None, map(_page_name, summary.keywords)))
    urls = dict.fromkeys(reference.url for reference in summary.references if reference.url)
    values = {
        "title": _line(summary.plain_title),
        "tags": ", ".join(f"[[{tag}]]" for tag in tags),
        "date": _line(summary.date),
        "people": _line(summary.people),
        "url": ", ".join(map(_address, urls)),
        "type": _line(summary.subject),
        KEY: VERSION,
    }
    yield from (f"{name}:: {value}" for name, value in values.items() if value)


def _address(url: str) -> str:
    return url if _ADDRESS.fullmatch(url) else _line(url)


def _page_name(word: str) -> str:
    return word if _PAGE_NAME.fullmatch(word) else tag_name(word)


def _tag(word: str) -> str:
    name = _page_name(word)
    return f"#[[{name}]]" if name == word else f"#[[{name}]]（{_line(word)}）" if name else _line(word)


def _plain(escaped: str) -> str:
    """Without what only Logseq takes for something: "key:: value" and ((a reference))."""
    return re.sub(r"(?<=\()\(|\((?=\()", r"\\(", re.sub(r":(?=:)", r":\\", escaped))


def _line(text: str) -> str:
    return _plain(escape(text))


def _lines(text: str) -> list[str]:
    return list(map(_plain, escaped_lines(text)))


def _bullet(depth: int, lines: Iterable[str], identity: str = "") -> Iterator[str]:
    """A block; its properties stand right under its first line."""
    first, *others = [*lines] or [""]
    indent = "\t" * depth
    yield f"{indent}- {first}"
    if identity:
        yield f"{indent}  id:: {identity}"
    yield from (f"{indent}  {line}" for line in others)


class _Logseq(Dialect):
    """The blocks of a section stand one tab deeper than its heading."""

    def _block(self, key: str, depth: int, lines: Iterable[str]) -> MarkdownBlock:
        return MarkdownBlock(self._keys.unique(key), tuple(_bullet(depth, lines)))

    # --- top and bottom ---

    def _heading(self, section: Section) -> MarkdownBlock:
        heading = f"{'#' * (section.level + 1)} {_line(section.heading)}"
        return self._block(heading_key(section.heading), section.level - 1, [heading])

    def _imprint(self, imprint: Imprint) -> MarkdownBlock:
        return self._block("imprint", 0, [_line(line) for line in (*imprint.lines, imprint.copies) if line])

    def _head(self) -> Iterator[MarkdownBlock]:
        summary = self._summary
        if head := summary.masthead:
            lines = [_line(head.remark), strong(head.name), _line(head.issue), _line(head.unit), _line(head.date)]
            yield self._block("masthead", 0, filter(None, lines))
        if summary.subtitle:
            yield self._block("subtitle", 0, [_line(summary.subtitle)])
        if line := recipient_line(summary.recipient, summary.words):
            yield self._block("recipient", 0, [_line(line)])

    def _closing(self) -> Iterator[MarkdownBlock]:
        summary, closing = self._summary, self._summary.closing
        if lines := attachment_lines(summary):
            yield self._block("attachments", 0, map(_line, lines))
        if signed := [_line(text) for text in (closing.signature, closing.date) if text]:
            yield self._block("signature", 0, signed)
        if summary.references:
            yield self._block("#references", 0, [f"## {_line(self._words.references)}"])
        for each in summary.references:
            lines = _lines(f"[{each.number}] {each.text}{each.note}")
            yield self._block(f"reference {each.url or each.text}", 1, lines)

    # --- items ---

    def _item(self, item: Item, section: Section) -> Iterator[MarkdownBlock]:
        depth = section.level
        match item:
            case Paragraph():
                yield self._paragraph(item, section)
            case Picture():
                yield self._block(f"picture {file_name(item)}", depth, self._picture(item))
            case Quotation():
                yield self._mark(item, depth)
            case Table():
                caption = [*_bullet(depth, [strong(item.caption)])] if item.caption else []
                lines = [*caption, *_bullet(depth + bool(caption), map(_plain, table_lines(item, self._signs)))]
                yield MarkdownBlock(self._keys.unique(f"table {item.caption}"), tuple(lines))
            case NumberedList():
                for number, entry in enumerate(item.entries, 1):
                    yield self._entry(number, entry, depth)

    def _paragraph(self, paragraph: Paragraph, section: Section) -> MarkdownBlock:
        text = _plain(started(marked_text(paragraph.runs, self._signs, run_text)))
        start = {Form.HEADING: "#" * (section.level + 2) + " ", Form.REMARK: "> "}.get(paragraph.form, "")
        return self._block(f"paragraph {paragraph.text}", section.level, [start + text])

    def _notes(self, item: Item, section: Section) -> Iterator[MarkdownBlock]:
        # As children of the paragraph or table.
        depth, words = section.level + 1, self._words
        for number in ended(item):
            mark = self._summary.marks[number - 1]
            if has_note(mark, words):
                said = [(words.note, mark.note)] if mark.note.strip() else []
                lines = [f"〔{self._signs[number].label}〕{_line(mark.place)}"]
                for label, text in (*said, *details(mark, words)):
                    first, *others = _lines(text) or [""]
                    lines += [f"**{escape(label)}**{words.colon}{first}", *others]
                key = self._keys.unique(mark.id)
                yield MarkdownBlock(key, tuple(_bullet(depth, lines, _uuid(key))), is_mark=True)

    def _entry(self, number: int, entry: ListEntry, depth: int) -> MarkdownBlock:
        if entry.quotation is None:
            return self._block(f"entry {entry.text}", depth, _lines(f"{number}. {entry.text}"))
        return self._mark(entry.quotation, depth, number, entry.text)

    def _mark(self, quotation: Quotation, depth: int, number: int = 0, text: str = "") -> MarkdownBlock:
        """The words are the block, what belongs to them its children."""
        count = number or quotation.number
        label = (f"{count}. " if count else "") + f"〔{quotation.kind.seal}〕"
        first, quoted, note = told(quotation, text)
        key = self._keys.unique(quotation.id or f"mark {first}")
        identity = _uuid(key) if quotation.id else ""
        lines = [*_bullet(depth, _lines(label + first + ("" if quoted else quotation.place)), identity)]
        for child in self._children(quotation, quoted, note):
            lines += _bullet(depth + 1, child)
        return MarkdownBlock(key, tuple(lines), bool(identity))

    def _children(self, quotation: Quotation, quoted: str, note: str) -> Iterator[list[str]]:
        words = self._words
        if quoted:
            yield _lines(quoted + quotation.place)
        yield from ([*self._picture(picture)] for picture in quotation.pictures)
        parts = [
            (words.note, _lines(note)),
            (words.tags, [" ".join(map(_tag, quotation.tags))]),
            (words.creator, _lines(quotation.creator)),
        ]
        for label, lines in parts:
            if any(lines):
                yield [f"**{escape(label)}**{words.colon}{lines[0]}", *lines[1:]]

    def _picture(self, picture: Picture) -> Iterator[str]:
        if self._folder:
            yield f"![{_line(picture.alt or picture.caption)}]({self._folder}/{file_name(picture)})"
        if picture.caption:
            yield _line(picture.caption)


def _uuid(key: str) -> str:
    """The annotation's id in the form that Logseq knows; of a second block about it, one made of both."""
    try:
        return str(uuid.UUID(key))
    except ValueError:
        return str(uuid.uuid5(uuid.NAMESPACE_OID, key))
