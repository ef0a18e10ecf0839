"""Text in Markdown: every text is data, so whatever could mean something to a reader of Markdown is escaped, and the
rendered text is the text that was written."""

import re
from collections.abc import Mapping

from reader.export.markdown_fulltext import marked_text
from reader.export.marked import Sign
from reader.model.summary import Table, TextRun

# "!" needs no escape because "[" has one, ":" and "." are left alone because nothing but bare addresses needs them, and
# those are meant to be seen.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$=^%])")
_LINE_START = re.compile(r"^(\s*)(?:([-+])|(\d{1,9})([.)]))(?=\s|$)")
_RULE = re.compile(r"^(\s*)(-)")
_LOOSE_UNDERSCORES = re.compile(r"(?<!\w)_++|(?<!_)_++(?!\w)")
"""Those that do not join two letters, and could begin or end an emphasis."""


def escape(text: str) -> str:
    """`text` so that CommonMark shows exactly it, on one line; line breaks become spaces."""
    return started(_inline(text))


def _inline(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", re.sub(r"[\t\n]", " ", text).replace("&", "&amp;"))


def started(line: str) -> str:
    """An escaped text, or stretches one after the other, as a whole line."""
    # A line that starts with four spaces is code, and white space at its ends vanishes: keep what is visible. What is
    # bold up to a place and bold from there on is one stretch; asterisks that were written are escaped.
    line = line.strip(" ").replace("****", "")
    if match := _LINE_START.match(line):
        at = match.start(2) if match[2] else match.start(4)
        return line[:at] + "\\" + line[at:]
    return _RULE.sub(r"\1\\\2", line)


def escaped_lines(text: str) -> list[str]:
    """Escaped lines; empty ones dropped, since a blank line would end the paragraph."""
    return [escaped for line in text.split("\n") if (escaped := escape(line))]


def broken(text: str, prefix: str = "") -> str:
    """Lines with hard breaks between them, each but the first after `prefix`."""
    return ("\\\n" + prefix).join(escaped_lines(text))


def strong(text: str) -> str:
    """In bold, where that can be written."""
    return started(_strong(text))


def _strong(text: str) -> str:
    # Between a letter and a mark of punctuation ** neither opens nor closes anything, and would be printed.
    return f"**{_inline(text)}**" if text[:1].isalnum() and text[-1:].isalnum() else _inline(text)


def run_text(run: TextRun) -> str:
    """A stretch within a line, with the number of its reference."""
    written = _strong(run.text) if run.strong else _inline(run.text)
    return written + (rf"\[{run.footnote}\]" if run.footnote else "")


def tag_name(word: str) -> str:
    """As Obsidian takes a tag: letters, digits, "-", "_" and "/", not digits only; "" when nothing is left.

    https://help.obsidian.md/tags
    """
    tag = _LOOSE_UNDERSCORES.sub("-", re.sub(r"[^\w/-]+", "-", word))
    tag = re.sub(r"-*/[-/]*", "/", re.sub(r"-{2,}", "-", tag)).strip("-/")
    return f"n{tag}" if re.fullmatch(r"[\d/-]+", tag) else tag


def table_lines(table: Table, signs: Mapping[int, Sign]) -> list[str]:
    """Heading row, rule and rows."""

    def written(run: TextRun) -> str:
        return " / ".join(escaped_lines(run.text))

    def row(cells: tuple[tuple[TextRun, ...], ...]) -> str:
        return "| " + " | ".join(marked_text(cell, signs, written) for cell in cells) + " |"

    head, *rows = map(row, table.lines)
    return [head, "|" + " --- |" * len(table.header), *rows]
