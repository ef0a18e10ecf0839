"""The marks of an article that an HTML paper holds whole: lines under the words, and the notes below their paragraph.

Labels are drawn by the style sheet and are no part of the text, which is found and copied as if nobody had marked it.
"""

from collections.abc import Callable, Iterator

from reader.export.marked import details, ended, has_note, signs
from reader.model.annotation import Kind
from reader.model.summary import Item, Quotation, Summary, TextRun

_LINES = {
    Kind.KEY: ("solid", "#fff3c4"),
    Kind.BORROW: ("double", "#dff2dd"),
    Kind.DATA: ("dotted", "#dcebfa"),
    Kind.QUESTION: ("wavy", "#fbe3ef"),
    Kind.ACTION: ("dashed", "#ece4f8"),
}
"""Line and, on the screen, tint of a kind."""
_LANES = 4

STYLE = (
    """mark { background: none; color: inherit; text-decoration: underline 1px; text-underline-offset: .2em }
"""
    + "".join(
        f"mark.{kind.value} {{ text-decoration-style: {line}; background: {tint} }}\n"
        for kind, (line, tint) in _LINES.items()
    )
    + "".join(f"mark.lane-{lane} {{ text-underline-offset: {0.2 + 0.15 * lane:.2f}em }}\n" for lane in range(1, _LANES))
    + """.label { font: 600 .62em/1 "Noto Sans CJK SC", "Microsoft YaHei", SimHei, sans-serif; text-decoration: none;
  text-indent: 0 }
a.label::after { content: attr(data-label) }
mark ~ .label, mark + .label { vertical-align: super }
.notes { margin: .2em 0 .9em 1.2em; padding-left: .8em; border-left: 2px solid #767676; font-size: .85em;
  line-height: 1.6 }
.notes p { margin: .15em 0; text-indent: 0 }
.notes .label { font-size: .85em; margin-right: .4em }
:target { outline: 2px solid #767676; outline-offset: 2px }
@media screen and (min-width: 52em) {
  [data-number] { position: relative }
  [data-number]::before { content: attr(data-number); position: absolute; left: -2.4em; width: 1.8em; text-align: right;
    text-indent: 0; color: #767676; font-size: .72em; line-height: 2.5 }
}
@media print { mark, mark[class] { background: none } .notes p { break-inside: avoid } }
"""
)


class Marked:
    """Writes the marks of one paper."""

    def __init__(self, summary: Summary) -> None:
        self._words, self._signs = summary.words, signs(summary)
        self._marks = dict(enumerate(summary.marks, 1))
        self._noted = {number for number, mark in self._marks.items() if has_note(mark, self._words)}

    def words(self, run: TextRun, written: str) -> str:
        """A stretch, in HTML already, with the marks that it is part of and the labels of those that end."""
        for number in run.marks:
            if run.text:
                _, kind, lane = self._signs[number]
                place = f" lane-{min(lane, _LANES - 1)}" if lane else ""
                written = f'<mark class="{kind.value}{place}">{written}</mark>'
        return written + "".join(self._label(number) for number in run.ends)

    def notes(self, item: Item, lines: Callable[[str], str]) -> Iterator[str]:
        """What is noted on the marks that end in a paragraph or table; `lines` makes text HTML."""
        noted = [number for number in ended(item) if number in self._noted]
        if noted:
            entries = "\n".join(self._note(number, self._marks[number], lines) for number in noted)
            yield f'<aside class="notes">\n{entries}\n</aside>'

    def _label(self, number: int) -> str:
        sign = self._signs[number].label
        where = f' href="#note-{number}"' if number in self._noted else ""
        return f'<a class="label" id="mark-{number}"{where} data-label="{sign}" aria-label="{sign}"></a>'

    def _note(self, number: int, mark: Quotation, lines: Callable[[str], str]) -> str:
        words = self._words
        said = [lines(mark.note)] if mark.note.strip() else []
        said += [f"<strong>{lines(name)}</strong>{lines(words.colon + text)}" for name, text in details(mark, words)]
        sign = f'<a class="label" href="#mark-{number}">{self._signs[number].label}</a>'
        return f'<p id="note-{number}">{sign}{"　".join(said)}<span class="place">{lines(mark.place)}</span></p>'
