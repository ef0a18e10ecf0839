"""A summary as a note for Obsidian, which any other reader of CommonMark with tables shows as well.

Flat YAML properties, callouts by the motivation of a mark, real tags, and under each mark the id of its annotation, so
that links to it from other notes survive the next export. https://help.obsidian.md/callouts
"""

import datetime
import json
import re
from collections.abc import Iterator, Sequence

from reader.export.frame import attachment_lines, recipient_line
from reader.export.markdown_dialect import Dialect, told
from reader.export.markdown_fulltext import CALLOUTS, callout, marked_text
from reader.export.markdown_page import KEY, VERSION, MarkdownBlock, Page, heading_key
from reader.export.markdown_text import broken, escape, escaped_lines, run_text, started, strong, table_lines, tag_name
from reader.export.marked import ended
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

_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?!\d)")


def page(summary: Summary, folder: str = "") -> Page:
    """The note; `folder` is where its pictures lie, as a URL relative to it, "" for captions alone."""
    made = _Obsidian(summary, folder)
    gone = (escape(summary.words.gone), "")
    return Page(_front_matter(summary), tuple(made.blocks()), gone)


# --- properties ---


def _front_matter(summary: Summary) -> tuple[str, ...]:
    """Read by yaml.safe_load; names that Obsidian knows (title, aliases, tags, date) come first."""
    tags = dict.fromkeys(filter(None, map(tag_name, summary.keywords)))
    sources = dict.fromkeys(reference.url for reference in summary.references if reference.url)
    lines = [
        *_scalar("title", summary.plain_title),
        # What a file may not be called, people type in links all the same.
        *_list("aliases", [summary.plain_title]),
        *_list("tags", tags),
        *_scalar("date", summary.date),
        *_scalar("people", summary.people),
        *_list("sources", sources),
        *_scalar("type", summary.subject),
        f"{KEY}: {VERSION}",
    ]
    return ("---", *lines, "---")


def _scalar(name: str, value: str) -> list[str]:
    return [f"{name}: {_value(value)}"] if value.strip() else []


def _list(name: str, values: Sequence[str] | dict[str, None]) -> list[str]:
    return [f"{name}:", *(f"  - {_value(value, dates=False)}" for value in values)] if values else []


def _value(text: str, *, dates: bool = True) -> str:
    """A date as YAML has it, its time left to the subtitle; anything else as a double-quoted scalar: JSON's strings
    are YAML's too."""
    if dates and (match := _DATE.match(text)):
        try:
            return datetime.date.fromisoformat(match[1]).isoformat()
        except ValueError:
            pass
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


class _Obsidian(Dialect):
    """Each block has a blank line after it."""

    def _block(self, key: str, *lines: str, is_mark: bool = False) -> MarkdownBlock:
        key = self._keys.unique(key)
        # An id is known only on a line of its own, between blank ones.
        named = (*lines, "", f"^{key}", "") if is_mark else (*lines, "")
        return MarkdownBlock(key, tuple("\n".join(named).split("\n")), is_mark)

    # --- top and bottom ---

    def _heading(self, section: Section) -> MarkdownBlock:
        return self._block(heading_key(section.heading), f"{'#' * (section.level + 1)} {escape(section.heading)}")

    def _imprint(self, imprint: Imprint) -> MarkdownBlock:
        lines = [escape(line) for line in (*imprint.lines, imprint.copies) if line]
        return self._block("imprint", "---", "", "\\\n".join(lines))

    def _head(self) -> Iterator[MarkdownBlock]:
        summary = self._summary
        if head := summary.masthead:
            lines = [escape(head.remark), strong(head.name), escape(head.issue)]
            lines.append("　".join(filter(None, map(escape, (head.unit, head.date)))))
            yield self._block("masthead", "\\\n".join(filter(None, lines)), "", "---")
        yield self._block("title", f"# {escape(summary.plain_title)}")
        if summary.subtitle:
            yield self._block("subtitle", escape(summary.subtitle))
        if line := recipient_line(summary.recipient, summary.words):
            yield self._block("recipient", escape(line))

    def _closing(self) -> Iterator[MarkdownBlock]:
        summary, words, closing = self._summary, self._words, self._summary.closing
        if lines := attachment_lines(summary):
            yield self._block("attachments", "\\\n".join(map(escape, lines)))
        if signed := [escape(text) for text in (closing.signature, closing.date) if text]:
            yield self._block("signature", "\\\n".join(signed))
        if summary.references:
            yield self._block("#references", f"## {escape(words.references)}")
        for each in summary.references:
            entry = rf"\[{each.number}\] {broken(each.text + each.note)}"
            yield self._block(f"reference {each.url or each.text}", entry)

    # --- items ---

    def _item(self, item: Item, section: Section) -> Iterator[MarkdownBlock]:
        match item:
            case Paragraph():
                yield self._paragraph(item, section)
            case Picture():
                yield self._block(f"picture {file_name(item)}", "\n\n".join(self._picture(item)))
            case Quotation():
                yield self._mark(item)
            case Table():
                caption = (strong(item.caption), "") if item.caption else ()
                yield self._block(f"table {item.caption}", *caption, *table_lines(item, self._signs))
            case NumberedList():
                for number, entry in enumerate(item.entries, 1):
                    yield self._entry(number, entry)

    def _paragraph(self, paragraph: Paragraph, section: Section) -> MarkdownBlock:
        text = started(marked_text(paragraph.runs, self._signs, run_text))
        if paragraph.form is Form.HEADING:
            text = f"{'#' * (section.level + 2)} {text}"
        elif paragraph.form is Form.REMARK:
            text = f"> {text}"
        return self._block(f"paragraph {paragraph.text}", text)

    def _notes(self, item: Item, section: Section) -> Iterator[MarkdownBlock]:
        for number in ended(item):
            mark = self._summary.marks[number - 1]
            if lines := callout(self._signs[number], mark, self._words, escaped_lines):
                yield self._named(mark, lines)

    def _entry(self, number: int, entry: ListEntry) -> MarkdownBlock:
        if entry.quotation is None:
            return self._block(f"entry {entry.text}", f"{number}\\. {broken(entry.text)}")
        return self._mark(entry.quotation, number, entry.text)

    def _mark(self, quotation: Quotation, number: int = 0, text: str = "") -> MarkdownBlock:
        """A mark as a callout; with the text of an entry, that comes first and the quoted words stand below it."""
        count = number or quotation.number
        label = f"{count}\\. " if count else ""
        head = f"> [!{CALLOUTS[quotation.kind]}] {label}〔{quotation.kind.seal}〕"
        first, quoted, note = told(quotation, text)
        parts = [broken(first + ("" if quoted else quotation.place), "> ")]
        if quoted:
            parts.append("> " + broken(quoted + quotation.place, "> > "))
        for picture in quotation.pictures:
            parts += self._picture(picture)
        parts += self._details(quotation, note)
        lines = [head, "\n>\n".join(f"> {part}" for part in parts)]
        return self._named(quotation, lines)

    def _named(self, mark: Quotation, lines: Sequence[str]) -> MarkdownBlock:
        name = re.sub(r"[^A-Za-z0-9]+", "-", mark.id).strip("-")
        return self._block(name or f"mark {mark.text or mark.note}", *lines, is_mark=bool(name))

    def _picture(self, picture: Picture) -> Iterator[str]:
        if self._folder:
            yield f"![{escape(picture.alt or picture.caption)}]({self._folder}/{file_name(picture)})"
        if picture.caption:
            yield escape(picture.caption)

    def _details(self, quotation: Quotation, note: str) -> Iterator[str]:
        words = self._words
        parts = [
            (words.note, broken(note, "> ")),
            (words.tags, " ".join(map(_tag, quotation.tags))),
            (words.creator, broken(quotation.creator, "> ")),
        ]
        # The colon stands outside the bold: beside Chinese, ** after punctuation closes nothing and prints literally.
        yield from (f"**{escape(label)}**{words.colon}{text}" for label, text in parts if text)


def _tag(word: str) -> str:
    """A tag that Obsidian finds, and in brackets the word itself where that is no tag."""
    name = tag_name(word)
    return f"#{name}" if name == word else f"#{name}（{escape(word)}）" if name else escape(word)
