"""What every writer has to say of the marks in an article that a paper holds whole."""

from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from reader.model.annotation import Kind
from reader.model.summary import Item, Paragraph, Quotation, Summary, Table, TextRun, Words


class Sign(NamedTuple):
    """How a mark is told from others on paper."""

    label: str
    """What joins marked words and their note: the seal of the kind, and which mark of the paper's texts it is."""
    kind: Kind
    lane: int = 0
    """Which line, from 0, its words are underlined on: marks that overlap have different ones."""


def signs(summary: Summary) -> dict[int, Sign]:
    """The signs of the marks that have words in the paper, by their numbers in `Summary.marks`."""
    made: dict[int, Sign] = {}
    for run in _runs(summary):
        for number in run.marks:
            if number not in made:
                used = {made[other].lane for other in run.marks if other in made}
                lane = next(lane for lane in count() if lane not in used)
                kind = summary.marks[number - 1].kind
                made[number] = Sign(f"{kind.seal}{len(made) + 1}", kind, lane)
    return made


def details(mark: Quotation, words: Words) -> list[tuple[str, str]]:
    """Label and text of what is said of a mark besides its note."""
    said = (
        (words.tags, words.comma.join(mark.tags)),
        (words.owner, mark.owner),
        (words.due, mark.due),
        (words.creator, mark.creator),
    )
    return [(label, text) for label, text in said if text]


def has_note(mark: Quotation, words: Words) -> bool:
    """Whether there is anything to read besides the kind."""
    return bool(mark.note.strip() or details(mark, words))


def ended(item: Item) -> list[int]:
    """The numbers of the marks whose words end in an item, in the order of their ends."""
    return [number for run in _runs_of(item) for number in run.ends]


def _runs(summary: Summary) -> Iterator[TextRun]:
    return (run for section in summary.sections for item in section.items for run in _runs_of(item))


def _runs_of(item: Item) -> Iterator[TextRun]:
    if isinstance(item, Paragraph):
        yield from item.runs
    elif isinstance(item, Table):
        yield from (run for row in item.runs for cell in row for run in cell)
