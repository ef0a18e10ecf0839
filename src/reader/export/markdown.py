"""A summary as Markdown: plain CommonMark with tables, and a flat YAML front matter as Obsidian reads it.

Every text is data: whatever could mean something to a Markdown reader is escaped, so that the rendered text is the
text that was written.
"""

import json
import re
from collections.abc import Iterator
from urllib.parse import quote

from reader.export.clean import cleaned
from reader.export.markdown_fulltext import callout, marked_text
from reader.export.marked import Sign, ended, signs
from reader.export.pictures import file_name
from reader.model.summary import (
    Form,
    Item,
    ListEntry,
    NumberedList,
    Paragraph,
    Picture,
    Quotation,
    Reference,
    Section,
    Summary,
    Table,
    TextRun,
)

# "*" before "_" would not matter: all are replaced in one pass. "!" so that no link becomes an image, ":" and "." are
# left alone because nothing but bare addresses needs them, and those are meant to be seen.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$=^%])")
_LINE_START = re.compile(r"^(\s*)(?:([-+])|(\d{1,9})([.)]))(?=\s|$)")
_RULE = re.compile(r"^(\s*)(-)")
_PLAIN_SCALAR = re.compile(r"\d{4}-\d{2}-\d{2}")


def render(summary: Summary, folder: str = "") -> str:
    """The document; UTF-8 text with a newline at the end of every line.

    Its pictures are links into `folder`, a path relative to the document, where the files of `picture_files` are to
    lie. Without one, only their captions are written: a picture inside the text (data:) is thousands of characters that
    most programs for Markdown do not show.
    """
    return "\n\n".join(_blocks(cleaned(summary), quote(folder))) + "\n"


def picture_files(summary: Summary) -> dict[str, bytes]:
    """Name and bytes of every picture of a paper, each once."""
    pictures = [each for section in summary.sections for item in section.items for each in _pictures(item)]
    return {file_name(picture): picture.data for picture in pictures}


def _pictures(item: Item) -> Iterator[Picture]:
    if isinstance(item, Picture):
        yield item
    elif isinstance(item, Quotation):
        yield from item.pictures
    elif isinstance(item, NumberedList):
        yield from (each for entry in item.entries if entry.quotation for each in entry.quotation.pictures)


def escape(text: str) -> str:
    """`text` so that CommonMark shows exactly it, on one line; line breaks become spaces."""
    return _escape_line(" ".join(text.split("\n")))


def _escape_line(line: str) -> str:
    return _started(_inline(line))


def _inline(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", re.sub(r"[\t\n]", " ", text).replace("&", "&amp;"))


def _started(line: str) -> str:
    """An escaped text as a whole line."""
    # A line that starts with four spaces is code, and white space at its ends vanishes: keep what is visible.
    line = line.strip(" ")
    if match := _LINE_START.match(line):
        at = match.start(2) if match[2] else match.start(4)
        return line[:at] + "\\" + line[at:]
    return _RULE.sub(r"\1\\\2", line)


def _lines(text: str) -> list[str]:
    """Escaped lines; empty ones dropped, since a blank line would end the paragraph."""
    return [escaped for line in text.split("\n") if (escaped := _escape_line(line))]


def _broken(text: str, prefix: str = "") -> str:
    """Lines with hard breaks between them, each after `prefix`."""
    return ("\\\n" + prefix).join(_lines(text))


def _blocks(summary: Summary, folder: str) -> Iterator[str]:
    yield _front_matter(summary)
    yield f"# {escape(summary.plain_title)}"
    if summary.subtitle:
        yield escape(summary.subtitle)
    shown = signs(summary)
    for section in summary.sections:
        if section.heading:
            yield f"{'#' * (section.level + 1)} {escape(section.heading)}"
        for item in section.items:
            yield from _item(item, section, summary, folder, shown)
            for number in ended(item):
                if note := callout(shown[number], summary.marks[number - 1], summary.words, _lines):
                    yield "\n".join(note)
    if summary.references:
        yield f"## {escape(summary.words.references)}"
        yield from map(_reference, summary.references)


def _front_matter(summary: Summary) -> str:
    words = {"title": summary.plain_title, "type": summary.subject, "date": summary.date, "people": summary.people}
    lines = [f"{name}: {_scalar(value)}" for name, value in words.items() if value]
    if summary.keywords:
        lines += ["tags:", *(f"  - {_scalar(_tag(word))}" for word in summary.keywords if _tag(word))]
    urls = [reference.url for reference in summary.references if reference.url]
    if urls:
        lines += ["sources:", *(f"  - {_scalar(url)}" for url in urls)]
    return "\n".join(["---", *lines, "---"])


def _scalar(text: str) -> str:
    """A date as it is, anything else as a double-quoted scalar: JSON's strings are YAML's too."""
    return text if _PLAIN_SCALAR.fullmatch(text) else json.dumps(" ".join(text.split()), ensure_ascii=False)


def _tag(word: str) -> str:
    """As notes programs take a tag: no spaces, no marks, not digits only."""
    tag = re.sub(r"[^\w/-]+", "-", word).strip("-")
    return f"_{tag}" if tag.isdigit() else tag


def _item(item: Item, section: Section, summary: Summary, folder: str, shown: dict[int, Sign]) -> Iterator[str]:
    match item:
        case Paragraph():
            start = {Form.HEADING: "#" * (section.level + 2) + " ", Form.REMARK: "> "}.get(item.form, "")
            yield start + _started(marked_text(item.runs, shown, _run))
        case Picture():
            yield from _picture(item, folder)
        case Quotation():
            yield from _quotation(item, summary, folder)
        case Table():
            yield _table(item, shown)
        case NumberedList():
            for number, entry in enumerate(item.entries, 1):
                yield from _entry(number, entry, summary, folder)


def _run(run: TextRun) -> str:
    # Between a letter and a mark of punctuation ** neither opens nor closes anything, and would be printed.
    can_be_strong = run.strong and run.text[:1].isalnum() and run.text[-1:].isalnum()
    written = f"**{_inline(run.text)}**" if can_be_strong else _inline(run.text)
    return written + (rf"\[{run.footnote}\]" if run.footnote else "")


def _entry(number: int, entry: ListEntry, summary: Summary, folder: str) -> Iterator[str]:
    if entry.text:
        after = entry.quotation.place if entry.quotation and not entry.quotation.text else ""
        yield f"{number}\\. " + _broken(entry.text + after)
    if entry.quotation and (entry.quotation.text or not entry.text):
        yield from _quotation(entry.quotation, summary, folder, 0 if entry.text else number)
    elif entry.quotation:
        yield from _details(entry.quotation, summary)


def _quotation(quotation: Quotation, summary: Summary, folder: str, number: int = 0) -> Iterator[str]:
    count = number or quotation.number
    label = f"{count}\\. " if count else ""
    seal = f"〔{quotation.kind.seal}〕"
    if quotation.text:
        yield f"> {label}{seal}{_broken(quotation.text + quotation.place, '> ')}"
        for picture in quotation.pictures:
            yield from _picture(picture, folder)
        yield from _details(quotation, summary, quotation.note)
    else:
        yield f"{label}{seal}{_broken(quotation.note + quotation.place)}"
        yield from _details(quotation, summary)


def _picture(picture: Picture, folder: str) -> Iterator[str]:
    if folder:
        yield f"![{escape(picture.alt or picture.caption)}]({folder}/{file_name(picture)})"
    if picture.caption:
        yield escape(picture.caption)


def _details(quotation: Quotation, summary: Summary, note: str = "") -> Iterator[str]:
    words = summary.words
    # The colon stands outside the bold: beside Chinese, ** after punctuation closes nothing and prints literally.
    parts = [(words.note, note), (words.tags, words.comma.join(quotation.tags)), (words.creator, quotation.creator)]
    lines = [f"**{escape(label)}**{words.colon}{_broken(text)}" for label, text in parts if text]
    if lines:
        yield "\\\n".join(lines)


def _table(table: Table, shown: dict[int, Sign]) -> str:
    def written(run: TextRun) -> str:
        return " / ".join(_lines(run.text))

    def row(cells: tuple[tuple[TextRun, ...], ...]) -> str:
        return "| " + " | ".join(marked_text(cell, shown, written) for cell in cells) + " |"

    rule = "|" + " --- |" * len(table.header)
    caption = [f"**{escape(table.caption)}**\n"] if table.caption else []
    head, *rows = map(row, table.lines)
    return "\n".join([*caption, head, rule, *rows])


def _reference(reference: Reference) -> str:
    return rf"\[{reference.number}\] {_broken(reference.text + reference.note)}"
