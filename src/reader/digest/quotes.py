"""Quotation marks: which one closes which."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Quote(NamedTuple):
    """What stands between two quotation marks of a shadow text: code points, half-open, without the marks."""

    start: int
    end: int


_MARKS = re.compile("[“”‘’\n]")
_CLOSES = {"”": "“", "’": "‘"}

Mark = tuple[str, int]


def quotes(text: str) -> list[Quote]:
    """The quotes of a shadow text in its order, an outer one before those within; none reaches over a line break.

    Marks without a partner are passed over, as in speeches of several paragraphs, which open each but close the last.
    """
    found: list[Quote] = []
    line: list[Mark] = []
    for match in _MARKS.finditer(text):
        if match.group() == "\n":
            found += _of_line(line)
            line = []
        else:
            line.append((match.group(), match.start()))
    found += _of_line(line)
    return sorted(found, key=lambda quote: (quote.start, -quote.end))


def _of_line(marks: Sequence[Mark]) -> Iterator[Quote]:
    opened: list[Mark] = []
    for mark, place in _told_apart(marks):
        opening = _CLOSES.get(mark)
        if opening is None:
            opened.append((mark, place))
        elif opened and (opened[-1][0] == opening or any(other == opening for other, _ in opened[-3:])):
            while opened[-1][0] != opening:
                opened.pop()
            yield Quote(opened.pop()[1] + 1, place)


def _told_apart(marks: Sequence[Mark]) -> Sequence[Mark]:
    """Marks all of one shape open and close in turn: ”红色物业”."""
    shapes = {mark for mark, _ in marks}
    if len(marks) % 2 or len(shapes) != 1 or shapes & set("‘’"):
        return marks
    return [("“”"[index % 2], place) for index, (_, place) in enumerate(marks)]
