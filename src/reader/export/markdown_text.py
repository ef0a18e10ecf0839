"""Text in Markdown: every text is data, so whatever could mean something to a reader of Markdown is escaped, and the
rendered text is the text that was written."""

import re

from reader.model.summary import Table

# "!" needs no escape because "[" has one, ":" and "." are left alone because nothing but bare addresses needs them, and
# those are meant to be seen.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$=^%])")
_LINE_START = re.compile(r"^(\s*)(?:([-+])|(\d{1,9})([.)]))(?=\s|$)")
_RULE = re.compile(r"^(\s*)(-)")
_LOOSE_UNDERSCORES = re.compile(r"(?<![^\W_])_+|_+(?![^\W_])")
"""Those that do not join two letters, and could begin or end an emphasis."""


def escape(text: str) -> str:
    """`text` so that CommonMark shows exactly it, on one line; line breaks become spaces."""
    return _escape_line(" ".join(text.split("\n")))


def _escape_line(line: str) -> str:
    # A line that starts with four spaces is code, and white space at its ends vanishes: keep what is visible.
    line = _SPECIAL.sub(r"\\\1", line.replace("\t", " ").strip(" ").replace("&", "&amp;"))
    if match := _LINE_START.match(line):
        at = match.start(2) if match[2] else match.start(4)
        return line[:at] + "\\" + line[at:]
    return _RULE.sub(r"\1\\\2", line)


def escaped_lines(text: str) -> list[str]:
    """Escaped lines; empty ones dropped, since a blank line would end the paragraph."""
    return [escaped for line in text.split("\n") if (escaped := _escape_line(line))]


def broken(text: str, prefix: str = "") -> str:
    """Lines with hard breaks between them, each but the first after `prefix`."""
    return ("\\\n" + prefix).join(escaped_lines(text))


def strong(text: str) -> str:
    """Bold where that can be written; "" as it is."""
    # Between a letter and a mark of punctuation ** neither opens nor closes anything, and would be printed.
    return f"**{escape(text)}**" if text[:1].isalnum() and text[-1:].isalnum() else escape(text)


def tag_name(word: str) -> str:
    """As Obsidian takes a tag: letters, digits, "-", "_" and "/", not digits only; "" when nothing is left.

    https://help.obsidian.md/tags
    """
    tag = _LOOSE_UNDERSCORES.sub("-", re.sub(r"[^\w/-]+", "-", word))
    tag = re.sub(r"-*/[-/]*", "/", re.sub(r"-{2,}", "-", tag)).strip("-/")
    return f"n{tag}" if re.fullmatch(r"[\d/-]+", tag) else tag


def table_lines(table: Table) -> list[str]:
    """Heading row, rule and rows."""

    def row(cells: tuple[str, ...]) -> str:
        return "| " + " | ".join(" / ".join(escaped_lines(cell)) for cell in cells) + " |"

    return [row(table.header), "|" + " --- |" * len(table.header), *map(row, table.rows)]
