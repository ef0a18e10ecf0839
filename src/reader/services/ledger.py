"""The figures of a report as a ledger: its rows, arithmetic in sentences, and files for spreadsheets."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.export import csv, xlsx
from reader.export.document import save
from reader.export.sheet import Cell, Column, Sheet, is_exact
from reader.messages import Messages
from reader.model.digest import Digest, Field, Figure, Hint, HintKind
from reader.model.errors import ExportError
from reader.text.passages import Passages, parse_passage

FORMATS = ("xlsx", "csv")

_COLUMNS = (("value", 16), ("unit", 8), ("object", 28), ("approx", 10), ("kind", 10), ("place", 14), ("sentence", 80))
"""Keys of the headings (`digest.column.…`), and widths in characters."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One figure with what stands around it."""

    figure: Figure
    passage: str | None
    """段-句, "3-5"; None in the title."""
    sentence: str

    @property
    def value(self) -> Cell:
        """For a column of numbers: the number, or the words of the text where that is a range or too large."""
        figure = self.figure
        return figure.text if figure.value2 is not None or not is_exact(figure.value) else figure.value


def ledger_rows(digest: Digest, title: str, text: str, passages: Passages) -> list[LedgerRow]:
    """A row for every figure, in text order; `title` and `text` are what the offsets of the digest count in."""
    return [
        LedgerRow(figure, None, title.strip())
        if figure.field is Field.TITLE
        else LedgerRow(figure, passages.number(figure.start, figure.end), text[slice(*figure.sentence)].strip())
        for figure in digest.figures
    ]


def place_in_words(row: LedgerRow, say: Messages) -> str:
    """第3段第5句, or the title."""
    if not row.passage:
        return say("digest.place.title")
    paragraph, sentence, *_ = parse_passage(row.passage)
    return say("digest.place.passage", paragraph=paragraph, sentence=sentence)


def written_number(value: float) -> str:
    """A number for people: 134,400 or 1.5; without a false tail of digits."""
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{round(value, 6):,}"


def hint_sentence(hint: Hint, figures: Sequence[Figure], say: Messages) -> str:
    """What the arithmetic says, for a person to judge: 65家 = 37家 + 28家."""
    words = [figures[index].text for index in hint.figures]
    if hint.kind is HintKind.SUM:
        return say("digest.hint.sum", total=words[0], parts=" + ".join(words[1:]))
    if hint.kind is HintKind.PRODUCT:
        equals = "≈" if any(figures[index].approx for index in hint.figures) else "="
        return say(
            "digest.hint.product", factors=" × ".join(words), equals=equals, product=written_number(hint.value)
        )
    key = "digest.hint.parts_fewer" if hint.value < hint.expected else "digest.hint.parts_more"
    return say(key, found=written_number(hint.value), expected=written_number(hint.expected))


def ledger(rows: Sequence[LedgerRow], hints: Sequence[str], say: Messages) -> list[Sheet]:
    """The sheets of the ledger: figures, and the arithmetic where there is some."""
    columns = tuple(
        Column(say(f"digest.column.{name}"), width, wraps=name == "sentence") for name, width in _COLUMNS
    )
    cells = tuple(_cells(row, say) for row in rows)
    sheets = [Sheet(say("digest.sheet.figures"), columns, cells)]
    if hints:
        sentences = Column(say("digest.sheet.hints"), 80, wraps=True)
        sheets.append(Sheet(say("digest.sheet.hints"), (sentences,), tuple((hint,) for hint in hints)))
    return sheets


def _cells(row: LedgerRow, say: Messages) -> tuple[Cell, ...]:
    figure = row.figure
    kind, place = say(f"digest.figure.{figure.kind}"), place_in_words(row, say)
    return (row.value, figure.unit, figure.object, figure.approx, kind, place, row.sentence)


def as_tsv(rows: Sequence[LedgerRow], say: Messages) -> str:
    """Rows for the clipboard, cells separated by tabs: pasted into a spreadsheet they run nothing."""
    return "\n".join("\t".join(csv.safe_text(cell) for cell in _cells(row, say)) for row in rows)


def write_ledger(
    rows: Sequence[LedgerRow], hints: Sequence[str], path: Path, say: Messages, title: str = ""
) -> None:
    """Write these rows in the format that the name ends in (FORMATS): the old file or the new one, never half.

    A CSV file has the figures alone. Raises ExportError.
    """
    format = path.suffix.lower().removeprefix(".")
    if format not in FORMATS:
        raise ExportError("export_format", format=format, formats=", ".join(FORMATS))
    sheets = ledger(rows, hints, say)
    save(csv.render(sheets[0]) if format == "csv" else xlsx.render(sheets, title), path)
