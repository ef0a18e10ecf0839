"""The lines of a PDF to paragraphs: by indentation, width, distance and size, as a reader sees them."""

import re
from collections import Counter
from collections.abc import Sequence
from html import escape
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

from reader.capture.documents.papers import is_letterhead, page_of_paper, sensible_title
from reader.capture.documents.pdf import PdfLine, read_text
from reader.capture.documents.pdf_columns import in_one_column
from reader.capture.documents.pdf_tables import table_at
from reader.capture.page import Page

_EDGE = 0.1
"""Share of a page's height, at the top and at the bottom, where running heads and page numbers stand."""
_NUMBER = re.compile(r"[\s\-—–―·.第共页/|]*\d{1,4}[\s\-—–―·.第共页/|\d]*(?:of\s*\d+)?|Page \d+.*", re.I)
_FOLIO = re.compile(r"[—–―]\s*\d{1,4}\s*[—–―]")
_FOOT = 0.15
"""Share of a page's height up to which a number between dashes is that of the page: GB/T 9704-2012, 7.5, sets it 28 mm
above the foot, a little higher than the edge."""
_PRINTED = re.compile(
    r"(?:\d{1,4}[/.\-年]\d{1,2}[/.\-月]\d{1,4}日?,?\s+(?:上午|下午)?\d{1,2}:\d\d.*|(https?://\S+)(?:\s+\d+/\d+)?)", re.I
)
"""What browsers print at the edges of a page: time and title, address and number."""
_LARGER = 1.12
"""Times the size of the text from which on a line is a heading."""
_LONGEST_HEADING = 90
_NOTE = 0.93
"""Times the size of the text up to which lines at the foot of a page may be notes."""
_NOTE_NUMBER = re.compile(r"\[\d{1,3}\]")
_NOTE_MARK = re.compile(r"\[(\d{1,3})\]|(\d{1,3})(?![\d.、])|[①-⑳]|\*|注[：:]")
"""How a note begins. Some programs set the number small and raised in the text alone."""
_BULLET = re.compile(r"[•●▪◦○■\-–*\uf0b7\uf0a7\uf06c]\s*")
_ITEM = re.compile(
    rf"(?:{_BULLET.pattern}|[(（]?\d{{1,3}}[.)）、．]|[(（][一二三四五六七八九十]{{1,3}}[)）]|[一二三四五六七八九十]{{1,3}}、)"
)
"""How an item of a list begins; the private characters are bullets of the Symbol and Wingdings fonts."""
_LETTERS = r"[a-zA-Z0-9À-ɏ.,:%/&@'’+-]+"
_WORD = re.compile(
    rf"[“‘（《【〈「『〔(\[]*(?:{_LETTERS}|.)(?:[，。、；：？！”’）》】〉」』〕…—％%)\].,;:!?]+(?:{_LETTERS})?|[“‘]+.)*"
)
"""What programs do not part: punctuation from its word, digits from the comma before them, quotes from either side."""
_SLACK = 0.6
"""Of the size of the letters: letters and digits are of different widths."""
_APART = 1.2
"""Times the usual distance from line to line from which on paragraphs are set apart."""
_SENTENCE_END = ("。", "！", "？", "；", "：", "”", "…", ".", "!", "?", ":", ";")


def read_pdf(data: bytes) -> Page:
    """The document as a page; raises CaptureError (document_encrypted, document_damaged, pdf_scanned)."""
    found = read_text(data)
    lines = in_one_column(without_running_lines(found.lines, found.pages))
    page = page_of_paper(to_html(lines))
    page.title = page.title or sensible_title(found.title)
    page.original_url = page.original_url or _printed_address(found.lines)
    page.truncated = not found.is_whole
    return page


def _printed_address(lines: Sequence[PdfLine]) -> str | None:
    """The address that a browser printed on the pages."""
    at_edge = (_PRINTED.fullmatch(line.text.strip()) for line in lines if _is_at_edge(line))
    return next((match[1] for match in at_edge if match and match[1] and "…" not in match[1]), None)


def without_running_lines(lines: Sequence[PdfLine], pages: int) -> list[PdfLine]:
    """Without page numbers, and without lines at the edges that return on several pages."""
    lines = [line for line in lines if not _is_folio(line)]
    at_edge = [line for line in lines if _is_at_edge(line)]
    returning = Counter(key for _, key in {(line.page, _key(line)) for line in at_edge})
    often = max(2, min(pages // 2, 4))
    title = _title_line(lines)
    return [
        line
        for line in lines
        if not _is_at_edge(line)
        or not (_is_number(line.text.strip()) or returning[_key(line)] >= often or _is_over(line, title))
    ]


def _title_line(lines: Sequence[PdfLine]) -> PdfLine | None:
    """The largest line of the first page, if it is larger than the text."""
    first = [line for line in lines if line.page == 0 and not is_letterhead(line.text)]
    largest = max(first, key=lambda line: line.size, default=None)
    return largest if largest and largest.size >= _LARGER * median(line.size for line in lines) else None


def _is_over(line: PdfLine, title: PdfLine | None) -> bool:
    """Whether a line at the edge of the first page stands over the title: the running head of a single page."""
    is_smaller = title is not None and line.page == title.page and line.size < title.size
    return title is not None and is_smaller and line.bottom > title.top and not is_letterhead(line.text)


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None or _PRINTED.fullmatch(text) is not None


def _is_folio(line: PdfLine) -> bool:
    return line.top < _FOOT * line.page_height and _FOLIO.fullmatch(line.text.strip()) is not None


def _is_at_edge(line: PdfLine) -> bool:
    return line.bottom > (1 - _EDGE) * line.page_height or line.top < _EDGE * line.page_height


def _key(line: PdfLine) -> str:
    return re.sub(r"\d+", "0", re.sub(r"\s+", "", line.text))


def to_html(lines: Sequence[PdfLine]) -> str:
    """Paragraphs, headings, lists and tables as HTML; the notes of all pages stand at the end."""
    if not lines:
        return ""
    shape = _shape(lines)
    text, notes = _without_notes(lines, shape.size)
    parts: list[str] = []
    group: list[PdfLine] = []
    index = 0
    while index < len(text):
        end, table = table_at(text, index)
        if table or (group and not _goes_on(group[-1], text[index], shape)):
            parts += [_markup(group, shape)] if group else []
            group = []
        if table:
            parts.append(table)
            index = end
        else:
            group.append(text[index])
            index += 1
    parts += [_markup(group, shape)] if group else []
    return "".join([*parts, *(f"<p>{escape(note)}</p>" for note in notes)])


class _Shape(NamedTuple):
    """How the text of a document is set, in points."""

    size: float
    left: float
    right: float
    pitch: float
    """The usual distance from line to line."""
    indent: float
    """Left edge of the first lines of paragraphs; 0 where they are not indented."""
    largest: float
    """The size of its title."""


def _shape(lines: Sequence[PdfLine]) -> _Shape:
    size = median([line.size for line in lines for _ in range(1 + len(line.text) // 8)])
    left, right = _margins(lines, size)
    first = [line.size for line in lines if line.page == lines[0].page and not is_letterhead(line.text)]
    return _Shape(size, left, right, _pitch(lines, right), _indent(lines, size, left, right), max(first, default=size))


def _without_notes(lines: Sequence[PdfLine], size: float) -> tuple[list[PdfLine], list[str]]:
    """The lines, and the notes at the foot of the pages: they would stand in the middle of a sentence."""
    text: list[PdfLine] = []
    notes: list[str] = []
    for _, each in groupby(lines, key=lambda line: line.page):
        page = list(each)
        begin = len(page)
        while begin and page[begin - 1].size < _NOTE * size:
            begin -= 1
        marks = "".join(_NOTE_NUMBER.findall("".join(line.text for line in page[:begin])))
        while begin < len(page) and not _marked(page[begin], marks):
            begin += 1
        text += page[:begin]
        for line in page[begin:]:
            if marked := _marked(line, marks):
                notes.append(marked)
            else:
                notes[-1] = joined([notes[-1], line.text])
    return text, notes


def _marked(line: PdfLine, marks: str) -> str:
    """The first line of a note with its number as it stands in the text (`marks`); "" for any other line."""
    match = _NOTE_MARK.match(line.text)
    number = f"[{match[1] or match[2]}]" if match and (match[1] or match[2]) else ""
    if not match or line.columns or (number and number not in marks):
        return ""
    return f"{number} {line.text[match.end() :].lstrip()}" if number else line.text


def _margins(lines: Sequence[PdfLine], size: float) -> tuple[float, float]:
    """Left and right edge of the text: where most of its long lines begin and end."""
    long = [line for line in lines if line.size < _LARGER * size and len(line.text) > 12] or list(lines)
    lefts = Counter(round(line.left / size * 2) for line in long)
    common = max(lefts.values())
    left = min(place for place, count in lefts.items() if count >= 0.3 * common) * size / 2
    ends = sorted(line.right for line in long)
    return left, ends[int(0.9 * (len(ends) - 1))]


def _pitch(lines: Sequence[PdfLine], right: float) -> float:
    """The usual distance from line to line within a paragraph: below a line that is full."""
    down = [(a, a.bottom - b.bottom) for a, b in pairwise(lines) if a.page == b.page and abs(a.size - b.size) < 0.5]
    down = [(line, step) for line, step in down if 0 < step < 6 * line.size]
    full = [step for line, step in down if line.right > right - 2 * line.size]
    steps = sorted(full or [step for _, step in down])
    return steps[(len(steps) - 1) // 2] if steps else 0.0


def _indent(lines: Sequence[PdfLine], size: float, left: float, right: float) -> float:
    """Where first lines begin: below a full line that begins there, one at the left edge of the text is usual."""
    places: Counter[int] = Counter()
    returns: Counter[int] = Counter()
    for line, below in pairwise(lines):
        if line.left > left + 1.2 * size and line.right > right - 2 * size:
            place = round(line.left / size)
            places[place] += 1
            returns[place] += below.left < left + 0.6 * size
    place, count = max(places.items(), key=lambda item: item[1], default=(0, 0))
    return place * size if count > 1 and returns[place] >= 0.6 * count else 0.0


def _goes_on(before: PdfLine, line: PdfLine, shape: _Shape) -> bool:
    """Whether a line belongs to the paragraph of the line before."""
    size, left = shape.size, shape.left
    if abs(before.size - line.size) > 0.1 * size:
        return False
    if before.size >= _LARGER * size:  # a heading of several lines
        return before.page == line.page and before.bottom - line.bottom < 2.2 * before.size
    if _ITEM.match(line.text) and line.left >= before.left - size / 2 and before.text.endswith(_SENTENCE_END):
        return False
    if before.right + _first_word(line.text, size) < shape.right - _SLACK * size:
        return False
    if shape.indent and abs(line.left - shape.indent) < 0.6 * size:
        return False
    if line.left > left + 1.2 * size and (line.left > before.left + 0.8 * size or before.left <= left + 0.6 * size):
        return False
    return before.page != line.page or before.bottom - line.bottom < _APART * shape.pitch


def _first_word(text: str, size: float) -> float:
    """Points that the first word of a line takes, with what may not be parted from it: had it fitted on the line
    before, it would stand there, unless a new paragraph begins with it."""
    match = _WORD.match(text)
    return sum(size if character > "\u2e7f" else 0.5 * size for character in match[0]) if match else size


def _markup(group: Sequence[PdfLine], shape: _Shape) -> str:
    text = joined([line.text for line in group])
    is_large = group[0].size >= _LARGER * shape.size and len(text) <= _LONGEST_HEADING
    is_title = is_large and group[0].page == 0 and group[0].size >= 0.98 * shape.largest and not is_letterhead(text)
    tag = "h1" if is_title else "h2" if is_large and not text.endswith(_SENTENCE_END) else "p"
    if bullet := _BULLET.match(text):
        return f"<ul><li>{escape(text[bullet.end() :])}</li></ul>"
    return f"<{tag}>{escape(text)}</{tag}>"


def joined(lines: Sequence[str]) -> str:
    """The lines of a paragraph as one: nothing between Han characters, a space between words, no hyphen at a break."""
    text = ""
    for line in (each.replace("\t", " ") for each in lines):
        if not text:
            text = line
        elif text.endswith("-") and len(text) > 1 and text[-2].isalpha() and line[:1].islower():
            text = text[:-1] + line
        elif text.endswith("-") or text[-1] > "\u2e7f" or line[0] > "\u2e7f":
            text += line
        else:
            text += " " + line
    return text
