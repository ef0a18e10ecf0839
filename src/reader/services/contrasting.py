"""Several reports side by side: what they count and what they do."""

import re
from collections.abc import Callable, Sequence

from reader.export.sheet import looks_like_formula
from reader.library import Library
from reader.messages import Messages
from reader.model.contrast import FEWEST, MOST, Contrast, Sheet
from reader.model.errors import ContrastError
from reader.services.digesting import Digested

PART = "　"
"""Before the label of a row that is a part of one above."""

_NUMBER = re.compile(r"[+-]?[\d.,]+%?")


class Contrasting:
    """Sets articles of the library side by side; reads only."""

    def __init__(self, library: Library, digested: Callable[[str], Digested]) -> None:
        """`digested` gives the digest of an article's newest version, with its text."""
        self._library, self._digested = library, digested

    def contrast(self, ids: Sequence[str]) -> Contrast:
        """The tables over 2 to 8 articles in their order, each once. Raises ContrastError, NotFoundError."""
        from reader.digest.contrast import Reading, contrast

        articles = list(dict.fromkeys(ids))
        if len(articles) < FEWEST:
            raise ContrastError("contrast_too_few", count=len(articles))
        if len(articles) > MOST:
            raise ContrastError("contrast_too_many", count=len(articles), most=MOST)
        readings = []
        for key in articles:
            found = self._digested(key)
            readings.append(Reading(key, self._library.articles.get(key).title, found.text, found.digest))
        return contrast(readings)


def grid(contrast: Contrast, sheet: Sheet, say: Messages) -> list[list[str]]:
    """A table as texts, the headings first; 未载 where a report says nothing."""
    names = [f"[{number}]{report.name}" for number, report in enumerate(contrast.reports, 1)]
    measure = [say("contrast.column.measure")] if sheet is Sheet.FIGURES else []
    absent = say("contrast.absent")
    rows = [[say(f"contrast.column.{sheet}"), *measure, *names]]
    for row in contrast.rows(sheet):
        own = [row.measured] if measure else []
        label = PART * (row.level - 1) + row.label
        rows.append([label, *own, *(cell.text if cell else absent for cell in row.cells)])
    return rows


def as_tsv(rows: Sequence[Sequence[str]]) -> str:
    """Rows as a spreadsheet takes them from the clipboard; what it would reckon with is kept from it by a '."""
    return "".join("\t".join(map(_field, row)) + "\n" for row in rows)


def _field(text: str) -> str:
    text = " ".join(text.split("\n")).replace("\t", " ").replace("\r", " ")
    return f"'{text}" if looks_like_formula(text) and not _NUMBER.fullmatch(text) else text
